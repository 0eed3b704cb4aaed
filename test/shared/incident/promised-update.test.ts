import { describe, expect, it } from 'vitest'
import { openDeadlines } from '../../../shared/incident/deadlines.ts'
import { statusDraft } from '../../../shared/incident/status-draft.ts'
import { minuteAt, minuteMs } from '../../support/log-builder.ts'
import { LadderSimulator } from './ladder-simulator.ts'

const updatesDue = (simulator: LadderSimulator): readonly number[] =>
  openDeadlines(simulator.context, simulator.state.data.updatePromisedFor)
    .filter(({ kind }) => kind === 'update')
    .map(({ dueAtMs }) => (dueAtMs - minuteMs(0)) / 60_000)

const promised = (minute = 20): LadderSimulator => {
  const simulator = new LadderSimulator()
  simulator.say('update.promised', { dueAt: minuteAt(minute) })
  return simulator
}

describe('E14 a promised update', () => {
  it('E14 that is not given is missed once, at its time', () => {
    const simulator = promised()
    expect(simulator.at(19).tick().steps).toEqual([])
    simulator.at(20).tick()
    expect(simulator.ofType('update.missed').map(({ data }) => data)).toEqual([
      { deadlineId: `update:${minuteAt(20)}`, dueAt: minuteAt(20) },
    ])
    expect(simulator.at(25).tick().steps).toEqual([])
    expect(simulator.state.data.updateMissedFor).toBe(minuteAt(20))
    simulator.say('status.updated', { text: 'Late until nine' })
    expect(simulator.state.data.updateMissedFor).toBeNull()
  })

  it('E14 that is given is kept, and the next promise counts for itself', () => {
    const simulator = promised().at(15)
    simulator.say('status.updated', { text: 'Late until nine' })
    expect(simulator.at(25).tick().steps).toEqual([])
    simulator.say('update.promised', { dueAt: minuteAt(28) })
    expect(updatesDue(simulator)).toEqual([28])
  })

  it('E14 gives way to a later promise', () => {
    const simulator = promised()
    simulator.say('update.promised', { dueAt: minuteAt(25) })
    expect(simulator.at(20).tick().steps).toEqual([])
    simulator.at(25).tick()
    expect(simulator.ofType('update.missed')).toHaveLength(1)
  })

  it('E14 is owed while mitigated too, when no rung is left', () => {
    const simulator = promised().at(5)
    simulator.say('incident.mitigated', {})
    expect(openDeadlines(simulator.context, simulator.state.data.updatePromisedFor).map(({ kind }) => kind)).toEqual([
      'update',
    ])
    simulator.at(20).tick()
    expect(simulator.ofType('update.missed')).toHaveLength(1)
  })

  it('E14 ends with the incident, and does not come back when it is reopened', () => {
    const simulator = promised().at(5)
    simulator.say('incident.resolved', {})
    expect(updatesDue(simulator)).toEqual([])
    simulator.at(40).say('incident.reopened', { reason: 'it is back' })
    expect(updatesDue(simulator)).toEqual([])
    simulator.tick()
    expect(simulator.ofType('update.missed')).toEqual([])
  })

  it('E14 is missed beside a rung that goes off in the same tick', () => {
    const simulator = promised(60).at(60)
    simulator.tick()
    expect(simulator.ofType('update.missed')).toHaveLength(1)
    expect(simulator.ofType('notification.requested')).toHaveLength(1)
  })
})

describe('E14 the draft of an update', () => {
  it('E14 says conditions, actions, needs, in that order', () => {
    const simulator = new LadderSimulator()
    simulator.say('dataset.affected', { dataset: 'mart.profit', detail: 'a third' })
    simulator.say('dataset.quarantined', { dataset: 'mart.report', detail: 'held' })
    simulator.say('publication.stated', { published: 'no' })
    simulator.at(60).tick()
    expect(statusDraft(simulator.state, simulator.nowMs)).toBe(
      [
        'Conditions: Aggregate profit is late: SEV-2, open for 1 h 00 min. No bad data has been published. Affected: mart.profit.',
        'Actions: No runbook is open. Held back: mart.report.',
        'Needs: an answer from Engineer B.',
      ].join('\n'),
    )
  })

  it('E14 says mitigated once it is, and no age that still runs', () => {
    const simulator = new LadderSimulator().at(10)
    simulator.say('incident.mitigated', {})
    expect(statusDraft(simulator.state, simulator.nowMs)).toContain('mitigated, the repair goes on')
    expect(statusDraft(simulator.state, minuteMs(20))).toBe(statusDraft(simulator.state, minuteMs(30)))
  })
})
