import { comingRungs, rungDueAtMs } from './deadlines.ts'
import type { LadderContext } from './ladder-context.ts'
import { namesWaitingRung, progressOf } from './rung-standing.ts'

/** A snooze as its fact states it: which rung of which epoch, and until when (UTC ISO). */
type Snooze = { readonly rungId: string; readonly deadlineId: string; readonly until: string }

/** Why a snooze is refused, or null when it may be recorded (E7). */
export function snoozeRefusal(
  context: LadderContext,
  snooze: Snooze,
): 'rungGone' | 'notNext' | 'alreadySnoozed' | 'noLater' | 'passesFollowingRung' | null {
  if (!context.active || !namesWaitingRung(context, snooze.rungId, snooze.deadlineId)) return 'rungGone'
  const [rung, following] = comingRungs(context)
  if (rung === undefined || rung.id !== snooze.rungId) return 'notNext'
  if ((progressOf(context, rung.id)?.snoozes ?? 0) > 0) return 'alreadySnoozed'
  const untilMs = Date.parse(snooze.until)
  if (untilMs <= rungDueAtMs(context, rung)) return 'noLater'
  if (following !== undefined && untilMs >= rungDueAtMs(context, following)) return 'passesFollowingRung'
  return null
}

/** Whether a snooze passes the next rung for the first time, and stops short of the one after it (E7). */
export const canSnooze = (context: LadderContext, snooze: Snooze): boolean => snoozeRefusal(context, snooze) === null
