import { assign, type SnapshotFrom, setup } from 'xstate'
import { questionDeadlineId } from './deadline-ids.ts'
import { type EscalationLevel, escalationLevels, levelOfRung, rungById } from './escalation-level.ts'
import type { FactOf, FactType } from './facts/fact-catalog.ts'
import { contextAtDeclaration, type LadderContext } from './ladder-context.ts'
import { namesWaitingRung, rememberFact } from './ladder-memory.ts'
import { canSnooze } from './snooze-rule.ts'

/** The facts that move the machine; every other fact leaves it where it is, so a long log folds quickly. */
export const ladderFactTypes = [
  'incident.acknowledged',
  'incident.mitigated',
  'incident.recurred',
  'incident.resolved',
  'incident.reopened',
  'incident.reviewed',
  'incident.closed',
  'incident.retitled',
  'impact.stated',
  'severity.changed',
  'role.assumed',
  'role.renounced',
  'handoff.offered',
  'handoff.accepted',
  'rung.fired',
  'rung.withheld',
  'rung.snoozed',
  'rung.advanced',
  'rung.exhausted',
  'question.asked',
  'question.answered',
  'notification.requested',
  'notification.sent',
  'notification.failed',
  'notification.acknowledged',
] as const satisfies readonly FactType[]

/** A fact that the machine takes as its event. */
export type LadderFact = FactOf<(typeof ladderFactTypes)[number]>

/** What a shell must do once a fact is durable: data, performed by the host with an idempotency key, dropped on replay. */
export type LadderEffect =
  | { readonly type: 'deliverNotification'; readonly params: { readonly notification: string } }
  | { readonly type: 'askStillStuck'; readonly params: { readonly round: number } }

/** Whether a waiting rung of this epoch would take the escalation region to this level, and no further down than it is. */
const reaches =
  (level: EscalationLevel) =>
  ({ context, event }: { context: LadderContext; event: LadderFact }) => {
    if (event.type !== 'rung.fired' && event.type !== 'rung.advanced') return false
    const rung = rungById(context.policy, event.data.rungId)
    if (!context.active || rung === null || levelOfRung(rung) !== level) return false
    const highest = Math.max(...context.policy.rungs.filter((each) => hasGoneOff(context, each.id)).map(rank), 0)
    return rank(rung) >= highest && namesWaitingRung(context, event.data.rungId, event.data.deadlineId)
  }
const rank = (rung: Parameters<typeof levelOfRung>[0]): number => escalationLevels.indexOf(levelOfRung(rung))
const hasGoneOff = (context: LadderContext, rungId: string): boolean =>
  context.rungs[rungId]?.status === 'fired' || context.rungs[rungId]?.status === 'advanced'

/**
 * The incident as a statechart: lifecycle, escalation, ownership and the still-stuck question side by side.
 * It holds no timers (XState does not re-arm `after` on restore, its issue 5331) and calls nothing: facts come in,
 * effects come out as data. Exactly one region takes `remember` for each fact, so the context changes once.
 */
