import { fail, ok, type Result } from '../../kit/result.ts'
import { overlapOf, type Span } from '../finding-scene.ts'
import { type OnCallRole, writtenRange } from '../rotation-slots.ts'
import type { ScheduleChange } from '../swaps/schedule-change.ts'
import { findRotation, type Rotation, type Team, type TemporarySchedule } from '../team.ts'
import { dateAt, dateInWords } from '../wall-clock.ts'
import { changedByUid } from './by-uid.ts'
import { countTitles, type UnmappedTitle } from './import-leave.ts'
import { matchPerson, type TitleMapping } from './match-person.ts'
import { type CalendarEvent, isTakenOut, readCalendar } from './read-calendar.ts'

/** What reading the rotation of another tool would change: null when team.yaml says the same already. */
export type ImportedRotation = {
  readonly change: Extract<ScheduleChange, { readonly kind: 'import-shifts' }> | null
  readonly unchanged: number
  readonly unmapped: readonly UnmappedTitle[]
  /** What was passed over, and where two people have one turn, in words. */
  readonly passedOver: readonly string[]
}

/** Which turn a title means, and whose name is in it. */
type Title = { readonly role: OnCallRole | null; readonly name: string }

/**
 * Titles as other tools write them: the person's name, with `[L1]` or `[L2]` before it for the level (Grafana OnCall); and our own,
 * `Name on call (Rotation)` and `Name backup (Rotation)`. Levels from 3 on have no place here.
 */
export function readTitle(title: string): Title {
  const level = /^\s*\[L(\d)\]\s*(.*)$/i.exec(title)
  const bare = level?.[2] ?? title
  const own = /^(.+) (on call|backup)(?: \(.*\))?$/i.exec(bare.trim())
  const name = (own?.[1] ?? bare).trim()
  if (level) return { role: level[1] === '1' ? 'primary' : level[1] === '2' ? 'backup' : null, name }
  return { role: own?.[2]?.toLowerCase() === 'backup' ? 'backup' : 'primary', name }
}

const sameShift = (one: TemporarySchedule, other: TemporarySchedule): boolean =>
  one.from === other.from && one.to === other.to && one.primary === other.primary && one.backup === other.backup

type Turn = Span & {
  readonly role: OnCallRole
  readonly name: string
  readonly shift: TemporarySchedule & { readonly uid: string }
}

/** Two people in one role at one time: the later one in the file counts, which has to be said. */
function clashes(turns: readonly Turn[], timezone: string): readonly string[] {
  return turns.flatMap((turn, at) =>
    turns.slice(at + 1).flatMap((other) => {
      if (turn.role !== other.role || turn.name === other.name || !overlapOf(turn, other)) return []
      const date = dateInWords(dateAt(Math.max(turn.fromMs, other.fromMs), timezone))
      return [`${turn.name} and ${other.name} both have the turn on ${date}; ${other.name} counts.`]
    }),
  )
}

/** What our own calendars hold besides turns. */
const noTurns: readonly string[] = ['Away', 'Holiday', 'Nobody']

type Sorted = {
  readonly turns: readonly Turn[]
  readonly cancelled: readonly string[]
  readonly unmapped: readonly string[]
  readonly passedOver: readonly string[]
}

function sortEvents(team: Team, rotation: Rotation, events: readonly CalendarEvent[], mapping: TitleMapping): Sorted {
  const turns: Turn[] = []
  const cancelled: string[] = []
  const unmapped: string[] = []
  const passedOver: string[] = []
  for (const event of events) {
    if (noTurns.includes(event.category)) continue
    const { role, name } = readTitle(event.title)
    if (event.isCancelled) cancelled.push(event.uid)
    else if (role === null) passedOver.push(`"${event.title}" was left out: there are only two levels here.`)
    else if (event.fromMs < event.toMs) {
      const person = matchPerson(team, event, name, mapping)
      if (!person && mapping[name] !== '') unmapped.push(name)
      if (!person) continue
      const shift = { ...writtenRange(event, rotation.handover.timezone), [role]: person.id, uid: event.uid }
      turns.push({ role, name: person.name, fromMs: event.fromMs, toMs: event.toMs, shift })
    }
  }
  return { turns, cancelled, unmapped, passedOver }
}

/**
 * The rotation of another on-call tool out of its .ics file, for a span (epoch ms), as temporary schedules of one of ours (S5).
 * Titles that fit nobody come back to be mapped by a person; reading the same file again changes nothing, by the events' UIDs.
 */
export function importRotation(
  team: Team,
  rotationId: string,
  text: string,
  span: Span,
  mapping: TitleMapping = {},
): Result<ImportedRotation> {
  const rotation = findRotation(team, rotationId)
  if (!rotation) return fail(`There is no rotation ${rotationId}.`)
  const read = readCalendar(text, rotation.handover.timezone, span)
  if (!read.ok) return read
  const { turns, cancelled, unmapped, passedOver } = sortEvents(team, rotation, read.value.events, mapping)
  const standing = rotation.temporary.flatMap((shift) =>
    shift.uid === undefined ? [] : [{ ...shift, uid: shift.uid }],
  )
  const gone = standing.flatMap(({ uid }) => (isTakenOut(read.value, uid, span) ? [uid] : []))
  const written = turns.map(({ shift }) => shift)
  const { come: shifts, forget } = changedByUid(standing, written, [...cancelled, ...gone], sameShift)
  const hasChange = shifts.length + forget.length > 0
  return ok({
    change: hasChange ? { kind: 'import-shifts', rotationId, forget, shifts } : null,
    unchanged: turns.length - shifts.length,
    unmapped: countTitles(unmapped),
    passedOver: [...read.value.problems, ...passedOver, ...clashes(turns, rotation.handover.timezone)],
  })
}
