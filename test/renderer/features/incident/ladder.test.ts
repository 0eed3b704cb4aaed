import { describe, expect, it } from 'vitest'
import { advanceTo, canState, snoozeEnds } from '../../../../renderer/features/incident/escalation/ladder-moves.ts'
import {
  ladderRows,
  rowFallsTo,
  rungTitle,
  toldName,
} from '../../../../renderer/features/incident/escalation/ladder-rows.ts'
import { factOfMove } from '../../../../renderer/features/incident/escalation/move-words.ts'
import { peopleToCall } from '../../../../renderer/features/incident/escalation/people-to-call.ts'
import { reliefNotice } from '../../../../renderer/features/incident/escalation/relief-view.ts'
import { ageOf, rungWords, wayGone } from '../../../../renderer/features/incident/header/clock-words.ts'
import { rungDeadlineId } from '../../../../shared/incident/deadline-ids.ts'
import { emptyTeam, type Person, type Team } from '../../../../shared/schedule/team.ts'
import { sampleTeam } from '../../../shared/schedule/sample-team.ts'
import { detectedAt, minuteAt, minuteMs, stated } from '../../../support/log-builder.ts'
import { folded, type Timed } from './folded.ts'

const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  phone: '+1 555 0100',
  timezone: 'America/New_York',
  away: [],
  ...more,
})

const people = [
  person('eng-a', 'Engineer A'),
  person('eng-b', 'Engineer B'),
  person('data-lead', 'Data Lead', { timezone: 'Asia/Kolkata' }),
  person('upstream', 'Upstream on-call'),
]

const teamWith = (members: readonly Person[]): Team => ({
  ...emptyTeam,
  people: members,
  pipelines: [
    {
      id: 'profit',
      name: 'Aggregate profit',
      primary: 'eng-a',
      secondary: 'eng-b',
      lead: 'data-lead',
      tier: 'investor',
      canWaitUntilMorning: null,
      sources: [{ name: 'raw.spend', owner: 'upstream' }],
      consumers: [],
      policy: null,
    },
  ],
})

const team = teamWith(people)
const away = teamWith(
  people.map((each) => (each.id === 'eng-b' ? { ...each, away: [{ from: '2026-11-10', to: '2026-11-20' }] } : each)),
)

const rowsAt = (minute: number, given = team, facts: readonly Timed[] = []) => {
  const { context } = folded(facts).ladder
  return { context, rows: ladderRows(context, given, minuteMs(minute)) }
}

describe('the ladder as it is shown', () => {
  it('E1 counts every rung from the one origin', () => {
    const { rows } = rowsAt(0)
    expect(rows.map(({ dueAtMs }) => (dueAtMs - minuteMs(0)) / 60_000)).toEqual([30, 60, 120])
    expect(rows.map(({ isNext }) => isNext)).toEqual([true, false, false])
  })

  it('says what happens next, to whom, and in how long', () => {
    const { rows, context } = rowsAt(48)
    expect(rows.map((row) => rungWords(row, context, minuteMs(18)))).toEqual([
      'You are asked “still stuck?” in 12 min',
      'Engineer B is told in 42 min',
      'Data Lead is told in 1 h 42 min',
    ])
    expect(rows.map((row) => rungTitle(row, context))).toEqual([
      'Debug budget: still stuck?',
      'Engineer B, secondary',
      'Data Lead, lead',
    ])
  })

  it('S4 says to whom a rung falls when the one it names is away', () => {
    const { rows, context } = rowsAt(0, away)
    const row = rows[1]
    if (row === undefined) throw new Error('no second rung')
    expect(rowFallsTo(row)).toEqual({ because: 'Engineer B is away until 20 Nov', to: 'Data Lead' })
    expect(toldName(row, context)).toBe('Data Lead')
    expect(rows.filter((each) => each !== row).map((each) => rowFallsTo(each))).toEqual([null, null])
  })

  it('E5 says to whom a rung falls that names nobody, as without a pipeline', () => {
    const { context } = folded([], { pipeline: null, secondary: null, lead: null }).ladder
    const [asked, secondary, lead] = ladderRows(context, sampleTeam, minuteMs(0))
    expect(asked && rowFallsTo(asked)).toBeNull()
    expect(secondary && rowFallsTo(secondary)).toMatchObject({
      because: 'no secondary owner is named',
      to: expect.stringMatching(/, backup$/),
    })
    expect(lead && rowFallsTo(lead)?.to).toMatch(/, backup$/)
  })

  it('E5 says that nobody can be told, when that is so', () => {
    const { rows } = rowsAt(0, teamWith([person('eng-a', 'Engineer A')]))
    expect(rows.map((row) => rowFallsTo(row)?.to)).toEqual([undefined, null, null])
  })

  it('fills the ring from the rung before to the next', () => {
    const { rows } = rowsAt(0)
    const gone = (index: number, minute: number) => {
      const row = rows[index]
      return row === undefined ? -1 : wayGone(rows, row, minuteMs(0), minuteMs(minute))
    }
    expect([gone(0, 0), gone(0, 15), gone(1, 30), gone(1, 45), gone(2, 200)]).toEqual([0, 0.5, 0, 0.5, 1])
  })
})

