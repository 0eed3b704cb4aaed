import { fail, ok, type Result } from '../../kit/result.ts'
import { dutiesBetween } from '../duties.ts'
import { shiftsBetween, whoIsOnCall } from '../on-call.ts'
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

/** The ways to write one stretch, the plainest first: by the name on the schedule, by the name of whoever stands in, as a temporary schedule. */
function waysToWrite(rotation: Rotation, standIn: StandIn, span: { fromMs: number; toMs: number }): readonly Entries[] {
  const { role, person, reason, agreed } = standIn
  const slot = slotsAround(rotation, span.fromMs).find(({ startMs, endMs }) => {
    return span.fromMs >= startMs && span.fromMs < endMs
  })
  const { scheduledId, personId } = slot?.covers[role] ?? {}
  const range = writtenRange(span, rotation.handover.timezone)
  const why = reason === undefined ? {} : { reason }
  const on = agreed === undefined ? {} : { agreed }
  const names = [...new Set([scheduledId, personId])].flatMap((id) => id ?? [])
  const asOverrides = names.map((id) => ({
    overrides: [{ ...range, person, for: id, ...why, ...on }],
    temporary: [],
  }))
  const unnamed = role === 'primary' ? [{ overrides: [{ ...range, person, ...why, ...on }], temporary: [] }] : []
  return [...asOverrides, ...unnamed, { overrides: [], temporary: [{ ...range, [role]: person, ...why }] }]
}

/** Does the person have the role throughout, while the other role stays as it was? */
function achieves(before: Team, after: Team, standIn: StandIn, span: { fromMs: number; toMs: number }): boolean {
  const [old, changed] = [findRotation(before, standIn.rotationId), findRotation(after, standIn.rotationId)]
  if (!old || !changed) return false
  const other = standIn.role === 'primary' ? 'backup' : 'primary'
  return shiftsBetween(changed, after, span.fromMs, span.toMs).every(
    ({ startsAt, [standIn.role]: mine, [other]: its }) => {
      const { [other]: was } = whoIsOnCall(old, before, Date.parse(startsAt))
      const unchanged =
        was.kind === 'person' ? its.kind === 'person' && its.person.id === was.person.id : its.kind === 'gap'
      return mine.kind === 'person' && mine.person.id === standIn.person && unchanged
    },
  )
}

/**
 * The change that puts somebody in for a stretch, however many turns it spans: checked to do what it says before anybody sees it,
 * because a swap that is accepted and changes nothing is the worst of all.
 */
export function standInChange(team: Team, standIn: StandIn): Result<ScheduleChange> {
  const { rotationId, role } = standIn
  const [fromMs, toMs] = [
    Math.floor(standIn.fromMs / minuteMs) * minuteMs,
    Math.ceil(standIn.toMs / minuteMs) * minuteMs,
  ]
  const rotation = findRotation(team, rotationId)
  if (!rotation) return fail(`There is no rotation ${rotationId} any more.`)
  if (!findPerson(team, standIn.person)) return fail(`${standIn.person} is not in team.yaml.`)
  if (standIn.fromMs >= standIn.toMs) return fail('The time ends before it begins.')
  const turns = dutiesBetween(rotation, team, fromMs, toMs).filter((duty) => duty.role === role)
  let written: Entries = { overrides: [], temporary: [] }
  let current = team
  for (const turn of turns) {
    if (turn.holder.kind === 'person' && turn.holder.person.id === standIn.person) continue
    const found = waysToWrite(rotation, standIn, turn).flatMap((entries) => {
      const after = applyChange(current, { kind: 'stand-in', rotationId, ...entries })
      return after.ok && achieves(current, after.value, standIn, turn) ? [{ entries, after: after.value }] : []
    })[0]
    if (!found)
      return fail(`This cannot be written as a swap: ${personName(team, standIn.person)} would not have the turn.`)
    const { entries } = found
    written = {
      overrides: [...written.overrides, ...entries.overrides],
      temporary: [...written.temporary, ...entries.temporary],
    }
    current = found.after
  }
  if (current === team) return fail(`${personName(team, standIn.person)} has this turn already.`)
  return ok({ kind: 'stand-in', rotationId, ...written })
}

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
