import { type ChecklistItem, isOpenStep } from '../../../../shared/incident/checklist.ts'

/** The steps further in that a step is made of, in order. */
export function subSteps(items: readonly ChecklistItem[], { step }: ChecklistItem): readonly ChecklistItem[] {
  const from = items.findIndex((item) => item.step.id === step.id) + 1
  const length = items.slice(from).findIndex((item) => item.step.depth <= step.depth)
  return from === 0 ? [] : items.slice(from, length === -1 ? undefined : from + length)
}

/** What is skipped with a step: its sub-steps that nobody has done or skipped. */
export const openWithin = (items: readonly ChecklistItem[], item: ChecklistItem): readonly ChecklistItem[] =>
  subSteps(items, item).filter(isOpenStep)

/** The sub-steps that were skipped with a step, by the same person for the same reason: they are opened again with it. */
export function skippedWith(items: readonly ChecklistItem[], item: ChecklistItem): readonly ChecklistItem[] {
  const { progress } = item
  if (progress?.state !== 'skipped') return []
  return subSteps(items, item).filter(
    (each) =>
      each.progress?.state === 'skipped' &&
      each.progress.reason === progress.reason &&
      each.progress.by === progress.by,
  )
}

function inWords(taken: readonly ChecklistItem[], all: readonly ChecklistItem[]): string {
  if (taken.length === 0) return ''
  const [number, some] = taken.length === 1 ? ['', 'sub-step'] : [`${taken.length} `, 'sub-steps']
  return `with its ${number}${taken.length < all.length ? 'open ' : ''}${some}`
}

/** What goes with a step that is skipped: "with its 3 sub-steps", "with its open sub-step" where others are done; empty when nothing does. */
export const skippedAlong = (items: readonly ChecklistItem[], item: ChecklistItem): string =>
  inWords(openWithin(items, item), subSteps(items, item))

/** What comes back with a skipped step, in the same words. */
export function reopenedAlong(items: readonly ChecklistItem[], item: ChecklistItem): string {
  const taken = skippedWith(items, item)
  return inWords(taken, taken)
}
