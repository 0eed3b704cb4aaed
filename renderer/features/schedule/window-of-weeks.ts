import { dayNumberAt, isoWeekday, startOfDay } from '../../../shared/schedule/zone-clock.ts'

/** A stretch of time in epoch ms, end excluded. */
export type Span = { readonly fromMs: number; readonly toMs: number }

const WEEKS = 12

/** Twelve weeks in a zone from the Monday on or before an instant, moved by whole weeks. */
export function twelveWeeks(nowMs: number, movedWeeks: number, zone: string): Span {
  const today = dayNumberAt(nowMs, zone)
  const monday = today - isoWeekday(today) + 1 + movedWeeks * 7
  return { fromMs: startOfDay(monday, zone), toMs: startOfDay(monday + WEEKS * 7, zone) }
}

/** A calendar month in a zone; `month` counts from 0 and may run over the end of the year. */
export function monthSpan(year: number, month: number, zone: string): Span {
  const first = (of: number): number => startOfDay(Math.round(Date.UTC(year, of, 1) / 86_400_000), zone)
  return { fromMs: first(month), toMs: first(month + 1) }
}

/** Twelve months in a zone from the first of one; `month` counts from 0. */
export const twelveMonths = (year: number, month: number, zone: string): Span => ({
  fromMs: monthSpan(year, month, zone).fromMs,
  toMs: monthSpan(year, month + 11, zone).toMs,
})

/** Where an instant stands in a span, 0 at its start and 1 at its end; beyond it, at the nearer edge. */
export const placeIn = ({ fromMs, toMs }: Span, atMs: number): number =>
  Math.min(1, Math.max(0, (atMs - fromMs) / (toMs - fromMs)))

/** The part that two spans share; null when there is none. */
export function sharedPart(one: Span, other: Span): Span | null {
  const span = { fromMs: Math.max(one.fromMs, other.fromMs), toMs: Math.min(one.toMs, other.toMs) }
  return span.fromMs < span.toMs ? span : null
}
