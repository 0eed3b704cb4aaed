import { describe, expect, it } from 'vitest'
import { parseTeam } from '../../../shared/schedule/parse-team.ts'
import { scheduleFindings } from '../../../shared/schedule/schedule-findings.ts'
import { demoTeamText } from '../../support/demo-team.ts'
import { away, found, quiet, sampleTeam, withRotation } from './sample-findings.ts'
import { at } from './sample-team.ts'

describe('S4 findings', () => {
  it('S4.1 a schedule without trouble has none', () => {
    expect(found(sampleTeam)).toEqual([])
  })

  it('S4 gap: before the start, a week with nobody known, a missing backup', () => {
    expect(found(sampleTeam, [at('2026-10-30T12:00:00Z'), at('2026-11-02T15:00:00Z')])).toEqual([
      'error gap 2026-10-30',
    ])
    const weeks = [{ primary: 'gone', backup: 'eng-c' }, { primary: 'eng-b' }]
    expect(found(withRotation({ weeks }))).toEqual(['error gap 2027-02-22', 'warning gap 2027-03-01'])
    expect(found(withRotation({ weeks: [] }))).toEqual(['error gap 2027-02-22'])
  })

  it('S4 gap: a rotation that uses no backups misses none', () => {
    expect(found(withRotation({ weeks: [{ primary: 'eng-c' }] }))).toEqual([])
  })

  it('S4 overlap: two people written for one turn', () => {
    const days = { from: '2027-02-23', to: '2027-02-25', for: 'eng-a' }
    const overrides = [
      { ...days, person: 'eng-b' },
      { ...days, from: '2027-02-24', person: 'eng-d' },
    ]
    expect(found(withRotation({ overrides }))).toEqual(['warning overlap 2027-02-24 eng-b eng-d'])
    expect(found(withRotation({ overrides: overrides.map((override) => ({ ...override, person: 'eng-b' })) }))).toEqual(
      [],
    )
  })

  it('S4 overlap: not when two people are replaced at once', () => {
    const days = { from: '2027-02-23', to: '2027-02-25' }
    const overrides = [
      { ...days, for: 'eng-a', person: 'eng-b' },
      { ...days, for: 'eng-c', person: 'eng-d' },
    ]
    expect(found(withRotation({ overrides }))).toEqual([])
  })

  it('S4 holiday: for whoever is on call, by their region, as a note for the backup or for a few hours', () => {
    expect(found(sampleTeam, [at('2026-12-21T15:00:00Z'), at('2026-12-28T15:00:00Z')])).toEqual([
      'warning holiday 2026-12-25 eng-d',
      'note holiday 2026-12-25 eng-b',
      'note holiday 2026-12-26 eng-b',
    ])
    const [finding] = scheduleFindings(sampleTeam, at('2026-12-25T23:00:00Z'), at('2026-12-26T23:00:00Z'))
    expect(finding).toMatchObject({
      severity: 'note',
      why: 'Engineer D is on call on Christmas Day, a public holiday where they are, from 15:00 to 24:00 their time.',
    })
  })

  it('S4 away: an error for the primary, a warning for the backup, with somebody free by name', () => {
    const absence = { from: '2027-02-24', to: '2027-02-26', reason: 'wedding' }
    expect(found(away('eng-a', absence))).toEqual(['error away 2027-02-24 eng-a'])
    expect(found(away('eng-c', absence))).toEqual(['warning away 2027-02-24 eng-c'])
    expect(found(away('eng-b', absence))).toEqual([])
    const [finding] = scheduleFindings(away('eng-a', absence), ...quiet)
    expect(finding?.why).toBe('Engineer A is on call while away from 2027-02-24 to 2027-02-26 (wedding).')
    const [second] = scheduleFindings(away('eng-c', absence), ...quiet)
    expect(second?.hint).toContain('Engineer B is neither')
    expect(finding?.hint).toContain('Engineer B is neither on call, nor away, nor on holiday then')
  })

  it('S4 away: also somebody who stands in', () => {
    const overrides = [{ from: '2027-02-24', to: '2027-02-24', person: 'eng-b', for: 'eng-a' }]
    const team = withRotation({ overrides }, away('eng-b', { from: '2027-02-20', to: '2027-02-28' }))
    expect(scheduleFindings(team, ...quiet)[0]?.why).toContain('standing in for Engineer A,')
  })

  it('S4 same-person: by the rotation, and as both owners of a pipeline', () => {
    const weeks = [{ primary: 'eng-c', backup: 'eng-c' }]
    expect(found(withRotation({ weeks }), [quiet[0], quiet[0] + 1])).toEqual(['error same-person 2027-02-22 eng-c'])
    const pipelines = sampleTeam.pipelines.map((pipeline) => ({ ...pipeline, secondary: pipeline.primary }))
    expect(found({ ...sampleTeam, pipelines })).toEqual(['warning same-person 2027-02-22 eng-b'])
  })

  it('S4 nobody-after-swap: an open shift, and a swap with the backup', () => {
    const days = { from: '2027-02-24', to: '2027-02-24', for: 'eng-a' }
    expect(found(withRotation({ overrides: [days] }))).toEqual(['error nobody-after-swap 2027-02-24'])
    expect(found(withRotation({ overrides: [{ ...days, person: 'eng-c' }] }))).toEqual([
      'error nobody-after-swap 2027-02-24 eng-c',
    ])
  })

  it('S4 no-phone: once for each person on call', () => {
    const people = sampleTeam.people.map(({ phone: _phone, ...rest }) => rest)
    const span = [quiet[0], quiet[0] + 60 * 24 * 3_600_000] as const
    expect(found({ ...sampleTeam, people }, span).filter((text) => text.includes('no-phone'))).toEqual([
      'warning no-phone 2027-02-22 eng-a',
      'warning no-phone 2027-02-22 eng-c',
      'warning no-phone 2027-03-01 eng-b',
      'warning no-phone 2027-03-01 eng-d',
    ])
  })

  it('S4 double-cover: wants two different people, both present', () => {
    const doubleCover = [{ from: '2027-02-24', to: '2027-02-25', reason: 'quarter end' }]
    expect(found(withRotation({ doubleCover }))).toEqual([])
    const alone = withRotation({ doubleCover, weeks: [{ primary: 'eng-a' }] })
    expect(found(alone)).toEqual(['error double-cover 2027-02-24 eng-a'])
    expect(scheduleFindings(alone, ...quiet)[0]?.why).toBe(
      'Two people are wanted from 2027-02-24 to 2027-02-25 (quarter end), but only one person is on call.',
    )
    const gone = withRotation({ doubleCover }, away('eng-c', { from: '2027-02-25', to: '2027-02-25' }))
    expect(found(gone)).toContain('error double-cover 2027-02-24 eng-a eng-c')
  })

  it('S4 ids stay the same and are unique, and findings come soonest first', () => {
    const span = [at('2026-11-02T15:00:00Z'), at('2028-01-01T00:00:00Z')] as const
    const first = scheduleFindings(sampleTeam, ...span)
    expect(first.length).toBeGreaterThan(20)
    expect(new Set(first.map(({ id }) => id)).size).toBe(first.length)
    expect(scheduleFindings(sampleTeam, ...span)).toEqual(first)
    expect(first.map(({ date }) => date)).toEqual(first.map(({ date }) => date).toSorted())
  })
})

describe('the demo workspace', () => {
  const { team, problems } = parseTeam({ path: 'team.yaml', text: demoTeamText })

  it('W1 is read without an error', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect([team.people.length > 4, team.pipelines.length, team.rotations.length]).toEqual([true, 5, 1])
  })

  it('S4 shows who works on Christmas', () => {
    const findings = scheduleFindings(team, at('2026-12-01T00:00:00Z'), at('2027-01-01T00:00:00Z'))
    const christmas = findings.filter(({ kind, date }) => kind === 'holiday' && date === '2026-12-25')
    expect(christmas.map(({ who }) => who)).toContainEqual(['eng-d'])
  })
})
