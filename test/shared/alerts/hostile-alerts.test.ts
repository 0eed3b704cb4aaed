import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertSchema, alertSources } from '../../../shared/alerts/alert.ts'
import { readAlerts } from '../../../shared/alerts/read-alerts.ts'
import { firstOf } from './read-body.ts'

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
