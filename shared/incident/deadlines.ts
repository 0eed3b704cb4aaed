import { parseDurationMs, type Rung } from '../schedule/policy.ts'
import { acknowledgementDeadlineId, questionDeadlineId, rungDeadlineId, updateDeadlineId } from './deadline-ids.ts'
import type { LadderContext, NotificationProgress } from './ladder-context.ts'
import { relaxedDueAtMs } from './relief.ts'
import { isPassed, isStillTelling, isWaiting, progressOf } from './rung-standing.ts'

/** An absolute instant at which the alarm has something to do. Derived from facts on every read, never stored. */
export type Deadline =
  | { readonly kind: 'rung'; readonly id: string; readonly dueAtMs: number; readonly rung: Rung }
  /** A rung went off and nobody has been told: a crash came between the two facts. Due since it went off. */
  | { readonly kind: 'telling'; readonly id: string; readonly dueAtMs: number; readonly rung: Rung }
  | { readonly kind: 'question'; readonly id: string; readonly dueAtMs: number; readonly round: number }
  | {
      readonly kind: 'acknowledgement'
      readonly id: string
      readonly dueAtMs: number
      readonly notification: NotificationProgress
    }
  /** Somebody promised an update and has not given it (E14). */
  | { readonly kind: 'update'; readonly id: string; readonly dueAtMs: number }

/**
 * When a rung is due in this epoch, epoch milliseconds: the one origin plus its delay (E1), longer where the team agreed
 * on it for a holiday (E15), or the end of its snooze (E7).
 */
export function rungDueAtMs(context: LadderContext, rung: Rung): number {
  const nominal = relaxedDueAtMs(context, parseDurationMs(rung.after) ?? 0)
  const snoozedUntil = progressOf(context, rung.id)?.snoozedUntil ?? null
  return snoozedUntil === null ? nominal : Math.max(nominal, Date.parse(snoozedUntil))
}

/** The rungs that have not gone off in this epoch, in the order of the policy. */
export const waitingRungs = (context: LadderContext): Rung[] =>
  context.policy.rungs.filter((rung) => isWaiting(context, rung))

/** The rungs still to come that no later rung has passed, soonest first; none while the ladder stands still (E4). */
export const comingRungs = (context: LadderContext): Rung[] =>
  context.active ? waitingRungs(context).filter((rung) => !isPassed(context, rung)) : []

/** The rung that comes next, or null when none will do anything more. */
export const nextRung = (context: LadderContext): Rung | null => comingRungs(context)[0] ?? null

function rungDeadlines(context: LadderContext): Deadline[] {
  return waitingRungs(context).map((rung) => ({
    kind: 'rung',
    id: rungDeadlineId(rung.id, context.epoch),
    dueAtMs: rungDueAtMs(context, rung),
    rung,
  }))
}

function tellingDeadlines(context: LadderContext): Deadline[] {
  return context.policy.rungs.flatMap((rung): Deadline[] => {
    const id = rungDeadlineId(rung.id, context.epoch)
    const firedAt = progressOf(context, rung.id)?.firedAt ?? null
    if (firedAt === null || isPassed(context, rung) || !isStillTelling(context, rung.id, id)) return []
    const isSomebodyTold = context.notifications.some((each) => each.deadlineId === id)
    return isSomebodyTold ? [] : [{ kind: 'telling', id, dueAtMs: Date.parse(firedAt), rung }]
  })
}

function questionDeadlines({ question, epoch }: LadderContext): Deadline[] {
  if (question.state !== 'waiting') return []
  const { round, askAt } = question
  return [{ kind: 'question', id: questionDeadlineId(epoch, round), dueAtMs: Date.parse(askAt), round }]
}

function acknowledgementDeadlines(context: LadderContext): Deadline[] {
  return context.notifications
    .filter((each) => each.status === 'open')
    .map((notification) => ({
      kind: 'acknowledgement',
      id: acknowledgementDeadlineId(notification.notification),
      dueAtMs: Date.parse(notification.acknowledgeBy),
      notification,
    }))
}

/** Those who wait for word wait on while an incident is mitigated, and no longer once it is resolved (E14). */
function updateDeadlines(context: LadderContext, promisedFor: string | null): Deadline[] {
  if (promisedFor === null || context.resolvedAt !== null) return []
  return [{ kind: 'update', id: updateDeadlineId(promisedFor), dueAtMs: Date.parse(promisedFor) }]
}

const ladderDeadlines = (context: LadderContext): Deadline[] => [
  ...rungDeadlines(context),
  ...tellingDeadlines(context),
  ...questionDeadlines(context),
  ...acknowledgementDeadlines(context),
]

/**
 * Every open deadline of an incident, soonest first; those of the ladder end once it is mitigated or resolved (E4).
 * `promisedFor` is the instant (UTC ISO) of the promised update, which the ladder does not know (E14).
 */
export function openDeadlines(context: LadderContext, promisedFor: string | null = null): Deadline[] {
  const ladder = context.active ? ladderDeadlines(context) : []
  return [...ladder, ...updateDeadlines(context, promisedFor)].sort((a, b) => a.dueAtMs - b.dueAtMs)
}
