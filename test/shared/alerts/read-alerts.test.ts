import { describe, expect, it } from 'vitest'
import type { AlertSource } from '../../../shared/alerts/alert.ts'
import { labelFingerprint } from '../../../shared/alerts/label-fingerprint.ts'
import { readAlerts } from '../../../shared/alerts/read-alerts.ts'
import { alertBody } from '../../support/alert-bodies.ts'
import { alertsOf, firstOf } from './read-body.ts'

const refusalOf = (source: AlertSource, body: unknown): string => {
  const read = readAlerts(source, body)
  if (read.ok) throw new Error('it was understood')
  return `${read.error.message} ${read.error.hint}`
}

describe('Alertmanager', () => {
  it('A1 a captured body becomes one alert with all that it says', () => {
    expect(firstOf('alertmanager', alertBody('alertmanager-firing-one'))).toMatchObject({
      source: 'alertmanager',
      fingerprint: '9cec721d7ab53afd',
      status: 'firing',
      startsAt: '2026-11-20T11:33:05.336Z',
      endsAt: null,
      name: 'PipelineFreshnessLate',
      summary: 'mart.profit_daily is 47 min past its 08:00 ET deadline',
      severity: 2,
      pipeline: 'aggregate-profit-investors',
      runbookUrl: 'https://runbooks.example.com/aggregate-profit-investors',
      link: 'http://prometheus.example.com/graph?g0.expr=freshness',
    })
  })

  it('A3 each alert has its own status, and what the group has in common', () => {
    const group = alertBody('alertmanager-firing-truncated')
    const alerts = (group.alerts as Record<string, unknown>[]).map((alert, index) => ({
      ...alert,
      status: index === 1 ? 'resolved' : 'firing',
      labels: { partition: String(index) },
    }))
    const read = alertsOf('alertmanager', { ...group, status: 'firing', alerts })
    expect(read.map(({ status }) => status)).toEqual(['firing', 'resolved', 'firing'])
    expect(read.map(({ labels }) => [labels.alertname, labels.partition])).toEqual([
      ['KafkaConsumerLag', '0'],
      ['KafkaConsumerLag', '1'],
      ['KafkaConsumerLag', '2'],
    ])
    expect(read[0]?.summary).toBe('lag > 1e6')
  })

  it('A4 the year 1 and other zeros are no instants, and what fires has no end', () => {
    const [given] = alertBody('alertmanager-firing-one').alerts as [Record<string, unknown>]
    const read = (change: object) => firstOf('alertmanager', { alerts: [{ ...given, ...change }] })
    for (const zero of ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '', 'soon', null, 0, '2026-13-45T99:00:00Z']) {
      expect(read({ startsAt: zero, endsAt: zero, status: 'resolved' })).toMatchObject({ startsAt: null, endsAt: null })
    }
    expect(read({ endsAt: '2030-01-01T00:00:00Z' }).endsAt).toBeNull()
  })

  it('A5 a missing fingerprint is the one that Prometheus computes from the labels', () => {
    const [given] = alertBody('alertmanager-firing-one').alerts as [Record<string, unknown>]
    expect(labelFingerprint(given.labels as Record<string, string>)).toBe('9cec721d7ab53afd')
    const { fingerprint: _, ...without } = given
    expect(firstOf('alertmanager', { alerts: [without] }).fingerprint).toBe('9cec721d7ab53afd')
    const truncated = alertBody('alertmanager-firing-truncated').alerts as { labels: Record<string, string> }[]
    expect(truncated.map(({ labels }) => labelFingerprint(labels))).toEqual([
      'fe0ddbf5286932a3',
      'c76b15de5aaf3308',
      'd8c8fa0062d60a75',
    ])
  })

  it('A6 says how many alerts the sender left out', () => {
    const read = readAlerts('alertmanager', alertBody('alertmanager-firing-truncated'))
    expect(read).toMatchObject({ ok: true, value: { leftOut: 1 } })
  })

  it('A2 ignores fields that newer builds add', () => {
    const body = alertBody('alertmanager-firing-one')
    const [given] = body.alerts as [object]
    const newer = {
      ...body,
      notification_reason: 'repeat',
      routeLabels: { team: 'data' },
      alerts: [{ ...given, extra: [] }],
    }
    expect(alertsOf('alertmanager', newer)).toEqual(alertsOf('alertmanager', body))
  })

  it('A1 says in one line what is wrong with a custom payload', () => {
    const refusal = refusalOf('alertmanager', { text: 'PipelineFreshnessLate' })
    expect(refusal).toContain('alerts')
    expect(refusal).toContain('without a custom payload')
    expect(refusal).not.toContain('\n')
  })
})

