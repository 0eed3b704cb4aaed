import { describe, expect, it } from 'vitest'
import { nextRung, openDeadlines } from '../../../shared/incident/deadlines.ts'
import { engineer, lead, minuteAt, secondary } from '../../support/log-builder.ts'
import { dueMinutes, outcomes, told } from './ladder-readings.ts'
import { LadderSimulator } from './ladder-simulator.ts'

describe('E7 by hand', () => {
  const snooze = (simulator: LadderSimulator, rungId: string, untilMinute: number): boolean =>
    simulator.say('rung.snoozed', {
      rungId,
      deadlineId: simulator.deadlineId(rungId),
      until: minuteAt(untilMinute),
      reason: 'vendor calls back',
    })

  it('E7 a snooze moves the next rung to its end, once, and nothing else', () => {
    const simulator = new LadderSimulator().at(20)
    expect(snooze(simulator, 'debug', 45)).toBe(true)
    expect(dueMinutes(simulator).map(([, minute]) => minute)).toEqual([45, 60, 120])
    expect(snooze(simulator, 'debug', 50)).toBe(false)
    expect(simulator.at(44).tick().steps).toEqual([])
    simulator.at(45).tick()
    expect(simulator.ofType('rung.fired')[0]?.data).toMatchObject({ dueAt: minuteAt(45), lateMs: 0 })
  })

  it.each([
    ['not the next rung', 'secondary', 70, false],
    ['to no later than it was due', 'debug', 30, false],
    ['short of the rung after', 'debug', 59, true],
    ['to the rung after', 'debug', 60, false],
    ['past the rung after', 'debug', 90, false],
    ['a rung that never was', 'nobody', 90, false],
  ])('E7 a snooze %s', (_, rungId, until, isTaken) => {
    expect(snooze(new LadderSimulator().at(20), rungId, until)).toBe(isTaken)
  })

  it('E7 the last rung may be snoozed to any later instant', () => {
    const simulator = new LadderSimulator().at(61)
    simulator.tick()
    expect(snooze(simulator, 'lead', 100_000)).toBe(true)
  })

  it('E7 a rung goes off by hand at once, and by the clock never again', () => {
    const simulator = new LadderSimulator().at(20)
    expect(simulator.advanceRung('secondary')).toBe(true)
    expect(simulator.context.rungs.secondary).toMatchObject({
      status: 'advanced',
      outcome: 'sent',
      firedAt: minuteAt(20),
    })
    simulator.say('incident.acknowledged', {})
    simulator.at(60).tick()
    expect(outcomes(simulator)).toEqual(['debug recorded'])
    expect(simulator.advanceRung('secondary')).toBe(false)
  })

  it('E7 a question asked by hand is asked, not sent', () => {
    const simulator = new LadderSimulator().at(20)
    expect(simulator.advanceRung('debug')).toBe(true)
    expect(simulator.context.rungs.debug).toMatchObject({ status: 'advanced', outcome: 'asked' })
    expect(simulator.effects).toEqual([{ type: 'askStillStuck', params: { round: 1 } }])
    expect(openDeadlines(simulator.context).map(({ kind }) => kind)).toEqual(['rung', 'rung'])
  })

  it('E7 a rung that a higher one has passed is neither next nor snoozed, only recorded when due', () => {
    const simulator = new LadderSimulator().at(20)
    simulator.advanceRung('lead')
    expect(nextRung(simulator.context)).toBeNull()
    expect(snooze(simulator, 'secondary', 70)).toBe(false)
    simulator.say('incident.acknowledged', {})
    simulator.at(200).tick()
    expect(outcomes(simulator)).toEqual(['debug recorded', 'secondary recorded'])
  })

  it('E7 advance and clock in the same millisecond: the first in the log wins, the other is refused', () => {
    const byHandFirst = new LadderSimulator().at(60)
    expect(byHandFirst.advanceRung('secondary')).toBe(true)
    expect(byHandFirst.tick().steps.every((step) => step.do === 'append')).toBe(true)
    const clockFirst = new LadderSimulator().at(60)
    clockFirst.tick()
    expect(clockFirst.advanceRung('secondary')).toBe(false)
    for (const simulator of [byHandFirst, clockFirst]) expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
  })
})

