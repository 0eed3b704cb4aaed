import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { spanWords, timeWithDay } from '../../ui/time-words.ts'

/** A promise this near presses, milliseconds. */
const SOON_MS = 5 * 60_000

/** The word that somebody waits for on an incident: when it is due or how long it is overdue, and whether it presses (E14). */
export function promiseWords(
  { updatePromisedFor, updateMissedFor }: Pick<IncidentSummary, 'updatePromisedFor' | 'updateMissedFor'>,
  nowMs: number,
  zone: string,
): { readonly words: string; readonly presses: boolean } | null {
  const dueAt = updatePromisedFor ?? updateMissedFor
  if (dueAt === null) return null
  const leftMs = Date.parse(dueAt) - nowMs
  const left = leftMs > 0 ? `in ${spanWords(leftMs)}` : `overdue by ${spanWords(-leftMs)}`
  return { words: `Next update promised ${timeWithDay(dueAt, nowMs, zone)}, ${left}`, presses: leftMs <= SOON_MS }
}
