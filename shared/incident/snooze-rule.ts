import { nextRung, rungDueAtMs, waitingRungs } from './deadlines.ts'
import type { LadderContext } from './ladder-context.ts'
import { namesWaitingRung } from './ladder-memory.ts'

/** Why a snooze is refused, or null when it may be recorded (E7). */
export function snoozeRefusal(
  context: LadderContext,
  snooze: { readonly rungId: string; readonly deadlineId: string; readonly until: string },
): 'rungGone' | 'notNext' | 'alreadySnoozed' | 'noLater' | 'passesFollowingRung' | null {
  if (!context.active || !namesWaitingRung(context, snooze.rungId, snooze.deadlineId)) return 'rungGone'
  const rung = nextRung(context)
  if (rung === null || rung.id !== snooze.rungId) return 'notNext'
  if ((context.rungs[rung.id]?.snoozes ?? 0) > 0) return 'alreadySnoozed'
  const untilMs = Date.parse(snooze.until)
  if (untilMs <= rungDueAtMs(context, rung)) return 'noLater'
  const following = waitingRungs(context)[1]
  if (following !== undefined && untilMs >= rungDueAtMs(context, following)) return 'passesFollowingRung'
  return null
}

/** Whether a snooze passes the next rung for the first time, and stops short of the one after it (E7). */
export const canSnooze = (
  context: LadderContext,
  snooze: { readonly rungId: string; readonly deadlineId: string; readonly until: string },
): boolean => snoozeRefusal(context, snooze) === null
