import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  burdenOf,
  fairnessOf,
  loadPerPerson,
  type PersonLoad,
  strainOf,
  turnTakers,
} from '../../../shared/schedule/load.ts'
import { findPerson, type Person, type Team } from '../../../shared/schedule/team.ts'
import { at, onlyRotation, sampleTeam, withRotation } from './sample-team.ts'

const weekMs = 7 * 24 * 3_600_000
const start = at('2026-11-02T15:00:00Z')

const person = (id: string): Person => {
  const found = findPerson(sampleTeam, id)
  if (!found) throw new Error(id)
  return found
}
const burden = (id: string, from: string, to: string) => burdenOf(person(id), { fromMs: at(from), toMs: at(to) })
const loadOf = (team: Team, id: string, fromMs = start, toMs = start + 4 * weekMs) =>
  loadPerPerson(team, fromMs, toMs).find((load) => load.person.id === id)

describe('S6 load', () => {
  it('S6 a week from Monday to Monday is seven nights, one weekend and its holidays, by the clock of the person', () => {
    expect(burden('eng-a', '2026-12-21T15:00:00Z', '2026-12-28T15:00:00Z')).toEqual({
      weeks: 1,
      nights: 7,
      weekends: 1,
      holidays: 1,
      majorHolidays: 1,
    })
  })

  it.each([
    ['an evening is no night', '2026-11-03T23:00:00Z', '2026-11-04T03:00:00Z', 0],
    ['from 22:00 to 07:00 is one', '2026-11-04T03:00:00Z', '2026-11-04T12:00:00Z', 1],
    ['a third of it counts a third', '2026-11-04T03:00:00Z', '2026-11-04T06:00:00Z', 1 / 3],
    ['the long night of autumn is one', '2027-11-07T02:00:00Z', '2027-11-07T12:00:00Z', 1],
    ['the short night of spring is one', '2027-03-14T03:00:00Z', '2027-03-14T11:00:00Z', 1],
  ])('S6 %s', (_what, from, to, nights) => {
    expect(burden('eng-a', from, to).nights).toBeCloseTo(nights, 9)
  })

  it('S6 the same hours are night for one and day for another', () => {
    const span = ['2026-11-04T03:00:00Z', '2026-11-04T12:00:00Z'] as const
    expect([burden('eng-a', ...span).nights, burden('eng-c', ...span).nights]).toEqual([1, 0])
  })

  it('S6 loads of neighbouring spans add up', () => {
    const cut = fc.integer({ min: start + 1, max: start + 30 * weekMs - 1 })
    fc.assert(
      fc.property(cut, fc.constantFrom('eng-a', 'eng-b', 'eng-c', 'eng-d'), (middle, id) => {
        const [whole, one, other] = [
          loadOf(sampleTeam, id, start, start + 30 * weekMs),
          loadOf(sampleTeam, id, start, middle),
          loadOf(sampleTeam, id, middle, start + 30 * weekMs),
        ]
        for (const key of [
          'weeks',
          'backupWeeks',
          'nights',
          'weekends',
          'holidays',
          'majorHolidays',
          'strain',
        ] as const) {
          expect((one?.[key] ?? 0) + (other?.[key] ?? 0)).toBeCloseTo(whole?.[key] ?? 0, 6)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('S6 all turns together are all the time there is', () => {
    const loads = loadPerPerson(sampleTeam, start, start + 52 * weekMs)
    expect(loads.reduce((all, { weeks }) => all + weeks, 0)).toBeCloseTo(52, 9)
    expect(loads.reduce((all, { backupWeeks }) => all + backupWeeks, 0)).toBeCloseTo(52, 9)
  })

  it('S6 two rotations at once are one night, and whoever takes turns is listed with nothing', () => {
    const rotation = onlyRotation(sampleTeam)
    const doubled = { ...sampleTeam, rotations: [rotation, { ...rotation, id: 'second' }] }
    expect(loadOf(doubled, 'eng-a')).toEqual(loadOf(sampleTeam, 'eng-a'))
    expect(loadOf(sampleTeam, 'eng-a', start - weekMs, start - 1)).toMatchObject({ weeks: 0, strain: 0 })
    expect(loadOf(sampleTeam, 'data-lead')).toBeUndefined()
    expect(turnTakers(rotation)).toEqual(['eng-a', 'eng-c', 'eng-b', 'eng-d'])
  })

  it('S6 strain weighs nights, weekends and holidays on top of weeks', () => {
    const nothing = { weeks: 0, nights: 0, weekends: 0, holidays: 0, majorHolidays: 0 }
    expect(strainOf({ weeks: 1, nights: 7, weekends: 1, holidays: 1, majorHolidays: 1 }, 0)).toBeCloseTo(2.95, 9)
    expect([strainOf(nothing, 4), strainOf({ ...nothing, holidays: 1 }, 0)]).toEqual([1, 0.5])
  })

  it('S6.0 fairness is 1 when all carry the same and 0 when one carries all, whatever the scale', () => {
    const loads = (...strains: number[]): PersonLoad[] =>
      strains.map((strain) => ({
        person: person('eng-a'),
        weeks: 0,
        nights: 0,
        weekends: 0,
        holidays: 0,
        majorHolidays: 0,
        backupWeeks: 0,
        strain,
      }))
    expect(fairnessOf(loads(3, 3, 3)).measure).toBe(1)
    expect(fairnessOf(loads(0, 0, 9)).measure).toBe(0)
    expect(fairnessOf(loads(1, 3)).measure).toBeCloseTo(0.5, 9)
    expect([fairnessOf([]).measure, fairnessOf(loads(5)).measure, fairnessOf(loads(0, 0)).measure]).toEqual([1, 1, 1])
    const strains = fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(strains, fc.double({ min: 0.5, max: 20, noNaN: true }), (all, factor) => {
        const { measure } = fairnessOf(loads(...all))
        expect(measure).toBeGreaterThanOrEqual(0)
        expect(measure).toBeLessThanOrEqual(1)
        expect(fairnessOf(loads(...all.map((strain) => strain * factor))).measure).toBeCloseTo(measure, 6)
      }),
    )
  })

  it('S6.0 says who carries most', () => {
    const team = withRotation({ weeks: [{ primary: 'eng-a', backup: 'eng-b' }] })
    const { most, least, why } = fairnessOf(loadPerPerson(team, start, start + weekMs))
    expect([most?.person.id, least?.person.id]).toEqual(['eng-a', 'eng-b'])
    expect(why).toMatch(/^Engineer A carries most \(2\.[45]\), Engineer B least \(0\.3\)/)
  })
})
