import { describe, expect, it } from 'vitest'
import { fallsTo, personInRole } from '../../../shared/schedule/falls-to.ts'
import { rungCandidates } from '../../../shared/schedule/rung-candidates.ts'
import { at, sampleTeam } from './sample-team.ts'

const now = at('2026-11-12T12:00:00Z')
const bare = { ...sampleTeam, rotations: [] }
const fallen = (who: string, { team = sampleTeam, pipeline = 'profit', excluding = [] as readonly string[] } = {}) => {
  const falls = fallsTo(who, rungCandidates(team, pipeline, who, now, excluding))
  return falls && [falls.because, falls.to && personInRole(falls.to)]
}

describe('E5 why a rung falls to somebody else', () => {
  it('says nothing where it reaches whom it names', () => {
    for (const who of ['secondary', 'backup', 'lead', 'eng-a']) expect(fallen(who)).toBeNull()
  })

  it('says that nobody is named, and not why a later one is passed over', () => {
    const excluding = ['eng-d']
    expect(fallen('lead', { pipeline: 'unknown', excluding })).toEqual(['no lead is named', null])
    expect(fallen('secondary', { pipeline: 'unknown', excluding })).toEqual([
      'no secondary owner is named',
      'Engineer C, next',
    ])
    expect(fallen('backup', { team: bare })).toEqual(['nobody is backup on call', 'Engineer A, secondary'])
  })

  it('says why the one it names is passed over', () => {
    expect(fallen('secondary', { excluding: ['eng-a'] })).toEqual([
      'Engineer A is handling the incident already',
      'Engineer D, backup',
    ])
    expect(fallen('gone', { team: bare })).toEqual(['gone is not in team.yaml', 'Data Lead'])
  })
})
