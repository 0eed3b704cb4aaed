import { rungDeadlineId } from './deadline-ids.ts'
import { rungById } from './escalation-level.ts'
import type { LadderFact } from './incident-machine.ts'
import { type LadderContext, type NotificationProgress, type RungProgress, untouchedRungs } from './ladder-context.ts'

const changeRung = (context: LadderContext, rungId: string, change: Partial<RungProgress>): LadderContext => {
  const before = context.rungs[rungId]
  return before === undefined
    ? context
    : { ...context, rungs: { ...context.rungs, [rungId]: { ...before, ...change } } }
}

const changeNotifications = (
  context: LadderContext,
  matches: (notification: NotificationProgress) => boolean,
  change: Partial<NotificationProgress>,
): LadderContext => ({
  ...context,
  notifications: context.notifications.map((each) => (matches(each) ? { ...each, ...change } : each)),
})

const isOpen = (notification: NotificationProgress): boolean => notification.status === 'open'

const stopPaging = (context: LadderContext): LadderContext =>
  changeNotifications(context, isOpen, { status: 'stopped' })

const closeQuestion = (context: LadderContext): LadderContext => ({
  ...context,
  question: { state: 'closed', round: context.question.round },
})

/** A new epoch: every rung untouched, delays counted from the turning point (E8). */
const restartLadder = (context: LadderContext, at: string): LadderContext => ({
  ...context,
  epoch: context.epoch + 1,
  originAt: at,
  active: true,
  rungs: untouchedRungs(context.policy),
  question: { state: 'closed', round: 0 },
  notifications: [],
  mitigatedAt: null,
  resolvedAt: null,
})

/** Mitigated or resolved: nobody is paged any more and the question is answered (E3, E4). */
const standDown = (context: LadderContext): LadderContext => ({ ...closeQuestion(stopPaging(context)), active: false })

function rememberRung(context: LadderContext, fact: Extract<LadderFact, { type: `rung.${string}` }>): LadderContext {
  const { rungId } = fact.data
  switch (fact.type) {
    case 'rung.fired': {
      const { outcome, lateMs, lateCause } = fact.data
      const fired = changeRung(context, rungId, { status: 'fired', firedAt: fact.at, outcome, lateMs, lateCause })
      if (outcome === 'asked') return { ...fired, question: { state: 'open', round: 1, since: fact.at } }
      return outcome === 'sent' ? closeQuestion(stopPaging(fired)) : fired
    }
    case 'rung.advanced': {
      const advanced = changeRung(context, rungId, { status: 'advanced', firedAt: fact.at, outcome: 'sent' })
      return rungById(context.policy, rungId)?.action.do === 'ask'
        ? { ...advanced, question: { state: 'open', round: 1, since: fact.at } }
        : closeQuestion(stopPaging(advanced))
    }
    case 'rung.snoozed':
      return changeRung(context, rungId, {
        snoozedUntil: fact.data.until,
        snoozes: (context.rungs[rungId]?.snoozes ?? 0) + 1,
      })
    case 'rung.withheld':
      return changeRung(context, rungId, { status: 'withheld', withheldReason: fact.data.reason })
    case 'rung.exhausted':
      return changeNotifications(
        changeRung(context, rungId, { exhausted: true }),
        (each) => isOpen(each) && each.rungId === rungId,
        { status: 'unanswered' },
      )
  }
}

