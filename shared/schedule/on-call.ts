import {
  type Cover,
  firstHandoverMs,
  nextHandoverMs,
  type OnCallRole,
  type Slot,
  sameCover,
  slotsAround,
  weeksBetween,
} from './rotation-slots.ts'
import { findPerson, type Person, personName, type Rotation, type Team } from './team.ts'
import { dateInWords, toIso } from './wall-clock.ts'

/** Why a role is empty: `open-shift` is an override that nobody has taken, `unknown-person` an id that team.yaml does not know, `outside-hours` hours in which the rotation has nobody by agreement. */
export type GapCause = 'not-started' | 'no-weeks' | 'not-named' | 'open-shift' | 'unknown-person' | 'outside-hours'

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
      /** The date on which they agreed to it. */
      readonly agreed?: string
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

function placeOf({ origin }: Cover): string {
  if (!origin) return 'outside the rotation'
  if (origin.kind === 'week') return `week ${origin.week} of ${origin.layer ? origin.layer.name : 'the rotation'}`
  const { reason } = origin.temporary
  return `temporary schedule${reason === undefined ? '' : ` (${reason})`}`
}

function whyThem(team: Team, person: Person, role: OnCallRole, cover: Cover): string {
  const place = placeOf(cover)
  const duty = role === 'backup' ? `backup in ${place}` : place
  if (!cover.override) return `${person.name}: ${duty}`
  const { for: named, agreed, reason } = cover.override
  const replaced = named ?? cover.scheduledId
  const instead = replaced === undefined ? 'by an override' : `in for ${personName(team, replaced)}`
  const on = agreed === undefined ? '' : `, agreed on ${dateInWords(agreed)}`
  return `${person.name}: ${duty}, ${instead}${on}${reason === undefined ? '' : ` (${reason})`}`
}

type Gap = { readonly cause: GapCause; readonly reason: string }

function openShift(team: Team, { override, scheduledId }: Cover): Gap {
  const out = override?.for ?? scheduledId
  const reason = override?.reason === undefined ? '' : ` (${override.reason})`
  const who = out === undefined ? 'the shift is open' : `${personName(team, out)} is out`
  return { cause: 'open-shift', reason: `${who}${reason} and nobody has taken the shift` }
}

function whyNobody(team: Team, rotation: Rotation, role: OnCallRole, slot: Slot | undefined): Gap {
  const cover = slot?.covers[role] ?? {}
  const week = slot?.week ?? null
  const hasStarted = slot !== undefined && slot.startMs >= firstHandoverMs(rotation)
  const { override, personId } = cover
  if (personId !== undefined) {
    const where = override ? 'an override' : placeOf(cover)
    return { cause: 'unknown-person', reason: `${where} names ${personId}, who is not in team.yaml` }
  }
  if (override) return openShift(team, cover)
  if (rotation.weeks.length === 0) return { cause: 'no-weeks', reason: 'the rotation has no weeks' }
  if (week !== null) return { cause: 'not-named', reason: `week ${week} of the rotation names no ${role}` }
  const { start, handover, hours } = rotation
  if (hours && hasStarted) {
    return { cause: 'outside-hours', reason: `it is outside the hours of duty, ${hours.from} to ${hours.to}` }
  }
  return { cause: 'not-started', reason: `the rotation starts with the first ${handover.day} handover from ${start}` }
}

const boundsOf = (startMs: number, endMs: number): { startsAt?: string; endsAt?: string } => ({
  ...(Number.isFinite(startMs) && { startsAt: toIso(startMs) }),
  ...(Number.isFinite(endMs) && { endsAt: toIso(endMs) }),
})

/** The whole time one role stays as it is around a slot: an override of the other role does not cut it. */
function widen(slots: readonly Slot[], at: number, role: OnCallRole): { startMs: number; endMs: number } {
  const here = slots[at]
  const same = (slot: Slot | undefined) => slot && here && sameCover(slot.covers[role], here.covers[role])
  let first = at
  let last = at
  while (first > 0 && same(slots[first - 1])) first -= 1
  while (last < slots.length - 1 && same(slots[last + 1])) last += 1
  return { startMs: slots[first]?.startMs ?? 0, endMs: slots[last]?.endMs ?? 0 }
}

