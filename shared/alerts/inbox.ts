import { assertNever } from '../kit/assert-never.ts'
import type { AlertSource } from './alert.ts'
import { isDismissed, later } from './episode.ts'
import type { InboxRecord } from './inbox-record.ts'
import { currentKey, episodeAt, type InboxRow, isOver, rowIdOf, rowWithEpisode, rowWithReport } from './inbox-row.ts'

/** All that the inbox's log adds up to. */
export type Inbox = {
  readonly rows: ReadonlyMap<string, InboxRow>
  /** When a report was last heard; null when none ever was. */
  readonly lastAt: string | null
  /** The last time that a sender left alerts out of its message. */
  readonly cutShort: { readonly at: string; readonly source: AlertSource; readonly leftOut: number } | null
}

/** Nothing has come in. */
export const emptyInbox: Inbox = { rows: new Map(), lastAt: null, cutShort: null }

function decide(rows: Map<string, InboxRow>, record: Extract<InboxRecord, { data: { episode: string } }>): void {
  const { alert, episode } = record.data
  const row = rows.get(alert)
  if (row === undefined) return
  const { at } = record
  const before = episodeAt(row, episode)
  if (record.type === 'alert.attached') {
    const isNews = before.attached === null || before.attached.at <= at
    if (isNews) rows.set(alert, rowWithEpisode(row, episode, { attached: { at, incident: record.data.incident } }))
    return
  }
  const isNews = before.dismissed === null || before.dismissed.at <= at
  if (isNews)
    rows.set(alert, rowWithEpisode(row, episode, { dismissed: { at, is: record.type === 'alert.dismissed' } }))
}

/**
 * The inbox after more of its log. Reports may come in any order and as often as they like: what is shown is the same, and
 * only the counts tell. Total: a record about an alert that is not there changes nothing.
 */
export function foldInbox(inbox: Inbox, records: Iterable<InboxRecord>): Inbox {
  const rows = new Map(inbox.rows)
  let { lastAt, cutShort } = inbox
  for (const record of records) {
    switch (record.type) {
      case 'alert.reported': {
        const id = rowIdOf(record.data.alert)
        rows.set(id, rowWithReport(rows.get(id), record.data.alert, record.at))
        lastAt = later(lastAt, record.at)
        break
      }
      case 'report.cutShort':
        if (cutShort === null || cutShort.at <= record.at) cutShort = { at: record.at, ...record.data }
        break
      case 'alert.kept':
        rows.set(record.data.row.id, record.data.row)
        lastAt = later(lastAt, record.data.row.told.at)
        break
      case 'alert.dismissed':
      case 'alert.restored':
      case 'alert.attached':
        decide(rows, record)
        break
      default:
        assertNever(record)
    }
  }
  return { rows, lastAt, cutShort }
}

/** How long an alert that is dealt with stays in the log. */
export const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** When an alert was dealt with (resolved, dismissed or attached): the last of it; null while somebody should still look. */
function settledAt(row: InboxRow): string | null {
  const episode = episodeAt(row, currentKey(row))
  const isSettled = isOver(row) || isDismissed(episode) || episode.attached !== null
  if (!isSettled) return null
  const ends = Object.values(row.episodes).map(({ resolvedLastAt }) => resolvedLastAt)
  return [...ends, episode.firedLastAt, episode.dismissed?.at ?? null, episode.attached?.at ?? null].reduce(later, null)
}

/** The log written anew at an instant (epoch ms): one line for each alert, without those dealt with more than 30 days ago. */
export function keptRecords(inbox: Inbox, nowMs: number): readonly InboxRecord[] {
  const at = new Date(nowMs).toISOString()
  const isKept = (row: InboxRow): boolean => {
    const settled = settledAt(row)
    return settled === null || nowMs - Date.parse(settled) < KEPT_DAYS * DAY_MS
  }
  return [...inbox.rows.values()].filter(isKept).map((row) => ({ v: 1, at, type: 'alert.kept', data: { row } }))
}
