import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { turnTakers } from '../../../../shared/schedule/load.ts'
import { shiftsBetween } from '../../../../shared/schedule/on-call.ts'
import type { OnCallRole } from '../../../../shared/schedule/rotation-slots.ts'
import { proposeSwaps, type SwapProposal } from '../../../../shared/schedule/swaps/propose-swaps.ts'
import { overridesOf, type ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import { openShiftChange, standInChange } from '../../../../shared/schedule/swaps/stand-in.ts'
import { findPerson, findRotation, type Rotation, type Team } from '../../../../shared/schedule/team.ts'
import { dateAt } from '../../../../shared/schedule/wall-clock.ts'
import type { TurnMode } from '../intent.ts'
import type { Span } from '../window-of-weeks.ts'

/** What of whose turn changes hands. */
export type Turn = Span & { readonly rotationId: string; readonly role: OnCallRole }

/** Somebody to choose, with what speaks for and against them. */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly reasons: readonly string[]
  readonly conflicts: readonly string[]
  /** The swap they would make; null when the turn is nobody's, which can only be covered. */
  readonly swap: SwapProposal | null
}

/** The ids of those who are on call in a span: whoever is stuck cannot be their own backup. */
function onCallIn(rotation: Rotation, team: Team, { fromMs, toMs }: Span): ReadonlySet<string> {
  const entries = shiftsBetween(rotation, team, fromMs, toMs).map(({ primary }) => primary)
  return new Set(entries.flatMap((entry) => (entry.kind === 'person' ? entry.person.id : [])))
}

/** Everybody who could take a turn, the fairest first; for a turn that nobody has, everybody who takes turns. */
export function candidatesFor(team: Team, turn: Turn, nowMs: number): readonly Candidate[] {
  const { rotationId, role, fromMs, toMs } = turn
  const swaps = proposeSwaps(team, rotationId, { fromMs, toMs, role }, nowMs)
  if (swaps.length > 0) {
    return swaps.map((swap) => ({ id: swap.person.id, name: swap.person.name, ...swap, swap }))
  }
  const rotation = findRotation(team, rotationId)
  if (rotation === undefined) return []
  const onCall = role === 'backup' ? onCallIn(rotation, team, turn) : new Set<string>()
  const takers = turnTakers(rotation).flatMap((id): Candidate[] => {
    const person = findPerson(team, id)
    if (person === undefined) return []
    const conflicts = onCall.has(id) ? [`${person.name} is on call then.`] : []
    return [{ id, name: person.name, reasons: [], conflicts, swap: null }]
  })
  return takers.toSorted((one, other) => one.conflicts.length - other.conflicts.length)
}

/** Whether somebody has a turn to give back: without one there is no swap. */
export const givesBack = ({ swap }: Candidate): boolean => swap?.returns !== undefined

/** How a turn changes hands with somebody: as was wanted, but as cover where there is nothing to swap. `isHeld`: somebody has it now. */
export function modeWith(wanted: TurnMode, candidate: Candidate | null, isHeld: boolean): TurnMode {
  // What nobody has can only be taken: there is no turn to give in return, and it is open already.
  if (!isHeld) return 'cover'
  return wanted === 'swap' && candidate !== null && !givesBack(candidate) ? 'cover' : wanted
}

/** What a person has chosen in the dialog. */
export type TurnChoice = {
  readonly mode: TurnMode
  readonly candidate: Candidate | null
  readonly reason: string
  /** Only asks the other; in force when they accept. */
  readonly isProposal: boolean
  readonly meId: string | null
}

/** The change that a choice means; an error is a sentence for the dialog. */
export function turnChange(team: Team, turn: Turn, choice: TurnChoice, nowMs: number): Result<ScheduleChange> {
  const { mode, candidate, isProposal, meId } = choice
  const rotation = findRotation(team, turn.rotationId)
  if (rotation === undefined) return fail(`There is no rotation ${turn.rotationId} any more.`)
  if (!(turn.fromMs < turn.toMs)) return fail('The time ends before it begins.')
  const today = dateAt(nowMs, rotation.handover.timezone)
  const why = choice.reason.trim() === '' ? {} : { reason: choice.reason.trim() }
  if (mode === 'open') return openShiftChange(team, { ...turn, ...why })
  if (candidate === null) return fail('Choose who takes it.')
  if (mode === 'cover' && !isProposal)
    return standInChange(team, { ...turn, person: candidate.id, ...why, agreed: today })
  const change = candidate.swap?.change
  if (change?.kind !== 'propose' && isProposal) return fail('This cannot be proposed: only cover can be written here.')
  if (change?.kind !== 'propose') return standInChange(team, { ...turn, person: candidate.id, ...why, agreed: today })
  const { returns, ...rest } = change.proposal
  const given = mode === 'swap' && returns !== undefined ? { returns } : {}
  const proposal = { ...rest, ...given, ...why, ...(meId !== null && { by: meId }) }
  if (isProposal) return ok({ ...change, proposal })
  const { rotationId } = change
  return ok({ kind: 'stand-in', rotationId, overrides: overridesOf(proposal, today), temporary: [] })
}
