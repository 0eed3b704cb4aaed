import type { AlertRow } from '../../shared/alerts/alert-row.ts'
import { begunRows } from '../../shared/alerts/begun-rows.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import type { Notice, Notifier } from '../../shared/ports.ts'

type WatchedHost = {
  readonly handlers: Pick<Handlers, 'alerts.list'>
  readonly listen: (hear: (event: HostEvent) => void) => () => void
}

/** A storm of alerts within this time is one notification (ms). */
const GATHER_MS = 1_000
const NAMED = 3

const isSevere = ({ severity }: AlertRow): boolean => severity === 1 || severity === 2

/** One notification for alerts that begin together, the newest first; it leads to the window, for no incident has them yet. */
function noticeOf(rows: readonly AlertRow[], newest: AlertRow): Notice {
  const names = rows.slice(0, NAMED).map(({ name }) => name)
  const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : ''
  return {
    key: `alert:${newest.id}:${newest.episode}`,
    title: rows.length === 1 ? newest.name : `${rows.length} new alerts`,
    body: rows.length === 1 ? newest.summary : `${names.join(', ')}${more}`,
    incident: null,
    urgent: rows.some(isSevere),
  }
}

/**
 * Tells of alerts that begin to fire, also while the window is hidden. What fired before the start, or while another console held the data
 * folder, is known and told of no more.
 */
export function watchAlerts(host: WatchedHost, notifier: Notifier): void {
  const known = new Map<string, AlertRow>()
  let begun: readonly AlertRow[] = []
  const keep = (rows: readonly AlertRow[]): void => {
    for (const row of rows) known.set(row.id, row)
  }
  const tell = (): void => {
    const [newest] = begun
    if (newest !== undefined) void notifier.show(noticeOf(begun, newest))
    begun = []
  }
  const follow = async (): Promise<void> => {
    const listed = await host.handlers['alerts.list']({})
    if (listed.ok) keep(listed.value.rows)
  }
  host.listen((event) => {
    if (event.type === 'reset') void follow()
    if (event.type !== 'alerts') return
    const news = event.isWhole ? [] : begunRows(known, event.rows)
    if (news.length > 0 && begun.length === 0) setTimeout(tell, GATHER_MS).unref()
    begun = [...news, ...begun]
    if (event.isWhole) known.clear()
    keep(event.rows)
  })
  void follow()
}
