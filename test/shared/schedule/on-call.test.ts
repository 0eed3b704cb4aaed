import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { shiftsBetween } from '../../../shared/schedule/on-call.ts'
import { type Override, type Rotation, weekdays } from '../../../shared/schedule/team.ts'
import { ask, both, brief } from './ask-schedule.ts'
import { at, onlyRotation, sampleTeam, withRotation } from './sample-team.ts'

const weekMs = 7 * 24 * 3_600_000

const start = at('2026-11-02T15:00:00Z')

const tenYears = { min: start - weekMs, max: start + 522 * weekMs }

const instants = fc.integer(tenYears)

const withOverrides = (...overrides: Override[]) => withRotation({ overrides })

const overrideArbitrary = fc
  .record(
    {
      day: fc.integer({ min: 0, max: 400 }),
      length: fc.integer({ min: 0, max: 20 }),
      person: fc.constantFrom('eng-a', 'eng-b', 'eng-c', 'nobody-known'),
      for: fc.constantFrom('eng-a', 'eng-b', 'eng-d'),
    },
    { requiredKeys: ['day', 'length'] },
  )
  .map(({ day, length, ...rest }): Override => {
    const from = Temporal.PlainDate.from('2026-10-20').add({ days: day })
    return { from: from.toString(), to: from.add({ days: length }).toString(), ...rest }
  })

const rotationArbitrary: fc.Arbitrary<Partial<Rotation>> = fc.record({
  start: fc.constantFrom('2024-02-29', '2026-11-02', '2026-12-28', '2027-03-14'),
  handover: fc.record({
    day: fc.constantFrom(...weekdays),
    at: fc.constantFrom('00:00', '02:30', '10:00', '23:59'),
    timezone: fc.constantFrom(
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Pacific/Apia',
    ),
  }),
  weeks: fc.array(
    fc.record({ primary: fc.constantFrom('eng-a', 'eng-b'), backup: fc.constantFrom('eng-c', 'eng-d') }),
    {
      maxLength: 5,
    },
  ),
  overrides: fc.array(overrideArbitrary, { maxLength: 5 }),
})

/** The weeks walked one by one: slow, obvious, and the measure for the quick answer. */
function primaryByWalking(rotation: Rotation, instantMs: number): string {
  const { day, at: time, timezone } = rotation.handover
  let date = Temporal.PlainDate.from(rotation.start)
  while (weekdays[date.dayOfWeek - 1] !== day) date = date.add({ days: 1 })
  let week = -1
  while (date.toZonedDateTime({ timeZone: timezone, plainTime: time }).epochMilliseconds <= instantMs) {
    date = date.add({ days: 7 })
    week += 1
  }
  if (rotation.weeks.length === 0) return 'no-weeks'
  return week < 0 ? 'not-started' : (rotation.weeks[week % rotation.weeks.length]?.primary ?? '')
}

describe('S1 who is on call', () => {
  it('S1 is total over ten years and agrees with walking week by week', () => {
    fc.assert(
      fc.property(rotationArbitrary, instants, (change, instantMs) => {
        const team = withRotation({ ...change, overrides: [] })
        const { primary, backup, week } = ask(team, instantMs)
        expect(brief(primary)).toBe(primaryByWalking(onlyRotation(team), instantMs))
        expect(backup.role).toBe('backup')
        expect(week === null).toBe(primary.kind === 'gap')
      }),
      { numRuns: 300 },
    )
  })

  it('S1 an instant lies inside the shift it is answered with, whatever the overrides', () => {
    fc.assert(
      fc.property(rotationArbitrary, instants, (change, instantMs) => {
        const { primary, backup } = ask(withRotation(change), instantMs)
        for (const entry of [primary, backup]) {
          const { startsAt, endsAt } = entry.kind === 'person' ? entry.shift : entry
          if (startsAt !== undefined) expect(at(startsAt)).toBeLessThanOrEqual(instantMs)
          if (endsAt !== undefined) expect(at(endsAt)).toBeGreaterThan(instantMs)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('S1 says why in words', () => {
    const team = withOverrides({ from: '2026-11-17', to: '2026-11-17', person: 'eng-b', for: 'eng-c', reason: 'swap' })
    const why = (iso: string) => {
      const { primary, backup } = ask(team, at(iso))
      return [primary, backup].map((entry) => (entry.kind === 'person' ? entry.why : entry.reason))
    }
    expect(why('2026-11-16T20:00:00Z')).toEqual([
      'Engineer C: week 3 of the rotation',
      'Engineer A: backup in week 3 of the rotation',
    ])
    expect(why('2026-11-17T20:00:00Z')[0]).toBe('Engineer B: week 3 of the rotation, in for Engineer C (swap)')
    expect(why('2026-11-01T00:00:00Z')[0]).toBe('the rotation starts with the first monday handover from 2026-11-02')
  })

  it('S1 gaps have a cause', () => {
    const cause = (change: Partial<Rotation>, iso = '2026-11-03T00:00:00Z') => both(withRotation(change), iso)
    expect(cause({ weeks: [] })).toEqual(['no-weeks', 'no-weeks'])
    expect(cause({ weeks: [{ primary: 'gone' }] })).toEqual(['unknown-person', 'not-named'])
    expect(cause({}, '2026-11-01T00:00:00Z')).toEqual(['not-started', 'not-started'])
  })

  it.each([
    ['2026-11-02T14:59:59.999Z', ['not-started', 'not-started'], null],
    ['2026-11-02T15:00:00Z', ['eng-a', 'eng-c'], 1],
    ['2026-11-09T14:59:59.999Z', ['eng-a', 'eng-c'], 1],
    ['2026-11-09T15:00:00Z', ['eng-b', 'eng-d'], 2],
    ['2026-11-30T15:00:00Z', ['eng-a', 'eng-c'], 1],
  ])('S1.1 at %s', (iso, expected, week) => {
    expect(both(sampleTeam, iso)).toEqual(expected)
    expect(ask(sampleTeam, at(iso)).week).toBe(week)
  })

  it('S1.1 the first handover is the first such day on or after the start', () => {
    const team = withRotation({ start: '2026-10-28' })
    expect(both(team, '2026-11-02T14:59:00Z')).toEqual(['not-started', 'not-started'])
    expect(both(team, '2026-11-02T15:00:00Z')).toEqual(['eng-a', 'eng-c'])
  })
})

describe('S1.4 shifts between two instants', () => {
  it('S1.4 are contiguous, clipped, and agree with the answer at any instant inside', () => {
    const length = fc.integer({ min: 1, max: 10 * weekMs })
    fc.assert(
      fc.property(
        rotationArbitrary,
        instants,
        length,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (change, from, span, part) => {
          const team = withRotation(change)
          const shifts = shiftsBetween(onlyRotation(team), team, from, from + span)
          expect(at(shifts[0]?.startsAt ?? '')).toBe(from)
          expect(at(shifts.at(-1)?.endsAt ?? '')).toBe(from + span)
          for (const [index, shift] of shifts.entries()) {
            expect(at(shift.endsAt)).toBeGreaterThan(at(shift.startsAt))
            if (index > 0) expect(shift.startsAt).toBe(shifts[index - 1]?.endsAt)
          }
          const probe = from + Math.floor(part * (span - 1))
          const inside = shifts.find(({ startsAt, endsAt }) => at(startsAt) <= probe && probe < at(endsAt))
          expect(inside).toMatchObject(ask(team, probe))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('S1.4 an empty span has none', () => {
    expect(shiftsBetween(onlyRotation(sampleTeam), sampleTeam, start, start)).toEqual([])
  })
})
