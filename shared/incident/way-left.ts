/** What stands before and behind the name of a way in the reason; logs from before `way` have nothing else to tell them by. */
const [BEFORE, BEHIND] = ['Another way was taken instead of "', '"'] as const

/** Why the steps of a way are skipped, for the timeline: `Another way was taken instead of "Docker"`. `way` as the heading has it. */
export const reasonForLeaving = (way: string): string => `${BEFORE}${way.replace(/^(?:Either|Or): /, '')}${BEHIND}`

/** Whether a step was skipped because another way was taken than the one it belongs to, and not for what it asks. */
export const isWayLeft = ({ way, reason }: { readonly way?: string | undefined; readonly reason: string }): boolean =>
  way !== undefined || (reason.startsWith(BEFORE) && reason.endsWith(BEHIND))
