import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import { isWayLeft } from '../../../../shared/incident/way-left.ts'

/** The steps that stand beside one in the same way, in order; none where it is part of none. */
export function stepsOfWay(items: readonly ChecklistItem[], { step }: ChecklistItem): readonly ChecklistItem[] {
  if (step.ways.length === 0) return []
  const isWithin = (item: ChecklistItem | undefined): boolean =>
    item !== undefined && step.ways.every((way, place) => item.step.ways[place] === way)
  const at = items.findIndex((item) => item.step.id === step.id)
  let from = at
  let to = at
  while (isWithin(items[from - 1])) from -= 1
  while (isWithin(items[to + 1])) to += 1
  return items.slice(from, to + 1)
}

/** The steps beside one that were skipped because another way was taken: they come back with it, what was skipped for its own reason does not. */
export const stepsLeft = (items: readonly ChecklistItem[], item: ChecklistItem): readonly ChecklistItem[] =>
  stepsOfWay(items, item).filter(
    ({ progress }) =>
      progress?.state === 'skipped' && progress.reason !== null && isWayLeft({ reason: progress.reason }),
  )
