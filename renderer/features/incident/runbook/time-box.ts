import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'

/** What "more time" gives a step, counted from now. */
export const MORE_MINUTES = 10
const MINUTE_MS = 60_000
const MOST_MINUTES = 24 * 60

/**
 * When work on the current step began (epoch ms): when the incident was somebody's, the way it failed was known and the step
 * before was finished. Null while it is nobody's, because a box that runs while nobody works is not fair.
 */
export function stepStartedAtMs(
  run: Pick<RunbookRun, 'stepSince'>,
  acknowledged: { readonly at: string } | null,
): number | null {
  return acknowledged === null ? null : Math.max(Date.parse(run.stepSince), Date.parse(acknowledged.at))
}

/** Time left in a step's box; negative is over it (ms). With the time given on top; null for a step without a box. */
export function boxLeftMs(item: ChecklistItem, startedAtMs: number | null, nowMs: number): number | null {
  const { timeBoxMs } = item.step
  if (timeBoxMs === undefined) return null
  const spentMs = startedAtMs === null ? 0 : Math.max(0, nowMs - startedAtMs)
  return timeBoxMs + (item.progress?.extendedByMs ?? 0) - spentMs
}

/** The minutes to put on top of a box so that there are ten from now, also when it ran out long ago. */
export function minutesOnTop(leftMs: number): number {
  const overMinutes = Math.max(0, Math.ceil(-leftMs / MINUTE_MS))
  return Math.min(MOST_MINUTES, MORE_MINUTES + overMinutes)
}
