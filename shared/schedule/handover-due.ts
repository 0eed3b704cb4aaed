import { dutiesBetween } from './duties.ts'
import { whoIsOnCall } from './on-call.ts'
import type { Person, Rotation, Team } from './team.ts'
import { toIso } from './wall-clock.ts'

/** A change of the primary while an incident is open: `due` when it has happened, `soon` when it is at most an hour away. */
export type HandoverDue = {
  readonly kind: 'due' | 'soon'
  /** When the turn begins or began, UTC ISO. */
  readonly at: string
  /** Whose turn it was: the commander's, else that of when the incident opened; null when nobody was on call. */
  readonly from: Person | null
  /** Who has the turn; null when nobody has, and the one before keeps the incident. */
  readonly to: Person | null
  readonly words: string
}

const hourMs = 3_600_000

const turn = (rotation: Rotation, team: Team, instantMs: number) => {
  const { primary } = whoIsOnCall(rotation, team, instantMs)
  return primary.kind === 'person' ? { person: primary.person, ...primary.shift } : null
}

/** Somebody's last turn in a span, in which they had at least one; epoch ms. */
function lastTurnOf(id: string, rotation: Rotation, team: Team, fromMs: number, toMs: number) {
  const turns = dutiesBetween(rotation, team, fromMs, toMs + 1).flatMap(({ role, holder }) =>
    role === 'primary' && holder.kind === 'person' && holder.person.id === id ? [holder] : [],
  )
  const last = turns.at(-1)
  return last && { person: last.person, ...last.shift }
}

/** The first instant from which the person on call at the end of a span has been on call without a break; epoch ms. */
function sinceWhen(rotation: Rotation, team: Team, fromMs: number, toMs: number): number {
  const duties = dutiesBetween(rotation, team, fromMs, toMs + 1).filter(({ role }) => role === 'primary')
  const idOf = (at: number) => {
    const holder = duties.at(at)?.holder
    return holder?.kind === 'person' ? holder.person.id : null
  }
  let first = -1
  while (-first < duties.length && idOf(first - 1) === idOf(-1)) first -= 1
  return duties.at(first)?.fromMs ?? toMs
}

/**
 * Does an open incident change hands with the shift? Compares whoever has command (an id), once they had a turn, else who was on call when
 * it opened, with who is now, and looks an hour ahead; a stand-in of a few hours that is over again needs no handover. Epoch ms. Null when
 * nothing changes (S7).
 */
export function handoverDue(
  team: Team,
  rotation: Rotation,
  openSinceMs: number,
  nowMs: number,
  commander: string | null = null,
): HandoverDue | null {
  const theirs = commander === null ? undefined : lastTurnOf(commander, rotation, team, openSinceMs, nowMs)
  const opened = theirs ?? turn(rotation, team, openSinceMs)
  const now = turn(rotation, team, nowMs)
  if (opened?.person.id !== now?.person.id) {
    const at = toIso(sinceWhen(rotation, team, openSinceMs, nowMs))
    const words = now
      ? `${now.person.name} is on call now${opened ? `, after ${opened.person.name}` : ''}: hand the incident over.`
      : `Nobody is on call now: ${opened?.person.name ?? 'whoever has it'} keeps the incident.`
    return { kind: 'due', at, from: opened?.person ?? null, to: now?.person ?? null, words }
  }
  const endsMs = now ? Date.parse(now.endsAt) : Number.POSITIVE_INFINITY
  if (endsMs - nowMs > hourMs) return null
  const next = turn(rotation, team, endsMs)
  if (!now || next?.person.id === now.person.id) return null
  const minutes = Math.ceil((endsMs - nowMs) / 60_000)
  const words = next
    ? `${next.person.name} takes over in ${minutes} min: prepare the handover.`
    : `In ${minutes} min nobody is on call: ${now.person.name} keeps the incident.`
  return { kind: 'soon', at: now.endsAt, from: now.person, to: next?.person ?? null, words }
}
