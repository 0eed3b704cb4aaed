import type { OnCallRole } from '../../../shared/schedule/rotation-slots.ts'
import { dayKey, shortDate, shortTime, zoneName } from '../../ui/time-words.ts'
import type { Block } from './picture/lanes.ts'
import type { Span } from './window-of-weeks.ts'

/** What a role is called on screen. */
export const roleWords: Readonly<Record<OnCallRole, string>> = { primary: 'on call', backup: 'backup' }

const weekdays = new Map<string, Intl.DateTimeFormat>()

/** `Fri 25 Dec` on the wall of a zone. */
export function dayInWords(atMs: number, zone: string): string {
  const known = weekdays.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short' })
  weekdays.set(zone, known)
  return `${known.format(atMs)} ${shortDate(atMs, zone)}`
}

/** `Mon 21 Dec 10:00 to Mon 28 Dec 10:00`; the date once when both are of one day. */
export function spanInWords({ fromMs, toMs }: Span, zone: string): string {
  const from = `${dayInWords(fromMs, zone)} ${shortTime(fromMs, zone)}`
  if (dayKey(fromMs, zone) === dayKey(toMs, zone)) return `${from} to ${shortTime(toMs, zone)}`
  return `${from} to ${dayInWords(toMs, zone)} ${shortTime(toMs, zone)}`
}

/** `Fri 25 Dec` from a calendar date. */
export const dateWords = (date: string): string => dayInWords(Date.parse(`${date}T12:00:00Z`), 'UTC')

/** What a zone is called: its place and how people there call their time, `New York, EST`. */
export function placeWords(zone: string, nowMs: number): string {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  const name = zoneName(nowMs, zone)
  return name === place ? place : `${place}, ${name}`
}

/** A turn for those who hear it: who, as what, from when to when, and what is wrong with it. */
export function blockInWords(block: Block, zone: string, nameOf: (id: string) => string): string {
  const who = block.person?.name ?? 'Nobody'
  const instead = block.standsInFor === null ? '' : `, in for ${nameOf(block.standsInFor)}`
  const wrong = block.findings.filter(({ severity }) => severity !== 'note').map(({ why }) => ` ${why}`)
  return `${who}, ${roleWords[block.role]}, ${spanInWords(block, zone)}${instead}.${wrong.join('')}`
}

/** `30 Nov 2026 to 21 Feb 2027`: the days that a view shows, both included. */
export function boardSpanWords({ fromMs, toMs }: Span, zone: string): string {
  const year = (atMs: number): string => dayKey(atMs, zone).slice(0, 4)
  const from = shortDate(fromMs, zone)
  const to = shortDate(toMs - 1, zone)
  return year(fromMs) === year(toMs - 1)
    ? `${from} to ${to} ${year(fromMs)}`
    : `${from} ${year(fromMs)} to ${to} ${year(toMs - 1)}`
}
