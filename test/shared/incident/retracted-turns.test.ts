import { describe, expect, it } from 'vitest'
import { nextRung, rungDueAtMs } from '../../../shared/incident/deadlines.ts'
import type { FactType } from '../../../shared/incident/facts/fact-catalog.ts'
import { setsGoing } from '../../../shared/incident/ladder-said.ts'
import { minuteAt, minuteMs, stated } from '../../support/log-builder.ts'
import { LadderSimulator } from './ladder-simulator.ts'

/** Retracts or restores the last fact of a type. */
function takeBack(incident: LadderSimulator, type: FactType, retracted = true): void {
  const of = incident.records.findLast((each) => each.type === type)?.id ?? ''
  incident.append(stated('entry.amended', { of, retracted }))
}

/** What went off so far: the rung, what came of it, and why it was late. */
const wentOff = (incident: LadderSimulator) =>
  incident.ofType('rung.fired').map(({ data }) => [data.rungId, data.outcome, data.lateCause])

describe('J8 what turned an incident and was retracted', () => {
  it('E4 E6 J8 a ladder that stood still runs again, and what is overdue says that an entry was retracted', () => {
    const incident = new LadderSimulator()
    incident.at(5).say('incident.acknowledged', {})
    incident.at(20).say('incident.mitigated', {})
    expect(incident.at(90).tick().steps).toEqual([])
    const [of, at] = [incident.records.at(-1)?.id ?? '', minuteAt(90)]
    expect(setsGoing(incident.state, { of, isRetracted: true }, at)).toBe(true)
    expect(setsGoing(incident.state, { of: 'another', isRetracted: true }, at)).toBe(false)
    takeBack(incident, 'incident.mitigated')
    expect(incident.value.lifecycle).toBe('debugging')
    expect(incident.context.mitigatedAt).toBeNull()
    expect(incident.tick('the alarm was delayed').refused).toEqual([])
    const cause = 'due before an entry was retracted or restored'
    expect(wentOff(incident)).toEqual([
      ['debug', 'recorded', cause],
      ['secondary', 'sent', cause],
    ])
    expect(incident.ofType('notification.requested')).toHaveLength(1)
    const next = nextRung(incident.context)
    expect(next === null ? null : rungDueAtMs(incident.context, next)).toBe(minuteMs(120))
    expect(incident.at(121).tick('laptop asleep 1 min').refused).toEqual([])
    expect(wentOff(incident).at(-1)).toEqual(['lead', 'sent', 'laptop asleep 1 min'])
  })

  it('E4 J8 restored, it stands still again, and what was told meanwhile stays told', () => {
    const incident = new LadderSimulator()
    incident.at(20).say('incident.mitigated', {})
    takeBack(incident.at(70), 'incident.mitigated')
    incident.tick()
    takeBack(incident.at(75), 'incident.mitigated', false)
    expect(incident.value.lifecycle).toBe('mitigated')
    expect(incident.context.mitigatedAt).toBe(minuteAt(20))
    expect(incident.at(300).tick().steps).toEqual([])
    expect(incident.ofType('notification.requested')).toHaveLength(1)
  })

  it('E5 J8 an acknowledgement that is taken back lets the repeats go on', () => {
    const incident = new LadderSimulator()
    incident.at(60).tick()
    incident.at(62).say('incident.acknowledged', {})
    expect(incident.at(80).tick().steps).toEqual([])
    takeBack(incident, 'incident.acknowledged')
    expect(incident.context.acknowledged).toBeNull()
    expect(incident.value).toMatchObject({ lifecycle: 'detected', ownership: 'unacknowledged' })
    expect(incident.tick().steps.map((step) => step.do)).toEqual(['tellAgain'])
  })

  it('E8 J8 an end after which it came back counts on, so that nobody is told twice', () => {
    const incident = new LadderSimulator()
    incident.at(20).say('incident.mitigated', {})
    incident.at(30).say('incident.recurred', { reason: 'late again' })
    incident.at(90).tick()
    const before = incident.context
    takeBack(incident.at(91), 'incident.mitigated')
    expect({ ...incident.context, correctedAt: null }).toEqual(before)
    expect(incident.tick().steps).toEqual([])
    takeBack(incident.at(92), 'incident.recurred')
    takeBack(incident, 'incident.mitigated', false)
    expect(incident.value.lifecycle).toBe('mitigated')
  })

  it('E8 J8 after a retracted resolution it is mitigated, and may recur', () => {
    const incident = new LadderSimulator()
    incident.at(20).say('incident.mitigated', {})
    incident.at(30).say('incident.resolved', {})
    takeBack(incident.at(31), 'incident.resolved')
    expect(incident.value.lifecycle).toBe('mitigated')
    expect(incident.at(35).say('incident.recurred', { reason: 'late again' })).toBe(true)
    expect(incident.value.lifecycle).toBe('debugging')
    expect(incident.context).toMatchObject({ epoch: 1, active: true })
  })

  it('E11 J8 a severity that pages nobody pages again when its change was retracted', () => {
    const incident = new LadderSimulator()
    incident.at(10).say('severity.changed', { from: 2, to: 4 })
    incident.at(60).tick()
    expect(incident.ofType('rung.withheld')).toHaveLength(1)
    takeBack(incident.at(70), 'severity.changed')
    expect(incident.context).toMatchObject({ severity: 2, severityChangedAt: null })
    incident.tick()
    expect(wentOff(incident).at(-1)).toEqual(['secondary', 'sent', 'held back: SEV-4 pages nobody by itself'])
  })

  it('E14 J8 a promise that a resolution ended stands again', () => {
    const incident = new LadderSimulator()
    incident.say('update.promised', { dueAt: minuteAt(40) })
    incident.at(20).say('incident.resolved', {})
    expect(incident.state.data.updatePromisedFor).toBeNull()
    takeBack(incident, 'incident.resolved')
    expect(incident.state.data.updatePromisedFor).toBe(minuteAt(40))
    incident.at(41).tick()
    expect(incident.state.data.updateMissedFor).toBe(minuteAt(40))
  })
})
