import { ok, type Result } from '../../kit/result.ts'
import type { Finding } from '../finding.ts'
import { absencesDuring, holidaysDuring, overlapOf, type Span } from '../finding-scene.ts'
import { loadPerPerson } from '../load.ts'
import { shiftsBetween } from '../on-call.ts'
import { type OnCallRole, rangeBounds, rolesMeant, weeksBetween } from '../rotation-slots.ts'
import { scheduleFindings } from '../schedule-findings.ts'
import { findRotation, type Override, type Person, personName, type Rotation, type Team } from '../team.ts'
import { dateInWords, toIso } from '../wall-clock.ts'
import { applyChange, overridesOf, type ScheduleChange } from './schedule-change.ts'

/** A stretch that changes hands: UTC ISO bounds, end excluded; null is nobody. */
export type ChangedShift = {
  readonly rotationId: string
  readonly role: OnCallRole
  readonly from: string
  readonly to: string
  readonly before: Person | null
  readonly after: Person | null
}

/** What somebody carries before and after, in weeks of strain (see `strainOf`), where it differs. */
export type LoadChange = { readonly person: Person; readonly before: number; readonly after: number }

/** A turn that a change lays on somebody's holiday or leave, up to a year ahead: the kind one finds out too late (user asks 20). */
export type Surprise = { readonly person: Person; readonly date: string; readonly why: string }

/** What a change does to the schedule, to be shown before it is made. */
export type ChangeEffect = {
  readonly team: Team
  /** Findings that go, those that come, and those that stay, over the next twelve weeks. */
  readonly settled: readonly Finding[]
  readonly added: readonly Finding[]
  readonly remaining: readonly Finding[]
  readonly loads: readonly LoadChange[]
  readonly shifts: readonly ChangedShift[]
  readonly surprises: readonly Surprise[]
  /** What speaks against it, in words: new errors first. Empty when nothing does. */
  readonly objections: readonly string[]
}

const weekMs = 7 * 24 * 3_600_000

/** How far ahead the effect of a change is shown: the weeks of the Schedule screen. */
export const effectHorizonMs = 12 * weekMs

const surpriseHorizonMs = 53 * weekMs

type Turn = Span & { readonly person: Person | null }

function turnsOf(rotation: Rotation | undefined, team: Team, role: OnCallRole, span: Span): readonly Turn[] {
  if (!rotation) return [{ ...span, person: null }]
  return shiftsBetween(rotation, team, span.fromMs, span.toMs).map(({ startsAt, endsAt, [role]: entry }) => ({
    fromMs: Date.parse(startsAt),
    toMs: Date.parse(endsAt),
    person: entry.kind === 'person' ? entry.person : null,
  }))
}

/** Stretches with another person than before, joined where they follow each other. */
function changedTurns(
  before: Team,
  after: Team,
  rotationId: string,
  role: OnCallRole,
  span: Span,
): readonly ChangedShift[] {
  const [old, changed] = [before, after].map((team) => turnsOf(findRotation(team, rotationId), team, role, span))
  const found: (Span & { before: Person | null; after: Person | null })[] = []
  let first = 0
  for (const was of old ?? []) {
    for (let at = first; at < (changed ?? []).length; at += 1) {
      const is = changed?.[at]
      if (!is || is.fromMs >= was.toMs) break
      if (is.toMs <= was.fromMs) first = at + 1
      const both = overlapOf(was, is)
      if (!both || was.person?.id === is.person?.id) continue
      const last = found.at(-1)
      const joins = last?.toMs === both.fromMs && last.before?.id === was.person?.id && last.after?.id === is.person?.id
      if (last && joins) found[found.length - 1] = { ...last, toMs: both.toMs }
      else found.push({ ...both, before: was.person, after: is.person })
    }
  }
  return found.map(({ fromMs, toMs, ...people }) => ({
    rotationId,
    role,
    from: toIso(fromMs),
    to: toIso(toMs),
    ...people,
  }))
}

function changedShifts(before: Team, after: Team, span: Span): readonly ChangedShift[] {
  const samePeople =
    before.people.length === after.people.length && before.people.every(({ id }, at) => id === after.people[at]?.id)
  const isUntouched = (id: string) => samePeople && findRotation(before, id) === findRotation(after, id)
  const ids = [...new Set([...before.rotations, ...after.rotations].map(({ id }) => id))]
  return ids
    .filter((id) => !isUntouched(id))
    .flatMap((id) => (['primary', 'backup'] as const).flatMap((role) => changedTurns(before, after, id, role, span)))
}

function changedLoads(before: Team, after: Team, span: Span): readonly LoadChange[] {
  const [old, changed] = [before, after].map((team) => loadPerPerson(team, span.fromMs, span.toMs))
  const people = new Map([...(old ?? []), ...(changed ?? [])].map(({ person }) => [person.id, person]))
  const strainIn = (loads: typeof old, id: string) => loads?.find(({ person }) => person.id === id)?.strain ?? 0
  return [...people.values()].flatMap((person) => {
    const [was, is] = [strainIn(old, person.id), strainIn(changed, person.id)]
    return Math.abs(was - is) < 1e-9 ? [] : [{ person, before: was, after: is }]
  })
}

