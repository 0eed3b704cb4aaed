import { type ChecklistItem, isOpenStep } from './checklist.ts'
import type { LadderContext } from './ladder-context.ts'
import type { RunbookRun } from './runbook-run.ts'

/** The time that the author gave a step that is being worked on (R3). */
export type TimeBox = {
  readonly item: ChecklistItem
  /** Epoch ms; null while the incident is nobody's, because a box that runs while nobody works is not fair. */
  readonly startedAtMs: number | null
  /** How long it is, with the time given on top. Milliseconds. */
  readonly lengthMs: number
  /** Held while the step is stuck: its end says nothing then. */
  readonly isHeld: boolean
}

/** What decides when work on a step can have begun. */
type Owned = Pick<LadderContext, 'acknowledged' | 'epoch' | 'originAt' | 'resolvedAt'>

/** The places of the first open step, of its first open sub-step, and so on inwards: all of them are being worked on. */
function atWork(items: readonly ChecklistItem[]): readonly number[] {
  const places: number[] = []
  for (const [place, item] of items.entries()) {
    const outer = items[places.at(-1) ?? -1]
    if (outer !== undefined && item.step.depth <= outer.step.depth) break
    if (isOpenStep(item)) places.push(place)
  }
  return places
}

/** The steps before one in order, save for those that it is part of: they go on around it. */
function stepsBefore(items: readonly ChecklistItem[], place: number): readonly ChecklistItem[] {
  let depth = items[place]?.step.depth ?? 0
  return items
    .slice(0, place)
    .toReversed()
    .filter(({ step }) => {
      const isAround = step.depth < depth
      if (isAround) depth = step.depth
      return !isAround
    })
}

function startOf(run: RunbookRun, items: readonly ChecklistItem[], place: number, owned: Owned): number | null {
  const item = items[place]
  if (owned.acknowledged === null || item === undefined) return null
  const ends = stepsBefore(items, place).flatMap(({ progress }) =>
    progress?.state === 'open' ? [] : (progress?.at ?? []),
  )
  const instants = [
    owned.acknowledged.at,
    ...(owned.epoch > 0 ? [owned.originAt] : []),
    run.begunAt,
    run.scenario?.chosenAt ?? [],
    run.addedAt[item.step.id] ?? [],
    item.progress?.reopenedAt ?? [],
    ...ends,
  ].flat()
  return Math.max(...instants.map((at) => Date.parse(at)))
}

/**
 * The boxes that run now, the outermost step's first. A box runs from when its step came to be worked on until the step is done or
 * skipped, and is held while it is stuck; what is ticked within it or further down does not move it. None runs once the incident is resolved.
 */
export function timeBoxes(run: RunbookRun, items: readonly ChecklistItem[], owned: Owned): readonly TimeBox[] {
  if (owned.resolvedAt !== null) return []
  return atWork(items).flatMap((place): readonly TimeBox[] => {
    const item = items[place]
    if (item?.step.timeBoxMs === undefined) return []
    const lengthMs = item.step.timeBoxMs + (item.progress?.extendedByMs ?? 0)
    const startedAtMs = startOf(run, items, place, owned)
    return [{ item, startedAtMs, lengthMs, isHeld: item.progress?.isStuck === true }]
  })
}

/** Time left in a box at an instant (epoch ms); negative is over it. Milliseconds. */
export function leftInBoxMs({ startedAtMs, lengthMs }: TimeBox, nowMs: number): number {
  return startedAtMs === null ? lengthMs : lengthMs - Math.max(0, nowMs - startedAtMs)
}
