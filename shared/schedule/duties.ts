import { type GapCause, type OnCallEntry, shiftsBetween } from './on-call.ts'
import type { OnCallRole } from './rotation-slots.ts'
import type { Person, Rotation, Team } from './team.ts'

/** One person's uninterrupted turn in one role, or a turn that nobody has, cut to the span that was asked for; epoch ms, end excluded. */
export type Duty = {
  readonly role: OnCallRole
  readonly fromMs: number
  readonly toMs: number
  readonly holder:
    | {
        readonly kind: 'person'
        readonly person: Person
        readonly standsInFor?: string
        readonly agreed?: string
        /** The whole turn, not cut to the span; UTC ISO. */
        readonly shift: { readonly startsAt: string; readonly endsAt: string }
      }
    | {
        readonly kind: 'gap'
        readonly cause: GapCause
        readonly reason: string
        /** The whole gap; without an edge at the open end of time. UTC ISO. */
        readonly shift: { readonly startsAt?: string; readonly endsAt?: string }
      }
}

const roles: readonly OnCallRole[] = ['primary', 'backup']

function holderOf(entry: OnCallEntry): Duty['holder'] {
  if (entry.kind === 'person') return entry
  const { startsAt, endsAt } = entry
  return { ...entry, shift: { ...(startsAt !== undefined && { startsAt }), ...(endsAt !== undefined && { endsAt }) } }
}

/** The turns of both roles in a span, in order within each role: shifts cut by the other role's overrides are joined again. */
export function dutiesBetween(rotation: Rotation, team: Team, fromMs: number, toMs: number): readonly Duty[] {
  const shifts = shiftsBetween(rotation, team, fromMs, toMs)
  return roles.flatMap((role) => {
    const duties = new Map<string, Duty>()
    for (const shift of shifts) {
      const { [role]: holder } = shift
      const turn = holder.kind === 'person' ? holder.shift.startsAt : (holder.startsAt ?? '')
      const begun = duties.get(turn)
      const from = begun?.fromMs ?? Date.parse(shift.startsAt)
      duties.set(turn, { role, holder: holderOf(holder), fromMs: from, toMs: Date.parse(shift.endsAt) })
    }
    return [...duties.values()]
  })
}
