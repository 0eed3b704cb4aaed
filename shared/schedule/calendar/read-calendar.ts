import { fail, ok, type Result } from '../../kit/result.ts'
import type { Span } from '../finding-scene.ts'
import { toIso } from '../wall-clock.ts'
import { dateOfDay, dayMs } from '../zone-clock.ts'
import { type CalendarTime, instantOf, readCalendarDuration, readCalendarTime } from './calendar-time.ts'
import { type Component, type ContentLine, readComponents, unescapeText } from './content-lines.ts'
import { occurrencesOf } from './recurrence.ts'

/** One thing in a calendar at one time; epoch ms, end excluded. Each occurrence of a recurring event has a uid of its own. */
export type CalendarEvent = Span & {
  readonly uid: string
  readonly title: string
  /** The days of an event that names days and no hours, both included: they are the same days wherever one is. */
  readonly days: { readonly from: string; readonly to: string } | null
  /** Does it leave the person free? */
  readonly isFree: boolean
  readonly isCancelled: boolean
  /** Its first category; ours tell turns from leave and holidays. */
  readonly category: string
  /** E-mail addresses of the organizer and the attendees, lower case. */
  readonly emails: readonly string[]
}

/** What a calendar holds in a span, in order, and what in it could not be understood, in words. */
export type ReadCalendar = {
  readonly name?: string
  /** The uids of all occurrences that each recurring event has before the end of the span, by its own uid. */
  readonly series: ReadonlyMap<string, ReadonlySet<string>>
  readonly events: readonly CalendarEvent[]
  readonly problems: readonly string[]
}

/** Half a year of a whole team is a few hundred kilobytes. */
const mostCharacters = 5_000_000
const mostProblems = 50

const lineOf = ({ lines }: Component, name: string): ContentLine | undefined => lines.find((line) => line.name === name)

const textOf = (component: Component, name: string): string | undefined => {
  const line = lineOf(component, name)
  return line && unescapeText(line.value)
}

type Master = {
  readonly component: Component
  readonly uid: string
  readonly title: string
  readonly start: CalendarTime
  /** How long it lasts: by the wall clock for `isNominal`, else in elapsed time. */
  readonly lengthMs: number
  readonly isNominal: boolean
}

function lengthOf(
  component: Component,
  start: CalendarTime,
  floatingZone: string,
): Result<Pick<Master, 'lengthMs' | 'isNominal'>> {
  const end = lineOf(component, 'DTEND')
  const duration = lineOf(component, 'DURATION')
  if (end) {
    const read = readCalendarTime(end, floatingZone)
    if (!read.ok) return read
    const isNominal = read.value.timezone === start.timezone || start.isDate
    const lengthMs = isNominal ? read.value.wallMs - start.wallMs : instantOf(read.value) - instantOf(start)
    return lengthMs < 0 ? fail('it ends before it begins') : ok({ lengthMs, isNominal })
  }
  if (!duration) return ok({ lengthMs: start.isDate ? dayMs : 0, isNominal: start.isDate })
  const lengthMs = readCalendarDuration(duration.value)
  return lengthMs === null ? fail(`"${duration.value}" is no duration`) : ok({ lengthMs, isNominal: start.isDate })
}

function readMaster(component: Component, floatingZone: string): Result<Master> {
  const start = lineOf(component, 'DTSTART')
  const uid = textOf(component, 'UID')
  if (!start) return fail('it has no start')
  if (uid === undefined || uid === '') return fail('it has no UID, so it could not be found again')
  const read = readCalendarTime(start, floatingZone)
  if (!read.ok) return read
  const length = lengthOf(component, read.value, floatingZone)
  if (!length.ok) return length
  return ok({ component, uid, title: textOf(component, 'SUMMARY') ?? '', start: read.value, ...length.value })
}

const emailsOf = ({ lines }: Component): readonly string[] =>
  lines
    .filter(({ name }) => name === 'ATTENDEE' || name === 'ORGANIZER')
    .flatMap(({ value }) => (/^mailto:/i.test(value) ? [value.slice(7).trim().toLowerCase()] : []))

function daysOf(wallMs: number, lengthMs: number): { from: string; to: string } {
  const first = Math.floor(wallMs / dayMs)
  const last = Math.ceil((wallMs + lengthMs) / dayMs) - 1
  return { from: dateOfDay(first), to: dateOfDay(Math.max(first, last)) }
}

function eventAt(master: Master, start: CalendarTime, uid: string): CalendarEvent {
  const { component, title, lengthMs, isNominal } = master
  const fromMs = instantOf(start)
  const busyStatus = textOf(component, 'X-MICROSOFT-CDO-BUSYSTATUS')
  const isFree = busyStatus === undefined ? textOf(component, 'TRANSP') === 'TRANSPARENT' : busyStatus === 'FREE'
  return {
    fromMs,
    toMs: isNominal ? instantOf({ ...start, wallMs: start.wallMs + lengthMs }) : fromMs + lengthMs,
    uid,
    title,
    days: start.isDate ? daysOf(start.wallMs, lengthMs) : null,
    isFree,
    isCancelled: textOf(component, 'STATUS')?.toUpperCase() === 'CANCELLED',
    category: (textOf(component, 'CATEGORIES') ?? '').split(',')[0] ?? '',
    emails: emailsOf(component),
  }
}

