import type { AlertSource, ReadAlerts } from '../../../shared/alerts/alert.ts'
import { type AlertRow, alertRowOf, alertRows } from '../../../shared/alerts/alert-row.ts'
import { emptyInbox, foldInbox, type Inbox, keptRecords } from '../../../shared/alerts/inbox.ts'
import type { InboxRecord } from '../../../shared/alerts/inbox-record.ts'
import { rowIdOf } from '../../../shared/alerts/inbox-row.ts'
import { reasonOf } from '../../../shared/kit/reason-of.ts'
import { fail, type Result } from '../../../shared/kit/result.ts'
import type { Clock } from '../../../shared/ports.ts'
import type { AppendFailure } from '../journal/journal-failure.ts'
import type { InboxLog } from './inbox-log.ts'
import { createReportQueue } from './report-queue.ts'

/** Alerts that an inbox holds; beyond it nobody could read them, and memory would not be bounded. */
const MOST_ROWS = 10_000
/** A clock that was set back by more than this is believed; less is a step of NTP, and order of arrival counts. */
const STEP_BACK_MS = 60_000
const DAY_MS = 86_400_000
/** Repeats that the log may hold before it is written anew. */
const MOST_EXTRA_LINES = 5_000

/** What changed for the windows; `isWhole` when rows that are not named are gone. */
export type InboxNews = { readonly rows: readonly AlertRow[]; readonly isWhole: boolean }

/** A decision about one episode of one alert. */
export type Decision =
  | {
      readonly type: 'alert.dismissed' | 'alert.restored'
      readonly data: { alert: string; episode: string; by: string }
    }
  | { readonly type: 'alert.attached'; readonly data: { alert: string; episode: string; by: string; incident: string } }

/** The inbox of a running host: its log, and what the log adds up to. */
export type AlertInbox = {
  readonly rows: () => readonly AlertRow[]
  readonly row: (id: string) => AlertRow | null
  readonly inbox: () => Inbox
  /** What could not be read when the log was opened, for people; null when all could. */
  readonly problem: string | null
  /** Keeps what a request carried. Durable when it resolves; all that comes in one turn of the event loop shares one flush. */
  readonly hear: (source: AlertSource, read: ReadAlerts) => Promise<Result<void, AppendFailure>>
  /** Keeps what somebody decided. Durable when it returns. */
  readonly decide: (decisions: readonly Decision[]) => Result<void, AppendFailure>
  /** Writes the log anew when a day has passed since it was last looked at, or it has grown long. */
  readonly tidy: () => void
  /** Takes in what the Nightdesk that holds the folder wrote, when this one only reads (J9.2). Throws an errno exception. */
  readonly follow: () => void
  readonly listen: (hear: (news: InboxNews) => void) => void
  readonly close: () => void
}

const tooMany: AppendFailure = {
  code: 'notSaved',
  message: `Not saved: the inbox holds ${MOST_ROWS} alerts.`,
  hint: 'Dismiss what is dealt with, or send less. The sender tries again.',
}
/** Gives each report an instant of its own, so that the order of arrival is kept also where a clock stands still. */
function createStamp(clock: Clock, lastAt: string | null): () => string {
  let lastMs = lastAt === null ? 0 : Date.parse(lastAt)
  return () => {
    const nowMs = clock.nowMs()
    lastMs = nowMs > lastMs || lastMs - nowMs > STEP_BACK_MS ? nowMs : lastMs + 1
    return new Date(lastMs).toISOString()
  }
}

const idsIn = (records: readonly InboxRecord[]): ReadonlySet<string> =>
  new Set(
    records.flatMap((record) => {
      if (record.type === 'alert.reported') return [rowIdOf(record.data.alert)]
      return 'episode' in record.data ? [record.data.alert] : []
    }),
  )

const recordsOf = (source: AlertSource, { alerts, leftOut }: ReadAlerts, stamp: () => string): InboxRecord[] => [
  ...alerts.map((alert): InboxRecord => ({ v: 1, at: stamp(), type: 'alert.reported', data: { alert } })),
  ...(leftOut === 0 ? [] : [{ v: 1, at: stamp(), type: 'report.cutShort', data: { source, leftOut } } as const]),
]

/** Tells everybody; one who fails keeps nothing from the others, and nothing from the sender, whose report is safe. */
function createTeller(say: (line: string) => void) {
  const listeners: ((news: InboxNews) => void)[] = []
  const tell = (news: InboxNews): void => {
    for (const hear of listeners) {
      try {
        hear(news)
      } catch (error) {
        say(`What came into the inbox was not told on: ${reasonOf(error)}`)
      }
    }
  }
  return { tell, listen: (hear: (news: InboxNews) => void): void => void listeners.push(hear) }
}

/** Makes the inbox over its opened log; `problem` is what could not be read of it. */
export function createAlertInbox(
  log: InboxLog,
  clock: Clock,
  say: (line: string) => void,
  problem: string | null = null,
): AlertInbox {
  let inbox = foldInbox(emptyInbox, log.records)
  let tidiedMs = clock.nowMs()
  const stamp = createStamp(clock, inbox.lastAt)
  const { tell, listen } = createTeller(say)

  const rowAt = (id: string): AlertRow | null => {
    const row = inbox.rows.get(id)
    return row === undefined ? null : alertRowOf(row)
  }
  const commit = (records: readonly InboxRecord[]): Result<void, AppendFailure> => {
    const kept = log.append(records)
    if (!kept.ok) {
      say(`The inbox could not be written: ${kept.error.message}`)
      return kept
    }
    inbox = foldInbox(inbox, records)
    tell({ rows: [...idsIn(records)].flatMap((id) => rowAt(id) ?? []), isWhole: false })
    return kept
  }
  const queue = createReportQueue(commit)

  const writeAnew = (): void => {
    const kept = keptRecords(inbox, clock.nowMs())
    if (kept.length === inbox.rows.size && log.lines() <= kept.length * 2 + MOST_EXTRA_LINES) return
    const written = log.writeAnew(kept)
    if (!written.ok) say(`The inbox was not tidied: ${written.error.message}`)
    if (!written.ok) return
    inbox = { ...foldInbox(emptyInbox, kept), lastAt: inbox.lastAt, cutShort: inbox.cutShort }
    tell({ rows: alertRows(inbox), isWhole: true })
  }
  writeAnew()

  return {
    rows: () => alertRows(inbox),
    row: rowAt,
    inbox: () => inbox,
    problem,
    hear: (source, read) => {
      const isNew = read.alerts.some((alert) => !inbox.rows.has(rowIdOf(alert)))
      if (isNew && inbox.rows.size + read.alerts.length > MOST_ROWS) return Promise.resolve(fail(tooMany))
      return queue.add(recordsOf(source, read, stamp))
    },
    decide: (decisions) => {
      queue.settle()
      return commit(decisions.map((decision): InboxRecord => ({ v: 1, at: stamp(), ...decision })))
    },
    tidy: () => {
      if (Math.abs(clock.nowMs() - tidiedMs) < DAY_MS) return
      tidiedMs = clock.nowMs()
      queue.settle()
      writeAnew()
    },
    follow: () => {
      const records = log.readAgain()
      if (records === null) return
      inbox = foldInbox(emptyInbox, records)
      tell({ rows: alertRows(inbox), isWhole: true })
    },
    listen,
    close: () => {
      queue.settle()
      log.close()
    },
  }
}
