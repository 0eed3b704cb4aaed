import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import type { TimeBox } from '../../../../shared/incident/time-boxes.ts'

/** What can be done with a step. */
export type StepActions = {
  readonly check: (item: ChecklistItem, isDone: boolean) => void
  /** Asks why, and skips the step and its open sub-steps. */
  readonly skip: (item: ChecklistItem) => void
  /** Takes up a skipped step again, and the sub-steps that were skipped with it. */
  readonly reopen: (item: ChecklistItem) => void
  readonly note: (item: ChecklistItem) => void
  readonly stuck: (item: ChecklistItem) => void
  readonly extend: (item: ChecklistItem) => void
  /** Skips the open steps of the way that a step is part of, or takes up again those that were skipped. */
  readonly chooseWay: (item: ChecklistItem, isTaken: boolean) => void
  readonly select: (item: ChecklistItem) => void
}

/** What a step's row and its parts are given. */
export type StepRowProps = {
  readonly item: ChecklistItem
  /** All steps of the run, in order. */
  readonly items: readonly ChecklistItem[]
  /** The author's heading above this step, where a new group of steps begins. */
  readonly heading: string | null
  readonly isCurrent: boolean
  /** Whether this step is the one next action of the whole screen. */
  readonly isNext: boolean
  readonly isSelected: boolean
  /** Whether its commands and the text around it are shown: of the current one, the selected one, and all on paper. */
  readonly isOpened: boolean
  /** Whether more than one person worked on the steps. */
  readonly isShared: boolean
  /** Its time box while it is being worked on; null when it has none, or is not its turn. */
  readonly timeBox: TimeBox | null
  readonly isReadOnly: boolean
  readonly actions: StepActions
}