/** The instants that a property of dates names, such as EXDATE; those that cannot be read are left out. */
const instantsOf = ({ lines }: Component, name: string, floatingZone: string): readonly number[] =>
  lines
    .filter((line) => line.name === name)
    .flatMap((line) => line.value.split(',').map((value) => readCalendarTime({ ...line, value }, floatingZone)))
    .flatMap((read) => (read.ok ? [instantOf(read.value)] : []))

function eventsOf(
  master: Master,
  moved: ReadonlySet<number>,
  floatingZone: string,
  span: Span,
): Result<readonly CalendarEvent[]> {
  const rule = lineOf(master.component, 'RRULE')
  if (lineOf(master.component, 'RDATE')) return fail('it recurs on single dates (RDATE), which is not understood')
  if (!rule) return ok([eventAt(master, master.start, master.uid)])
  const starts = occurrencesOf(master.start, rule.value, span.toMs)
  if (!starts.ok) return fail(`it recurs in a way that is not understood (${starts.error})`)
  const left = new Set([...instantsOf(master.component, 'EXDATE', floatingZone), ...moved])
  return ok(
    starts.value
      .map((start) => eventAt(master, start, occurrenceUid(master.uid, instantOf(start))))
      .filter(({ fromMs }) => !left.has(fromMs)),
  )
}

const occurrenceUid = (uid: string, originalMs: number): string => `${uid}#${toIso(originalMs)}`

/** Was this an occurrence, within a span, of an event that still recurs, but not then any more? */
export function isTakenOut({ series }: ReadCalendar, uid: string, span: Span): boolean {
  const mark = uid.lastIndexOf('#')
  const occurrences = mark === -1 ? undefined : series.get(uid.slice(0, mark))
  const originalMs = Date.parse(uid.slice(mark + 1))
  return occurrences !== undefined && originalMs >= span.fromMs && originalMs < span.toMs && !occurrences.has(uid)
}

/** One occurrence that was moved or changed by hand: it stands for the one it names. */
function movedEvent(master: Master, floatingZone: string): Result<{ event: CalendarEvent; originalMs: number }> {
  const line = lineOf(master.component, 'RECURRENCE-ID')
  const original = line && readCalendarTime(line, floatingZone)
  if (!line || !original?.ok) return fail('the occurrence it changes is not named')
  if (line.params.RANGE !== undefined)
    return fail('it changes this and all further occurrences, which is not understood')
  const originalMs = instantOf(original.value)
  return ok({ event: eventAt(master, master.start, occurrenceUid(master.uid, originalMs)), originalMs })
}

const named = (component: Component): string => `"${(textOf(component, 'SUMMARY') ?? 'an event').slice(0, 80)}"`

/**
 * The events of an .ics file that touch a span (epoch ms, end excluded), recurring ones as their occurrences (S5).
 * `floatingZone` is whose midnight and wall clock dates and times without a zone mean. What is not understood is left out and said;
 * cancelled events are among the events, since re-reading has to forget them.
 */
export function readCalendar(text: string, floatingZone: string, span: Span): Result<ReadCalendar> {
  if (text.length > mostCharacters) return fail('This file is over 5 MB long and was not read.')
  const calendars = readComponents(text).filter(({ name }) => name === 'VCALENDAR')
  const [first] = calendars
  if (!first) return fail('This is not an iCalendar file: it has no BEGIN:VCALENDAR.')
  const problems: string[] = []
  const complain = (component: Component, why: string) => {
    if (problems.length < mostProblems) problems.push(`${named(component)} was left out: ${why}.`)
  }
  const masters = calendars
    .flatMap(({ components }) => components)
    .filter(({ name }) => name === 'VEVENT')
    .flatMap((component) => {
      const read = readMaster(component, floatingZone)
      if (!read.ok) complain(component, read.error)
      return read.ok ? [read.value] : []
    })
  const moved = new Map<string, Set<number>>()
  const events: CalendarEvent[] = []
  for (const master of masters.filter(({ component }) => lineOf(component, 'RECURRENCE-ID'))) {
    const read = movedEvent(master, floatingZone)
    if (!read.ok) {
      complain(master.component, read.error)
      continue
    }
    moved.set(master.uid, (moved.get(master.uid) ?? new Set()).add(read.value.originalMs))
    events.push(read.value.event)
  }
  const series = new Map<string, Set<string>>()
  for (const master of masters.filter(({ component }) => !lineOf(component, 'RECURRENCE-ID'))) {
    const own = moved.get(master.uid) ?? new Set()
    const found = eventsOf(master, own, floatingZone, span)
    if (!found.ok) {
      complain(master.component, found.error)
      continue
    }
    events.push(...found.value)
    if (!lineOf(master.component, 'RRULE')) continue
    const uids = [...found.value.map(({ uid }) => uid), ...[...own].map((atMs) => occurrenceUid(master.uid, atMs))]
    series.set(master.uid, new Set([...(series.get(master.uid) ?? []), ...uids]))
  }
  const name = textOf(first, 'X-WR-CALNAME') ?? textOf(first, 'NAME')
  return ok({
    ...(name !== undefined && { name }),
    series,
    events: events
      .filter(({ fromMs, toMs }) => fromMs < span.toMs && Math.max(toMs, fromMs + 1) > span.fromMs)
      .sort((one, other) => one.fromMs - other.fromMs || one.uid.localeCompare(other.uid)),
    problems,
  })
}
