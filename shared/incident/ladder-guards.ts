import { questionDeadlineId } from './deadline-ids.ts'
import { type EscalationLevel, escalationLevels, levelOfRung, rungById } from './escalation-level.ts'
import type { LadderContext } from './ladder-context.ts'
import type { LadderFact } from './ladder-fact.ts'
import { reliefAhead } from './relief.ts'
import { isStillTelling, levelReached, namesWaitingRung, progressOf } from './rung-standing.ts'
import { canSnooze } from './snooze-rule.ts'

type Question = { readonly context: LadderContext; readonly event: LadderFact }

/** What going off means for a rung: what its fact says, or what its action is when a person advanced it. */
function outcomeOf({ context, event }: Question): 'asked' | 'sent' | 'recorded' | null {
  if (event.type !== 'rung.fired' && event.type !== 'rung.advanced') return null
  if (!context.active || !namesWaitingRung(context, event.data.rungId, event.data.deadlineId)) return null
  const own = rungById(context.policy, event.data.rungId)?.action.do === 'ask' ? 'asked' : 'sent'
  if (event.type === 'rung.advanced' || event.data.outcome === own) return own
  return event.data.outcome === 'recorded' ? 'recorded' : null
}

/** Whether a rung going off leads to this level; the escalation never goes back down by itself. */
const reaches =
  (level: EscalationLevel) =>
  (question: Question): boolean => {
    const { context, event } = question
    const outcome = outcomeOf(question)
    if (outcome === null || outcome === 'recorded') return false
    if (event.type !== 'rung.fired' && event.type !== 'rung.advanced') return false
    const rung = rungById(context.policy, event.data.rungId)
    if (rung === null || levelOfRung(rung) !== level) return false
    return escalationLevels.indexOf(level) >= escalationLevels.indexOf(levelReached(context))
  }

/** Every question that the machine asks of its context and a fact, before it takes the fact. None of them reads a clock. */
export const ladderGuards = {
  reachesLead: reaches('leadEscalated'),
  reachesSecondary: reaches('secondaryNotified'),
  reachesDebugBudget: reaches('debugBudgetSpent'),
  goesOff: (question: Question): boolean => outcomeOf(question) !== null,
  asks: (question: Question): boolean => outcomeOf(question) === 'asked',
  tells: (question: Question): boolean => outcomeOf(question) === 'sent',
  isWithholdable: ({ context, event }: Question): boolean =>
    event.type === 'rung.withheld' &&
    context.active &&
    namesWaitingRung(context, event.data.rungId, event.data.deadlineId) &&
    progressOf(context, event.data.rungId)?.status === 'waiting' &&
    rungById(context.policy, event.data.rungId)?.action.do === 'tell',
  isSnoozable: ({ context, event }: Question): boolean =>
    event.type === 'rung.snoozed' && canSnooze(context, event.data),
  isStillTold: ({ context, event }: Question): boolean =>
    event.type === 'rung.exhausted' && isStillTelling(context, event.data.rungId, event.data.deadlineId),
  isNewRequest: ({ context, event }: Question): boolean =>
    event.type === 'notification.requested' &&
    isStillTelling(context, event.data.rungId, event.data.deadlineId) &&
    !context.notifications.some((each) => each.notification === event.data.notification),
  isKnownNotification: ({ context, event }: Question): boolean =>
    (event.type === 'notification.sent' ||
      event.type === 'notification.failed' ||
      event.type === 'notification.acknowledged') &&
    context.notifications.some((each) => each.notification === event.data.notification),
  answersThisRound: ({ context, event }: Question): boolean =>
    event.type === 'question.answered' && context.question.round === event.data.round,
  asksForMoreTime: ({ context, event }: Question): boolean =>
    event.type === 'question.answered' &&
    event.data.answer === 'moreTime' &&
    context.question.round === event.data.round,
  isDueRound: ({ context, event }: Question): boolean =>
    event.type === 'question.asked' &&
    context.active &&
    context.question.round === event.data.round &&
    event.data.deadlineId === questionDeadlineId(context.epoch, event.data.round),
  /** Detected or debugging: the ladder runs. */
  isActive: ({ context }: Question): boolean => context.active,
  isMitigated: ({ context }: Question): boolean => !context.active && context.resolvedAt === null,
  isResolved: ({ context }: Question): boolean => context.resolvedAt !== null,
  hasOpenNotification: ({ context }: Question): boolean => context.notifications.some((each) => each.status === 'open'),
  isCurrentOffer: ({ context, event }: Question): boolean =>
    (event.type === 'handoff.accepted' || event.type === 'handoff.declined' || event.type === 'handoff.withdrawn') &&
    context.offer?.of === event.data.of,
  isOtherSeverity: ({ context, event }: Question): boolean =>
    event.type === 'severity.changed' && context.severity !== event.data.to,
  isRelaxed: ({ context, event }: Question): boolean =>
    event.type === 'relief.setAside' &&
    context.resolvedAt === null &&
    reliefAhead(context, Date.parse(event.at)).length > 0,
  holdsRole: ({ context, event }: Question): boolean =>
    event.type === 'role.renounced' && context.roles[event.data.role]?.id === event.data.person.id,
}
