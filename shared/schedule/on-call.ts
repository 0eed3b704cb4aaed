import { type Cover, type OnCallRole, type Slot, slotsAround, weeksBetween } from './rotation-slots.ts'
import { findPerson, type Person, personName, type Rotation, type Team } from './team.ts'
import { toIso } from './wall-clock.ts'

/** Why a role is empty: `open-shift` is an override that nobody has taken, `unknown-person` an id that team.yaml does not know. */
export type GapCause = 'not-started' | 'no-weeks' | 'not-named' | 'open-shift' | 'unknown-person'

/** Who fills one role, or why nobody does; UTC ISO bounds, left out at the open end of time before a rotation starts. */
export type OnCallEntry =
  | {
      readonly kind: 'person'
      readonly role: OnCallRole
      readonly person: Person
      /** How long they have it: end excluded, cut by overrides. */
      readonly shift: { readonly startsAt: string; readonly endsAt: string }
      /** Why them, in words for the screen and for an argument at 3 am. */
      readonly why: string
      /** The id of the person an override put them in for. */
      readonly standsInFor?: string
    }
  | {
      readonly kind: 'gap'
      readonly role: OnCallRole
      readonly cause: GapCause
      /** The cause in words. */
      readonly reason: string
      readonly startsAt?: string
      readonly endsAt?: string
    }

/** Both roles at one instant; `week` counts from 1 and is null before the rotation starts. */
export type OnCallAnswer = { readonly primary: OnCallEntry; readonly backup: OnCallEntry; readonly week: number | null }

/** A stretch of the schedule in which neither role changes, for pictures, calendars and findings. */
export type Shift = OnCallAnswer & { readonly startsAt: string; readonly endsAt: string }

function whyThem(team: Team, person: Person, role: OnCallRole, week: number | null, cover: Cover): string {
  const place = week === null ? 'outside the rotation' : `week ${week} of the rotation`
  const duty = role === 'backup' ? `backup in ${place}` : place
  if (!cover.override) return `${person.name}: ${duty}`
  const replaced = cover.override.for ?? cover.scheduledId
  const instead = replaced === undefined ? 'by an override' : `in for ${personName(team, replaced)}`
  const reason = cover.override.reason === undefined ? '' : ` (${cover.override.reason})`
  return `${person.name}: ${duty}, ${instead}${reason}`
}

type Gap = { readonly cause: GapCause; readonly reason: string }

function openShift(team: Team, { override, scheduledId }: Cover): Gap {
  const out = override?.for ?? scheduledId
  const reason = override?.reason === undefined ? '' : ` (${override.reason})`
  const who = out === undefined ? 'the shift is open' : `${personName(team, out)} is out`
  return { cause: 'open-shift', reason: `${who}${reason} and nobody has taken the shift` }
}

function whyNobody(team: Team, rotation: Rotation, role: OnCallRole, week: number | null, cover: Cover): Gap {
  const { override, personId } = cover
  if (personId !== undefined) {
    const where = override ? 'an override' : `week ${week}`
    return { cause: 'unknown-person', reason: `${where} names ${personId}, who is not in team.yaml` }
  }
  if (override) return openShift(team, cover)
  if (rotation.weeks.length === 0) return { cause: 'no-weeks', reason: 'the rotation has no weeks' }
  if (week !== null) return { cause: 'not-named', reason: `week ${week} of the rotation names no ${role}` }
  const { start, handover } = rotation
  return { cause: 'not-started', reason: `the rotation starts with the first ${handover.day} handover from ${start}` }
}

const boundsOf = (startMs: number, endMs: number): { startsAt?: string; endsAt?: string } => ({
  ...(Number.isFinite(startMs) && { startsAt: toIso(startMs) }),
  ...(Number.isFinite(endMs) && { endsAt: toIso(endMs) }),
})

/** The whole time one role stays as it is around a slot: an override of the other role does not cut it. */
function widen(slots: readonly Slot[], at: number, role: OnCallRole): { startMs: number; endMs: number } {
  const same = (slot: Slot | undefined) =>
    slot?.covers[role].personId === slots[at]?.covers[role].personId &&
    slot?.covers[role].override === slots[at]?.covers[role].override
  let first = at
  let last = at
  while (first > 0 && same(slots[first - 1])) first -= 1
  while (last < slots.length - 1 && same(slots[last + 1])) last += 1
  return { startMs: slots[first]?.startMs ?? 0, endMs: slots[last]?.endMs ?? 0 }
}

function entryFor(team: Team, rotation: Rotation, slots: readonly Slot[], at: number, role: OnCallRole): OnCallEntry {
  const cover = slots[at]?.covers[role] ?? {}
  const week = slots[at]?.week ?? null
  const { startMs, endMs } = widen(slots, at, role)
  const { startsAt, endsAt } = boundsOf(startMs, endMs)
  const person = findPerson(team, cover.personId)
  if (!person || startsAt === undefined || endsAt === undefined) {
    return { kind: 'gap', role, ...whyNobody(team, rotation, role, week, cover), ...boundsOf(startMs, endMs) }
  }
  const replaced = cover.override && (cover.override.for ?? cover.scheduledId)
  const why = whyThem(team, person, role, week, cover)
  const standsInFor = replaced === undefined ? {} : { standsInFor: replaced }
  return { kind: 'person', role, person, shift: { startsAt, endsAt }, why, ...standsInFor }
}

const answerAt = (team: Team, rotation: Rotation, slots: readonly Slot[], at: number): OnCallAnswer => ({
  primary: entryFor(team, rotation, slots, at, 'primary'),
  backup: entryFor(team, rotation, slots, at, 'backup'),
  week: slots[at]?.week ?? null,
})

/**
 * Who is on call at an instant (epoch ms), and their backup: always a person or a named gap, never an exception (S1).
 * Being away or unreachable does not change the answer: that is a finding, because silently paging someone else is worse.
 */
export function whoIsOnCall(rotation: Rotation, team: Team, instantMs: number): OnCallAnswer {
  const slots = slotsAround(rotation, instantMs)
  const at = slots.findIndex((slot) => instantMs >= slot.startMs && instantMs < slot.endMs)
  return answerAt(team, rotation, slots, at)
}

/** The next weekly handover after an instant (epoch ms), UTC ISO; null when the rotation has no weeks and so never hands over. */
export function nextHandover(rotation: Rotation, instantMs: number): string | null {
  const endMs = slotsAround(rotation, instantMs).at(-1)?.endMs ?? Number.POSITIVE_INFINITY
  return Number.isFinite(endMs) ? toIso(endMs) : null
}

/** The schedule from one instant to another (epoch ms, end excluded): contiguous, clipped to the span, gaps included. */
export function shiftsBetween(rotation: Rotation, team: Team, fromMs: number, toMs: number): readonly Shift[] {
  return weeksBetween(rotation, fromMs, toMs).flatMap((slots) =>
    slots.flatMap((slot, at) => {
      if (slot.endMs <= fromMs || slot.startMs >= toMs) return []
      const startsAt = toIso(Math.max(slot.startMs, fromMs))
      const endsAt = toIso(Math.min(slot.endMs, toMs))
      return [{ startsAt, endsAt, ...answerAt(team, rotation, slots, at) }]
    }),
  )
}