/** Turns that come new to somebody and fall on a holiday or into the leave they have in the team as it will be. */
function surprisesOf(after: Team, shifts: readonly ChangedShift[]): readonly Surprise[] {
  return shifts.flatMap(({ role, from, to, after: taker }): Surprise[] => {
    const person = after.people.find(({ id }) => id === taker?.id)
    if (!person) return []
    const span = { fromMs: Date.parse(from), toMs: Date.parse(to) }
    const turn = role === 'primary' ? 'is now on call' : 'is now backup'
    const onHolidays = holidaysDuring(person, span).flatMap(({ holiday: { date, name } }): Surprise[] =>
      person.worksOn?.includes(date)
        ? []
        : [{ person, date, why: `${person.name} ${turn} on ${name}, ${dateInWords(date)}.` }],
    )
    const whileAway = absencesDuring(person, span).map(({ absence }): Surprise => {
      const date = absence.from.slice(0, 10)
      return { person, date, why: `${person.name} ${turn} while away from ${dateInWords(date)}.` }
    })
    return [...whileAway, ...onHolidays]
  })
}

/** What lies between two versions of a team, such as before and after somebody else has pushed team.yaml; epoch ms. */
export function effectBetween(before: Team, after: Team, nowMs: number): ChangeEffect {
  const span = { fromMs: nowMs, toMs: nowMs + effectHorizonMs }
  const [old, changed] = [before, after].map((team) => scheduleFindings(team, span.fromMs, span.toMs))
  const [oldIds, newIds] = [old, changed].map((findings) => new Set(findings?.map(({ id }) => id)))
  const added = (changed ?? []).filter(({ id }) => !oldIds?.has(id))
  const shifts = changedShifts(before, after, span)
  const farShifts = changedShifts(before, after, { fromMs: nowMs, toMs: nowMs + surpriseHorizonMs })
  const against = added.filter(({ severity }) => severity !== 'note')
  const errorsFirst = against.toSorted(
    (one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'),
  )
  return {
    team: after,
    settled: (old ?? []).filter(({ id }) => !newIds?.has(id)),
    added,
    remaining: (changed ?? []).filter(({ id }) => oldIds?.has(id)),
    loads: changedLoads(before, after, span),
    shifts,
    surprises: surprisesOf(after, farShifts),
    objections: errorsFirst.map(({ why }) => why),
  }
}

/** The overrides a change brings: what it promises. */
function promisesOf(team: Team, change: ScheduleChange): readonly Override[] {
  if (change.kind === 'stand-in') return change.overrides
  if (change.kind !== 'accept') return []
  const proposal = findRotation(team, change.rotationId)?.proposals.find(({ id }) => id === change.proposalId)
  return proposal ? overridesOf(proposal, change.on) : []
}

/** Has the person, in every role that the override speaks of, each stretch of it? */
function isKept(old: Rotation, rotation: Rotation, after: Team, override: Override, span: Span): boolean {
  const slots = weeksBetween(old, span.fromMs, span.toMs).flat()
  return slots.every((slot) => {
    const part = overlapOf(span, { fromMs: slot.startMs, toMs: slot.endMs })
    if (!part) return true
    const meant = rolesMeant(override, slot)
    const shifts = shiftsBetween(rotation, after, part.fromMs, part.toMs)
    return (
      meant.length > 0 &&
      shifts.every((shift) =>
        meant.every((role) => shift[role].kind === 'person' && shift[role].person.id === override.person),
      )
    )
  })
}

/** Promises that would not be kept: a swap that is accepted while nothing is swapped (user asks 17). A shift that is left open promises nobody. */
function brokenPromises(before: Team, after: Team, change: ScheduleChange, nowMs: number): readonly string[] {
  const [old, rotation] = [before, after].map((team) =>
    'rotationId' in change ? findRotation(team, change.rotationId) : undefined,
  )
  if (!old || !rotation) return []
  return promisesOf(before, change).flatMap((override) => {
    if (override.person === undefined) return []
    const span = rangeBounds(override, rotation.handover.timezone)
    const name = personName(after, override.person)
    if (span.toMs <= nowMs) return [`${name} would stand in from ${override.from} to ${override.to}, and that is over.`]
    return isKept(old, rotation, after, override, span)
      ? []
      : [`${name} would not have the turn from ${override.from} to ${override.to}: it has changed hands meanwhile.`]
  })
}

/**
 * What a change would do over the next twelve weeks, before it is made (S6.1); `nowMs` is epoch ms.
 * A proposal has the effect that it would have when accepted, since that is what one wants to know before proposing it.
 */
export function effectOfChange(team: Team, change: ScheduleChange, nowMs: number): Result<ChangeEffect> {
  const applied = applyChange(team, change)
  if (!applied.ok) return applied
  if (change.kind !== 'propose') {
    const effect = effectBetween(team, applied.value, nowMs)
    const objections = [...brokenPromises(team, applied.value, change, nowMs), ...effect.objections]
    return ok({ ...effect, objections })
  }
  const { rotationId, proposal } = change
  return effectOfChange(
    applied.value,
    { kind: 'accept', rotationId, proposalId: proposal.id, on: toIso(nowMs).slice(0, 10) },
    nowMs,
  )
}
