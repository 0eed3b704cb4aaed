import type { AlertRow } from '../../../../shared/alerts/alert-row.ts'
import type { IncidentSummary } from '../../../../shared/contract/incident-summary.ts'

/** An alert that is over is shown for so long after it was last heard of: who comes back sees what passed. */
const SHOWN_AFTER_MS = 12 * 3_600_000

/** Senders repeat what fires every four hours or oftener; silent for longer means that nobody knows. */
const QUIET_AFTER_MS = 5 * 3_600_000

const isOver = ({ lifecycle }: IncidentSummary): boolean =>
  lifecycle === 'resolved' || lifecycle === 'reviewed' || lifecycle === 'closed'

/**
 * The alerts that somebody should look at, in their order: not dismissed and in no open incident. One whose incident is resolved while it
 * still fires stands here again; one that is over stays for half a day.
 */
export function waitingAlerts(
  rows: readonly AlertRow[],
  summaries: readonly IncidentSummary[],
  nowMs: number,
): readonly AlertRow[] {
  const over = new Set(summaries.filter(isOver).map(({ incident }) => incident))
  return rows.filter((row) => {
    if (row.dismissed) return false
    if (row.incident !== null && !(row.status === 'firing' && over.has(row.incident))) return false
    return row.status === 'firing' || nowMs - Date.parse(row.lastAt) < SHOWN_AFTER_MS
  })
}

/** Whether nothing was heard of a firing alert for so long that it may be over: a silenced one never sends its end. */
export const isQuiet = (row: AlertRow, nowMs: number): boolean =>
  row.status === 'firing' && nowMs - Date.parse(row.lastAt) > QUIET_AFTER_MS
