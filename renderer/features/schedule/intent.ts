import type { OnCallRole } from '../../../shared/schedule/rotation-slots.ts'
import type { ScheduleChange } from '../../../shared/schedule/swaps/schedule-change.ts'
import type { HolidayMode } from '../../../shared/schedule/team.ts'
import type { Block } from './picture/lanes.ts'
import type { Span } from './window-of-weeks.ts'

/** How a turn changes hands: given in exchange for another, taken over, or left open for whoever takes it. */
export const turnModes = ['swap', 'cover', 'open'] as const
export type TurnMode = (typeof turnModes)[number]

/** Something a person is about to do to the schedule: each is a dialog, and nothing is written before the last one says so. */
export type Intent =
  | (Span & {
      readonly kind: 'turn'
      readonly rotationId: string
      readonly role: OnCallRole
      readonly mode: TurnMode
      /** Who is thought of first. */
      readonly partner: string | null
    })
  | {
      readonly kind: 'review'
      readonly title: string
      /** The change in a few words, for the undo and for a commit. */
      readonly words: string
      readonly changes: readonly ScheduleChange[]
      /** Tells its form that it is written, so that what was typed there is no longer kept. */
      readonly onWritten?: () => void
    }
  /** Taking back the last change of team.yaml. */
  | { readonly kind: 'undo' }
  | { readonly kind: 'phone'; readonly person: string }
  | { readonly kind: 'take'; readonly nowMs: number }
  | { readonly kind: 'leave'; readonly person: string | null }
  /** A holiday mode: a new one (null), or one to change. */
  | { readonly kind: 'mode'; readonly mode: HolidayMode | null }
  | { readonly kind: 'import' }

/** Begins something. */
export type Begin = (intent: Intent) => void

/** Changing a turn: swapped when somebody has it, else covered. */
export const turnIntent = (block: Block): Intent => ({
  kind: 'turn',
  rotationId: block.rotation.id,
  role: block.role,
  fromMs: block.fromMs,
  toMs: block.toMs,
  mode: block.person === null ? 'cover' : 'swap',
  partner: null,
})
