import { describe, expect, it } from 'vitest'
import { scheduleQuality } from '../../../shared/schedule/schedule-quality.ts'
import type { Person, Rotation, Team } from '../../../shared/schedule/team.ts'
import { at, sampleTeam, withRotation } from './sample-team.ts'

/** Eight weeks in which everybody has two turns. */
const span = [at('2027-02-22T15:00:00Z'), at('2027-04-19T14:00:00Z')] as const

const withPerson = (id: string, change: Partial<Person>): Team => ({
  ...sampleTeam,
  people: sampleTeam.people.map((person) => (person.id === id ? { ...person, ...change } : person)),
})
const value = (team: Team, name: string) =>
  scheduleQuality(team, ...span).parts.find((part) => part.name === name)?.value

describe('S4.2 quality', () => {
  it('S4.2 the parts weigh 100 and make the score', () => {
    const { score, parts } = scheduleQuality(sampleTeam, ...span)
    expect(parts.reduce((all, { weight }) => all + weight, 0)).toBe(100)
    expect(score).toBe(Math.round(parts.reduce((all, part) => all + part.value * part.weight, 0)))
    expect(score).toBeGreaterThan(90)
  })

  it.each<[string, Partial<Rotation>, number]>([
    ['covered', { weeks: [{ primary: 'eng-a', backup: 'eng-c' }, { backup: 'eng-b' }] }, 0.5],
    [
      'backed-up',
      {
        weeks: [
          { primary: 'eng-a', backup: 'eng-a' },
          { primary: 'eng-b', backup: 'eng-d' },
        ],
      },
      0.5,
    ],
    ['backed-up', { weeks: [{ primary: 'eng-a' }] }, 0],
    ['double-cover', { weeks: [{ primary: 'eng-a' }], doubleCover: [{ from: '2027-03-01', to: '2027-03-02' }] }, 0],
    ['fair', { weeks: [{ primary: 'eng-a', backup: 'eng-a' }] }, 1],
  ])('S4.2 %s falls with what it measures', (name, change, expected) => {
    expect(value(withRotation(change), name)).toBeCloseTo(expected, 2)
  })

  it('S4.2 leave during a turn, a missing phone and a worked holiday cost their part', () => {
    expect(value(withPerson('eng-a', { away: [{ from: '2027-02-20', to: '2027-03-02' }] }), 'present')).toBeCloseTo(
      7 / 8,
      2,
    )
    const { phone: _phone, ...silent } = sampleTeam.people[0] ?? { id: '', name: '', timezone: 'UTC', away: [] }
    expect(value({ ...sampleTeam, people: [silent, ...sampleTeam.people.slice(1)] }, 'reachable')).toBe(0.75)
    const easter = value(sampleTeam, 'off-on-holidays') ?? 0
    const agreed = withPerson('eng-b', { worksOn: ['2027-03-26', '2027-03-29'] })
    expect(easter).toBeLessThan(1)
    expect(value(agreed, 'off-on-holidays')).toBeGreaterThan(easter)
  })

  it('S4.2 hours without duty do not count, and a team without a rotation has nothing', () => {
    const hours = { from: '09:00', to: '17:00', timezone: 'America/New_York', days: 'daily' } as const
    expect(value(withRotation({ hours }), 'covered')).toBe(1)
    expect(scheduleQuality({ ...sampleTeam, rotations: [] }, ...span).score).toBe(0)
  })
})