function rememberNotification(
  context: LadderContext,
  fact: Extract<LadderFact, { type: `notification.${string}` }>,
): LadderContext {
  const isThis = (each: NotificationProgress): boolean => each.notification === fact.data.notification
  switch (fact.type) {
    case 'notification.requested': {
      const unanswered = changeNotifications(context, (each) => isOpen(each) && each.rungId === fact.data.rungId, {
        status: 'unanswered',
      })
      const requested: NotificationProgress = {
        ...fact.data,
        requestedAt: fact.at,
        status: 'open',
        delivery: 'pending',
      }
      return { ...unanswered, notifications: [...unanswered.notifications, requested] }
    }
    case 'notification.sent':
      return changeNotifications(context, isThis, { delivery: 'sent' })
    case 'notification.failed':
      return changeNotifications(context, isThis, { delivery: 'failed' })
    case 'notification.acknowledged':
      return changeNotifications(
        context,
        (each) => isThis(each) || (isOpen(each) && each.deadlineId === rungOf(context, fact.data.notification)),
        { status: 'acknowledged' },
      )
  }
}

const rungOf = (context: LadderContext, notification: string): string | undefined =>
  context.notifications.find((each) => each.notification === notification)?.deadlineId

function rememberRole(
  context: LadderContext,
  fact: Extract<LadderFact, { type: `role.${string}` | `handoff.${string}` }>,
): LadderContext {
  switch (fact.type) {
    case 'role.assumed':
      return { ...context, roles: { ...context.roles, [fact.data.role]: fact.data.person } }
    case 'role.renounced':
      return { ...context, roles: { ...context.roles, [fact.data.role]: null } }
    case 'handoff.offered':
      return { ...context, offer: { of: fact.id, to: fact.data.to, at: fact.at } }
    case 'handoff.accepted':
      return { ...context, offer: null, roles: { ...context.roles, commander: fact.data.person } }
  }
}

function rememberQuestion(
  context: LadderContext,
  fact: Extract<LadderFact, { type: `question.${string}` }>,
): LadderContext {
  if (fact.type === 'question.asked') {
    return { ...context, question: { state: 'open', round: fact.data.round, since: fact.at } }
  }
  if (fact.data.answer !== 'moreTime') return closeQuestion(context)
  const { round, until, reason } = fact.data
  return { ...context, question: { state: 'waiting', round: round + 1, askAt: until, reason } }
}

/** What the machine remembers of a fact that it took: pure, and the only place where its context changes. */
export function rememberFact(context: LadderContext, fact: LadderFact): LadderContext {
  switch (fact.type) {
    case 'incident.acknowledged':
      return { ...stopPaging(context), acknowledged: context.acknowledged ?? { at: fact.at, by: fact.by.id } }
    case 'incident.mitigated':
      return { ...standDown(context), mitigatedAt: fact.occurredAt ?? fact.at }
    case 'incident.resolved':
      return { ...standDown(context), resolvedAt: fact.occurredAt ?? fact.at }
    case 'incident.recurred':
    case 'incident.reopened':
      return restartLadder(context, fact.at)
    case 'incident.reviewed':
    case 'incident.closed':
      return context
    case 'incident.retitled':
      return { ...context, title: fact.data.title }
    case 'impact.stated':
      return { ...context, impactStartedAt: fact.data.startedAt }
    case 'severity.changed':
      return { ...context, severity: fact.data.to }
    case 'role.assumed':
    case 'role.renounced':
    case 'handoff.offered':
    case 'handoff.accepted':
      return rememberRole(context, fact)
    case 'rung.fired':
    case 'rung.withheld':
    case 'rung.snoozed':
    case 'rung.advanced':
    case 'rung.exhausted':
      return rememberRung(context, fact)
    case 'question.asked':
    case 'question.answered':
      return rememberQuestion(context, fact)
    case 'notification.requested':
    case 'notification.sent':
    case 'notification.failed':
    case 'notification.acknowledged':
      return rememberNotification(context, fact)
  }
}

/** Whether a rung's fact names a rung of this epoch that has not gone off yet: the compare-and-set of E7. */
export function namesWaitingRung(context: LadderContext, rungId: string, deadlineId: string): boolean {
  const progress = context.rungs[rungId]
  if (progress === undefined || deadlineId !== rungDeadlineId(rungId, context.epoch)) return false
  return progress.status === 'waiting' || progress.status === 'withheld'
}
