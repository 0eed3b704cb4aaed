import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alert, AlertSource } from '../../../shared/alerts/alert.ts'
import { type AlertRow, alertRows } from '../../../shared/alerts/alert-row.ts'
import { emptyInbox, foldInbox, type Inbox, keptRecords } from '../../../shared/alerts/inbox.ts'
import { type InboxRecord, inboxRecordSchema } from '../../../shared/alerts/inbox-record.ts'
import { readAlerts } from '../../../shared/alerts/read-alerts.ts'
import { alertBody } from '../../support/alert-bodies.ts'

const startMs = Date.parse('2026-11-24T13:00:00.000Z')
const minute = (minutes: number): string => new Date(startMs + minutes * 60_000).toISOString()

const alert = (change: Partial<Alert> = {}): Alert => ({
  source: 'alertmanager',
  fingerprint: 'f1',
  status: 'firing',
  startsAt: minute(0),
  endsAt: null,
  labels: { alertname: 'Late' },
  annotations: {},
  name: 'Late',
  summary: 'It is late',
  severity: 2,
  pipeline: null,
  runbookUrl: null,
  link: null,
  acknowledged: false,
  ...change,
})
const ended = (change: Partial<Alert> = {}): Alert =>
  alert({ status: 'resolved', endsAt: minute(20), summary: 'fine', ...change })
const heard = (minutes: number, what: Alert): InboxRecord => ({
  v: 1,
  at: minute(minutes),
  type: 'alert.reported',
  data: { alert: what },
})
const id = 'alertmanager/f1'
const decided = (type: 'alert.dismissed' | 'alert.restored', minutes: number, episode = minute(0)): InboxRecord => ({
  v: 1,
  at: minute(minutes),
  type,
  data: { alert: id, episode, by: 'eng-b' },
})
const attached = (minutes: number, incident: string, episode = minute(0)): InboxRecord => ({
  v: 1,
  at: minute(minutes),
  type: 'alert.attached',
  data: { alert: id, episode, by: 'eng-b', incident },
})

const inboxOf = (...records: readonly InboxRecord[]): Inbox => foldInbox(emptyInbox, records)
const rowsOf = (...records: readonly InboxRecord[]): readonly AlertRow[] => alertRows(inboxOf(...records))
const rowOf = (...records: readonly InboxRecord[]): AlertRow => {
  const [row, ...others] = rowsOf(...records)
  if (row === undefined || others.length > 0) throw new Error(`${others.length + 1} rows`)
  return row
}

