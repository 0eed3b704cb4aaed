import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rungCandidates } from '../../../shared/schedule/rung-candidates.ts'
import type { DateRange, Team } from '../../../shared/schedule/team.ts'
import { at, sampleTeam } from './sample-team.ts'

/** Week 2: Engineer B is on call, Engineer D backs them up, Engineer C is next. Thursday, 08:00 in New York. */
const now = at('2026-11-12T13:00:00Z')

const away = (id: string, absence: DateRange): Team => ({
  ...sampleTeam,
  people: sampleTeam.people.map((person) => (person.id === id ? { ...person, away: [absence] } : person)),
})

const told = (team: Team, who: string, excluding: string[] = [], instantMs = now) =>
  rungCandidates(team, 'profit', who, instantMs, excluding).candidates.map(({ person, role }) => `${role} ${person.id}`)

describe('E5 whom a rung tells', () => {
  it.each([
    ['secondary', ['secondary eng-a', 'backup eng-d', 'next eng-c', 'lead data-lead']],
    ['backup', ['backup eng-d', 'next eng-c', 'secondary eng-a', 'lead data-lead']],
    ['lead', ['lead data-lead', 'backup eng-d']],
    ['eng-b', ['person eng-b', 'backup eng-d', 'lead data-lead']],
    ['eng-d', ['person eng-d', 'lead data-lead']],
  ])('E5 %s', (who, expected) => {
    expect(told(sampleTeam, who)).toEqual(expected)
  })

  it('E5 never names anybody twice, and everybody either may be told or is passed over', () => {
    const who = fc.constantFrom('secondary', 'backup', 'lead', 'eng-a', 'gone')
    const excluding = fc.subarray(sampleTeam.people.map(({ id }) => id))
    fc.assert(
      fc.property(who, excluding, fc.integer({ min: 0, max: 4_000_000_000_000 }), (rung, excluded, instantMs) => {
        const { candidates, skipped } = rungCandidates(sampleTeam, 'profit', rung, instantMs, excluded)
        const ids = [...candidates.map(({ person }) => person.id), ...skipped.map(({ person }) => person)]
        expect(new Set(ids).size).toBe(ids.length)
        expect(candidates.filter(({ person }) => excluded.includes(person.id))).toEqual([])
      }),
    )
  })

  it('E5 without a rotation or a pipeline whoever is left is told', () => {
    expect(told({ ...sampleTeam, rotations: [] }, 'secondary')).toEqual(['secondary eng-a', 'lead data-lead'])
    expect(rungCandidates(sampleTeam, 'unknown', 'lead', now).candidates.map(({ role }) => role)).toEqual(['backup'])
    expect(rungCandidates({ ...sampleTeam, rotations: [] }, 'unknown', 'lead', now)).toEqual({
      named: null,
      candidates: [],
      skipped: [],
    })
  })

  it('E5.1 whoever is away is passed over, with the reason, by the date where they are', () => {
    const team = away('eng-d', { from: '2026-11-12', to: '2026-11-13', reason: 'conference' })
    expect(told(team, 'secondary')).toEqual(['secondary eng-a', 'next eng-c', 'lead data-lead'])
    expect(rungCandidates(team, 'profit', 'secondary', now).skipped).toEqual([
      { person: 'eng-d', name: 'Engineer D', reason: 'is away until 2026-11-13 (conference)' },
    ])
    expect(told(team, 'backup', [], at('2026-11-12T07:59:00Z'))[0]).toBe('backup eng-d')
    expect(told(team, 'backup', [], at('2026-11-12T08:00:00Z'))[0]).toBe('next eng-c')
    expect(told(team, 'backup', [], at('2026-11-14T07:59:00Z'))[0]).toBe('next eng-c')
    expect(told(team, 'backup', [], at('2026-11-14T08:00:00Z'))[0]).toBe('backup eng-d')
  })

  it('E5.1 whoever handles the incident already, or has left, is passed over', () => {
    expect(told(sampleTeam, 'secondary', ['eng-a'])[0]).toBe('backup eng-d')
    expect(rungCandidates(sampleTeam, 'profit', 'secondary', now, ['eng-a']).skipped).toEqual([
      { person: 'eng-a', name: 'Engineer A', reason: 'is handling the incident already' },
    ])
    expect(rungCandidates(sampleTeam, 'profit', 'gone', now).skipped).toEqual([
      { person: 'gone', name: 'gone', reason: 'is not in team.yaml' },
    ])
  })

  it.each([
    ['2026-11-12T02:59:00Z', '21:59', false],
    ['2026-11-12T03:00:00Z', '22:00', true],
    ['2026-11-12T11:59:00Z', '06:59', true],
    ['2026-11-12T12:00:00Z', '07:00', false],
  ])('E5.1 at %s it is %s for Engineer A, night: %s', (iso, localTime, isNight) => {
    const [first] = rungCandidates(sampleTeam, 'profit', 'secondary', at(iso)).candidates
    expect(first).toMatchObject({ localTime, isNight })
  })

  it('E5.1 a holiday is said, and the person still told', () => {
    const [first] = rungCandidates(sampleTeam, 'profit', 'secondary', at('2026-12-25T15:00:00Z')).candidates
    expect(first).toMatchObject({ holiday: 'Christmas Day', person: { id: 'eng-a' } })
    expect(rungCandidates(sampleTeam, 'profit', 'secondary', now).candidates[0]).not.toHaveProperty('holiday')
  })
})
