import { isTimeZone, zonedAt } from '../schedule/wall-clock.ts'

/** The zone to show: the asked one, or UTC when no such zone exists. */
export const shownZone = (timezone: string): string => (isTimeZone(timezone) ? timezone : 'UTC')

const pad = (value: number): string => String(value).padStart(2, '0')

/** An instant (UTC ISO) as date and minute in a zone: seconds matter in a log, not in the story told from it. */
export function localMoment(at: string, timezone: string): { readonly date: string; readonly time: string } {
  if (timezone === 'UTC') return { date: at.slice(0, 10), time: at.slice(11, 16) }
  const zoned = zonedAt(Date.parse(at), timezone)
  return { date: zoned.toPlainDate().toString(), time: `${pad(zoned.hour)}:${pad(zoned.minute)}` }
}

/** `2026-12-24 13:00 UTC (08:00 America/New_York)`; the local date only where it is another day. */
export function spokenMoment(at: string, timezone: string): string {
  const utc = localMoment(at, 'UTC')
  const words = `${utc.date} ${utc.time} UTC`
  if (timezone === 'UTC') return words
  const local = localMoment(at, timezone)
  return `${words} (${local.date === utc.date ? '' : `${local.date} `}${local.time} ${timezone})`
}

/** A duration in milliseconds as two units at most: `1 h 12 min`, `45 s`, `2 d 3 h`; below a second it says so. */
export function spokenDuration(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000)
  if (seconds === 0) return 'under a second'
  const units = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const
  const first = units.findIndex(([amount]) => amount > 0)
  return units
    .slice(first, first + (first >= 2 ? 1 : 2) + (first === 2 && seconds < 600 ? 1 : 0))
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ')
}
