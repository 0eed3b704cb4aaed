import type { StoreApi } from 'zustand/vanilla'
import { type AlertRow, sortRows } from '../../shared/alerts/alert-row.ts'
import { begunRows } from '../../shared/alerts/begun-rows.ts'
import type { AlertList } from '../../shared/contract/alert-answers.ts'
import type { Client } from '../../shared/contract/client.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { StoreState } from './store-state.ts'

type AlertEvent = Extract<HostEvent, { type: 'alerts' }>

/** What came in, taken into the store. */
export type AlertNews = { readonly hear: (event: AlertEvent) => void; readonly read: () => Promise<void> }

const noAlerts: AlertList = { rows: [], lastAt: null, cutShort: null, problem: null }

function merged(list: AlertList, { rows, isWhole, lastAt, cutShort }: AlertEvent): AlertList {
  const changed = new Map(rows.map((row) => [row.id, row]))
  const kept = isWhole ? [] : list.rows.filter(({ id }) => !changed.has(id))
  return { ...list, rows: sortRows([...kept, ...rows]), lastAt, cutShort }
}

/** How an alert is said aloud: its name, what it says, how bad it is. */
function spoken(row: AlertRow): string {
  const severity = row.severity === null ? '' : `, SEV-${row.severity}`
  return `${row.name}${severity}${row.summary === '' || row.summary === row.name ? '' : `: ${row.summary}`}`.slice(
    0,
    240,
  )
}

/** Takes alerts into the store; what begins to fire is said, at once when it is severe. */
export function createAlertNews(
  { getState, setState }: Pick<StoreApi<StoreState>, 'getState' | 'setState'>,
  client: Client,
): AlertNews {
  /** What was heard while an answer is awaited, for each of them. */
  const waiting = new Set<AlertEvent[]>()

  const announce = (rows: readonly AlertRow[]): void => {
    const [newest] = rows
    if (newest === undefined) return
    const text =
      rows.length === 1 ? `New alert: ${spoken(newest)}` : `${rows.length} new alerts, the newest: ${spoken(newest)}`
    const urgent = rows.some(({ severity }) => severity === 1 || severity === 2)
    setState(({ announcement }) => ({ announcement: { id: (announcement?.id ?? 0) + 1, text, urgent } }))
  }

  return {
    hear: (event) => {
      for (const events of waiting) events.push(event)
      const list = getState().alerts ?? noAlerts
      announce(event.isWhole ? [] : begunRows(new Map(list.rows.map((row) => [row.id, row])), event.rows))
      setState({ alerts: merged(list, event) })
    },
    read: async () => {
      const since: AlertEvent[] = []
      waiting.add(since)
      const [alerts, intake] = await Promise.all([client.call('alerts.list', {}), client.call('intake.describe', {})])
      waiting.delete(since)
      if (intake.ok) setState({ intake: intake.value })
      // Events may overtake an answer: what was heard since is newer than what was read.
      if (alerts.ok) setState({ alerts: since.reduce(merged, alerts.value) })
    },
  }
}
