import type { LadderSnapshot } from './incident-machine.ts'

/** A stretch of the log during which the lifecycle and the escalation stood still. */
export type Stretch = {
  readonly lifecycle: LadderSnapshot['value']['lifecycle']
  readonly escalation: LadderSnapshot['value']['escalation']
  readonly startedAt: string
}

/** Adds a stretch when a fact changed either region; the picture of the machine shows time spent from these. */
export function rememberStretch(
  stretches: readonly Stretch[],
  snapshot: LadderSnapshot,
  at: string,
): readonly Stretch[] {
  const { lifecycle, escalation } = snapshot.value
  const last = stretches.at(-1)
  if (last?.lifecycle === lifecycle && last.escalation === escalation) return stretches
  return [...stretches, { lifecycle, escalation, startedAt: at }]
}

/** Milliseconds spent in each lifecycle and escalation state up to an instant (epoch ms). */
export function timeInStates(stretches: readonly Stretch[], nowMs: number): Readonly<Record<string, number>> {
  const spent: Record<string, number> = {}
  stretches.forEach((stretch, index) => {
    const endMs = Date.parse(stretches[index + 1]?.startedAt ?? new Date(nowMs).toISOString())
    const ms = Math.max(0, endMs - Date.parse(stretch.startedAt))
    spent[stretch.lifecycle] = (spent[stretch.lifecycle] ?? 0) + ms
    spent[stretch.escalation] = (spent[stretch.escalation] ?? 0) + ms
  })
  return spent
}
