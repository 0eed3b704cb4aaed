import type { OnCallRole } from './rotation-slots.ts'
import type { Override } from './team.ts'

/** What can be wrong with a schedule (S4). */
export type FindingKind =
  | 'gap'
  | 'overlap'
  | 'holiday'
  | 'away'
  | 'same-person'
  | 'no-phone'
  | 'unreachable-rung'
  | 'double-cover'
  | 'nobody-after-swap'
  | 'handover-dst'

/** A turn that should change hands: UTC ISO bounds, end excluded; `partner` is somebody free then, if there is one. */
export type TurnToMove = {
  readonly rotationId: string
  readonly role: OnCallRole
  readonly from: string
  readonly to: string
  readonly partner?: string
}

/** What would settle a finding, as data: a screen makes a key of it, and a ready `ScheduleChange` out of most. */
export type Remedy =
  | (TurnToMove & { readonly kind: 'swap'; readonly person: string })
  | (TurnToMove & { readonly kind: 'cover'; readonly person?: string })
  | { readonly kind: 'work-holiday'; readonly person: string; readonly date: string }
  | { readonly kind: 'add-phone'; readonly person: string }
  | { readonly kind: 'remove-override'; readonly rotationId: string; readonly override: Override }
  | { readonly kind: 'name-owner'; readonly pipelineId: string; readonly role: 'secondary' | 'lead' }
  | { readonly kind: 'move-handover'; readonly rotationId: string; readonly layerId?: string }

/** One thing to settle before the night comes. `error` means that a page would reach nobody; a `note` is good to know. */
export type Finding = {
  /** The same for the same trouble each time, so that lists keep still and a proposed swap can be compared with the present. */
  readonly id: string
  readonly kind: FindingKind
  readonly severity: 'error' | 'warning' | 'note'
  /** The rotation it is about; left out when it is about a pipeline's owners. */
  readonly rotationId?: string
  /** The local date it is about, or begins on. */
  readonly date: string
  /** Ids of the people concerned. */
  readonly who: readonly string[]
  /** It is about a major holiday in an on-call week, to be swapped in advance (S3.1). */
  readonly major?: true
  /** What is wrong, in one sentence. */
  readonly why: string
  readonly hint: string
  /** What would settle it, best first; empty when only a person can think of something. */
  readonly remedies: readonly Remedy[]
}

/** How far ahead a holiday is worth swapping: later, tickets are bought (S3.1). */
export const swapHorizonMs = 8 * 7 * 24 * 3_600_000
