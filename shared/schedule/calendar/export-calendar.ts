import { fail, ok, type Result } from '../../kit/result.ts'
import { dutiesBetween } from '../duties.ts'
import { overlapOf, type Span } from '../finding-scene.ts'
import { holidayModesBetween } from '../holiday-modes.ts'
import { holidaysFor } from '../holidays.ts'
import { turnTakers } from '../load.ts'
import { shiftsBetween } from '../on-call.ts'
import { type OnCallRole, rangeBounds } from '../rotation-slots.ts'
import {
  type Absence,
  findPerson,
  findRotation,
  type HolidayMode,
  type Person,
  type Rotation,
  type Team,
} from '../team.ts'
import { dateAt } from '../wall-clock.ts'
import { dateOfDay, dayNumber } from '../zone-clock.ts'
import { escapeText, foldLine } from './content-lines.ts'

/** What a calendar is of. */
export type CalendarScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'rotation'; readonly rotationId: string }
  | { readonly kind: 'person'; readonly personId: string }

type Times =
  | { readonly kind: 'span'; readonly fromMs: number; readonly toMs: number }
  /** Dates, both ends included; written with the end excluded. */
  | { readonly kind: 'days'; readonly from: string; readonly to: string }

type Entry = {
  readonly uid: string
  readonly times: Times
  readonly summary: string
  readonly description?: string
  readonly category: 'On call' | 'Backup' | 'Nobody' | 'Away' | 'Holiday'
}

const compactDate = (date: string): string => date.replaceAll('-', '')

const compactInstant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const line = (name: string, value: string): string => `${foldLine(`${name}:${value}`)}\r\n`

function timeLines(times: Times): string {
  if (times.kind === 'span') {
    return line('DTSTART', compactInstant(times.fromMs)) + line('DTEND', compactInstant(times.toMs))
  }
  const after = dateOfDay(dayNumber(times.to) + 1)
  return line('DTSTART;VALUE=DATE', compactDate(times.from)) + line('DTEND;VALUE=DATE', compactDate(after))
}

const eventOf = ({ uid, times, summary, description, category }: Entry, stampedAtMs: number): string =>
  [
    line('BEGIN', 'VEVENT'),
    line('UID', escapeText(uid)),
    line('DTSTAMP', compactInstant(stampedAtMs)),
    timeLines(times),
    line('SUMMARY', escapeText(summary)),
    description === undefined ? '' : line('DESCRIPTION', escapeText(description)),
    line('CATEGORIES', escapeText(category)),
    line('TRANSP', 'TRANSPARENT'),
    line('END', 'VEVENT'),
  ].join('')

const calendarOf = (name: string, entries: readonly Entry[], stampedAtMs: number): string =>
  [
    line('BEGIN', 'VCALENDAR'),
    line('VERSION', '2.0'),
    line('PRODID', '-//Nightdesk//On-call schedule//EN'),
    line('CALSCALE', 'GREGORIAN'),
    line('METHOD', 'PUBLISH'),
    line('X-WR-CALNAME', escapeText(name)),
    ...entries.map((entry) => eventOf(entry, stampedAtMs)),
    line('END', 'VCALENDAR'),
  ].join('')

const uidOf = (...parts: readonly string[]): string => `${parts.join('.')}@nightdesk`

/** Why each turn is whose it is, by role and the instant it begins. */
function reasonsOf(rotation: Rotation, team: Team, { fromMs, toMs }: Span): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>()
  for (const { primary, backup } of shiftsBetween(rotation, team, fromMs, toMs)) {
    for (const entry of [primary, backup]) {
      if (entry.kind === 'person') reasons.set(`${entry.role} ${entry.shift.startsAt}`, entry.why)
    }
  }
  return reasons
}

const titleOf = (role: OnCallRole, person: Person, rotation: Rotation, personal: boolean): string => {
  if (personal) return `${role === 'primary' ? 'On call' : 'Backup'}: ${rotation.name}`
  return `${person.name} ${role === 'primary' ? 'on call' : 'backup'} (${rotation.name})`
}

/** Turns whole, even where the span begins in the middle of one: the same turn must look the same in each export, under one UID. */
function dutyEntries(team: Team, rotation: Rotation, span: Span, only: string | null): readonly Entry[] {
  const reasons = reasonsOf(rotation, team, span)
  return dutiesBetween(rotation, team, span.fromMs, span.toMs).flatMap(({ role, holder, fromMs, toMs }): Entry[] => {
    if (holder.kind === 'gap') {
      if (only !== null || role === 'backup') return []
      const { startsAt, endsAt } = holder.shift
      const uid = uidOf(rotation.id, 'nobody', startsAt === undefined ? 'first' : compactInstant(Date.parse(startsAt)))
      const times = {
        kind: 'span',
        fromMs: startsAt === undefined ? fromMs : Date.parse(startsAt),
        toMs: endsAt === undefined ? toMs : Date.parse(endsAt),
      } as const
      const summary = `Nobody on call (${rotation.name})`
      return [{ uid, times, summary, description: holder.reason, category: 'Nobody' }]
    }
    const { person, shift } = holder
    if (only !== null && person.id !== only) return []
    const startMs = Date.parse(shift.startsAt)
    const why = reasons.get(`${role} ${shift.startsAt}`)
    return [
      {
        uid: uidOf(rotation.id, role, compactInstant(startMs)),
        times: { kind: 'span', fromMs: startMs, toMs: Date.parse(shift.endsAt) },
        summary: titleOf(role, person, rotation, only !== null),
        ...(why !== undefined && { description: why }),
        category: role === 'primary' ? 'On call' : 'Backup',
      },
    ]
  })
}

