import { describe, expect, it } from 'vitest'
import { openDeadlines } from '../../../shared/incident/deadlines.ts'
import { lead, minuteAt, secondary, stated } from '../../support/log-builder.ts'
import { rungsOf, told } from './ladder-readings.ts'
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
