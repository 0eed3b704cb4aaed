import type { Temporal } from 'temporal-polyfill'
import type { PagingHours } from './team.ts'
import { fallsOn, plainDateAt, startOfDayMs, toIso, wallTimeMs } from './wall-clock.ts'

/** Hours of one day a week, and that day's hours swallowed by DST: two weeks and a day. */
const longestWaitDays = 15

/** The window that opens on a date, in epoch ms, end excluded; null when it does not open that day. */
function windowOf(hours: PagingHours, date: Temporal.PlainDate): { fromMs: number; toMs: number } | null {
  if (!fallsOn(hours.days, date)) return null
  const { from, to, timezone } = hours
  const nextDay = date.add({ days: 1 })
  if (from === to) return { fromMs: startOfDayMs(date, timezone), toMs: startOfDayMs(nextDay, timezone) }
  const closes = to > from ? date : nextDay
  return { fromMs: wallTimeMs(date, from, timezone), toMs: wallTimeMs(closes, to, timezone) }
}

/** May a page go out at an instant (epoch ms)? Always, when the pipeline cannot wait (`null`); else within its agreed hours (E11). */
export function isPagingAllowed(hours: PagingHours | null, instantMs: number): boolean {
  if (hours === null) return true
  const today = plainDateAt(instantMs, hours.timezone)
  return [today.subtract({ days: 1 }), today].some((date) => {
    const window = windowOf(hours, date)
    return window !== null && instantMs >= window.fromMs && instantMs < window.toMs
  })
}

/** The first instant, UTC ISO, at or after an instant (epoch ms) at which a page may go out: the instant itself when it may already. */
export function nextPagingStart(hours: PagingHours | null, instantMs: number): string {
  if (hours === null || isPagingAllowed(hours, instantMs)) return toIso(instantMs)
  const today = plainDateAt(instantMs, hours.timezone)
  for (let days = 0; days <= longestWaitDays; days += 1) {
    const window = windowOf(hours, today.add({ days }))
    if (window && window.fromMs >= instantMs && window.fromMs < window.toMs) return toIso(window.fromMs)
  }
  return toIso(instantMs)
}
