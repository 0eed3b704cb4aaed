import { describe, expect, it } from 'vitest'
import { LATE_AFTER_MS, planAlarm } from '../../../shared/incident/alarm-plan.ts'
import { openDeadlines, rungDueAtMs } from '../../../shared/incident/deadlines.ts'
import { defaultPolicy } from '../../../shared/schedule/policy.ts'
import { lead, minuteAt, minuteMs, secondary, stated } from '../../support/log-builder.ts'
import { outcomes, rungsOf, told } from './ladder-readings.ts'
import { LadderSimulator } from './ladder-simulator.ts'

describe('E5 nobody answers', () => {
  it('E5 the same person three more times, then the next, then nobody is left', () => {
    const simulator = new LadderSimulator({ policy: rungsOf(['secondary', 'PT1H', 'secondary']) })
    for (let minute = 60; minute <= 120; minute += 1) simulator.at(minute).tick()
    expect(told(simulator)).toEqual([
      ...[1, 2, 3, 4].map((attempt) => `secondary ${secondary.id} ${attempt}`),
      ...[1, 2, 3, 4].map((attempt) => `secondary eng-c ${attempt}`),
    ])
    expect(simulator.ofType('notification.requested').map(({ at }) => at)).toEqual(
      [60, 65, 70, 75, 80, 85, 90, 95].map(minuteAt),
    )
    expect(
      simulator.ofType('rung.exhausted').map(({ at, data }) => [at, new Set(data.tried.map(({ id }) => id)).size]),
    ).toEqual([[minuteAt(100), 2]])
    expect(simulator.context.rungs.secondary?.exhausted).toBe(true)
    expect(openDeadlines(simulator.context)).toEqual([])
  })

  it('E5 a page that went unanswered while asleep is repeated once, not once per timeout', () => {
    const simulator = new LadderSimulator({ policy: rungsOf(['secondary', 'PT1H', 'secondary']) }).at(60)
    simulator.tick()
    expect(simulator.at(300).tick().steps).toHaveLength(1)
    expect(simulator.tick().steps).toEqual([])
  })

  it('E5 somebody who answers late answers for the whole rung', () => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    simulator.at(65).tick()
    const first = simulator.context.notifications[0]?.notification ?? ''
    expect(
      simulator.at(66).say('call.made', {
        person: secondary,
        notification: first,
        channel: 'phone',
        outcome: 'reached',
      }),
    ).toBe(true)
    expect(simulator.context.notifications.map(({ status }) => status)).toEqual(['acknowledged', 'acknowledged'])
    expect(simulator.at(119).tick().steps).toEqual([])
  })

  it.each(['voicemail', 'noAnswer'] as const)('E5 a call that ended in %s answers nothing', (outcome) => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    const notification = simulator.context.notifications[0]?.notification ?? ''
    simulator.say('call.made', { person: secondary, notification, channel: 'phone', outcome })
    expect(simulator.at(65).tick().steps).toHaveLength(1)
  })

  it('E5 a higher rung stops the repeats of the lower ones', () => {
    const simulator = new LadderSimulator().at(118)
    simulator.tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
    simulator.at(123).tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`, `lead ${lead.id} 1`])
    expect(simulator.context.notifications.map(({ status }) => status)).toEqual(['stopped', 'open'])
  })

  it('E5 a lower rung told by hand does not stop the repeats of a higher one', () => {
    const simulator = new LadderSimulator().at(10)
    expect(simulator.advanceRung('lead')).toBe(true)
    expect(simulator.at(12).advanceRung('secondary')).toBe(true)
    expect(simulator.context.notifications.map(({ status }) => status)).toEqual(['open', 'open'])
    expect(simulator.value.escalation).toBe('leadEscalated')
  })

  it('E5 nobody to tell at all is written down once', () => {
    const simulator = new LadderSimulator({ policy: rungsOf(['boss', 'PT1H', 'cto']) }).at(60)
    expect(simulator.tick().refused).toEqual([])
    expect(simulator.at(70).tick().steps).toEqual([])
    expect(simulator.ofType('rung.exhausted').map(({ data }) => data.tried)).toEqual([[]])
  })

  it('E5 delivered on one channel is delivered, whatever another channel says later', () => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    const notification = simulator.context.notifications[0]?.notification ?? ''
    simulator.append(stated('notification.failed', { notification, channel: 'mail', error: 'no network' }))
    expect(simulator.context.notifications[0]?.delivery).toBe('failed')
    simulator.append(stated('notification.sent', { notification, channel: 'desktop' }))
    simulator.append(stated('notification.failed', { notification, channel: 'mail', error: 'no network' }))
    expect(simulator.context.notifications[0]?.delivery).toBe('sent')
  })

  it('E5 a request for a rung that was not sent, or twice with one id, is not taken', () => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    const request = simulator.ofType('notification.requested')[0]?.data
    if (request === undefined) throw new Error('nobody was told')
    expect(simulator.say('notification.requested', request)).toBe(false)
    const early = { ...request, notification: 'other', rungId: 'lead', deadlineId: simulator.deadlineId('lead') }
    expect(simulator.say('notification.requested', early)).toBe(false)
    expect(simulator.say('notification.requested', { ...request, notification: 'other' })).toBe(true)
  })
})

describe('E6 once, ever', () => {
  it('E6 overdue rungs go off in order within one tick: the highest is sent, the lower are recorded', () => {
    const simulator = new LadderSimulator().at(150)
    expect(simulator.tick('laptop asleep 41 min').refused).toEqual([])
    expect(
      simulator.ofType('rung.fired').map(({ data }) => [data.rungId, data.outcome, data.lateMs, data.lateCause]),
    ).toEqual([
      ['debug', 'recorded', 120 * 60_000, 'laptop asleep 41 min'],
      ['secondary', 'recorded', 90 * 60_000, 'laptop asleep 41 min'],
      ['lead', 'sent', 30 * 60_000, 'laptop asleep 41 min'],
    ])
    expect(told(simulator)).toEqual([`lead ${lead.id} 1`])
    expect(simulator.tick().steps).toEqual([])
  })

  it('E6 a rung that was only recorded leads nowhere: nobody was notified', () => {
    const simulator = new LadderSimulator().at(150)
    simulator.tick()
    expect(simulator.state.stretches.map(({ escalation }) => escalation)).toEqual(['holding', 'leadEscalated'])
  })

  it.each([
    [0, null],
    [LATE_AFTER_MS, null],
    [LATE_AFTER_MS + 1, 'laptop asleep 41 min'],
  ])('E6 %i ms after the deadline, the cause is %s', (lateMs, lateCause) => {
    const simulator = new LadderSimulator()
    simulator.nowMs = minuteMs(30) + lateMs
    simulator.tick()
    expect(simulator.ofType('rung.fired')[0]?.data).toMatchObject({ lateMs, lateCause, dueAt: minuteAt(30) })
  })

  it('E6 nothing goes off a millisecond early', () => {
    const simulator = new LadderSimulator()
    simulator.nowMs = minuteMs(30) - 1
    expect(simulator.tick().steps).toEqual([])
  })

  it('E6 what comes later in the policy is higher, whomever it tells', () => {
    const policy = rungsOf(['lead', 'PT1H', 'lead'], ['boss', 'PT2H', 'cto'])
    const simulator = new LadderSimulator({ policy }).at(60)
    simulator.tick()
    simulator.at(120).tick()
    expect(outcomes(simulator)).toEqual(['lead sent', 'boss sent'])
    expect(simulator.value.escalation).toBe('leadEscalated')
  })

  it('E6 a lead who was only recorded does not count as told', () => {
    const policy = rungsOf(['lead', 'PT1H', 'lead'], ['boss', 'PT2H', 'cto'])
    const simulator = new LadderSimulator({ policy }).at(120)
    simulator.tick()
    expect(outcomes(simulator)).toEqual(['lead recorded', 'boss sent'])
    expect(simulator.value.escalation).toBe('secondaryNotified')
  })

  it('E6 a question after a rung that tells is asked beside it', () => {
    const policy = rungsOf(['secondary', 'PT10M', 'secondary'], ['ask', 'PT20M', null])
    const simulator = new LadderSimulator({ policy }).at(30)
    simulator.tick()
    expect(outcomes(simulator)).toEqual(['secondary sent', 'ask asked'])
    expect(simulator.value).toMatchObject({ escalation: 'secondaryNotified', question: 'open' })
  })

  it('E6 a rung that went off without anybody being told is told after a restart', () => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    const cut = simulator.records.findIndex(({ type }) => type === 'notification.requested')
    simulator.records.splice(cut)
    simulator.restart()
    expect(simulator.tick().steps.map((step) => step.do)).toEqual(['tellRung'])
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
    expect(outcomes(simulator)).toEqual(['debug recorded', 'secondary sent'])
    expect(simulator.tick().steps).toEqual([])
  })

  it('E6 where a higher rung is due after that restart, only the higher one is told', () => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    simulator.records.pop()
    simulator.restart().at(120).tick()
    expect(told(simulator)).toEqual([`lead ${lead.id} 1`])
  })

  it.each([
    ['another epoch', 'secondary', 'rung:1:secondary'],
    ['no such rung', 'nobody', 'rung:0:nobody'],
    ['a question that was sent', 'debug', 'rung:0:debug'],
  ])('E6 a firing of %s changes nothing', (_, rungId, deadlineId) => {
    const simulator = new LadderSimulator().at(60)
    const before = simulator.state.ladder
    const lateness = { dueAt: minuteAt(60), lateMs: 0, lateCause: null }
    const data = { rungId, deadlineId, ...lateness, outcome: 'sent' as const }
    simulator.append(stated('rung.fired', data))
    expect(simulator.state.ladder.value).toEqual(before.value)
    expect(simulator.context).toEqual(before.context)
  })

  it('E6 is a function of the log and the instant alone', () => {
    const simulator = new LadderSimulator().at(150)
    const plan = () => planAlarm(simulator.context, simulator.nowMs, 'cause')
    expect(plan()).toEqual(plan())
    expect(rungDueAtMs(simulator.context, defaultPolicy.rungs[0] ?? { id: '', after: '', action: { do: 'ask' } })).toBe(
      minuteMs(30),
    )
  })
})

describe('E11 no automatic paging', () => {
  const office = { from: '09:00', to: '18:00', timezone: 'UTC', days: 'daily' } as const
  const minuteOf = (hour: number): number => (hour - 3) * 60

  it.each([4, 5] as const)('E11 SEV-%i asks, and writes down once what would have been done', (severity) => {
    const simulator = new LadderSimulator({ severity }).at(150)
    expect(simulator.tick().refused).toEqual([])
    expect(simulator.tick().steps).toEqual([])
    expect(outcomes(simulator)).toEqual(['debug asked'])
    expect(simulator.ofType('rung.withheld').map(({ data }) => [data.rungId, data.dueAt, data.reason])).toEqual([
      ['secondary', minuteAt(60), `SEV-${severity} pages nobody by itself`],
      ['lead', minuteAt(120), `SEV-${severity} pages nobody by itself`],
    ])
    expect(told(simulator)).toEqual([])
    expect(simulator.value.escalation).toBe('debugBudgetSpent')
  })

  it('E11 a rung is withheld once, and one that a higher rung has passed not at all', () => {
    const simulator = new LadderSimulator({ severity: 4 }).at(60)
    simulator.tick()
    const [withheld] = simulator.ofType('rung.withheld')
    if (withheld === undefined) throw new Error('nothing was withheld')
    expect(simulator.say('rung.withheld', withheld.data)).toBe(false)
    const passed = new LadderSimulator({ severity: 4 }).at(10)
    passed.advanceRung('lead')
    passed.say('incident.acknowledged', {})
    passed.at(60).tick()
    expect(outcomes(passed)).toEqual(['debug recorded', 'secondary recorded'])
  })

  it('E11 withheld rungs go off when the severity rises, late and with the reason', () => {
    const simulator = new LadderSimulator({ severity: 4 }).at(150)
    simulator.tick()
    simulator.at(180).say('severity.changed', { from: 4, to: 1 })
    simulator.tick('laptop asleep 41 min')
    expect(
      simulator.ofType('rung.fired').map(({ data }) => [data.rungId, data.outcome, data.lateMs, data.lateCause]),
    ).toEqual([
      ['debug', 'asked', 120 * 60_000, 'laptop asleep 41 min'],
      ['secondary', 'recorded', 120 * 60_000, 'held back: SEV-4 pages nobody by itself'],
      ['lead', 'sent', 60 * 60_000, 'held back: SEV-4 pages nobody by itself'],
    ])
  })

  it('E11 a pipeline that can wait until morning pages when its hours begin', () => {
    const simulator = new LadderSimulator({ pagingHours: office }).at(60)
    simulator.tick()
    expect(simulator.ofType('rung.withheld')[0]?.data.reason).toBe(
      'can wait until morning, agreed for this pipeline: not before 2026-11-14T09:00:00.000Z',
    )
    simulator.at(minuteOf(9) - 1).tick()
    expect(told(simulator)).toEqual([])
    simulator.at(minuteOf(9)).tick()
    expect(told(simulator)).toEqual([`lead ${lead.id} 1`])
  })

  it('E11 repeats of the clock wait while nobody may be paged, and go on after', () => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    simulator.say('severity.changed', { from: 2, to: 4 })
    expect(simulator.at(66).tick().steps).toEqual([])
    simulator.say('severity.changed', { from: 4, to: 2 })
    expect(simulator.tick().steps).toHaveLength(1)
  })

  it('E11 what a person sends by hand goes out, and its repeats with it', () => {
    const simulator = new LadderSimulator({ severity: 5 }).at(10)
    expect(simulator.advanceRung('secondary')).toBe(true)
    simulator.at(15).tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`, `secondary ${secondary.id} 2`])
  })

  it.each([
    ['a zone unknown here', { ...office, timezone: 'Mars/Olympus' }],
    ['hours that no clock shows', { ...office, from: '99:99' }],
  ])('E11 %s never silences the ladder', (_, pagingHours) => {
    const simulator = new LadderSimulator({ pagingHours }).at(60)
    simulator.tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
  })
})
