import { rungById } from './escalation-level.ts'
import { type LadderContext, type RungProgress, untouchedRungs } from './ladder-context.ts'
import type { LadderFact } from './ladder-fact.ts'
import { endTelling, rememberNotification, stopPaging, stopPagingBelow } from './notification-memory.ts'
import { progressOf } from './rung-standing.ts'

const changeRung = (context: LadderContext, rungId: string, change: Partial<RungProgress>): LadderContext => {
  const before = progressOf(context, rungId)
  return before === null ? context : { ...context, rungs: { ...context.rungs, [rungId]: { ...before, ...change } } }
}

const closeQuestion = (context: LadderContext): LadderContext => ({
  ...context,
  question: { state: 'closed', round: context.question.round },
})

/** The next round opens: a policy may ask more than once, and each round is answered for itself (E3). */
const openQuestion = (context: LadderContext, at: string): LadderContext => ({
  ...context,
  question: { state: 'open', round: context.question.round + 1, since: at },
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

/** A rung goes off: it asks, or it tells, which answers the question and stops the repeats of lower rungs (E3, E5, E6). */
function goOff(context: LadderContext, rungId: string, at: string, change: Partial<RungProgress>): LadderContext {
  const gone = changeRung(context, rungId, { ...change, firedAt: at })
  switch (change.outcome) {
    case 'asked':
      return openQuestion(gone, at)
    case 'sent':
      return closeQuestion(stopPagingBelow(gone, rungId))
    default:
      return gone
  }
}

function rememberRung(context: LadderContext, fact: Extract<LadderFact, { type: `rung.${string}` }>): LadderContext {
  const { rungId } = fact.data
  switch (fact.type) {
    case 'rung.fired': {
      const { outcome, lateMs, lateCause } = fact.data
      return goOff(context, rungId, fact.at, { status: 'fired', outcome, lateMs, lateCause })
    }
    case 'rung.advanced': {
      const outcome = rungById(context.policy, rungId)?.action.do === 'ask' ? 'asked' : 'sent'
      return goOff(context, rungId, fact.at, { status: 'advanced', outcome })
    }
    case 'rung.snoozed':
      return changeRung(context, rungId, {
        snoozedUntil: fact.data.until,
        snoozes: (progressOf(context, rungId)?.snoozes ?? 0) + 1,
      })
    case 'rung.withheld':
      return changeRung(context, rungId, { status: 'withheld', withheldReason: fact.data.reason })
    case 'rung.exhausted':
      return endTelling(changeRung(context, rungId, { exhausted: true }), rungId)
  }
}

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
      return {
        ...context,
        offer: { of: fact.id, to: fact.data.to, at: fact.at, by: fact.by.id, note: fact.data.note ?? null },
      }
    case 'handoff.accepted':
      return { ...context, offer: null, roles: { ...context.roles, commander: fact.data.person } }
    case 'handoff.declined':
    case 'handoff.withdrawn':
      return { ...context, offer: null }
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
      return {
        ...stopPaging(context),
        acknowledged: context.acknowledged ?? { at: fact.occurredAt ?? fact.at, by: fact.by.id },
      }
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
      return { ...context, severity: fact.data.to, severityChangedAt: fact.at }
    case 'relief.setAside':
      return { ...context, reliefSetAsideAt: fact.at }
    case 'role.assumed':
    case 'role.renounced':
    case 'handoff.offered':
    case 'handoff.accepted':
    case 'handoff.declined':
    case 'handoff.withdrawn':
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
