import { describe, expect, it } from 'vitest'
import { deadlinesToday } from '../../../../renderer/features/tonight/deadlines-today.ts'
import { dutyWords, peopleToCall } from '../../../../renderer/features/tonight/duty.ts'
import { nextTwoWeeks } from '../../../../renderer/features/tonight/two-weeks.ts'
import { findPerson, type Team } from '../../../../shared/schedule/team.ts'
import { at, onlyRotation, sampleTeam, withRotation } from '../../../shared/schedule/sample-team.ts'

const zone = 'America/New_York'
/** Engineer A has the first rotation until Monday, 9 November, Engineer B always has the second. */
const nowMs = at('2026-11-03T15:00:00.000Z')
const first = onlyRotation(sampleTeam)
const team: Team = {
  ...sampleTeam,
  rotations: [
    { ...first, name: 'Data' },
    { ...first, id: 'web', name: 'Web', weeks: [{ primary: 'eng-b' }] },
  ],
}
const person = (id: string) => findPerson(team, id) ?? null

describe('S1 who is on call tonight', () => {
  it('S1 tells every rotation, by its name where there are several', () => {
    expect(dutyWords(team, person('eng-b'), nowMs, zone).map(({ rotation, now }) => `${rotation}: ${now}`)).toEqual([
      'Data: Engineer A is on call until Monday 9 Nov 10:00. Engineer C is backup.',
      expect.stringMatching(/^Web: You are on call until .* Nobody is backup\.$/),
    ])
    expect(dutyWords(sampleTeam, null, nowMs, zone)).toMatchObject([{ rotation: null, next: 'Engineer B is next.' }])
  })

  it('S1 tells who comes after a gap', () => {
    const gap = withRotation({ overrides: [{ from: '2026-11-03', to: '2026-11-03' }] })
    expect(dutyWords(gap, null, nowMs, zone)).toMatchObject([{ next: 'Engineer A is next.' }])
  })

  it('S1 lists who is on call in any rotation among those to call', () => {
    const roles = new Map(peopleToCall(team, person('eng-a'), nowMs).map((each) => [each.person.id, each.roles]))
    expect(roles.get('eng-b')).toEqual(['on call for Web'])
    expect(roles.get('eng-c')).toEqual(['backup tonight for Data'])
  })

  it("S1 outlines one's days in any rotation", () => {
    expect(nextTwoWeeks(team, person('eng-b'), nowMs, zone).cells.every(({ isMine }) => isMine)).toBe(true)
    const [today] = nextTwoWeeks(team, null, nowMs, zone).cells
    expect(today?.words).toContain('Data: Engineer A on call. Web: Engineer B on call')
  })
})

describe('S2 days where clocks change', () => {
  it.each([
    ['2027-03-08T04:00:00.000Z', '2027-03-07', '2027-03-20'],
    ['2026-10-31T04:00:00.000Z', '2026-10-31', '2026-11-13'],
  ])('S2 the fourteen days from %s are fourteen', (now, from, to) => {
    const keys = nextTwoWeeks(team, null, at(now), zone).cells.map(({ key }) => key)
    expect(new Set(keys).size).toBe(14)
    expect([keys[0], keys.at(-1)]).toEqual([from, to])
  })

  it('E1.1 a deadline of a day of 25 hours is told until its last minute', () => {
    const [pipeline] = sampleTeam.pipelines
    const sla = { by: '00:30', timezone: zone, days: 'daily' } as const
    const early = { ...sampleTeam, pipelines: pipeline === undefined ? [] : [{ ...pipeline, sla }] }
    // 1 November 2026 in New York, 23:50.
    expect(deadlinesToday(early, [], at('2026-11-02T04:50:00.000Z'), zone).map((row) => row.at)).toEqual([
      '2026-11-01T04:30:00.000Z',
    ])
  })
})