describe('Grafana', () => {
  it('A7 is read by its shape: measured values, the panel as its link, its own zone', () => {
    expect(firstOf('grafana', alertBody('grafana-firing'))).toMatchObject({
      source: 'grafana',
      startsAt: '2026-11-24T12:50:00.000Z',
      name: 'RowCountAnomaly',
      summary: 'daily_growth has 44 % of the rows it had yesterday',
      severity: 3,
      annotations: { values: 'B=44.2, C=1' },
      link: 'http://grafana.example.com/d/rows?viewPanel=4',
    })
  })

  it('A7 takes the words of older versions, and the formatted webhook', () => {
    const alert = { status: 'firing', labels: { alertname: 'Old' }, valueString: '[ var=B value=44 ]' }
    expect(firstOf('grafana', { alerts: [alert] }).annotations.values).toBe('[ var=B value=44 ]')
    const formatted = {
      alert_uid: 'u1',
      title: 'Lag',
      state: 'ok',
      message: 'gone',
      link_to_upstream_details: 'https://g/',
    }
    expect(firstOf('grafana', formatted)).toMatchObject({
      fingerprint: 'u1',
      status: 'resolved',
      name: 'Lag',
      summary: 'gone',
    })
  })
})

describe('PagerDuty', () => {
  it('A8 reads a trigger of the Events API v2', () => {
    expect(firstOf('pagerduty', alertBody('pagerduty-trigger'))).toMatchObject({
      fingerprint: 'profit_daily/late',
      status: 'firing',
      startsAt: '2026-11-24T12:58:00.000Z',
      name: 'PipelineFreshnessLate',
      summary: 'aggregate_profit_investors missed its deadline',
      severity: 2,
      pipeline: 'aggregate-profit-investors',
      labels: { late_by: '58', component: 'aggregate_profit_investors' },
      link: 'https://scheduler.example.com/runs/1',
    })
  })

  it('A8 acknowledge and resolve need the key only; a trigger without one gets the same each time', () => {
    const bare = (event_action: string) => firstOf('pagerduty', { event_action, dedup_key: 'k' })
    expect(bare('acknowledge')).toMatchObject({ fingerprint: 'k', status: 'firing', acknowledged: true, summary: '' })
    expect(bare('resolve')).toMatchObject({ fingerprint: 'k', status: 'resolved', acknowledged: false })
    expect(refusalOf('pagerduty', { event_action: 'resolve' })).toContain('dedup_key')
    const { dedup_key: _, ...keyless } = alertBody('pagerduty-trigger')
    expect(firstOf('pagerduty', keyless).fingerprint).toBe(firstOf('pagerduty', keyless).fingerprint)
    expect(refusalOf('pagerduty', { event_action: 'trigger', payload: { source: 's' } })).toContain('summary')
  })

  it('A8 reads the turns of an incident from the webhook v3 and nothing from its other events', () => {
    const body = alertBody('pagerduty-webhook')
    const event = body.event as { data: object }
    const turn = (event_type: string) => ({ event: { ...event, event_type } })
    expect(firstOf('pagerduty', body)).toMatchObject({
      fingerprint: 'PGR0VU2',
      status: 'firing',
      severity: 2,
      startsAt: '2026-11-24T12:58:00.000Z',
      summary: 'Kafka lag on experiments',
    })
    expect(firstOf('pagerduty', turn('incident.resolved')).status).toBe('resolved')
    expect(firstOf('pagerduty', turn('incident.acknowledged')).acknowledged).toBe(true)
    expect(firstOf('pagerduty', turn('incident.reopened')).startsAt).toBe('2026-11-24T12:58:04.000Z')
    for (const other of ['incident.annotated', 'pagey.ping', 'toString']) {
      expect(alertsOf('pagerduty', turn(other))).toEqual([])
    }
  })
})

describe('the generic shape', () => {
  it('A9 needs a title and nothing else', () => {
    expect(firstOf('generic', { title: 'Loader stuck' })).toMatchObject({
      status: 'firing',
      name: 'Loader stuck',
      summary: 'Loader stuck',
      labels: { alertname: 'Loader stuck' },
      severity: null,
      pipeline: null,
      startsAt: null,
    })
    expect(refusalOf('generic', { name: 'Loader stuck' })).toContain('{"title": "..."}')
    expect(refusalOf('generic', { title: '  ' })).toContain('title')
  })

  it('A9 takes each optional field', () => {
    const full = {
      title: 'Loader stuck',
      id: 'loader-7',
      status: 'resolved',
      summary: 'no rows for an hour',
      severity: 'P2',
      pipeline: 'daily-growth-experiments',
      startsAt: '2026-11-24T12:00:00Z',
      endsAt: '2026-11-24T12:40:00Z',
      labels: { alertname: 'LoaderStuck', rows: 0 },
      annotations: { note: 'n' },
      runbookUrl: 'https://wiki.example.com/loader',
      link: 'https://loader.example.com/7',
    }
    expect(firstOf('generic', full)).toMatchObject({
      fingerprint: 'loader-7',
      status: 'resolved',
      name: 'LoaderStuck',
      summary: 'no rows for an hour',
      severity: 2,
      pipeline: 'daily-growth-experiments',
      startsAt: '2026-11-24T12:00:00.000Z',
      endsAt: '2026-11-24T12:40:00.000Z',
      labels: { rows: '0', severity: 'P2' },
      annotations: { note: 'n', runbook_url: 'https://wiki.example.com/loader' },
      runbookUrl: 'https://wiki.example.com/loader',
      link: 'https://loader.example.com/7',
    })
  })
})
