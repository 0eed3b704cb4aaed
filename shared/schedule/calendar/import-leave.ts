import { ok, type Result } from '../../kit/result.ts'
import type { Span } from '../finding-scene.ts'
import { writtenRange } from '../rotation-slots.ts'
import type { ScheduleChange } from '../swaps/schedule-change.ts'
import { type Absence, findPerson, type Person, type Team } from '../team.ts'
import { changedByUid } from './by-uid.ts'
import { matchMention, type TitleMapping } from './match-person.ts'
import { type CalendarEvent, isTakenOut, readCalendar } from './read-calendar.ts'

/** How to read a calendar of leave. */
export type LeaveOptions = {
  /** Whose calendar it is; left out for a calendar of the whole team, where titles say who. */
  readonly person?: string
  readonly mapping?: TitleMapping
  /** Copies titles into team.yaml. Off by default: the file goes to Git, and why somebody is away is theirs to tell. */
  readonly withTitles?: boolean
  /** Shorter events are meetings, not leave; 4 hours by default. All-day events always count. */
  readonly shortestMs?: number
}

/** A title that could not be told whose it is, and how often it occurs. */
export type UnmappedTitle = { readonly title: string; readonly count: number }

/** What reading leave would change: one change for each person whose absences differ, and what was passed over, in words. */
export type ImportedLeave = {
  readonly changes: readonly Extract<ScheduleChange, { readonly kind: 'leave' }>[]
  /** Absences that stand in team.yaml already, as they are. */
  readonly unchanged: number
  readonly unmapped: readonly UnmappedTitle[]
  readonly passedOver: readonly string[]
}

const fourHoursMs = 4 * 3_600_000

/** How often each title occurs, in the order of their first. */
export function countTitles(titles: readonly string[]): readonly UnmappedTitle[] {
  const counts = new Map<string, number>()
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1)
  return [...counts].map(([title, count]) => ({ title, count }))
}

function whyNot(event: CalendarEvent, shortestMs: number): string | null {
  if (event.isFree) return 'it leaves them free'
  if (event.days === null && event.toMs - event.fromMs < shortestMs) return 'it is too short to be leave'
  return null
}

const asAbsence = (event: CalendarEvent, { timezone }: Person, withTitles: boolean): Absence => ({
  ...(event.days ?? writtenRange(event, timezone)),
  reason: withTitles && event.title !== '' ? event.title : 'from the calendar',
  uid: event.uid,
})

const sameAbsence = (one: Absence, other: Absence): boolean =>
  one.from === other.from && one.to === other.to && one.reason === other.reason

function changeFor(
  person: Person,
  found: readonly Absence[],
  cancelled: readonly string[],
): ImportedLeave['changes'][number] | null {
  const { come: absences, forget } = changedByUid(person.away, found, cancelled, sameAbsence)
  if (absences.length + forget.length === 0) return null
  return { kind: 'leave', person: person.id, forget, absences }
}

/**
 * Leave and busy days out of an .ics file, for a span (epoch ms), as changes to be previewed and written (S5).
 * Reading the same file again changes nothing; an event that moved is moved; one that was cancelled, or taken out of a recurring event, goes;
 * what is missing from the file stays, since a file of next month says nothing about this one.
 */
export function importLeave(team: Team, text: string, span: Span, options: LeaveOptions = {}): Result<ImportedLeave> {
  const owner = options.person === undefined ? undefined : findPerson(team, options.person)
  const zone = owner?.timezone ?? team.rotations[0]?.handover.timezone ?? 'UTC'
  const read = readCalendar(text, zone, span)
  if (!read.ok) return read
  const passedOver = [...read.value.problems]
  const unmapped: string[] = []
  const found = new Map<string, { person: Person; absences: Absence[]; cancelled: string[] }>()
  for (const event of read.value.events) {
    const person = owner ?? matchMention(team, event, event.title, options.mapping ?? {})
    if (!person) {
      if (options.mapping?.[event.title] !== '') unmapped.push(event.title)
      continue
    }
    const own = found.get(person.id) ?? { person, absences: [], cancelled: [] }
    found.set(person.id, own)
    const reason = event.isCancelled ? null : whyNot(event, options.shortestMs ?? fourHoursMs)
    if (event.isCancelled) own.cancelled.push(event.uid)
    else if (reason === null) own.absences.push(asAbsence(event, person, options.withTitles ?? false))
    else {
      passedOver.push(`"${event.title}" was left out: ${reason}.`)
      own.cancelled.push(event.uid)
    }
  }
  for (const person of team.people) {
    const gone = person.away.flatMap(({ uid }) => (uid !== undefined && isTakenOut(read.value, uid, span) ? [uid] : []))
    if (gone.length === 0 || (owner && owner.id !== person.id)) continue
    const own = found.get(person.id) ?? { person, absences: [], cancelled: [] }
    found.set(person.id, { ...own, cancelled: [...own.cancelled, ...gone] })
  }
  const changes = [...found.values()].flatMap(
    ({ person, absences, cancelled }) => changeFor(person, absences, cancelled) ?? [],
  )
  const all = [...found.values()].reduce((count, { absences }) => count + absences.length, 0)
  const changed = changes.reduce((count, { absences }) => count + absences.length, 0)
  return ok({ changes, unchanged: all - changed, unmapped: countTitles(unmapped), passedOver })
}
