import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'

/** What "more time" gives a step on top of its box. */
export const MORE_MINUTES = 10

/** When work on the current step began: when the last one was finished, else when the run was opened (epoch ms). */
export function stepStartedAtMs(run: RunbookRun, items: readonly ChecklistItem[]): number {
  const finished = items.flatMap(({ progress }) =>
    progress !== null && progress.state !== 'open' ? [Date.parse(progress.at)] : [],
  )
  return Math.max(Date.parse(run.openedAt), ...finished)
}

/** Time left in a step's box; negative is over it (ms). With the time given on top; null for a step without a box. */
export function boxLeftMs(item: ChecklistItem, startedAtMs: number, nowMs: number): number | null {
  const { timeBoxMs } = item.step
  if (timeBoxMs === undefined) return null
  return timeBoxMs + (item.progress?.extendedByMs ?? 0) - (nowMs - startedAtMs)
}