describe('reports', () => {
  it('A13 retries and repeats are counted, never shown twice', () => {
    const row = rowOf(heard(1, alert()), heard(1, alert()), heard(241, alert()), heard(481, alert()))
    expect(row).toMatchObject({ status: 'firing', reports: 4, times: 1, since: minute(0), lastAt: minute(481) })
    expect(rowOf(heard(1, alert()), heard(21, ended()), heard(22, ended()))).toMatchObject({
      status: 'resolved',
      resolvedAt: minute(20),
      reports: 1,
    })
  })

  it('A13 the same fingerprint from two senders is two alerts', () => {
    expect(rowsOf(heard(1, alert()), heard(1, alert({ source: 'grafana' })))).toHaveLength(2)
  })

  it('A14 a new start is a new episode of the same row', () => {
    const row = rowOf(heard(1, alert()), heard(21, ended()), heard(60, alert({ startsAt: minute(59) })))
    expect(row).toMatchObject({ status: 'firing', since: minute(59), times: 2, reports: 1 })
  })

  it('A14 the late end of an earlier episode does not end the new one', () => {
    const row = rowOf(heard(1, alert()), heard(60, alert({ startsAt: minute(59) })), heard(61, ended()))
    expect(row.status).toBe('firing')
  })

  it('A16 an end with a start of its own ends the alert, as a restarted Alertmanager sends it', () => {
    const bodies = [alertBody('alertmanager-firing-one'), alertBody('alertmanager-resolved-one')]
    const records = bodies.flatMap((body, index) => {
      const read = readAlerts('alertmanager', body)
      return read.ok ? read.value.alerts.map((each) => heard(index * 5, each)) : []
    })
    expect(rowOf(...records)).toMatchObject({ status: 'resolved', summary: expect.stringContaining('47 min past') })
    expect(
      rowOf(...records, heard(240, records[0]?.type === 'alert.reported' ? records[0].data.alert : alert())).status,
    ).toBe('firing')
  })

  it('A17 a late retry does not wake an ended alert; news after a quarter of an hour does', () => {
    const until = [heard(1, alert()), heard(21, ended())]
    expect(rowOf(...until, heard(36, alert())).status).toBe('resolved')
    expect(rowOf(...until, heard(37, alert())).status).toBe('firing')
    expect(rowOf(...until, heard(37, alert()), heard(50, ended())).status).toBe('resolved')
  })

  it('A18 the words of the firing report stay when it ends', () => {
    expect(rowOf(heard(1, alert()), heard(21, ended())).summary).toBe('It is late')
    expect(rowOf(heard(1, alert()), heard(5, alert({ summary: 'It is later' }))).summary).toBe('It is later')
    const bare = { startsAt: null, summary: '', name: 'k', source: 'pagerduty' } as const
    const trigger = alert({ source: 'pagerduty' })
    expect(rowOf(heard(1, trigger), heard(2, alert({ ...bare, acknowledged: true })))).toMatchObject({
      summary: 'It is late',
      acknowledged: true,
      status: 'firing',
    })
  })

  it('A6 what a sender left out is remembered, the last time of it', () => {
    const cut = (minutes: number, leftOut: number): InboxRecord => ({
      v: 1,
      at: minute(minutes),
      type: 'report.cutShort',
      data: { source: 'alertmanager', leftOut },
    })
    expect(inboxOf(cut(2, 7), cut(1, 1)).cutShort).toMatchObject({ leftOut: 7, at: minute(2) })
  })
})

describe('senders whose alerts are open or closed', () => {
  const pagerduty = (change: Partial<Alert> = {}) => alert({ source: 'pagerduty', startsAt: null, ...change })

  it('A15 a trigger while open is a repeat, one after the end is a new episode', () => {
    const first = [heard(1, pagerduty({ startsAt: minute(1) })), heard(3, pagerduty({ startsAt: minute(2) }))]
    expect(rowOf(...first)).toMatchObject({ reports: 2, times: 1, since: minute(1) })
    const closed = [...first, heard(9, pagerduty({ status: 'resolved' }))]
    expect(rowOf(...closed)).toMatchObject({ status: 'resolved', resolvedAt: minute(9) })
    expect(rowOf(...closed, heard(12, pagerduty()))).toMatchObject({ status: 'firing', times: 2, since: minute(12) })
  })

  it('A15 an end of which nothing was heard before is a row that is over', () => {
    expect(rowOf(heard(4, pagerduty({ status: 'resolved' })))).toMatchObject({
      status: 'resolved',
      reports: 0,
      times: 0,
    })
  })
})

describe('what people decide', () => {
  it('A19 a dismissed alert stays dismissed through its repeats, and can be brought back', () => {
    expect(rowOf(heard(1, alert()), decided('alert.dismissed', 2), heard(241, alert())).dismissed).toBe(true)
    expect(rowOf(heard(1, alert()), decided('alert.dismissed', 2), decided('alert.restored', 3)).dismissed).toBe(false)
  })

  it('A19 a new episode shows again, and so does one that ended and fires again', () => {
    const put = [heard(1, alert()), decided('alert.dismissed', 2), heard(21, ended())]
    expect(rowOf(...put).dismissed).toBe(true)
    expect(rowOf(...put, heard(60, alert({ startsAt: minute(59) }))).dismissed).toBe(false)
    expect(rowOf(...put, heard(60, alert())).dismissed).toBe(false)
  })

  it('A19 an attached episode knows its incident, the next one where the last belonged', () => {
    const put = [heard(1, alert()), attached(2, '20261124-aaaa')]
    expect(rowOf(...put)).toMatchObject({ incident: '20261124-aaaa', before: null })
    expect(rowOf(...put, heard(60, alert({ startsAt: minute(59) })))).toMatchObject({
      incident: null,
      before: '20261124-aaaa',
    })
  })

  it('A19 a decision about an alert or an episode that is not there changes nothing', () => {
    expect(rowsOf(decided('alert.dismissed', 1))).toEqual([])
    expect(rowOf(heard(1, alert()), decided('alert.dismissed', 2, minute(99))).dismissed).toBe(false)
  })
})

