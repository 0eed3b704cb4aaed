import type { Severity } from '../incident/primitives.ts'
import type { AlertSource } from './alert.ts'
import type { WordsOfAlert } from './alert-words.ts'
import { isDismissed, later } from './episode.ts'
import type { Inbox } from './inbox.ts'
import { currentKey, episodeAt, type InboxRow, isOver } from './inbox-row.ts'

/** One alert as a window shows it: plain data, with the current time that it fired. */
export type AlertRow = {
  readonly id: string
  /** Names the time it fired that is shown: what is decided is decided about this one (compare-and-set). */
  readonly episode: string
  readonly source: AlertSource
  readonly fingerprint: string
  readonly status: 'firing' | 'resolved'
  readonly name: string
  readonly summary: string
  readonly severity: Severity | null
  /** The sender's own word for the severity; null when it has none. */
  readonly severityWord: string | null
  readonly pipeline: string | null
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly runbookUrl: string | null
  readonly link: string | null
  /** Since when: the sender's start, else when it was first heard (UTC ISO), as the next three. */
  readonly since: string
  readonly firstAt: string
  readonly lastAt: string
  readonly resolvedAt: string | null
  /** How often this time was reported as firing, and how many times it fired. */
  readonly reports: number
  readonly times: number
  readonly acknowledged: boolean
  readonly dismissed: boolean
  /** The incident that this time belongs to. */
  readonly incident: string | null
  /** The incident that an earlier time belonged to. */
  readonly before: string | null
}

/** A row of the inbox as it is shown. */
export function alertRowOf(row: InboxRow): AlertRow {
  const key = currentKey(row)
  const episode = episodeAt(row, key)
  const { alert } = row.told
  const { source, fingerprint, name, summary, severity, pipeline, labels, annotations, runbookUrl, link } = alert
  const all = Object.entries(row.episodes)
  const resolvedAt = isOver(row)
    ? (episode.endsAt ?? all.map(([, { resolvedLastAt }]) => resolvedLastAt).reduce(later, null))
    : null
  const firstAt = episode.firedFirstAt ?? episode.resolvedFirstAt ?? row.told.at
  const attached = all.filter(([, each]) => each.attached !== null).sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    id: row.id,
    episode: key,
    source,
    fingerprint,
    status: resolvedAt === null ? 'firing' : 'resolved',
    name,
    summary,
    severity,
    severityWord: labels.severity ?? labels.priority ?? null,
    pipeline,
    labels,
    annotations,
    runbookUrl,
    link,
    since: episode.startsAt ?? firstAt,
    firstAt,
    lastAt: later(episode.firedLastAt, episode.resolvedLastAt) ?? firstAt,
    resolvedAt,
    reports: episode.fired,
    times: all.filter(([, { fired }]) => fired > 0).length + row.forgotten,
    acknowledged: episode.acknowledgedAt !== null,
    dismissed: isDismissed(episode),
    incident: episode.attached?.incident ?? null,
    before: attached.findLast(([each]) => each < key)?.[1].attached?.incident ?? null,
  }
}

/** All that the alert of a row says, its name and its summary among it. */
export const wordsOfRow = ({
  name,
  summary,
  labels,
  annotations,
}: Pick<AlertRow, 'name' | 'summary' | 'labels' | 'annotations'>): WordsOfAlert => ({
  labels: { alertname: name, ...labels },
  annotations: { ...(summary !== '' && { summary }), ...annotations },
})

/** All rows, firing ones first, the newest of them on top; then those that are over, the last to end on top. */
export const alertRows = (inbox: Inbox): readonly AlertRow[] => sortRows([...inbox.rows.values()].map(alertRowOf))

/** The order in which alerts are shown; equal ones stand by their id, so that nothing jumps. */
export function sortRows(rows: readonly AlertRow[]): readonly AlertRow[] {
  const rank = (row: AlertRow): string => (row.status === 'firing' ? `1 ${row.since}` : `0 ${row.resolvedAt ?? ''}`)
  return rows.toSorted((one, other) => {
    const [first, second] = [rank(one), rank(other)]
    if (first === second) return one.id < other.id ? -1 : 1
    return first > second ? -1 : 1
  })
}
