import { fail, ok, type Result } from '../../kit/result.ts'
import { dutiesBetween } from '../duties.ts'
import type { Span } from '../finding-scene.ts'
import { type OnCallEntry, shiftsBetween, whoIsOnCall } from '../on-call.ts'
import { type OnCallRole, slotsAround, writtenRange } from '../rotation-slots.ts'
import {
  findPerson,
  findRotation,
  type Override,
  personName,
  type Rotation,
  type Team,
  type TemporarySchedule,
} from '../team.ts'
import { applyChange, type ScheduleChange } from './schedule-change.ts'

const minuteMs = 60_000

/** A stretch of a rotation that somebody else should have: epoch ms, end excluded, widened to whole minutes; hours are as good as weeks. */
export type StandIn = {
  readonly rotationId: string
  readonly role: OnCallRole
  readonly fromMs: number
  readonly toMs: number
  readonly person: string
  readonly reason?: string
  /** The date on which it was agreed. */
  readonly agreed?: string
}

type Entries = { readonly overrides: readonly Override[]; readonly temporary: readonly TemporarySchedule[] }

/** A stretch as it should be: somebody has it, or nobody (null). */
type Wish = Omit<StandIn, 'person'> & { readonly person: string | null }

/** The ways to write one stretch, the plainest first: by the name on the schedule, by the name of whoever stands in, as a temporary schedule. */
function waysToWrite(rotation: Rotation, wish: Wish, span: Span): readonly Entries[] {
  const { role, person, reason, agreed } = wish
  const slot = slotsAround(rotation, span.fromMs).find(({ startMs, endMs }) => {
    return span.fromMs >= startMs && span.fromMs < endMs
  })
  const { scheduledId, personId } = slot?.covers[role] ?? {}
  const range = writtenRange(span, rotation.handover.timezone)
  const who = person === null ? {} : { person }
  const why = reason === undefined ? {} : { reason }
  const on = agreed === undefined ? {} : { agreed }
  const names = [...new Set([scheduledId, personId])].flatMap((id) => id ?? [])
  const asOverrides = names.map((id) => ({ overrides: [{ ...range, ...who, for: id, ...why, ...on }], temporary: [] }))
  const unnamed = role === 'primary' ? [{ overrides: [{ ...range, ...who, ...why, ...on }], temporary: [] }] : []
  const named = person === null ? [] : [{ overrides: [], temporary: [{ ...range, [role]: person, ...why }] }]
  return [...asOverrides, ...unnamed, ...named]
}

/** Has the person the role throughout a span (epoch ms), or nobody (null), while the other role stays as it was? */
export function achieves(
  before: Team,
  after: Team,
  { rotationId, role, person }: Pick<Wish, 'rotationId' | 'role' | 'person'>,
  span: Span,
): boolean {
  const [old, changed] = [findRotation(before, rotationId), findRotation(after, rotationId)]
  if (!old || !changed) return false
  const other = role === 'primary' ? 'backup' : 'primary'
  return shiftsBetween(changed, after, span.fromMs, span.toMs).every(({ startsAt, [role]: mine, [other]: its }) => {
    const { [other]: was } = whoIsOnCall(old, before, Date.parse(startsAt))
    return holderId(mine) === person && holderId(its) === holderId(was)
  })
}

const holderId = (entry: OnCallEntry): string | null => (entry.kind === 'person' ? entry.person.id : null)

/** Writes a wish turn by turn, each checked to do what it says before anybody sees it. */
function writeWish(team: Team, wish: Wish): Result<ScheduleChange> {
  const { rotationId, role, person } = wish
  const [fromMs, toMs] = [Math.floor(wish.fromMs / minuteMs) * minuteMs, Math.ceil(wish.toMs / minuteMs) * minuteMs]
  const rotation = findRotation(team, rotationId)
  if (!rotation) return fail(`There is no rotation ${rotationId} any more.`)
  if (wish.fromMs >= wish.toMs) return fail('The time ends before it begins.')
  const turns = dutiesBetween(rotation, team, fromMs, toMs).filter((duty) => duty.role === role)
  const name = personName(team, person ?? '')
  let written: Entries = { overrides: [], temporary: [] }
  let current = team
  for (const turn of turns) {
    if ((turn.holder.kind === 'person' ? turn.holder.person.id : null) === person) continue
    const found = waysToWrite(rotation, wish, turn).flatMap((entries) => {
      const after = applyChange(current, { kind: 'stand-in', rotationId, ...entries })
      return after.ok && achieves(current, after.value, wish, turn) ? [{ entries, after: after.value }] : []
    })[0]
    if (!found && person === null) return fail('No override can leave this shift open. Edit team.yaml by hand.')
    if (!found) return fail(`This cannot be written as a swap: ${name} would not have the turn.`)
    const { entries } = found
    written = {
      overrides: [...written.overrides, ...entries.overrides],
      temporary: [...written.temporary, ...entries.temporary],
    }
    current = found.after
  }
  if (current === team) return fail(person === null ? 'This shift is open already.' : `${name} has this turn already.`)
  return ok({ kind: 'stand-in', rotationId, ...written })
}

/**
 * The change that puts somebody in for a stretch, however many turns it spans: checked to do what it says before anybody sees it,
 * because a swap that is accepted and changes nothing is the worst of all.
 */
export function standInChange(team: Team, standIn: StandIn): Result<ScheduleChange> {
  if (!findRotation(team, standIn.rotationId)) return fail(`There is no rotation ${standIn.rotationId} any more.`)
  if (!findPerson(team, standIn.person)) return fail(`${standIn.person} is not in team.yaml.`)
  return writeWish(team, standIn)
}

/** The change that leaves a stretch open: the names go, and a gap stands there until somebody takes it (S1.3). */
export const openShiftChange = (team: Team, open: Omit<StandIn, 'person'>): Result<ScheduleChange> =>
  writeWish(team, { ...open, person: null })

/**
 * "Take this shift now": from this minute (epoch ms) to the end of the turn, or to `untilMs` (user asks 17).
 * In the hour that DST repeats it begins with the first one, at most an hour early, since a wall time in a file means the first.
 */
export function takeOverNow(
  team: Team,
  take: { rotationId: string; role: OnCallRole; person: string; nowMs: number; untilMs?: number; reason?: string },
): Result<ScheduleChange> {
  const rotation = findRotation(team, take.rotationId)
  if (!rotation) return fail(`There is no rotation ${take.rotationId} any more.`)
  const { [take.role]: entry } = whoIsOnCall(rotation, team, take.nowMs)
  const endsAt = entry.kind === 'person' ? entry.shift.endsAt : entry.endsAt
  const toMs = take.untilMs ?? (endsAt === undefined ? Number.NaN : Date.parse(endsAt))
  if (Number.isNaN(toMs)) return fail('Nobody has this turn and it has no end: say until when.')
  const { rotationId, role, person, reason } = take
  return standInChange(team, {
    rotationId,
    role,
    person,
    fromMs: take.nowMs,
    toMs,
    ...(reason !== undefined && { reason }),
  })
}