export const incidentMachine = setup({
  types: {
    context: {} as LadderContext,
    events: {} as LadderFact,
    input: {} as FactOf<'incident.declared'>,
  },
  guards: {
    reachesLead: reaches('leadEscalated'),
    reachesSecondary: reaches('secondaryNotified'),
    reachesDebugBudget: reaches('debugBudgetSpent'),
    isWaitingRung: ({ context, event }) =>
      (event.type === 'rung.fired' || event.type === 'rung.advanced') &&
      context.active &&
      namesWaitingRung(context, event.data.rungId, event.data.deadlineId),
    isUntouchedRung: ({ context, event }) =>
      event.type === 'rung.withheld' &&
      context.active &&
      context.rungs[event.data.rungId]?.status === 'waiting' &&
      namesWaitingRung(context, event.data.rungId, event.data.deadlineId),
    isSnoozable: ({ context, event }) => event.type === 'rung.snoozed' && canSnooze(context, event.data),
    isExhaustible: ({ context, event }) =>
      event.type === 'rung.exhausted' && context.active && context.rungs[event.data.rungId]?.exhausted === false,
    asks: ({ context, event }) =>
      context.active &&
      ((event.type === 'rung.fired' && event.data.outcome === 'asked') ||
        (event.type === 'rung.advanced' && rungById(context.policy, event.data.rungId)?.action.do === 'ask')) &&
      namesWaitingRung(context, event.data.rungId, event.data.deadlineId),
    tells: ({ context, event }) =>
      context.active &&
      ((event.type === 'rung.fired' && event.data.outcome === 'sent') ||
        (event.type === 'rung.advanced' && rungById(context.policy, event.data.rungId)?.action.do === 'tell')) &&
      namesWaitingRung(context, event.data.rungId, event.data.deadlineId),
    asksForMoreTime: ({ context, event }) =>
      event.type === 'question.answered' &&
      event.data.answer === 'moreTime' &&
      context.question.round === event.data.round,
    answersThisRound: ({ context, event }) =>
      event.type === 'question.answered' && context.question.round === event.data.round,
    isDueRound: ({ context, event }) =>
      event.type === 'question.asked' &&
      context.active &&
      context.question.round === event.data.round &&
      event.data.deadlineId === questionDeadlineId(context.epoch, event.data.round),
    isForThisLadder: ({ context, event }) =>
      event.type === 'notification.requested' && context.active && context.rungs[event.data.rungId] !== undefined,
    isKnownNotification: ({ context, event }) =>
      (event.type === 'notification.sent' ||
        event.type === 'notification.failed' ||
        event.type === 'notification.acknowledged') &&
      context.notifications.some((each) => each.notification === event.data.notification),
    isActive: ({ context }) => context.active,
    hasOpenNotification: ({ context }) => context.notifications.some((each) => each.status === 'open'),
    isCurrentOffer: ({ context, event }) => event.type === 'handoff.accepted' && context.offer?.of === event.data.of,
    isOtherSeverity: ({ context, event }) => event.type === 'severity.changed' && context.severity !== event.data.to,
    holdsRole: ({ context, event }) =>
      event.type === 'role.renounced' && context.roles[event.data.role]?.id === event.data.person.id,
  },
  actions: {
    remember: assign(({ context, event }) => rememberFact(context, event)),
    deliverNotification: (_, _params: { notification: string }) => undefined,
    askStillStuck: (_, _params: { round: number }) => undefined,
  },
}).createMachine({
  id: 'incident',
  type: 'parallel',
  context: ({ input }) => contextAtDeclaration(input),
  states: {
    lifecycle: {
      initial: 'detected',
      on: {
        'incident.retitled': { actions: 'remember' },
        'impact.stated': { actions: 'remember' },
        'severity.changed': { guard: 'isOtherSeverity', actions: 'remember' },
        'role.assumed': { actions: 'remember' },
        'role.renounced': { guard: 'holdsRole', actions: 'remember' },
        'handoff.offered': { actions: 'remember' },
        'handoff.accepted': { guard: 'isCurrentOffer', actions: 'remember' },
      },
      states: {
        detected: {
          on: {
            'incident.acknowledged': { guard: 'isActive', target: 'debugging' },
            'incident.mitigated': { target: 'mitigated', actions: 'remember' },
            'incident.resolved': { target: 'resolved', actions: 'remember' },
          },
        },
        debugging: {
          on: {
            'incident.mitigated': { target: 'mitigated', actions: 'remember' },
            'incident.resolved': { target: 'resolved', actions: 'remember' },
          },
        },
        mitigated: {
          on: {
            'incident.recurred': { target: 'debugging', actions: 'remember' },
            'incident.resolved': { target: 'resolved', actions: 'remember' },
          },
        },
        resolved: {
          on: {
            'incident.reopened': { target: 'debugging', actions: 'remember' },
            'incident.reviewed': { target: 'reviewed', actions: 'remember' },
          },
        },
        reviewed: {
          on: {
            'incident.reopened': { target: 'debugging', actions: 'remember' },
            'incident.closed': { target: 'closed', actions: 'remember' },
          },
        },
        closed: { on: { 'incident.reopened': { target: 'debugging', actions: 'remember' } } },
      },
    },
    escalation: {
      initial: 'holding',
      on: {
        'rung.fired': [
          { guard: 'reachesLead', target: '.leadEscalated', actions: 'remember' },
          { guard: 'reachesSecondary', target: '.secondaryNotified', actions: 'remember' },
          { guard: 'reachesDebugBudget', target: '.debugBudgetSpent', actions: 'remember' },
          { guard: 'isWaitingRung', actions: 'remember' },
        ],
        'rung.advanced': [
          { guard: 'reachesLead', target: '.leadEscalated', actions: 'remember' },
          { guard: 'reachesSecondary', target: '.secondaryNotified', actions: 'remember' },
          { guard: 'reachesDebugBudget', target: '.debugBudgetSpent', actions: 'remember' },
          { guard: 'isWaitingRung', actions: 'remember' },
        ],
        'rung.withheld': { guard: 'isUntouchedRung', actions: 'remember' },
        'rung.snoozed': { guard: 'isSnoozable', actions: 'remember' },
        'rung.exhausted': { guard: 'isExhaustible', actions: 'remember' },
        'incident.recurred': '.holding',
        'incident.reopened': '.holding',
      },
      states: { holding: {}, debugBudgetSpent: {}, secondaryNotified: {}, leadEscalated: {} },
    },
    ownership: {
      initial: 'unacknowledged',
      on: {
        'notification.requested': {
          guard: 'isForThisLadder',
          actions: [
            'remember',
            {
              type: 'deliverNotification',
              params: ({ event }) => ({
                notification: event.type === 'notification.requested' ? event.data.notification : '',
              }),
            },
          ],
        },
        'notification.sent': { guard: 'isKnownNotification', actions: 'remember' },
        'notification.failed': { guard: 'isKnownNotification', actions: 'remember' },
        'notification.acknowledged': { guard: 'isKnownNotification', actions: 'remember' },
      },
      states: {
        unacknowledged: {
          on: { 'incident.acknowledged': { guard: 'isActive', target: 'acknowledged', actions: 'remember' } },
        },
        acknowledged: {
          on: { 'incident.acknowledged': { guard: 'hasOpenNotification', actions: 'remember' } },
        },
      },
    },
    question: {
      initial: 'closed',
      on: {
        'incident.mitigated': '.closed',
        'incident.resolved': '.closed',
        'incident.recurred': '.closed',
        'incident.reopened': '.closed',
        'rung.fired': [
          { guard: 'asks', target: '.open', actions: { type: 'askStillStuck', params: { round: 1 } } },
          { guard: 'tells', target: '.closed' },
        ],
        'rung.advanced': [
          { guard: 'asks', target: '.open', actions: { type: 'askStillStuck', params: { round: 1 } } },
          { guard: 'tells', target: '.closed' },
        ],
      },
      states: {
        closed: {},
        open: {
          on: {
            'question.answered': [
              { guard: 'asksForMoreTime', target: 'waiting', actions: 'remember' },
              { guard: 'answersThisRound', target: 'closed', actions: 'remember' },
            ],
          },
        },
        waiting: {
          on: {
            'question.asked': {
              guard: 'isDueRound',
              target: 'open',
              actions: [
                'remember',
                {
                  type: 'askStillStuck',
                  params: ({ event }) => ({ round: event.type === 'question.asked' ? event.data.round : 1 }),
                },
              ],
            },
          },
        },
      },
    },
  },
})

/** The machine's state after some facts: its value, its context, and `can`. */
export type LadderSnapshot = SnapshotFrom<typeof incidentMachine>
