import type { Span } from '../finding-scene.ts'
import { type OnCallRole, slotsAround, writtenRange } from '../rotation-slots.ts'
import type { Person, Proposal, Rotation, Team } from '../team.ts'
import { applyChange, overridesOf } from './schedule-change.ts'
import { achieves } from './stand-in.ts'

/** A swap to be written: whose turn goes to whom, and the turns that could be given back, best first. Epoch ms. */
export type SwapToWrite = {
  readonly rotation: Rotation
  readonly role: OnCallRole
  readonly span: Span
  readonly holder: Person
  readonly partner: Person
  readonly returns: readonly Span[]
  readonly id: string
  /** The date of today, where the rotation is. */
  readonly on: string
}

/** A proposal that does what it says once it is accepted. */
export type WrittenSwap = { readonly proposal: Proposal; readonly returns: Span | null }

/** Would both halves hold: the partner has the turn, the holder the one given back, and nothing else moves? */
function holds(team: Team, swap: SwapToWrite, { proposal, returns }: WrittenSwap): boolean {
  const { rotation, role, span, holder, partner, on } = swap
  const overrides = overridesOf(proposal, on)
  const after = applyChange(team, { kind: 'stand-in', rotationId: rotation.id, overrides, temporary: [] })
  if (!after.ok) return false
  const isTheirs = (person: Person, part: Span): boolean =>
    achieves(team, after.value, { rotationId: rotation.id, role, person: person.id }, part)
  return isTheirs(partner, span) && (returns === null || isTheirs(holder, returns))
}

/**
 * The swap as a proposal, tried out before anybody sees it; null when overrides cannot say it. Who has a turn need not be who is on the
 * schedule: a stand-in gives the turn back, so theirs is the name in `for`. The name on the schedule serves only where nothing is given back.
 */
export function writeSwap(team: Team, swap: SwapToWrite): WrittenSwap | null {
  const { rotation, role, span, holder, partner } = swap
  const { timezone } = rotation.handover
  const slot = slotsAround(rotation, span.fromMs).find(
    ({ startMs, endMs }) => span.fromMs >= startMs && span.fromMs < endMs,
  )
  const scheduled = slot?.covers[role].scheduledId ?? holder.id
  const written = (replaced: string, returns: Span | null): WrittenSwap => ({
    proposal: {
      id: swap.id,
      state: 'proposed',
      ...writtenRange(span, timezone),
      person: partner.id,
      for: replaced,
      ...(returns && { returns: writtenRange(returns, timezone) }),
      by: holder.id,
      on: swap.on,
    },
    returns,
  })
  const ways = [...swap.returns, null].map((returns) => written(holder.id, returns))
  return [...ways, written(scheduled, null)].find((way) => holds(team, swap, way)) ?? null
}
