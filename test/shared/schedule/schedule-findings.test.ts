import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseTeam } from '../../../shared/schedule/parse-team.ts'
import { scheduleFindings } from '../../../shared/schedule/schedule-findings.ts'
import type { DateRange, Person, Rotation, Team } from '../../../shared/schedule/team.ts'
import { at, sampleTeam as teamAsDescribed, withRotation as withRotationOf } from './sample-team.ts'

/** The sample with a secondary owner who takes no turns: else each of their weeks is a note of its own. */
const sampleTeam: Team = {
  ...teamAsDescribed,
  pipelines: teamAsDescribed.pipelines.map((pipeline) => ({ ...pipeline, secondary: 'data-lead' })),
}
const withRotation = (change: Partial<Rotation>, team: Team = sampleTeam) => withRotationOf(change, team)

/** Two weeks without a public holiday for anybody: Engineer A with C behind them, then B with D. */
const quiet = [at('2027-02-22T15:00:00Z'), at('2027-03-08T15:00:00Z')] as const

const withPeople = (change: (person: Person) => Partial<Person>): Team => ({
  ...sampleTeam,
  people: sampleTeam.people.map((person) => ({ ...person, ...change(person) })),
})
const away = (id: string, absence: DateRange) => withPeople((person) => (person.id === id ? { away: [absence] } : {}))
const found = (team: Team, span: readonly [number, number] = quiet) =>
  scheduleFindings(team, ...span).map(({ severity, kind, date, who }) => [severity, kind, date, ...who].join(' '))

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

const only = (kind: string, team: Team, span: readonly [number, number] = quiet) =>
  scheduleFindings(team, ...span).filter((finding) => finding.kind === kind)
const without = (key: 'backup' | 'primary') =>
  withRotation({ weeks: [{ primary: 'eng-a', backup: 'eng-c' }].map((week) => ({ ...week, [key]: undefined })) })
const christmas = [at('2026-12-21T15:00:00Z'), at('2026-12-28T15:00:00Z')] as const

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

