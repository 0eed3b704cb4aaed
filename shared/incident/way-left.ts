/** What stands before and behind the name of a way in the reason; logs from before `way` have nothing else to tell them by. */
const [BEFORE, BEHIND] = ['Another way was taken instead of "', '"'] as const

/** Why the steps of a way are skipped, for the timeline: `Another way was taken instead of "Docker"`. `way` as the heading has it. */
export const reasonForLeaving = (way: string): string => `${BEFORE}${way.replace(/^(?:Either|Or): /, '')}${BEHIND}`

/** The way that was left when its steps were skipped, by its heading; null where a step was skipped for what it asks. */
export function wayLeft({
  way,
  reason,
}: {
  readonly way?: string | undefined
  readonly reason: string
}): string | null {
  if (way !== undefined) return way.replace(/^(?:Either|Or): /, '')
  return reason.startsWith(BEFORE) && reason.endsWith(BEHIND) ? reason.slice(BEFORE.length, -BEHIND.length) : null
}

/** Whether a step was skipped because another way was taken than the one it belongs to, and not for what it asks. */
export const isWayLeft = (skipped: Parameters<typeof wayLeft>[0]): boolean => wayLeft(skipped) !== null
