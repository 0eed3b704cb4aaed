import { describe, expect, it } from 'vitest'
import { scheduleFindings } from '../../../shared/schedule/schedule-findings.ts'
import { christmas, found, only, quiet, sampleTeam, withPeople, withRotation } from './sample-findings.ts'
import { at } from './sample-team.ts'

describe('S3.1 major holidays', () => {
  it('S3.1 ask for a swap in advance, of the whole turn, and name who is free', () => {
    const [finding] = only('holiday', sampleTeam, [at('2026-11-20T15:00:00Z'), at('2026-12-28T15:00:00Z')]).filter(
      ({ date }) => date === '2026-11-26',
    )
    expect(finding).toMatchObject({ severity: 'warning', who: ['eng-d'], rotationId: 'rotation' })
    expect(finding?.hint).toBe(
      'A major holiday in an on-call week: swap in advance. Engineer C is neither on call, nor away, nor on holiday then: agree a swap and write it under overrides.',
    )
    expect(finding?.remedies).toEqual([
      {
        kind: 'swap',
        rotationId: 'rotation',
        role: 'primary',
        from: '2026-11-23T15:00:00.000Z',
        to: '2026-11-30T15:00:00.000Z',
        partner: 'eng-c',
        person: 'eng-d',
      },
      {
        kind: 'cover',
        rotationId: 'rotation',
        role: 'primary',
        from: '2026-11-26T08:00:00.000Z',
        to: '2026-11-27T08:00:00.000Z',
        partner: 'eng-c',
        person: 'eng-d',
      },
      { kind: 'work-holiday', person: 'eng-d', date: '2026-11-26' },
    ])
  })

  it('S3.1 a lesser holiday is a finding without the call for a swap in advance', () => {
    const [finding] = only('holiday', sampleTeam, [at('2027-01-18T15:00:00Z'), at('2027-01-19T15:00:00Z')])
    expect(finding?.hint).not.toContain('in advance')
  })

  it('S3.1 whoever has agreed to work has no finding; whoever stands in by agreement has a note', () => {
    const willing = withPeople((person) => (person.id === 'eng-d' ? { worksOn: ['2026-12-25'] } : {}))
    expect(found(willing, christmas)).toEqual(['note holiday 2026-12-25 eng-b', 'note holiday 2026-12-26 eng-b'])
    const override = { from: '2026-12-25', to: '2026-12-25', person: 'eng-c', for: 'eng-d', agreed: '2026-12-02' }
    const [swapped] = only('holiday', withRotation({ overrides: [override] }), christmas)
    expect(swapped).toMatchObject({ severity: 'note', who: ['eng-c'] })
    expect(swapped?.why).toContain('agreed on 2 Dec 2026')
  })

  it('S3.1 a feast of their own that no calendar knows is one too', () => {
    const feast = { date: '2027-02-24', name: 'Losar' }
    const team = withPeople((person) => (person.id === 'eng-a' ? { holidays: [feast] } : {}))
    expect(found(team)).toEqual(['warning holiday 2027-02-24 eng-a'])
    expect(scheduleFindings(team, ...quiet)[0]?.why).toBe('Engineer A is on call on Losar, a holiday of theirs.')
  })
})
