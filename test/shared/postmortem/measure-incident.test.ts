import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureIncident, metricNames } from '../../../shared/postmortem/measure-incident.ts'
import { alarm, at, engineerA, fact, incidentOf, logOf, wholeNight } from './sample-log.ts'

describe('P2 metrics', () => {
  it('P2 each duration names its two facts and its definition', () => {
    const metrics = measureIncident(wholeNight())
    expect(metrics.detect).toMatchObject({ kind: 'recorded', ms: 15 * 60_000, fromFact: 'impact', toFact: 'declared' })
    expect(metrics.acknowledge).toMatchObject({ ms: 3 * 60_000, fromFact: 'declared', toFact: 'acknowledged' })
    expect(metrics.mitigate).toMatchObject({ ms: 145 * 60_000, fromFact: 'impact', toFact: 'mitigated' })
    expect(metrics.resolve).toMatchObject({ ms: (20 * 60 + 35) * 60_000, fromFact: 'declared', toFact: 'resolved' })
    expect(metrics.mitigate.definition).toContain('impact start')
  })

  it('P2 an impact start that nobody stated is not recorded, and TTM says that it counts from detection', () => {
    const metrics = measureIncident(incidentOf([fact(at('14:00'), 'incident.mitigated', {})]))
    expect(metrics.detect).toMatchObject({ kind: 'notRecorded', why: 'Nobody has stated when the impact began.' })
    expect(metrics.mitigate).toMatchObject({ kind: 'recorded', ms: 60 * 60_000, fromFact: 'declared' })
    expect(metrics.mitigate.definition).toContain('From detection')
  })

  it('P2 what has not happened yet is pending, what can no longer happen is not recorded', () => {
    const open = measureIncident(incidentOf([]))
    expect([open.acknowledge.kind, open.mitigate.kind, open.resolve.kind]).toEqual(['pending', 'pending', 'pending'])
    const over = measureIncident(incidentOf([fact(at('14:00'), 'incident.resolved', {})]))
    expect(over.acknowledge).toMatchObject({ kind: 'notRecorded' })
    expect(over.mitigate).toMatchObject({ kind: 'notRecorded' })
    expect(over.resolve.kind).toBe('recorded')
  })

  it('P2 a negative duration is invalid and says which times contradict each other', () => {
    const metrics = measureIncident(incidentOf([fact(at('13:30'), 'impact.stated', { startedAt: at('13:20') })]))
    expect(metrics.detect.kind).toBe('invalid')
    expect(metrics.detect).toHaveProperty('why', expect.stringContaining(at('13:20')))
  })

  it('P2 the stated time wins over the recorded one, and an amended time over both', () => {
    const late = fact(at('14:00'), 'incident.mitigated', {}, { occurredAt: at('13:40'), id: 'fixed' })
    expect(measureIncident(incidentOf([late])).mitigate).toHaveProperty('ms', 40 * 60_000)
    const amended = fact(at('14:10'), 'entry.amended', { of: 'fixed', occurredAt: at('13:30') })
    expect(measureIncident(incidentOf([late, amended])).mitigate).toHaveProperty('ms', 30 * 60_000)
  })

  it('P2 a retracted statement of impact counts no more, and with a retracted end it goes on', () => {
    const stated = fact(at('13:10'), 'impact.stated', { startedAt: at('12:00') }, { id: 'impact' })
    const retract = (of: string) => fact(at('13:20'), 'entry.amended', { of, retracted: true })
    expect(measureIncident(incidentOf([stated, retract('impact')])).detect.kind).toBe('notRecorded')
    const mitigated = fact(at('13:15'), 'incident.mitigated', {}, { id: 'end' })
    expect(measureIncident(incidentOf([mitigated, retract('end')])).mitigate.kind).toBe('pending')
  })

  it('P2 an incident that came back is measured to its last end', () => {
    const came = [
      fact(at('13:30'), 'incident.mitigated', {}),
      fact(at('13:40'), 'incident.recurred', { reason: 'late again' }),
    ]
    expect(measureIncident(incidentOf(came)).mitigate.kind).toBe('pending')
    const ended = [...came, fact(at('14:00'), 'incident.mitigated', {}, { id: 'second' })]
    expect(measureIncident(incidentOf(ended)).mitigate).toMatchObject({ ms: 60 * 60_000, toFact: 'second' })
  })

  it('P2 only a person acknowledges, on the incident or on a page; the earliest counts', () => {
    const page = fact(
      at('13:02'),
      'notification.acknowledged',
      { notification: 'n1', person: engineerA, via: 'phone' },
      { id: 'page' },
    )
    const byAlarm = fact(at('13:01'), 'incident.acknowledged', {}, { by: alarm })
    const own = fact(at('13:05'), 'incident.acknowledged', {})
    expect(measureIncident(incidentOf([byAlarm, own, page])).acknowledge).toMatchObject({ ms: 120_000, toFact: 'page' })
  })

  it('P2 a fact that the machine refuses moves no metric', () => {
    const facts = incidentOf([
      fact(at('13:30'), 'incident.mitigated', {}, { id: 'first' }),
      fact(at('13:50'), 'incident.mitigated', {}, { id: 'refused' }),
      fact(at('13:55'), 'incident.closed', {}),
    ])
    expect(measureIncident(facts).mitigate).toMatchObject({ toFact: 'first' })
  })

  it('P2 is total: no facts, foreign facts, no declaration', () => {
    for (const facts of [[], logOf([fact(at('13:00'), 'note.added', { text: 'x' })])]) {
      const metrics = measureIncident(facts)
      expect(metricNames.map((name) => metrics[name].kind)).toEqual(Array(4).fill('notRecorded'))
    }
  })

  it('P2 no metric is ever 0 by default: recorded means two facts at these times', () => {
    const minute = fc.integer({ min: 0, max: 59 }).map((value) => at(`13:${String(value).padStart(2, '0')}`))
    const kinds = fc.constantFrom('incident.acknowledged', 'incident.mitigated', 'incident.resolved' as const)
    fc.assert(
      fc.property(fc.array(fc.tuple(minute, kinds), { maxLength: 6 }), (given) => {
        const facts = incidentOf(given.map(([time, type]) => fact(time, type, {})))
        const times = new Map(facts.map((each) => [each.id, Date.parse(each.at)]))
        const metrics = measureIncident(facts)
        for (const name of metricNames) {
          const metric = metrics[name]
          if (metric.kind !== 'recorded') continue
          expect(metric.ms).toBe((times.get(metric.toFact) ?? NaN) - (times.get(metric.fromFact) ?? NaN))
        }
      }),
    )
  })
})