function entryFor(team: Team, rotation: Rotation, slots: readonly Slot[], at: number, role: OnCallRole): OnCallEntry {
  const cover = slots[at]?.covers[role] ?? {}
  const { startMs, endMs } = widen(slots, at, role)
  const { startsAt, endsAt } = boundsOf(startMs, endMs)
  const person = findPerson(team, cover.personId)
  if (!person || startsAt === undefined || endsAt === undefined) {
    return { kind: 'gap', role, ...whyNobody(team, rotation, role, slots[at]), ...boundsOf(startMs, endMs) }
  }
  const replaced = cover.override && (cover.override.for ?? cover.scheduledId)
  const agreed = cover.override?.agreed
  const standsIn = { ...(replaced !== undefined && { standsInFor: replaced }), ...(agreed !== undefined && { agreed }) }
  return {
    kind: 'person',
    role,
    person,
    shift: { startsAt, endsAt },
    why: whyThem(team, person, role, cover),
    ...standsIn,
  }
}

type KnownAnswers = { readonly team: Team; readonly answers: readonly OnCallAnswer[] }

const knownAnswers = new WeakMap<readonly Slot[], KnownAnswers>()

/** The answers of a week, slot by slot; remembered for the last team that asked, since findings, loads and pictures ask for the same. */
function answersOf(team: Team, rotation: Rotation, slots: readonly Slot[]): readonly OnCallAnswer[] {
  const known = knownAnswers.get(slots)
  if (known?.team === team) return known.answers
  const answers = slots.map((slot, at) => ({
    primary: entryFor(team, rotation, slots, at, 'primary'),
    backup: entryFor(team, rotation, slots, at, 'backup'),
    week: slot.week,
  }))
  knownAnswers.set(slots, { team, answers })
  return answers
}

const noAnswer: OnCallAnswer = {
  primary: { kind: 'gap', role: 'primary', cause: 'no-weeks', reason: 'the rotation has no weeks' },
  backup: { kind: 'gap', role: 'backup', cause: 'no-weeks', reason: 'the rotation has no weeks' },
  week: null,
}

/**
 * Who is on call at an instant (epoch ms), and their backup: always a person or a named gap, never an exception (S1).
 * Being away or unreachable does not change the answer: that is a finding, because silently paging someone else is worse.
 */
export function whoIsOnCall(rotation: Rotation, team: Team, instantMs: number): OnCallAnswer {
  const slots = slotsAround(rotation, instantMs)
  const at = slots.findIndex((slot) => instantMs >= slot.startMs && instantMs < slot.endMs)
  return answersOf(team, rotation, slots)[at] ?? noAnswer
}

/** The next weekly handover after an instant (epoch ms), of the rotation or a layer, UTC ISO; null when nothing ever hands over. */
export function nextHandover(rotation: Rotation, instantMs: number): string | null {
  const nextMs = nextHandoverMs(rotation, instantMs)
  return Number.isFinite(nextMs) ? toIso(nextMs) : null
}

/** The schedule from one instant to another (epoch ms, end excluded): contiguous, clipped to the span, gaps included. */
export function shiftsBetween(rotation: Rotation, team: Team, fromMs: number, toMs: number): readonly Shift[] {
  return weeksBetween(rotation, fromMs, toMs).flatMap((slots) => {
    const answers = answersOf(team, rotation, slots)
    return slots.flatMap((slot, at) => {
      if (slot.endMs <= fromMs || slot.startMs >= toMs) return []
      const startsAt = toIso(Math.max(slot.startMs, fromMs))
      const endsAt = toIso(Math.min(slot.endMs, toMs))
      return [{ startsAt, endsAt, ...(answers[at] ?? noAnswer) }]
    })
  })
}
