import { type Duty, dutiesBetween } from '../../../../shared/schedule/duties.ts'
import type { Finding } from '../../../../shared/schedule/finding.ts'
import { holidaysFor, isMajorHoliday } from '../../../../shared/schedule/holidays.ts'
import { turnTakers } from '../../../../shared/schedule/load.ts'
import { type OnCallRole, rangeBounds } from '../../../../shared/schedule/rotation-slots.ts'
import type { Person, Rotation, Team } from '../../../../shared/schedule/team.ts'
import { dateAt } from '../../../../shared/schedule/wall-clock.ts'
import { type Span, sharedPart } from '../window-of-weeks.ts'

/** One turn in the picture: a person's, or nobody's. */
export type Block = Span & {
  readonly id: string
  readonly rotation: Rotation
  readonly role: OnCallRole
  readonly person: Person | null
  /** Why nobody has it. */
  readonly gap: string | null
  /** The id of the person they stand in for. */
  readonly standsInFor: string | null
  /** Which row of its role within the lane: turns of several rotations at once stand below each other. */
  readonly row: number
  readonly findings: readonly Finding[]
}

/** A stretch of a lane that is not a turn: leave, or a holiday. */
export type Mark = Span & {
  readonly kind: 'leave' | 'holiday' | 'majorHoliday'
  readonly words: string
}

/** Everything of one person, or the turns that nobody has (`person` null). */
export type Lane = {
  readonly id: string
  readonly person: Person | null
  /** In order of time, the primary's before the backup's. */
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly rows: { readonly [role in OnCallRole]: number }
}

/** The lane of the turns that nobody has. */
export const NOBODY = 'nobody'

type Turn = Omit<Block, 'row' | 'findings'>

/** Turns are whole, also where they begin or end beyond what is shown: that is what a person changes. Nobody on duty by agreement is no gap to be filled, and one that is over can be filled no more. */
function turnOf(rotation: Rotation, { role, holder, ...cut }: Duty, nowMs: number): Turn | null {
  const { startsAt, endsAt } = holder.shift
  const fromMs = startsAt === undefined ? cut.fromMs : Date.parse(startsAt)
  const toMs = endsAt === undefined ? cut.toMs : Date.parse(endsAt)
  if (holder.kind === 'gap' && (holder.cause === 'outside-hours' || toMs <= nowMs)) return null
  return {
    id: `${rotation.id}/${role}/${fromMs}`,
    rotation,
    role,
    fromMs,
    toMs,
    person: holder.kind === 'person' ? holder.person : null,
    gap: holder.kind === 'gap' ? holder.reason : null,
    standsInFor: holder.kind === 'person' ? (holder.standsInFor ?? null) : null,
  }
}

type FindingsByRotation = ReadonlyMap<string, readonly Finding[]>

const noFindings: readonly Finding[] = []

/** Hundreds of turns ask for theirs, and most rotations have few. */
function byRotation(findings: readonly Finding[]): FindingsByRotation {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.rotationId === undefined) continue
    const group = groups.get(finding.rotationId)
    if (group === undefined) groups.set(finding.rotationId, [finding])
    else group.push(finding)
  }
  return groups
}

/** The findings about one turn: of its rotation and person, on a date that falls into the turn where they are. */
function findingsOf(turn: Turn, findings: FindingsByRotation): readonly Finding[] {
  const { rotation, role, person, fromMs, toMs } = turn
  const own = findings.get(rotation.id)
  if (own === undefined) return noFindings
  const zone = person?.timezone ?? rotation.handover.timezone
  const [first, last] = [dateAt(fromMs, zone), dateAt(toMs - 1, zone)]
  return own.filter((finding) => {
    if (finding.date < first || finding.date > last) return false
    const remedy = finding.remedies.find((each) => each.kind === 'cover' || each.kind === 'swap')
    if (remedy !== undefined && remedy.role !== role) return false
    return person === null ? finding.severity === 'error' : finding.who.includes(person.id)
  })
}

/** Gives each turn a row in which no other of its role stands at the same time. */
function inRows(turns: readonly Turn[], findings: FindingsByRotation, role: OnCallRole): readonly Block[] {
  const ends: number[] = []
  return turns
    .filter((turn) => turn.role === role)
    .toSorted((one, other) => one.fromMs - other.fromMs)
    .map((turn): Block => {
      const free = ends.findIndex((endMs) => endMs <= turn.fromMs)
      const row = free === -1 ? ends.length : free
      ends[row] = turn.toMs
      return { ...turn, row, findings: findingsOf(turn, findings) }
    })
}

function laneOf(
  id: string,
  person: Person | null,
  turns: readonly Turn[],
  findings: FindingsByRotation,
  marks: readonly Mark[],
): Lane {
  const primary = inRows(turns, findings, 'primary')
  const backup = inRows(turns, findings, 'backup')
  const rowsOf = (blocks: readonly Block[]): number => blocks.reduce((most, { row }) => Math.max(most, row + 1), 0)
  return {
    id,
    person,
    blocks: [...primary, ...backup],
    marks,
    rows: { primary: rowsOf(primary), backup: rowsOf(backup) },
  }
}

/** A person's leave and holidays in a span, by the days where they are. */
export function marksOf(person: Person, span: Span, majorNames: readonly string[]): readonly Mark[] {
  const clipped = (range: { from: string; to: string }): Span | null =>
    sharedPart(rangeBounds(range, person.timezone), span)
  const leave = person.away.flatMap((absence): Mark[] => {
    const part = clipped(absence)
    const why = absence.reason === undefined ? '' : `, ${absence.reason}`
    return part === null ? [] : [{ ...part, kind: 'leave', words: `away ${absence.from} to ${absence.to}${why}` }]
  })
  const first = dateAt(span.fromMs, person.timezone)
  const last = dateAt(span.toMs - 1, person.timezone)
  const holidays = holidaysFor(person, first, last).flatMap((holiday): Mark[] => {
    const part = clipped({ from: holiday.date, to: holiday.date })
    const kind = isMajorHoliday(holiday, majorNames) ? 'majorHoliday' : 'holiday'
    return part === null ? [] : [{ ...part, kind, words: `${holiday.name}, ${holiday.date}` }]
  })
  return [...leave, ...holidays]
}

/** The schedule as lanes: first what nobody has, if anything, then everybody with turns, in the order of team.yaml. */
export function lanesOf(
  team: Team,
  rotations: readonly Rotation[],
  span: Span,
  findings: readonly Finding[],
  nowMs: number,
): readonly Lane[] {
  const found = byRotation(findings)
  const turns = new Map<string, Turn[]>()
  for (const rotation of rotations) {
    for (const duty of dutiesBetween(rotation, team, span.fromMs, span.toMs)) {
      const turn = turnOf(rotation, duty, nowMs)
      if (turn === null) continue
      const id = turn.person?.id ?? NOBODY
      const own = turns.get(id)
      if (own === undefined) turns.set(id, [turn])
      else own.push(turn)
    }
  }
  const takers = new Set(rotations.flatMap(turnTakers))
  const lanes = team.people.flatMap((person) => {
    if (!takers.has(person.id) && !turns.has(person.id)) return []
    return [laneOf(person.id, person, turns.get(person.id) ?? [], found, marksOf(person, span, team.majorHolidays))]
  })
  const nobody = turns.get(NOBODY)
  return nobody === undefined ? lanes : [laneOf(NOBODY, null, nobody, found, []), ...lanes]
}
