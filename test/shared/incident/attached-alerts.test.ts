import { describe, expect, it } from 'vitest'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { foldIncident, fromJson, toJson } from '../../../shared/incident/incident-state.ts'
import { declaration, minuteAt, minuteMs, recordOf, stated } from '../../support/log-builder.ts'

const alertsAfter = (...drafts: readonly FactDraft[]) => {
  const all = [stated('incident.declared', declaration()), ...drafts]
  const state = foldIncident(
    null,
    all.map((draft, at) => recordOf(draft, at + 1, minuteMs(at))),
  )
  if (state === null) throw new Error('no state')
  expect(fromJson(JSON.parse(JSON.stringify(toJson(state)))).alerts).toEqual(state.alerts)
  return state.alerts
}
const attached = (source: string, fingerprint: string, status: 'firing' | 'resolved' = 'firing') =>
  stated('alert.attached', {
    source,
    fingerprint,
    status,
    startsAt: minuteAt(1),
    labels: fingerprint === 'bare' ? {} : { alertname: 'Late' },
    annotations: {},
  })
const resolved = (fingerprint: string, source?: string) =>
  stated('alert.resolved', { fingerprint, endsAt: null, ...(source !== undefined && { source }) })

describe('A26 the alerts of an incident', () => {
  it('A26 are kept as the last fact left each', () => {
    expect(alertsAfter()).toEqual([])
    expect(
      alertsAfter(attached('alertmanager', 'f1'), attached('grafana', 'bare'), resolved('f1', 'alertmanager')),
    ).toMatchObject([
      {
        source: 'alertmanager',
        fingerprint: 'f1',
        name: 'Late',
        status: 'resolved',
        startsAt: minuteAt(1),
        labels: { alertname: 'Late' },
      },
      { source: 'grafana', fingerprint: 'bare', name: 'bare', status: 'firing', startsAt: minuteAt(1), labels: {} },
    ])
    expect(alertsAfter(attached('grafana', 'f1'), resolved('f1', 'grafana'), attached('grafana', 'f1'))).toMatchObject([
      { status: 'firing' },
    ])
  })

  it('A26 of two senders with one fingerprint only the one that is named ends; an older log ends both', () => {
    const both = [attached('alertmanager', 'f1'), attached('grafana', 'f1')]
    expect(alertsAfter(...both, resolved('f1', 'grafana')).map(({ status }) => status)).toEqual(['firing', 'resolved'])
    expect(alertsAfter(...both, resolved('f1')).map(({ status }) => status)).toEqual(['resolved', 'resolved'])
    expect(alertsAfter(resolved('unknown'))).toEqual([])
  })
})
