import { describe, expect, it } from 'vitest'
import { scheduleFindings } from '../../../shared/schedule/schedule-findings.ts'
import type { Person, Team } from '../../../shared/schedule/team.ts'
import { away, found, only, quiet, sampleTeam, without, withPeople, withRotation } from './sample-findings.ts'
import { at, sampleTeam as teamAsDescribed, withRotation as withRotationOf } from './sample-team.ts'

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
