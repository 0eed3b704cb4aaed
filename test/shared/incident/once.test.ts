import { describe, expect, it } from 'vitest'
import { LATE_AFTER_MS, planAlarm } from '../../../shared/incident/alarm-plan.ts'
import { rungDueAtMs } from '../../../shared/incident/deadlines.ts'
import { defaultPolicy } from '../../../shared/schedule/policy.ts'
import { lead, minuteAt, minuteMs, secondary, stated } from '../../support/log-builder.ts'
import { outcomes, rungsOf, told } from './ladder-readings.ts'
import { LadderSimulator } from './ladder-simulator.ts'

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
