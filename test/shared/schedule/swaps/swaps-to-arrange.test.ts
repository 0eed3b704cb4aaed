import { describe, expect, it } from 'vitest'
import { swapsToArrange } from '../../../../shared/schedule/swaps/swaps-to-arrange.ts'
import type { Team } from '../../../../shared/schedule/team.ts'
import { at, sampleTeam } from '../sample-team.ts'
import { accept, applied, now, proposed, withPerson } from './sample-swaps.ts'

describe('S3.1 swaps to arrange', () => {
  const dates = (nowIso: string, team: Team = sampleTeam) =>
    swapsToArrange(team, at(nowIso)).map(({ finding }) => finding.date)

  it('S3.1 a major holiday is there from eight weeks ahead, with partners, until it is swapped or agreed', () => {
    expect(dates('2026-10-01T00:00:00Z')).toEqual([])
    expect(dates('2026-10-02T12:00:00Z')).toEqual(['2026-11-26'])
    expect(dates('2026-11-20T15:00:00Z')).toEqual(['2026-11-26', '2026-12-25', '2027-01-01'])
    const [thanksgiving] = swapsToArrange(sampleTeam, now)
    expect(thanksgiving?.proposals.map(({ person }) => person.id)).toEqual(['eng-c', 'eng-a', 'eng-b'])
    expect(thanksgiving?.proposals[0]).toMatchObject({ takes: { from: '2026-11-23T15:00:00.000Z' }, conflicts: [] })
    const willing = withPerson('eng-d', { worksOn: ['2026-11-26'] })
    expect(dates('2026-11-20T15:00:00Z', willing)).toEqual(['2026-12-25', '2027-01-01'])
    expect(dates('2026-11-20T15:00:00Z', applied(proposed, accept))).toEqual(['2026-11-26', '2027-01-01'])
  })

  it('S3.1 a turn with two of them comes once', () => {
    const team = withPerson('eng-d', { holidays: [{ date: '2026-12-24', name: 'Own eve' }] })
    expect(dates('2026-12-01T00:00:00Z', team)).toEqual(['2026-12-24', '2027-01-01'])
  })
})
