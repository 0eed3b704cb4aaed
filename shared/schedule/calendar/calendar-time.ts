import { fail, ok, type Result } from '../../kit/result.ts'
import { isDate, isTimeZone } from '../wall-clock.ts'
import { dayMs, dayNumber, instantOfWallMs, startOfDay } from '../zone-clock.ts'
import type { ContentLine } from './content-lines.ts'
import { windowsZones } from './windows-zones.ts'

/** A date or a wall time in a zone, as a calendar writes them: `wallMs` is the wall clock as if it were UTC, midnight for a date. */
export type CalendarTime = { readonly wallMs: number; readonly isDate: boolean; readonly timezone: string }

/** The zone a calendar means by a name: IANA's, a path that ends in one, or one of Outlook's; null when nobody can tell. */
export function zoneNamed(tzid: string): string | null {
  const name = tzid.trim()
  if (isTimeZone(name)) return name
  const tail = name.split('/').slice(-2).join('/')
  if (isTimeZone(tail)) return tail
  return Object.hasOwn(windowsZones, name) ? (windowsZones[name] ?? null) : null
}

/** Reads `20261224`, `20261224T100000` or `20261224T100000Z`; without a zone it means the wall clock of `floatingZone`. */
export function readCalendarTime({ params, value }: ContentLine, floatingZone: string): Result<CalendarTime> {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(value.trim())
  const [, year, month, day, hour, minute, second, utc] = found ?? []
  const date = `${year}-${month}-${day}`
  if (!found || !isDate(date)) return fail(`"${value.slice(0, 40)}" is no date`)
  const dateMs = dayNumber(date) * dayMs
  if (hour === undefined) return ok({ wallMs: dateMs, isDate: true, timezone: floatingZone })
  const seconds = Number(hour) * 3_600 + Number(minute) * 60 + Number(second ?? 0)
  if (Number(hour) > 23 || Number(minute) > 59) return fail(`"${value.slice(0, 40)}" is no time`)
  const timezone = utc ? 'Etc/UTC' : params.TZID === undefined ? floatingZone : zoneNamed(params.TZID)
  if (timezone === null) return fail(`the time zone "${params.TZID}" is not known`)
  return ok({ wallMs: dateMs + seconds * 1_000, isDate: false, timezone })
}

/** The instant of a calendar time, epoch ms; a date begins at midnight where the reader is. */
export const instantOf = ({ wallMs, isDate: wholeDay, timezone }: CalendarTime): number =>
  wholeDay ? startOfDay(Math.floor(wallMs / dayMs), timezone) : instantOfWallMs(wallMs, timezone)

/** An ISO 8601 duration as calendars write it, in ms: weeks, days, hours, minutes, seconds; null when it is none. */
export function readCalendarDuration(text: string): number | null {
  const found = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/.exec(
    text.trim(),
  )
  if (!found || text.trim().length < 3) return null
  const [weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0))
  return (
    ((weeks ?? 0) * 7 + (days ?? 0)) * dayMs +
    (hours ?? 0) * 3_600_000 +
    (minutes ?? 0) * 60_000 +
    (seconds ?? 0) * 1_000
  )
}