function absenceEntry(person: Person, absence: Absence): Entry {
  const { from, to, reason } = absence
  const wholeDays = from.length === 10 && to.length === 10
  const why = reason === undefined ? '' : ` (${reason})`
  return {
    uid: uidOf('away', person.id, from.replace(/[-: ]/g, '')),
    times: wholeDays ? { kind: 'days', from, to } : { kind: 'span', ...rangeBounds(absence, person.timezone) },
    summary: `${person.name} away${why}`,
    category: 'Away',
  }
}

const absenceEntries = (people: readonly Person[], span: Span): readonly Entry[] =>
  people.flatMap((person) =>
    person.away
      .filter((absence) => overlapOf(rangeBounds(absence, person.timezone), span))
      .map((absence) => absenceEntry(person, absence)),
  )

/** Holidays once per date and name, with the names of those who have them. */
function holidayEntries(people: readonly Person[], span: Span): readonly Entry[] {
  const found = new Map<string, { date: string; name: string; who: string[] }>()
  for (const person of people) {
    const from = dateAt(span.fromMs, person.timezone)
    const to = dateAt(span.toMs - 1, person.timezone)
    for (const { date, name } of holidaysFor(person, from, to)) {
      const key = `${date} ${name}`
      const known = found.get(key)
      if (known) known.who.push(person.name)
      else found.set(key, { date, name, who: [person.name] })
    }
  }
  return [...found.values()].map(({ date, name, who }) => ({
    uid: uidOf('holiday', compactDate(date), name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')),
    times: { kind: 'days', from: date, to: date },
    summary: people.length === 1 ? name : `${name} (${who.join(', ')})`,
    category: 'Holiday',
  }))
}

/** Two modes may begin on one day, for different tiers: the second and further ones are told apart by their number. */
function nthOfItsDay({ holidayModes }: Team, mode: HolidayMode): readonly string[] {
  const at = holidayModes.filter(({ from }) => from === mode.from).indexOf(mode)
  return at > 0 ? [String(at + 1)] : []
}

const modeEntries = (team: Team, span: Span): readonly Entry[] =>
  holidayModesBetween(team, span.fromMs, span.toMs).map(({ mode, words }) => ({
    uid: uidOf('holiday-mode', compactDate(mode.from), ...nthOfItsDay(team, mode)),
    times: { kind: 'days', from: mode.from, to: mode.to },
    summary: `Holiday mode: ${mode.reason}`,
    description: words,
    category: 'Holiday',
  }))

const startOf = ({ times }: Entry): string =>
  times.kind === 'days' ? times.from : new Date(times.fromMs).toISOString()

type Content = { readonly name: string; readonly entries: readonly Entry[] }

function contentOf(team: Team, scope: CalendarScope, span: Span): Result<Content> {
  if (scope.kind === 'person') {
    const person = findPerson(team, scope.personId)
    if (!person) return fail(`${scope.personId} is not in team.yaml.`)
    const turns = team.rotations.flatMap((rotation) => dutyEntries(team, rotation, span, person.id))
    const own = [...absenceEntries([person], span), ...holidayEntries([person], span)]
    return ok({ name: `On call: ${person.name}`, entries: [...turns, ...own] })
  }
  const chosen = scope.kind === 'rotation' ? findRotation(team, scope.rotationId) : undefined
  if (scope.kind === 'rotation' && !chosen) return fail(`There is no rotation ${scope.rotationId}.`)
  const rotations = chosen ? [chosen] : team.rotations
  const takers = [...new Set(rotations.flatMap(turnTakers))].flatMap((id) => findPerson(team, id) ?? [])
  return ok({
    name: chosen ? `On call: ${chosen.name}` : 'On call',
    entries: [
      ...rotations.flatMap((rotation) => dutyEntries(team, rotation, span, null)),
      ...absenceEntries(takers, span),
      ...holidayEntries(takers, span),
      ...modeEntries(team, span),
    ],
  })
}

/**
 * The schedule from one instant to another as an iCalendar file (RFC 5545), for calendar programs to open or subscribe to (S5).
 * UIDs are stable, so a later export updates events instead of doubling them; nothing blocks free time; `stampedAtMs` is epoch ms.
 * Refuses an unknown person or rotation, and a span with nothing in it, since a calendar must hold something.
 */
export function exportCalendar(
  team: Team,
  scope: CalendarScope,
  fromMs: number,
  toMs: number,
  stampedAtMs: number,
): Result<string> {
  const content = contentOf(team, scope, { fromMs, toMs })
  if (!content.ok) return content
  const { name, entries } = content.value
  const unique = [...new Map(entries.map((entry) => [entry.uid, entry])).values()]
  if (unique.length === 0) return fail('There is nothing in the schedule in that time.')
  const inOrder = unique.toSorted(
    (one, other) => startOf(one).localeCompare(startOf(other)) || one.uid.localeCompare(other.uid),
  )
  return ok(calendarOf(name, inOrder, stampedAtMs))
}
