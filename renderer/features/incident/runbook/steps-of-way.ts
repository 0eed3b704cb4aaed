import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'

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
