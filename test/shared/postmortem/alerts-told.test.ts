import { describe, expect, it } from 'vitest'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import { renderMarkdown } from '../../../shared/postmortem/render-markdown.ts'
import { at, fact, incidentOf } from './sample-log.ts'

type Words = Readonly<Record<string, string>>

const attached = (fingerprint: string, labels: Words, annotations: Words = {}, time = '13:01') =>
  fact(at(time), 'alert.attached', {
    fingerprint,
    source: 'alertmanager',
    status: 'firing',
    startsAt: null,
    labels,
    annotations,
    link: 'https://prometheus.example.com/graph?token=abcdefgh12345678',
  })

const markdownOf = (...facts: Parameters<typeof incidentOf>[0]): string =>
  renderMarkdown(composePostmortem(incidentOf(facts), { timezone: 'America/New_York' }))
const detectionIn = (text: string): string =>
  text.slice(text.indexOf('## Detection'), text.indexOf('## Timeline')).trim()
const alertsIn = (text: string): readonly string[] =>
  detectionIn(text)
    .split('\n')
    .filter((line) => /Alert:|more alert/.test(line))

const claim = {
  alertname: 'KubePersistentVolumeFillingUp',
  namespace: 'payments-prod',
  persistentvolumeclaim: 'data-ledger-postgres-0',
  severity: 'critical',
}
const says = {
  summary: 'PersistentVolume is filling up.',
  description: 'data-ledger-postgres-0 in payments-prod has only 2.3% free',
}

describe('P3.4 what the alerts said', () => {
  it('P3.4 detection tells name, summary, description and labels; the entry of the timeline tells what it is about', () => {
    const text = markdownOf(attached('f1', claim, says))
    expect(alertsIn(text)).toEqual([
      '- **Alert:** KubePersistentVolumeFillingUp. PersistentVolume is filling up. data-ledger-postgres-0 in payments-prod has only 2.3% free. Labels: persistentvolumeclaim=data-ledger-postgres-0, namespace=payments-prod, severity=critical.',
    ])
    expect(text).toContain(
      'Alert firing: KubePersistentVolumeFillingUp, persistentvolumeclaim=data-ledger-postgres-0, namespace=payments-prod (alertmanager)',
    )
    expect(text).not.toContain('prometheus.example.com')
  })

  it('P3.4 three alerts of one name are three, one that fired again is told once, as it was last', () => {
    const pod = (name: string) => ({ alertname: 'KubePodCrashLooping', pod: name })
    const lines = alertsIn(
      markdownOf(
        attached('f1', pod('api-x2k'), { summary: 'before' }),
        attached('f2', pod('api-p9q')),
        attached('f1', pod('api-x2k'), { summary: 'now' }, '13:20'),
      ),
    )
    expect(lines).toEqual([
      '- **Alert:** KubePodCrashLooping. now. Labels: pod=api-x2k.',
      '- **Alert:** KubePodCrashLooping. Labels: pod=api-p9q.',
    ])
  })

  it('P3.4 a hundred labels, a long text and a storm stay short, and what is left out is counted', () => {
    const labels = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`label${index}`, 'v'.repeat(900)]))
    const storm = Array.from({ length: 12 }, (_, index) =>
      attached(`f${index}`, { alertname: `A${index}`, ...labels }, { summary: 's', description: 'd'.repeat(4_000) }),
    )
    const lines = alertsIn(markdownOf(...storm))
    expect(lines).toHaveLength(11)
    expect(lines[0]?.length).toBeLessThan(1_500)
    expect(lines[0]).toContain('92 more labels')
    expect(lines[10]).toBe('- and 2 more alerts')
  })

  it('P5 a secret in a value, in a text or in the name of a label is left out', () => {
    const key = 'AKIAIOSFODNN7EXAMPLE'
    const text = markdownOf(
      attached('f1', { alertname: 'A', [key]: 'x', db_password: 'hunter2hunter2' }, { description: `with ${key}` }),
    )
    expect(text).not.toMatch(/AKIA|hunter2/)
    expect(alertsIn(text)[0]).toContain('db_password=(left out: password)')
  })
})
