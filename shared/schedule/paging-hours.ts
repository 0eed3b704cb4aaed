import type { PagingHours } from './team.ts'
import { dayFallsOn, toIso, wallTimeOfDay } from './wall-clock.ts'
import { dayNumberAt, startOfDay } from './zone-clock.ts'

/** Hours of one day a week, and that day's hours swallowed by DST: two weeks and a day. */
const longestWaitDays = 15

/** The window that opens on a day (a day number), in epoch ms, end excluded; null when it does not open that day. */
export function windowOfDay(hours: PagingHours, day: number): { fromMs: number; toMs: number } | null {
  if (!dayFallsOn(hours.days, day)) return null
  const { from, to, timezone } = hours
  if (from === to) return { fromMs: startOfDay(day, timezone), toMs: startOfDay(day + 1, timezone) }
  const closes = to > from ? day : day + 1
  return { fromMs: wallTimeOfDay(day, from, timezone), toMs: wallTimeOfDay(closes, to, timezone) }
}

/** May a page go out at an instant (epoch ms)? Always, when the pipeline cannot wait (`null`); else within its agreed hours (E11). */
export function isPagingAllowed(hours: PagingHours | null, instantMs: number): boolean {
  if (hours === null) return true
  const today = dayNumberAt(instantMs, hours.timezone)
  return [today - 1, today].some((day) => {
    const window = windowOfDay(hours, day)
    return window !== null && instantMs >= window.fromMs && instantMs < window.toMs
  })
}

/** The first instant, UTC ISO, at or after an instant (epoch ms) at which a page may go out: the instant itself when it may already. */
export function nextPagingStart(hours: PagingHours | null, instantMs: number): string {
  if (hours === null || isPagingAllowed(hours, instantMs)) return toIso(instantMs)
  const today = dayNumberAt(instantMs, hours.timezone)
  for (let days = 0; days <= longestWaitDays; days += 1) {
    const window = windowOfDay(hours, today + days)
    if (window && window.fromMs >= instantMs && window.fromMs < window.toMs) return toIso(window.fromMs)
  }
  return toIso(instantMs)
}
