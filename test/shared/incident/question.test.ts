import { describe, expect, it } from 'vitest'
import { openDeadlines } from '../../../shared/incident/deadlines.ts'
import { defaultPolicy } from '../../../shared/schedule/policy.ts'
import { detectedAt, engineer, lead, minuteAt, minuteMs, secondary, stated } from '../../support/log-builder.ts'
import { dueMinutes, outcomes, rungsOf, told } from './ladder-readings.ts'
import { LadderSimulator } from './ladder-simulator.ts'

describe('E1 one origin', () => {
  it.each([
    ['detection', null, 0],
    ['detection', minuteAt(90), 0],
    ['sla', minuteAt(90), 90],
    ['sla', minuteAt(-45), -45],
    ['sla', null, 0],
  ] as const)('E1 the clock %s with the SLA instant %s counts from minute %i', (clock, slaAt, origin) => {
    const simulator = new LadderSimulator({ slaAt, policy: { ...defaultPolicy, clock } })
    expect(dueMinutes(simulator)).toEqual([
      ['rung:0:debug', origin + 30],
      ['rung:0:secondary', origin + 60],
      ['rung:0:lead', origin + 120],
    ])
    expect(simulator.context.declaration.detectedAt).toBe(detectedAt)
  })

  it('E1 a late rung does not move the ones after it', () => {
    const simulator = new LadderSimulator().at(55)
    simulator.tick()
    expect(dueMinutes(simulator)).toEqual([
      ['rung:0:secondary', 60],
      ['rung:0:lead', 120],
    ])
  })
})

describe('E2 the policy in force', () => {
  it('E2 is the one that the declaration carries, rung by rung', () => {
    const policy = rungsOf(['look', 'PT10M', null], ['boss', 'P30D', 'cto'])
    const simulator = new LadderSimulator({ policy })
    expect(simulator.context.policy).toEqual(policy)
    expect(dueMinutes(simulator)).toEqual([
      ['rung:0:look', 10],
      ['rung:0:boss', 30 * 24 * 60],
    ])
  })
})

describe('E3 the question', () => {
  it('E3 is asked at 30 min, sends nothing, and stays until answered', () => {
    const simulator = new LadderSimulator().at(30)
    simulator.tick()
    expect(simulator.effects).toEqual([{ type: 'askStillStuck', params: { round: 1 } }])
    expect(told(simulator)).toEqual([])
    expect(simulator.value).toMatchObject({ escalation: 'debugBudgetSpent', question: 'open' })
    expect(simulator.at(59).tick().steps).toEqual([])
    expect(simulator.context.question).toEqual({ state: 'open', round: 1, since: minuteAt(30) })
  })

  it('E3 "notify secondary now" goes to the next rung that tells and closes the question', () => {
    const simulator = new LadderSimulator().at(30)
    simulator.tick()
    expect(simulator.at(35).answer('notifySecondary')).toBe(true)
    expect(simulator.value).toMatchObject({ escalation: 'secondaryNotified', question: 'closed' })
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
    expect(simulator.answer('notifySecondary')).toBe(false)
  })

  it('E3 "10 more minutes" asks again in the next round, and only that round can be answered', () => {
    const simulator = new LadderSimulator().at(30)
    simulator.tick()
    expect(simulator.at(31).moreTime(minuteMs(41))).toBe(true)
    expect(simulator.at(40).tick().steps).toEqual([])
    expect(simulator.value.question).toBe('waiting')
    simulator.at(41).tick()
    expect(simulator.ofType('question.asked').map(({ data }) => [data.deadlineId, data.round, data.lateMs])).toEqual([
      ['question:0:2', 2, 0],
    ])
    expect(simulator.effects.at(-1)).toEqual({ type: 'askStillStuck', params: { round: 2 } })
    expect(simulator.say('question.answered', { answer: 'fixed', round: 1 })).toBe(false)
    const stale = { answer: 'moreTime', round: 1, until: minuteAt(55), reason: 'a click that came late' } as const
    expect(simulator.say('question.answered', stale)).toBe(false)
    expect(simulator.answer('fixed')).toBe(true)
  })

  it('E3 "fixed" mitigates, and nothing is due any more', () => {
    const simulator = new LadderSimulator().at(30)
    simulator.tick()
    simulator.at(32).answer('fixed')
    expect(simulator.value).toMatchObject({ lifecycle: 'mitigated', question: 'closed' })
    expect(openDeadlines(simulator.context)).toEqual([])
  })

  it.each([
    ['open', (simulator: LadderSimulator) => simulator],
    ['waiting', (simulator: LadderSimulator) => (simulator.moreTime(minuteMs(300)) ? simulator : null)],
  ] as const)('E3 telling the secondary answers the question when it is %s', (state, prepare) => {
    const simulator = new LadderSimulator().at(30)
    simulator.tick()
    expect(prepare(simulator)?.value.question).toBe(state)
    simulator.at(60).tick()
    expect(simulator.value.question).toBe('closed')
    expect(simulator.context.question).toEqual({ state: 'closed', round: simulator.context.question.round })
    expect(openDeadlines(simulator.context).some((each) => each.kind === 'question')).toBe(false)
  })

  it('E3 a policy may ask more than once: each asking is its own round', () => {
    const simulator = new LadderSimulator({ policy: rungsOf(['first', 'PT10M', null], ['again', 'PT20M', null]) })
    simulator.at(10).tick()
    simulator.at(20).tick()
    expect(simulator.effects.map(({ params }) => params)).toEqual([{ round: 1 }, { round: 2 }])
    expect(simulator.say('question.answered', { answer: 'fixed', round: 1 })).toBe(false)
    expect(simulator.answer('fixed')).toBe(true)
  })

  it('E3 two questions overdue at once are asked once', () => {
    const simulator = new LadderSimulator({ policy: rungsOf(['first', 'PT10M', null], ['again', 'PT20M', null]) })
    simulator.at(25).tick()
    expect(outcomes(simulator)).toEqual(['first recorded', 'again asked'])
    expect(simulator.effects).toHaveLength(1)
  })

  it('E3 a question that comes due with a rung that asks is asked once', () => {
    const simulator = new LadderSimulator({ policy: rungsOf(['first', 'PT10M', null], ['again', 'PT20M', null]) })
    simulator.at(10).tick()
    simulator.moreTime(minuteMs(20))
    const { steps, refused } = simulator.at(20).tick()
    expect([steps.length, refused]).toEqual([1, []])
  })
})

describe('E4 acknowledging', () => {
  it('E4 stops the repeats of the rung that was sent, not the rungs of age', () => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    expect(simulator.at(61).say('incident.acknowledged', {})).toBe(true)
    expect(simulator.value).toMatchObject({ lifecycle: 'debugging', ownership: 'acknowledged' })
    expect(simulator.at(119).tick().steps).toEqual([])
    simulator.at(120).tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`, `lead ${lead.id} 1`])
  })

  it('E4 keeps who owned it first and when it happened', () => {
    const simulator = new LadderSimulator().at(5)
    simulator.append({ ...stated('incident.acknowledged', {}), occurredAt: minuteAt(2) })
    expect(simulator.context.acknowledged).toEqual({ at: minuteAt(2), by: engineer.id })
  })

  it.each(['incident.mitigated', 'incident.resolved'] as const)('E4 %s stops every deadline', (type) => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    expect(simulator.at(61).say(type, {})).toBe(true)
    expect(simulator.at(100_000).tick().steps).toEqual([])
    expect(simulator.context.notifications.map(({ status }) => status)).toEqual(['stopped'])
  })
})
