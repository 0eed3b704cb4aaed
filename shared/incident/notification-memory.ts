import type { LadderContext, NotificationProgress } from './ladder-context.ts'
import type { LadderFact } from './ladder-fact.ts'

type NotificationFact = Extract<LadderFact, { type: `notification.${string}` }>

const isOpen = (notification: NotificationProgress): boolean => notification.status === 'open'

const changeNotifications = (
  context: LadderContext,
  matches: (notification: NotificationProgress) => boolean,
  change: Partial<NotificationProgress>,
): LadderContext => ({
  ...context,
  notifications: context.notifications.map((each) => (matches(each) ? { ...each, ...change } : each)),
})

/** Nobody is told again about anything asked so far: somebody owns the incident, or it is mitigated (E4). */
export const stopPaging = (context: LadderContext): LadderContext =>
  changeNotifications(context, isOpen, { status: 'stopped' })

/** A rung that tells somebody ends the repeats of the rungs before it: one page at a time, the highest (E6). */
export function stopPagingBelow(context: LadderContext, rungId: string): LadderContext {
  const position = context.policy.rungs.findIndex((rung) => rung.id === rungId)
  const lower = new Set(context.policy.rungs.slice(0, position).map((rung) => rung.id))
  return changeNotifications(context, (each) => isOpen(each) && lower.has(each.rungId), { status: 'stopped' })
}

/** Whoever was told last on a rung's behalf has not answered; the next one is told, or nobody is left (E5). */
export const endTelling = (context: LadderContext, rungId: string): LadderContext =>
  changeNotifications(context, (each) => isOpen(each) && each.rungId === rungId, { status: 'unanswered' })

function request(context: LadderContext, fact: Extract<NotificationFact, { type: 'notification.requested' }>) {
  const { notifications } = endTelling(context, fact.data.rungId)
  const requested: NotificationProgress = { ...fact.data, requestedAt: fact.at, status: 'open', delivery: 'pending' }
  return { ...context, notifications: [...notifications, requested] }
}

/** What is remembered of telling people: one open notification per rung at most, and an answer ends its whole rung. */
export function rememberNotification(context: LadderContext, fact: NotificationFact): LadderContext {
  const isThis = (each: NotificationProgress): boolean => each.notification === fact.data.notification
  switch (fact.type) {
    case 'notification.requested':
      return request(context, fact)
    case 'notification.sent':
      return changeNotifications(context, isThis, { delivery: 'sent' })
    case 'notification.failed':
      return changeNotifications(context, (each) => isThis(each) && each.delivery !== 'sent', { delivery: 'failed' })
    case 'notification.acknowledged': {
      const deadlineId = context.notifications.find(isThis)?.deadlineId
      const isAnswered = (each: NotificationProgress): boolean =>
        isThis(each) || (isOpen(each) && each.deadlineId === deadlineId)
      return changeNotifications(context, isAnswered, { status: 'acknowledged' })
    }
  }
}