describe('the age clock', () => {
  it('E4 runs on after the acknowledgement and stops at mitigation', () => {
    const acknowledged: Timed = [5, stated('incident.acknowledged', {})]
    const mitigated: Timed = [40, stated('incident.mitigated', {})]
    const running = folded([acknowledged]).ladder.context
    expect(ageOf(running, minuteMs(20), 'UTC')).toMatchObject({ ms: 20 * 60_000, stoppedBy: null })
    const stopped = folded([acknowledged, mitigated]).ladder.context
    expect(ageOf(stopped, minuteMs(90), 'UTC')).toMatchObject({ ms: 40 * 60_000, stoppedBy: 'mitigated' })
  })

  it('E1 counts from detection for as long as the SLA lies ahead', () => {
    const policy = { ...folded([]).ladder.context.policy, clock: 'sla' as const }
    const { context } = folded([], { policy, slaAt: minuteAt(60) }).ladder
    expect(ageOf(context, minuteMs(10), 'UTC')).toMatchObject({ ms: 10 * 60_000, since: 'detection, 03:00 UTC' })
    expect(ageOf(context, minuteMs(70), 'UTC')).toMatchObject({ ms: 10 * 60_000, since: 'the SLA, 04:00 UTC' })
  })
})

describe('the note on a holiday', () => {
  const relief = {
    reason: 'Year-end',
    startsAt: '2026-11-13T00:00:00.000Z',
    endsAt: '2026-11-16T00:00:00.000Z',
    stretch: 2,
    severityFloor: null,
    hours: null,
  }
  const hours = { from: '09:00', to: '18:00', timezone: 'UTC', days: 'daily' } as const
  const noticeOf = (change: Parameters<typeof folded>[1], facts: readonly Timed[] = []) =>
    reliefNotice(folded(facts, change).ladder.context, minuteMs(20), 'UTC')

  it('E15 says which mode, until when, and what each rung makes of it', () => {
    expect(noticeOf({ relief: [relief] })).toEqual({
      words: 'Relaxed by “Year-end” until 15 Nov',
      effects: [
        'Question after 1 h instead of 30 min',
        'Secondary after 2 h instead of 1 h',
        'Lead after 4 h instead of 2 h',
      ],
    })
  })

  it('E15 says what waits until when, and that a severity it does not name is left alone', () => {
    const waits = { ...relief, stretch: null, severityFloor: 2, hours }
    expect(noticeOf({ severity: 3, relief: [waits] })?.effects).toEqual(['Pages of SEV-3 wait until 09:00'])
    expect(noticeOf({ severity: 2, relief: [waits] })?.effects).toEqual(['It changes nothing for this severity'])
  })

  it('E15 a mode still to come is said when it will slow this ladder', () => {
    const coming = { ...relief, startsAt: minuteAt(40) }
    expect(noticeOf({ relief: [coming] })?.words).toBe('Relaxed by “Year-end” from 14 Nov 03:40 until 15 Nov')
    expect(noticeOf({ relief: [{ ...relief, startsAt: minuteAt(240) }] })).toBeNull()
  })

  it('E15 nothing is said without a mode, for SEV-1, or once it is set aside', () => {
    expect(noticeOf({})).toBeNull()
    expect(noticeOf({ severity: 1, relief: [relief] })).toBeNull()
    expect(noticeOf({ relief: [relief] }, [[10, stated('relief.setAside', {})]])).toBeNull()
  })
})

describe('moves', () => {
  const nowMs = minuteMs(10)

  it('E7 are only offered when the machine would take them', () => {
    const state = folded([])
    expect(canState(state, { type: 'incident.acknowledged', data: {} }, nowMs)).toBe(true)
    expect(canState(state, { type: 'incident.reopened', data: { reason: 'no' } }, nowMs)).toBe(false)
    const fired = folded([[10, stated('rung.advanced', advanced('secondary'))]])
    expect(advanceTo(fired.ladder.context, 'secondaryNotified', 'again')).toBeNull()
  })

  it('E7 name the rung that they mean, so that a click on one that fired meanwhile can be refused', () => {
    expect(factOfMove('lead', folded([]), { reason: 'it is big', untilMs: 0, nowMs })).toEqual({
      type: 'rung.advanced',
      data: { rungId: 'lead', deadlineId: rungDeadlineId('lead', 0), reason: 'it is big' },
    })
  })

  it('E7 a snooze ends after its rung is due and before the one after it', () => {
    const ends = snoozeEnds(folded([]), nowMs)
    expect(ends.map((untilMs) => (untilMs - minuteMs(0)) / 60_000)).toEqual([35, 40, 45, 50])
    const snoozed = folded([
      [10, stated('rung.snoozed', { ...advanced('debug'), until: minuteAt(40), reason: 'waiting' })],
    ])
    expect(snoozeEnds(snoozed, nowMs)).toEqual([])
  })

  it('E3 ten more minutes end ten minutes from now', () => {
    const fact = factOfMove('moreTime', folded([]), { reason: 'waiting', untilMs: 0, nowMs })
    expect(fact?.data).toMatchObject({ answer: 'moreTime', until: minuteAt(20), reason: 'waiting' })
  })
})

const advanced = (rungId: string) => ({ rungId, deadlineId: rungDeadlineId(rungId, 0), reason: 'now' })

describe('people to call', () => {
  it('are those of the ladder, then upstream and downstream, nobody twice and not the one in command', () => {
    const { ladder, others } = peopleToCall(folded([]).ladder.context, team, Date.parse(detectedAt))
    expect(ladder.map((call) => [call.person.id, call.role])).toEqual([
      ['eng-b', 'secondary'],
      ['data-lead', 'lead'],
    ])
    expect(others.map((call) => [call.person.id, call.role])).toEqual([['upstream', 'owns raw.spend']])
  })

  it('carry the time where they are, and whether it is night', () => {
    const { ladder } = peopleToCall(folded([]).ladder.context, away, Date.parse(detectedAt))
    expect(
      ladder.map(({ person: { id }, localTime, isNight, away: until }) => [id, localTime, isNight, until]),
    ).toEqual([
      ['data-lead', '08:30', false, null],
      ['eng-b', '22:00', true, '2026-11-20'],
    ])
  })
})
