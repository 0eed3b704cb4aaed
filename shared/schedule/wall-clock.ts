import { Temporal } from 'temporal-polyfill'
import { type Days, type Weekday, weekdays } from './team.ts'

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

type KnownDay = { readonly date: Temporal.PlainDate; readonly fromMs: number; readonly toMs: number }

const daysPerZone = 8
const knownDays = new Map<string, readonly KnownDay[]>()

/** The calendar date of an instant (epoch ms) in a zone. Remembers the last few days of each zone, since every second asks for the same. */
export function plainDateAt(instantMs: number, timezone: string): Temporal.PlainDate {
  const days = knownDays.get(timezone) ?? []
  const known = days.find(({ fromMs, toMs }) => instantMs >= fromMs && instantMs < toMs)
  if (known) return known.date
  const date = zonedAt(instantMs, timezone).toPlainDate()
  const day = { date, fromMs: startOfDayMs(date, timezone), toMs: startOfDayMs(date.add({ days: 1 }), timezone) }
  knownDays.set(timezone, [day, ...days.slice(0, daysPerZone - 1)])
  return date
}

const mostWallTimes = 2_000
const knownWallTimes = new Map<string, number>()

/**
 * The instant of a wall time on a date, in epoch ms.
 * A time that DST skips moves later by the gap, a time that occurs twice means the first: the `compatible` rule of RFC 5545.
 */
export function wallTimeMs(date: Temporal.PlainDate, at: string, timezone: string): number {
  const key = `${date.toString()} ${at} ${timezone}`
  const known = knownWallTimes.get(key)
  if (known !== undefined) return known
  if (knownWallTimes.size >= mostWallTimes) knownWallTimes.clear()
  const instantMs = date.toZonedDateTime({ timeZone: timezone, plainTime: at }).epochMilliseconds
  knownWallTimes.set(key, instantMs)
  return instantMs
}

/** The first instant of a date, in epoch ms; midnight, or later where DST skips it. */
export const startOfDayMs = (date: Temporal.PlainDate, timezone: string): number =>
  date.toZonedDateTime({ timeZone: timezone }).epochMilliseconds

/** The calendar date of an instant in a zone, `2026-12-24`. */
export const dateAt = (instantMs: number, timezone: string): string => plainDateAt(instantMs, timezone).toString()

/** The wall time of an instant in a zone, `HH:MM`. */
export const timeAt = (instantMs: number, timezone: string): string =>
  zonedAt(instantMs, timezone).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' })

/** UTC ISO 8601 with milliseconds, as facts carry it. */
export const toIso = (instantMs: number): string => new Date(instantMs).toISOString()

/** The day of the week of a date. */
export const weekdayOf = (date: Temporal.PlainDate): Weekday => weekdays[date.dayOfWeek - 1] ?? 'monday'

/** Does this date belong to these days? */
export function fallsOn(days: Days, date: Temporal.PlainDate): boolean {
  if (days === 'daily') return true
  if (days === 'weekdays') return date.dayOfWeek <= 5
  return days.includes(weekdayOf(date))
}
