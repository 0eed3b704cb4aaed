import { leftInBoxMs, type TimeBox } from '../../../../shared/incident/time-boxes.ts'

/** What "more time" gives a step, counted from now. */
export const MORE_MINUTES = 10
const MINUTE_MS = 60_000
const MOST_MINUTES = 24 * 60

/** The minutes to put on top of a box so that there are ten from now, also when it ran out long ago. */
export function minutesOnTop(leftMs: number): number {
  const overMinutes = Math.max(0, Math.ceil(-leftMs / MINUTE_MS))
  return Math.min(MOST_MINUTES, MORE_MINUTES + overMinutes)
}

/** The outermost box that has run out at an instant (epoch ms) and that nobody has answered for; null when none has. */
export const endedBox = (boxes: readonly TimeBox[], nowMs: number): TimeBox | null =>
  boxes.find((box) => !box.isHeld && leftInBoxMs(box, nowMs) <= 0) ?? null
