import { parseDurationMs, type Rung } from '../schedule/policy.ts'
import { acknowledgementDeadlineId, questionDeadlineId, rungDeadlineId } from './deadline-ids.ts'
import type { LadderContext, NotificationProgress } from './ladder-context.ts'

/** An absolute instant at which the alarm has something to do. Derived from facts on every read, never stored. */
export type Deadline =
  | { readonly kind: 'rung'; readonly id: string; readonly dueAtMs: number; readonly rung: Rung }
  | { readonly kind: 'question'; readonly id: string; readonly dueAtMs: number; readonly round: number }
  | {
      readonly kind: 'acknowledgement'
      readonly id: string
      readonly dueAtMs: number
      readonly notification: NotificationProgress
    }

/** When a rung is due in this epoch, epoch milliseconds: the one origin plus its delay (E1), or the end of its snooze (E7). */
export function rungDueAtMs(context: LadderContext, rung: Rung): number {
  const nominal = Date.parse(context.originAt) + (parseDurationMs(rung.after) ?? 0)
  const snoozedUntil = context.rungs[rung.id]?.snoozedUntil ?? null
  return snoozedUntil === null ? nominal : Math.max(nominal, Date.parse(snoozedUntil))
}

/** The rungs that have not gone off in this epoch, in the order of the policy. */
export function waitingRungs(context: LadderContext): Rung[] {
  return context.policy.rungs.filter((rung) => {
    const status = context.rungs[rung.id]?.status
    return status === 'waiting' || status === 'withheld'
  })
}

/** The rung that comes next, or null when all have gone off or the ladder stands still (E4). */
export function nextRung(context: LadderContext): Rung | null {
  return context.active ? (waitingRungs(context)[0] ?? null) : null
}

/** Every open deadline of an incident, soonest first; none once it is mitigated or resolved (E4). */
export function openDeadlines(context: LadderContext): Deadline[] {
  if (!context.active) return []
  const rungs: Deadline[] = waitingRungs(context).map((rung) => ({
    kind: 'rung',
    id: rungDeadlineId(rung.id, context.epoch),
    dueAtMs: rungDueAtMs(context, rung),
    rung,
  }))
  const { question } = context
  const questions: Deadline[] =
    question.state === 'waiting'
      ? [
          {
            kind: 'question',
            id: questionDeadlineId(context.epoch, question.round),
            dueAtMs: Date.parse(question.askAt),
            round: question.round,
          },
        ]
      : []
  const acknowledgements: Deadline[] = context.notifications
    .filter((each) => each.status === 'open')
    .map((notification) => ({
      kind: 'acknowledgement',
      id: acknowledgementDeadlineId(notification.notification),
      dueAtMs: Date.parse(notification.acknowledgeBy),
      notification,
    }))
  return [...rungs, ...questions, ...acknowledgements].sort((a, b) => a.dueAtMs - b.dueAtMs)
}
