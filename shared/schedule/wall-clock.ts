import { Temporal } from 'temporal-polyfill'
import { type Days, type Weekday, weekdays } from './team.ts'
import { dateOfDay, dayMs, dayNumber, dayNumberAt, instantOfWallMs, isoWeekday, wallMsAt } from './zone-clock.ts'

const knownZones = new Map<string, boolean>()

function resolvesAsZone(name: string): boolean {
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId.length > 0
  } catch {
    return false
  }
}

/** Is this an IANA zone name? Fixed offsets such as +05:30 are refused: they are wrong half the year where DST is kept (S2). */
export function isTimeZone(name: string): boolean {
  const known = knownZones.get(name)
  if (known !== undefined) return known
  const valid = /^[A-Za-z]/.test(name) && resolvesAsZone(name)
  knownZones.set(name, valid)
  return valid
}

/** Is this a calendar date, `2026-12-24`, that exists? */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** Is this a local date-time to the minute, `2026-12-24T10:00` (a space will do for the T), that exists in the calendar? */
export const isLocalDateTime = (text: string): boolean =>
  /^.{10}[T ]([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDate(text.slice(0, 10))

/** The zoned date-time of an instant; epoch ms in. */
export const zonedAt = (instantMs: number, timezone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(instantMs)).toZonedDateTimeISO(timezone)

/** The calendar date of an instant (epoch ms) in a zone. */
export const plainDateAt = (instantMs: number, timezone: string): Temporal.PlainDate =>
  Temporal.PlainDate.from(dateAt(instantMs, timezone))

const minuteMs = 60_000

/** Minutes since midnight of a wall time, `HH:MM`. */
const minutesOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5))

/** The instant of a wall time, `HH:MM`, on a day number, in epoch ms; for a whole calendar of them, where Temporal is slow. */
export const wallTimeOfDay = (day: number, at: string, timezone: string): number =>
  instantOfWallMs(day * dayMs + minutesOf(at) * minuteMs, timezone)

/**
 * The instant of a wall time on a date, in epoch ms.
 * A time that DST skips moves later by the gap, a time that occurs twice means the first: the `compatible` rule of RFC 5545.
 */
export const wallTimeMs = (date: Temporal.PlainDate, at: string, timezone: string): number =>
  wallTimeOfDay(dayNumber(date.toString()), at, timezone)

/** The calendar date of an instant in a zone, `2026-12-24`. */
export const dateAt = (instantMs: number, timezone: string): string => dateOfDay(dayNumberAt(instantMs, timezone))

/** The wall time of an instant in a zone, `HH:MM`. */
export const timeAt = (instantMs: number, timezone: string): string =>
  new Date(wallMsAt(instantMs, timezone)).toISOString().slice(11, 16)

const mostIsoTexts = 5_000
const isoTexts = new Map<number, string>()

/** UTC ISO 8601 with milliseconds, as facts carry it. Remembers the last few thousand: a schedule asks for the same instants again and again. */
export function toIso(instantMs: number): string {
  const known = isoTexts.get(instantMs)
  if (known !== undefined) return known
  if (isoTexts.size >= mostIsoTexts) isoTexts.clear()
  const text = new Date(instantMs).toISOString()
  isoTexts.set(instantMs, text)
  return text
}

/** The day of the week of a date. */
export const weekdayOf = (date: Temporal.PlainDate): Weekday => weekdays[date.dayOfWeek - 1] ?? 'monday'

/** Does this date belong to these days? */
export function fallsOn(days: Days, date: Temporal.PlainDate): boolean {
  if (days === 'daily') return true
  if (days === 'weekdays') return date.dayOfWeek <= 5
  return days.includes(weekdayOf(date))
}

/** Does this day number belong to these days? */
export function dayFallsOn(days: Days, day: number): boolean {
  const weekday = isoWeekday(day)
  if (days === 'daily') return true
  if (days === 'weekdays') return weekday <= 5
  return days.includes(weekdays[weekday - 1] ?? 'monday')
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A calendar date for a sentence, `2 Dec 2026`. */
export const dateInWords = (date: string): string =>
  `${Number(date.slice(8, 10))} ${monthNames[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`

/** An instant (UTC ISO) on the wall of a zone, for a sentence: `4 Jan 2027, 09:00 (America/New York)`. */
export const momentInWords = (iso: string, timezone: string): string =>
  `${dateInWords(dateAt(Date.parse(iso), timezone))}, ${timeAt(Date.parse(iso), timezone)} (${timezone.replaceAll('_', ' ')})`
