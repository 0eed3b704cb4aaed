import { describe, expect, it } from 'vitest'
import { shiftsBetween } from '../../../shared/schedule/on-call.ts'
import type { Team } from '../../../shared/schedule/team.ts'
import { ask, both } from './ask-schedule.ts'
import { at, onlyRotation, withRotation } from './sample-team.ts'

const why = (team: Team, iso: string) => {
  const { primary } = ask(team, at(iso))
  return primary.kind === 'person' ? primary.why : primary.reason
}

describe('S1.6 hours of duty', () => {
  const team = withRotation({ hours: { from: '09:00', to: '17:00', timezone: 'America/New_York', days: 'weekdays' } })

  it('S1.6 outside them nobody is on call, with the cause', () => {
    expect(both(team, '2026-11-06T21:59:59Z')).toEqual(['eng-a', 'eng-c'])
    expect(both(team, '2026-11-06T22:00:00Z')).toEqual(['outside-hours', 'outside-hours'])
    expect(both(team, '2026-11-01T22:00:00Z')).toEqual(['not-started', 'not-started'])
    expect(why(team, '2026-11-07T12:00:00Z')).toBe('it is outside the hours of duty, 09:00 to 17:00')
  })

  it('S1.6 they open and close on local wall time on both DST days', () => {
    const sundays = withRotation({
      hours: { from: '01:30', to: '03:30', timezone: 'America/New_York', days: ['sunday'] },
    })
    const span = (from: string) =>
      shiftsBetween(onlyRotation(sundays), sundays, at(from), at(from) + 24 * 3_600_000)
        .filter(({ primary }) => primary.kind === 'person')
        .map(({ startsAt, endsAt }) => (at(endsAt) - at(startsAt)) / 3_600_000)
    expect(span('2027-03-14T05:00:00Z')).toEqual([1])
    expect(span('2027-11-07T04:00:00Z')).toEqual([3])
    expect(span('2027-06-06T04:00:00Z')).toEqual([2])
  })
})
