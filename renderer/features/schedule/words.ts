import type { OnCallRole } from '../../../shared/schedule/rotation-slots.ts'
import { personName, type Team } from '../../../shared/schedule/team.ts'
import { dayNumberAt, wallMsAt } from '../../../shared/schedule/zone-clock.ts'
import { dayKey, shortDate, zoneName } from '../../ui/time-words.ts'
import type { Block } from './picture/lanes.ts'
import type { Span } from './window-of-weeks.ts'

/** What a role is called on screen. */
export const roleWords: Readonly<Record<OnCallRole, string>> = { primary: 'on call', backup: 'backup' }

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** The wall clock of a zone. Hundreds of turns are named at each step, for which `Intl` is too slow. */
const wallAt = (atMs: number, zone: string): Date => new Date(wallMsAt(atMs, zone))

/** `Fri 25 Dec` on the wall of a zone. */
export function dayInWords(atMs: number, zone: string): string {
  const wall = wallAt(atMs, zone)
  return `${weekdays[wall.getUTCDay()] ?? ''} ${wall.getUTCDate()} ${months[wall.getUTCMonth()] ?? ''}`
}

const timeInWords = (atMs: number, zone: string): string => wallAt(atMs, zone).toISOString().slice(11, 16)

/** `Mon 21 Dec 10:00 to Mon 28 Dec 10:00`; the date once when both are of one day. */
export function spanInWords({ fromMs, toMs }: Span, zone: string): string {
  const from = `${dayInWords(fromMs, zone)} ${timeInWords(fromMs, zone)}`
  const isOneDay = dayNumberAt(fromMs, zone) === dayNumberAt(toMs, zone)
  return isOneDay
    ? `${from} to ${timeInWords(toMs, zone)}`
    : `${from} to ${dayInWords(toMs, zone)} ${timeInWords(toMs, zone)}`
}

/** `Fri 25 Dec` from a calendar date. */
export const dateWords = (date: string): string => dayInWords(Date.parse(`${date}T12:00:00Z`), 'UTC')

/** What a zone is called: its place and how people there call their time, `New York, EST`. */
export function placeWords(zone: string, nowMs: number): string {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  const name = zoneName(nowMs, zone)
  return name === place ? place : `${place}, ${name}`
}

/** A turn for those who hear it: who, as what, from when to when, and what is wrong with it; of which rotation, when there are several. */
export function blockInWords(block: Block, zone: string, team: Team): string {
  const who = block.person?.name ?? 'Nobody'
  const where = team.rotations.length > 1 ? ` for ${block.rotation.name}` : ''
  const instead = block.standsInFor === null ? '' : `, in for ${personName(team, block.standsInFor)}`
  const wrong = block.findings.filter(({ severity }) => severity !== 'note').map(({ why }) => ` ${why}`)
  return `${who}, ${roleWords[block.role]}${where}, ${spanInWords(block, zone)}${instead}.${wrong.join('')}`
}

const monthName = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** `30 Nov 2026 to 21 Feb 2027`, or `December 2026`: the days that a view shows, both included. */
export function boardSpanWords({ fromMs, toMs }: Span, zone: string): string {
  const [first, last] = [dayKey(fromMs, zone), dayKey(toMs - 1, zone)]
  if (first.slice(0, 7) === last.slice(0, 7)) return monthName.format(Date.parse(`${first}T12:00:00Z`))
  const [from, to] = [shortDate(fromMs, zone), shortDate(toMs - 1, zone)]
  const [fromYear, toYear] = [first.slice(0, 4), last.slice(0, 4)]
  return fromYear === toYear ? `${from} to ${to} ${toYear}` : `${from} ${fromYear} to ${to} ${toYear}`
}
