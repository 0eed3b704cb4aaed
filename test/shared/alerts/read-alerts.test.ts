import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alert, type AlertSource, alertSchema, alertSources } from '../../../shared/alerts/alert.ts'
import { labelFingerprint } from '../../../shared/alerts/label-fingerprint.ts'
import { pipelineOfAlert } from '../../../shared/alerts/pipeline-of-alert.ts'
import { readAlerts } from '../../../shared/alerts/read-alerts.ts'
import { severityOf } from '../../../shared/alerts/severity-of.ts'
import { alertBody } from '../../support/alert-bodies.ts'

function alertsOf(source: AlertSource, body: unknown): readonly Alert[] {
  const read = readAlerts(source, body)
  if (!read.ok) throw new Error(read.error.message)
  return read.value.alerts
}

const firstOf = (source: AlertSource, body: unknown): Alert => {
  const [alert] = alertsOf(source, body)
  if (alert === undefined) throw new Error('no alert')
  return alert
}

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

it('A10 maps the words that are known, and guesses no other', () => {
  expect(['critical', 'FATAL', ' disaster '].map(severityOf)).toEqual([2, 2, 2])
  expect(['error', 'high', 'warning'].map(severityOf)).toEqual([3, 3, 3])
  expect(['P1', 'p5', 'SEV-1', 'sev3', 'S4'].map(severityOf)).toEqual([1, 5, 1, 3, 4])
  expect(['', 'none', 'toString', 'P9', 'severe', null, undefined].map(severityOf)).toEqual(Array(7).fill(null))
})

describe('hostile text', () => {
  const hostile = {
    title: '<img src=x onerror=alert(1)> \u001b[31mred\u001b]0;owned\u0007 \u202egnp.exe \ud800',
    labels: { 'a\nb\u001b': '\u2066x', huge: 'y'.repeat(1_000_000) },
    runbookUrl: 'javascript:alert(1)',
    link: 'https://user:secret@example.com/',
  }
  const alert = firstOf('generic', hostile)

  it('A11 keeps markup as text, and marks what steers a terminal or turns the direction', () => {
    expect(alert.name).toContain('<img src=x onerror=alert(1)>')
    const all = JSON.stringify(alert)
    expect(all).not.toMatch(/\\u001b|\\u0007|\u202e|\u2066|\\ud800/)
    expect(alert.name.isWellFormed()).toBe(true)
    expect(alert.labels).toHaveProperty(['a b\ufffd'], '\ufffdx')
  })

  it('A11 cuts what is too long, and drops links that are none', () => {
    expect(alert.labels.huge).toHaveLength(4_000)
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`l${index}`, 'v']))
    expect(Object.keys(firstOf('generic', { title: 't', annotations: many }).annotations)).toHaveLength(64)
    expect([alert.runbookUrl, alert.link]).toEqual([null, null])
    for (const link of ['file:///etc/passwd', 'data:text/html,x', '//x', 'http://', `https://x/${'a'.repeat(3_000)}`]) {
      expect(firstOf('generic', { title: 't', link }).link).toBeNull()
    }
  })

  it('A1 A11 reading never throws, and whatever is read can be kept', () => {
    const near = fc.record(
      {
        alerts: fc.array(
          fc.oneof(fc.jsonValue(), fc.record({ status: fc.constant('firing'), labels: fc.jsonValue() })),
        ),
        event: fc.jsonValue(),
        event_action: fc.constantFrom('trigger', 'resolve', 'nonsense'),
        dedup_key: fc.oneof(fc.string(), fc.jsonValue()),
        payload: fc.oneof(
          fc.jsonValue(),
          fc.record({ summary: fc.string(), source: fc.string(), custom_details: fc.jsonValue() }),
        ),
        title: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        labels: fc.jsonValue(),
        startsAt: fc.oneof(fc.date({ noInvalidDate: true }).map(String), fc.jsonValue()),
        link: fc.oneof(fc.webUrl(), fc.string()),
        runbookUrl: fc.string({ unit: 'binary' }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.constantFrom(...alertSources), fc.oneof(fc.jsonValue(), near), (source, body) => {
        const read = readAlerts(source, body)
        if (!read.ok) expect(read.error.message).not.toContain('\n')
        for (const each of read.ok ? read.value.alerts : []) {
          expect(alertSchema.safeParse(each).success).toBe(true)
          expect(JSON.stringify(each).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

it("A12 finds the team's pipeline by id, by name however spelled, by dataset, and never by guessing", () => {
  const pipeline = { id: 'profit', name: 'Aggregate profit for investors', dataset: 'mart.profit_daily' }
  const team = { pipelines: [pipeline] } as never
  const found = (name: string | null, labels: Record<string, string> = {}) =>
    pipelineOfAlert(team, { pipeline: name, labels })?.id
  expect(found('profit')).toBe('profit')
  expect(found('aggregate_profit_for_investors')).toBe('profit')
  expect(found(null, { dataset: 'mart.profit_daily' })).toBe('profit')
  expect(found('prof')).toBeUndefined()
  expect(found('---')).toBeUndefined()
  expect(found(null)).toBeUndefined()
})
