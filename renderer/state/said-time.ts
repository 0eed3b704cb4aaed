import { Temporal } from 'temporal-polyfill'

/**
 * The instant somebody means by `08:15` or `2026-12-24 08:15` on their own wall: the last time it was that, never the
 * future. Null when it is no time at all.
 */
export function saidTime(words: string, zone: string, nowMs: number): string | null {
  const found = /^(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(words.trim())
  if (found === null) return null
  const [, date, hours = '', minutes = '', seconds = '00'] = found
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const time = `${hours.padStart(2, '0')}:${minutes}:${seconds}`
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate()
  /** An hour that comes twice gives two, the later one first. */
  const on = (day: Temporal.PlainDate): readonly number[] =>
    (['later', 'earlier'] as const).map(
      (disambiguation) => day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
    )
  try {
    const days = date === undefined ? [today, today.subtract({ days: 1 })] : [Temporal.PlainDate.from(date)]
    const meantMs = days.flatMap(on).find((ms) => ms <= nowMs)
    return meantMs === undefined ? null : new Date(meantMs).toISOString()
  } catch {
    return null
  }
}