it('A21 firing ones first, the newest on top, then what is over, the last on top', () => {
  const each = (fingerprint: string, start: number) => alert({ fingerprint, startsAt: minute(start) })
  const over = (fingerprint: string, end: number) => ended({ fingerprint, startsAt: minute(0), endsAt: minute(end) })
  const rows = rowsOf(
    heard(1, each('old', 1)),
    heard(9, each('new', 8)),
    heard(9, over('ended-first', 3)),
    heard(9, over('ended-last', 4)),
  )
  expect(rows.map(({ fingerprint }) => fingerprint)).toEqual(['new', 'old', 'ended-last', 'ended-first'])
})

describe('the log', () => {
  const day = 24 * 60

  it('A20 what is dealt with leaves 30 days later, what fires never does', () => {
    const inbox = inboxOf(
      heard(1, alert({ fingerprint: 'fires' })),
      heard(1, alert({ fingerprint: 'ended' })),
      heard(2, ended({ fingerprint: 'ended' })),
      heard(1, alert()),
      decided('alert.dismissed', 10 * day),
    )
    const keptAt = (minutes: number) =>
      [...foldInbox(emptyInbox, keptRecords(inbox, startMs + minutes * 60_000)).rows.keys()].sort()
    expect(keptAt(29 * day)).toHaveLength(3)
    expect(keptAt(31 * day)).toEqual([id, 'alertmanager/fires'])
    expect(keptAt(41 * day)).toEqual(['alertmanager/fires'])
  })

  it('A20 written anew it is the same inbox, line by line through JSON', () => {
    const before = inboxOf(heard(1, alert()), attached(2, '20261124-aaaa'), heard(60, alert({ startsAt: minute(59) })))
    const lines = keptRecords(before, startMs).map((record) =>
      inboxRecordSchema.parse(JSON.parse(JSON.stringify(record))),
    )
    expect(alertRows(foldInbox(emptyInbox, lines))).toEqual(alertRows(before))
    expect(foldInbox(emptyInbox, lines).lastAt).toBe(before.lastAt)
  })
})

describe('any order', () => {
  const source = fc.constantFrom<AlertSource>('alertmanager', 'grafana')
  const report = fc
    .record({
      source,
      fingerprint: fc.constantFrom('a', 'b'),
      start: fc.integer({ min: 0, max: 4 }),
      isEnd: fc.boolean(),
      at: fc.integer({ min: 0, max: 90 }),
      summary: fc.constantFrom('', 'one', 'two'),
    })
    .map(({ start, isEnd, at, ...rest }) => {
      const given = { ...rest, startsAt: minute(start) }
      return heard(at, isEnd ? ended(given) : alert(given))
    })

  it('A13 A14 any order of the same reports gives the same inbox', () => {
    const shuffled = fc
      .array(report, { maxLength: 25 })
      .chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })))
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(rowsOf(...other)).toEqual(rowsOf(...one))
      }),
    )
  })

  it('A13 A14 repetition changes the counts and nothing else', () => {
    const counted = (rows: readonly AlertRow[]) => rows.map((row) => ({ ...row, reports: 0 }))
    fc.assert(
      fc.property(fc.array(report, { maxLength: 15 }), fc.array(fc.nat(), { maxLength: 10 }), (reports, again) => {
        const repeated = again.flatMap((index) => reports[index % Math.max(1, reports.length)] ?? [])
        expect(counted(rowsOf(...reports, ...repeated))).toEqual(counted(rowsOf(...reports)))
      }),
    )
  })

  it('A20 the log may be written anew after any of its lines', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 20 }), fc.nat(), (reports, cut) => {
        const at = reports.length === 0 ? 0 : cut % reports.length
        const anew = keptRecords(inboxOf(...reports.slice(0, at)), startMs)
        expect(rowsOf(...anew, ...reports.slice(at))).toEqual(rowsOf(...reports))
      }),
    )
  })
})