describe('E8 backwards', () => {
  it.each([
    ['incident.recurred', ['incident.mitigated'] as const],
    ['incident.reopened', ['incident.mitigated', 'incident.resolved'] as const],
    ['incident.reopened', ['incident.resolved', 'incident.reviewed'] as const],
    ['incident.reopened', ['incident.resolved', 'incident.reviewed', 'incident.closed'] as const],
  ] as const)('E8 %s after %j starts the ladder anew from that moment', (type, before) => {
    const simulator = new LadderSimulator().at(150)
    simulator.tick()
    for (const each of before) expect(simulator.say(each, {})).toBe(true)
    expect(simulator.at(200).say(type, { reason: 'it is back' })).toBe(true)
    expect(simulator.value).toMatchObject({ lifecycle: 'debugging', escalation: 'holding', question: 'closed' })
    expect(simulator.context).toMatchObject({
      epoch: 1,
      active: true,
      notifications: [],
      mitigatedAt: null,
      resolvedAt: null,
    })
    expect(dueMinutes(simulator)).toEqual([
      ['rung:1:debug', 230],
      ['rung:1:secondary', 260],
      ['rung:1:lead', 320],
    ])
    simulator.at(230).tick()
    expect(simulator.value.question).toBe('open')
  })

  it('E8 a firing of the time before is stale after a reopening', () => {
    const simulator = new LadderSimulator().at(10)
    simulator.say('incident.mitigated', {})
    simulator.at(20).say('incident.recurred', { reason: 'it is back' })
    const data = { rungId: 'lead', deadlineId: 'rung:0:lead', reason: 'a click that came late' }
    expect(simulator.say('rung.advanced', data)).toBe(false)
    expect(simulator.say('rung.exhausted', { ...data, tried: [], skipped: [] })).toBe(false)
    expect(simulator.advanceRung('lead')).toBe(true)
    const request = simulator.ofType('notification.requested')[0]?.data
    if (request === undefined) throw new Error('nobody was told')
    const stale = { ...request, notification: 'stale', deadlineId: 'rung:0:lead' }
    expect(simulator.say('notification.requested', stale)).toBe(false)
    expect(simulator.say('rung.exhausted', { ...data, tried: [], skipped: [] })).toBe(false)
  })
})

describe('E10 roles', () => {
  it('E10 the engineer on call is commander until somebody assumes it', () => {
    const simulator = new LadderSimulator()
    expect(simulator.context.roles).toEqual({ commander: engineer, scribe: null, communications: null })
    simulator.say('role.assumed', { role: 'commander', person: secondary })
    simulator.say('role.assumed', { role: 'scribe', person: engineer })
    expect(simulator.context.roles).toEqual({ commander: secondary, scribe: engineer, communications: null })
    expect(simulator.say('role.renounced', { role: 'scribe', person: secondary })).toBe(false)
    expect(simulator.say('role.renounced', { role: 'scribe', person: engineer })).toBe(true)
    expect(simulator.context.roles.scribe).toBeNull()
  })

  it('E10 command passes when the last offer is accepted, once', () => {
    const simulator = new LadderSimulator()
    simulator.say('handoff.offered', { to: secondary })
    simulator.say('handoff.offered', { to: lead })
    const [first, last] = simulator.ofType('handoff.offered').map(({ id }) => id)
    expect(simulator.say('handoff.accepted', { of: first ?? '', person: secondary })).toBe(false)
    expect(simulator.say('handoff.accepted', { of: last ?? '', person: lead })).toBe(true)
    expect(simulator.context.roles.commander).toEqual(lead)
    expect(simulator.say('handoff.accepted', { of: last ?? '', person: lead })).toBe(false)
  })
})
