import { Temporal } from 'temporal-polyfill'

/** A stretch of time in which a zone keeps one offset; epoch ms, end excluded. */
type Era = { readonly fromMs: number; readonly toMs: number; readonly offsetMs: number }

/** A day of 24 hours; local days are often longer or shorter, which is why this is for arithmetic on dates only. */
export const dayMs = 24 * 3_600_000

const mostEras = 400
const erasOf = new Map<string, Era[]>()

function findEra(instantMs: number, timezone: string): Era {
  const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone)
  const here = zoned(instantMs)
  return {
    fromMs: zoned(instantMs + 1).getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    toMs: here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: here.offsetNanoseconds / 1_000_000,
  }
}

/**
 * How far a zone is ahead of UTC at an instant (epoch ms), in ms.
 * Asks Temporal once per change of the clocks and remembers: years of schedule are worked out in one frame.
 */
export function offsetMsAt(instantMs: number, timezone: string): number {
  const whole = Math.floor(instantMs)
  const eras = erasOf.get(timezone) ?? []
  const known = eras.find(({ fromMs, toMs }) => whole >= fromMs && whole < toMs)
  if (known) {
    if (known !== eras[0]) erasOf.set(timezone, [known, ...eras.filter((era) => era !== known)])
    return known.offsetMs
  }
  const era = findEra(whole, timezone)
  erasOf.set(timezone, [era, ...eras.slice(0, mostEras - 1)])
  return era.offsetMs
}

/** The wall clock of a zone at an instant, as if it were UTC: for reading the date and time off it. Epoch ms in. */
export const wallMsAt = (instantMs: number, timezone: string): number =>
  Math.floor(instantMs) + offsetMsAt(instantMs, timezone)

/**
 * The instant of a wall clock (ms, as if it were UTC), epoch ms.
 * A time that DST skips moves later by the gap, a time that occurs twice means the first: the `compatible` rule of RFC 5545.
 */
export function instantOfWallMs(wallMs: number, timezone: string): number {
  const before = wallMs - offsetMsAt(wallMs - dayMs, timezone)
  if (before + offsetMsAt(before, timezone) === wallMs) return before
  const after = wallMs - offsetMsAt(wallMs + dayMs, timezone)
  return after + offsetMsAt(after, timezone) === wallMs ? after : before
}

/** A calendar date, `2026-12-24`, as a count of days since 1970: dates compare and add as numbers. */
export const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs)

const mostDates = 20_000
const dates = new Map<number, string>()

/** The calendar date of a day number. */
export function dateOfDay(day: number): string {
  const known = dates.get(day)
  if (known !== undefined) return known
  if (dates.size >= mostDates) dates.clear()
  const date = new Date(day * dayMs).toISOString().slice(0, 10)
  dates.set(day, date)
  return date
}

/** The day number of an instant (epoch ms) in a zone. */
export const dayNumberAt = (instantMs: number, timezone: string): number =>
  Math.floor(wallMsAt(instantMs, timezone) / dayMs)

/** The first instant of a day, epoch ms; midnight, or later where DST skips it. */
export const startOfDay = (day: number, timezone: string): number => instantOfWallMs(day * dayMs, timezone)

/** Monday is 1 and Sunday 7, as ISO 8601 counts. */
export const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1
