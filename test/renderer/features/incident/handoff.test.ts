import { describe, expect, it } from 'vitest'
import { factOfRole } from '../../../../renderer/features/incident/escalation/roles.tsx'
import { promisedAt, promiseTimes } from '../../../../renderer/features/incident/forms/promise-times.ts'
import { receivers } from '../../../../renderer/features/incident/handoff/receivers.ts'
import { shiftNotice } from '../../../../renderer/features/incident/handoff/shift-notice.ts'
import { updateWords } from '../../../../renderer/features/incident/header/update-chip.tsx'
import type { IncidentState } from '../../../../shared/incident/incident-state.ts'
import { emptyTeam, type Person, type Team } from '../../../../shared/schedule/team.ts'
import { sampleTeam, withRotation } from '../../../shared/schedule/sample-team.ts'
import { engineer, minuteAt, minuteMs, secondary, stated } from '../../../support/log-builder.ts'
import { folded } from './folded.ts'

const zone = 'America/New_York'
const handoverAt = Date.parse('2026-11-09T15:00:00.000Z')
const engA = { id: 'eng-a', name: 'Engineer A' }

/** An incident that began in the night before the shift change of Monday, 9 November: eng-a has the week until then. */
function openSinceTheNight(commander = engA): IncidentState {
  const state = folded([], { onCall: commander, pipeline: null })
  const { context } = state.ladder
  const moved = { ...context, declaredAt: '2026-11-09T08:00:00.000Z' }
  return { ...state, ladder: { ...state.ladder, context: moved } as IncidentState['ladder'] }
}

const noticeAt = (nowMs: number, me: string | null, team: Team = sampleTeam, commander = engA) =>
  shiftNotice(openSinceTheNight(commander).ladder.context, team, { me, nowMs, zone })

describe('E10 a shift change with an open incident', () => {
  it('E10 says calmly that your shift ended, when, and who is on call now', () => {
    expect(noticeAt(handoverAt, 'eng-a')?.words).toBe('Your shift ended at 10:00. Engineer B is on call now.')
    expect(noticeAt(handoverAt, 'eng-c')?.words).toMatch(/^The shift of Engineer A ended at 10:00\./)
  })

  it('E10 says it within the hour before, and not earlier', () => {
    expect(noticeAt(handoverAt - 24 * 60_000, 'eng-a')?.words).toBe(
      'Your shift ends at 10:00, in 24 min. Engineer B is on call next.',
    )
    expect(noticeAt(handoverAt - 61 * 60_000, 'eng-a')).toBeNull()
  })

  it('E10 warns whoever took command after the first shift change before their own shift ends', () => {
    const nextAt = handoverAt + 7 * 24 * 3_600_000
    expect(noticeAt(nextAt - 30 * 60_000, 'eng-b', sampleTeam, { id: 'eng-b', name: 'Engineer B' })?.words).toBe(
      'Your shift ends at 10:00, in 30 min. Engineer C is on call next.',
    )
  })

  it('E10 says nothing once whoever is on call commands it, or when there is no rotation', () => {
    expect(noticeAt(handoverAt, 'eng-a', sampleTeam, { id: 'eng-b', name: 'Engineer B' })).toBeNull()
    expect(noticeAt(handoverAt, 'eng-a', { ...sampleTeam, rotations: [] })).toBeNull()
  })

  it('E10 names nobody to hand it to when nobody is on call', () => {
    const team = withRotation({ overrides: [{ from: '2026-11-09', to: '2026-11-10', for: 'eng-b' }] })
    const notice = noticeAt(handoverAt + 60_000, 'eng-a', team)
    expect(notice).toMatchObject({ to: null })
    expect(notice?.words).toContain('Nobody is on call now: you keep the incident.')
  })
})

describe('E10 who may be asked', () => {
  const suggestedAt = (nowMs: number, team: Team = sampleTeam) =>
    receivers(openSinceTheNight().ladder.context, team, nowMs).suggested.map(({ person, why }) => [person.id, why])

  it('E10 whoever is on call after the change comes first, also just before it; never the commander', () => {
    expect(suggestedAt(handoverAt)[0]).toEqual(['eng-b', 'on call now'])
    expect(suggestedAt(handoverAt - 30 * 60_000)[0]).toEqual(['eng-b', 'on call next'])
    expect(suggestedAt(handoverAt).map(([id]) => id)).not.toContain('eng-a')
  })

  it('E10 whoever is away comes last among the suggested, and it is said', () => {
    const away = sampleTeam.people.map(
      (person): Person =>
        person.id === 'eng-b' ? { ...person, away: [{ from: '2026-11-09', to: '2026-11-12' }] } : person,
    )
    const team = { ...sampleTeam, people: away }
    const { suggested } = receivers(openSinceTheNight().ladder.context, team, handoverAt)
    expect(suggested.at(-1)).toMatchObject({ person: { id: 'eng-b' }, away: '2026-11-12' })
  })

  it('E10 everybody else can be asked too, each once', () => {
    const { suggested, others } = receivers(openSinceTheNight().ladder.context, sampleTeam, handoverAt)
    const ids = [...suggested, ...others].map(({ person }) => person.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(sampleTeam.people.length - 1)
  })
})

describe('E10 roles', () => {
  const team: Team = {
    ...emptyTeam,
    people: [
      { ...engineer, timezone: 'UTC', away: [] },
      { ...secondary, timezone: 'UTC', away: [] },
    ],
  }

  it('E10 choosing somebody assumes, choosing nobody renounces, choosing the same changes nothing', () => {
    expect(factOfRole('scribe', null, secondary.id, team)).toEqual({
      type: 'role.assumed',
      data: { role: 'scribe', person: secondary },
    })
    expect(factOfRole('scribe', secondary, '', team)).toEqual({
      type: 'role.renounced',
      data: { role: 'scribe', person: secondary },
    })
    expect(factOfRole('scribe', secondary, secondary.id, team)).toBeNull()
    expect(factOfRole('scribe', null, '', team)).toBeNull()
    expect(factOfRole('scribe', null, 'left-long-ago', team)).toBeNull()
  })
})

describe('E14 the promise in the header', () => {
  it.each([
    [null, null, null],
    [minuteAt(30), null, { words: 'Update due in 20 min', presses: false }],
    [minuteAt(14), null, { words: 'Update due in 4 min', presses: true }],
    [minuteAt(10), null, { words: 'Update due now', presses: true }],
    [null, minuteAt(5), { words: 'Update missed at 22:05', presses: true }],
  ])('E14 promised for %s, missed for %s', (promisedFor, missedFor, expected) => {
    expect(updateWords({ promisedFor, missedFor }, minuteMs(10), zone)).toEqual(expected)
  })

  it('E14 is promised for the minute that was shown', () => {
    const nowMs = minuteMs(10) + 40_000
    const [first] = promiseTimes(nowMs, zone)
    expect(first).toEqual({ value: '15', label: 'in 15 min, at 22:25' })
    expect(promisedAt(nowMs, '15')).toBe(minuteAt(25))
  })

  it('E14 folds as the header reads it', () => {
    const { data } = folded([[1, stated('update.promised', { dueAt: minuteAt(30) })]])
    expect(data.updatePromisedFor).toBe(minuteAt(30))
  })
})
