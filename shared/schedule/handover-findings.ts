import type { Draft, Scene } from './finding-scene.ts'
import type { Handover } from './team.ts'
import { dateAt, dateInWords, timeAt } from './wall-clock.ts'
import { type WeeklyTurns, weeklyClock } from './weekly-turns.ts'
import { dayMs, offsetMsAt } from './zone-clock.ts'

/** What DST does to a handover: nothing, or its wall time is skipped or occurs twice on that day. */
function dstEdge({ at, timezone }: Handover, handoverMs: number): string | null {
  const shown = timeAt(handoverMs, timezone)
  if (shown !== at) return `${at} does not exist that night, so it is at ${shown}`
  const change = offsetMsAt(handoverMs, timezone) - offsetMsAt(handoverMs + dayMs, timezone)
  const again = handoverMs + change
  const twice = change > 0 && offsetMsAt(again, timezone) !== offsetMsAt(handoverMs, timezone)
  return twice ? `${at} comes twice that night, and the first one counts` : null
}

/** Handovers on the edge of a change of the clocks (S2): right, but somebody will be surprised. */
export function dstHandovers({ rotation, fromMs, toMs }: Scene): readonly Draft[] {
  const all: readonly (WeeklyTurns & { readonly id?: string })[] = [rotation, ...rotation.layers]
  return all.flatMap((turns): Draft[] => {
    const clock = weeklyClock(turns)
    const layerId = turns === rotation ? undefined : turns.id
    const drafts: Draft[] = []
    for (let week = clock.weekAt(Math.max(fromMs, clock.firstMs)); clock.handoverMs(week) < toMs; week += 1) {
      const handoverMs = clock.handoverMs(week)
      const edge = handoverMs >= fromMs && handoverMs < clock.untilMs ? dstEdge(turns.handover, handoverMs) : null
      if (edge === null) continue
      const date = dateAt(handoverMs, turns.handover.timezone)
      drafts.push({
        kind: 'handover-dst',
        severity: 'note',
        date,
        who: [],
        about: layerId ?? '',
        why: `The clocks change at the handover on ${dateInWords(date)}: ${edge}.`,
        hint: 'Hand over by day, away from 00:00 to 04:00.',
        remedies: [{ kind: 'move-handover', rotationId: rotation.id, ...(layerId !== undefined && { layerId }) }],
      })
    }
    return drafts
  })
}