describe('S4 findings about rungs and handovers', () => {
  it('S4 same-person: the secondary owner on call is a note while a backup is there, once per pipeline', () => {
    const span = [quiet[0], quiet[0] + 60 * 24 * 3_600_000] as const
    const [note, ...more] = only('same-person', teamAsDescribed, span)
    expect(more).toEqual([])
    expect(note).toMatchObject({ severity: 'note', date: '2027-02-22', who: ['eng-a'] })
    expect(note?.why).toBe(
      'Engineer A is on call and also secondary owner of Aggregate profit for investors, so the rung goes to the backup.',
    )
  })

  it.each<[string, Team]>([
    ['there is no backup', withRotationOf({ weeks: [{ primary: 'eng-a' }] })],
    ['they are their own backup', withRotationOf({ weeks: [{ primary: 'eng-a', backup: 'eng-a' }] })],
    [
      'the backup is away',
      { ...teamAsDescribed, people: away('eng-c', { from: '2027-02-23', to: '2027-02-24' }).people },
    ],
  ])('S4 same-person: a warning when %s', (_what, team) => {
    const [warning] = only('same-person', team).filter(({ id }) => id.includes(':profit'))
    expect(warning).toMatchObject({ severity: 'warning', who: ['eng-a'] })
    expect(warning?.remedies).toEqual([{ kind: 'name-owner', pipelineId: 'profit', role: 'secondary' }])
  })

  it('S4 unreachable-rung: nobody it would tell has a phone, at the first such turn', () => {
    const silent = withPeople(({ id }) => (id === 'eng-b' || id === 'eng-d' ? {} : { phone: undefined as never }))
    const bare: Team = {
      ...silent,
      people: silent.people.map(({ phone, ...person }) => (phone === undefined ? person : { ...person, phone })),
    }
    const findings = only('unreachable-rung', bare)
    expect(findings.map(({ severity, date }) => [severity, date])).toEqual([['warning', '2027-02-22']])
    expect(findings[0]?.why).toBe(
      'Rung lead of Aggregate profit for investors reaches nobody: nobody it would tell has a phone.',
    )
    expect(findings[0]?.remedies).toContainEqual({ kind: 'add-phone', person: 'data-lead' })
  })

  it('S4 unreachable-rung: the phone of whoever is on call already reaches nobody new', () => {
    const people = teamAsDescribed.people.map(({ phone, ...person }) =>
      person.id === 'eng-a' ? { ...person, phone } : person,
    )
    const team = { ...teamAsDescribed, people: people.map((person) => person as Person) }
    expect(only('unreachable-rung', team).map(({ date, why }) => [date, why.split(' of ')[0]])).toContainEqual([
      '2027-02-22',
      'Rung secondary',
    ])
  })

  it('S4 unreachable-rung: an error when there is nobody to tell', () => {
    const pipelines = sampleTeam.pipelines.map(({ secondary: _s, lead: _l, ...pipeline }) => pipeline)
    const team = { ...withRotation({ weeks: [{ primary: 'eng-a' }] }), pipelines }
    expect(only('unreachable-rung', team).map(({ severity, who }) => [severity, ...who])).toEqual([
      ['error'],
      ['error'],
    ])
    expect(only('unreachable-rung', { ...sampleTeam, pipelines })).toEqual([])
  })

  it('S4 handover-dst: a handover that is skipped or comes twice, of a layer too', () => {
    const sunday = (time: string) => ({ day: 'sunday', at: time, timezone: 'America/New_York' }) as const
    const around = (date: string) => [at(`${date}T00:00:00Z`), at(`${date}T00:00:00Z`) + 48 * 3_600_000] as const
    const spring = withRotation({ handover: sunday('02:30') })
    expect(only('handover-dst', spring, around('2027-03-14')).map(({ why }) => why)).toEqual([
      'The clocks change at the handover on 14 Mar 2027: 02:30 does not exist that night, so it is at 03:30.',
    ])
    const autumn = withRotation({ handover: sunday('01:30') })
    expect(only('handover-dst', autumn, around('2027-11-07')).map(({ why }) => why)).toEqual([
      'The clocks change at the handover on 7 Nov 2027: 01:30 comes twice that night, and the first one counts.',
    ])
    for (const time of ['00:59', '02:00', '10:00']) {
      expect(only('handover-dst', withRotation({ handover: sunday(time) }), around('2027-11-07'))).toEqual([])
    }
    const layer = { id: 'l', name: 'L', start: '2026-11-02', handover: sunday('01:30'), weeks: [{ primary: 'eng-c' }] }
    expect(only('handover-dst', withRotation({ layers: [layer] }), around('2027-11-07'))[0]?.remedies).toEqual([
      { kind: 'move-handover', rotationId: 'rotation', layerId: 'l' },
    ])
  })

  it('S4 gap: hours without anybody are one warning when a pipeline may page then, else one note', () => {
    const hours = { from: '09:00', to: '17:00', timezone: 'America/New_York', days: 'daily' } as const
    const team = withRotation({ hours })
    expect(found(team)).toEqual(['warning gap 2027-02-22'])
    expect(scheduleFindings(team, ...quiet)[0]?.why).toBe(
      'Nobody is on call outside 09:00 to 17:00, and Aggregate profit for investors may page then.',
    )
    const pipelines = team.pipelines.map((pipeline) => ({ ...pipeline, canWaitUntilMorning: hours }))
    expect(found({ ...team, pipelines })).toEqual(['note gap 2027-02-22'])
  })

  it('S4.3 every finding says what would settle it, as data', () => {
    const [gap] = only('gap', without('primary'))
    expect(gap?.remedies).toEqual([
      {
        kind: 'cover',
        rotationId: 'rotation',
        role: 'primary',
        from: '2027-02-22T15:00:00.000Z',
        to: '2027-03-01T15:00:00.000Z',
      },
    ])
    const days = { from: '2027-02-23', to: '2027-02-25', for: 'eng-a' }
    const overrides = [
      { ...days, person: 'eng-b' },
      { ...days, person: 'eng-d' },
    ]
    expect(only('overlap', withRotation({ overrides }))[0]?.remedies).toEqual([
      { kind: 'remove-override', rotationId: 'rotation', override: overrides[0] },
    ])
    const people = sampleTeam.people.map(({ phone: _phone, ...rest }) => rest)
    expect(only('no-phone', { ...sampleTeam, people })[0]?.remedies).toEqual([{ kind: 'add-phone', person: 'eng-a' }])
  })

  it('S4.3 somebody on duty in another rotation is not named as free', () => {
    const absence = { from: '2027-02-24', to: '2027-02-26' }
    const team = away('eng-a', absence)
    const [rotation] = team.rotations
    if (!rotation) throw new Error('no rotation')
    const second = { ...rotation, id: 'second', weeks: [{ primary: 'eng-b', backup: 'eng-d' }] }
    const [alone] = only('away', team)
    const [busy] = only('away', { ...team, rotations: [rotation, second] })
    expect([alone?.hint.startsWith('Engineer B'), busy?.hint]).toEqual([
      true,
      'Agree a swap and write it under overrides.',
    ])
  })
})

describe('the demo workspace', () => {
  const text = readFileSync(new URL('../../../fixtures/workspace/team.yaml', import.meta.url), 'utf8')
  const { team, problems } = parseTeam({ path: 'team.yaml', text })

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
