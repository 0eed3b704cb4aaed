import { assign, type SnapshotFrom, setup } from 'xstate'
import { contextAtDeclaration, type DeclaredFact, type LadderContext } from './ladder-context.ts'
import type { LadderFact as MachineFact } from './ladder-fact.ts'
import { ladderGuards } from './ladder-guards.ts'
import { rememberFact } from './ladder-memory.ts'

/** A fact that the machine takes as its event. */
export type LadderFact = MachineFact

/** What a shell must do once a fact is durable: data, performed by the host with an idempotency key, dropped on replay. */
export type LadderEffect =
  | { readonly type: 'deliverNotification'; readonly params: { readonly notification: string } }
  | { readonly type: 'askStillStuck'; readonly params: { readonly round: number } }

const deliverNotification = {
  type: 'deliverNotification',
  params: ({ event }: { event: MachineFact }) => ({
    notification: event.type === 'notification.requested' ? event.data.notification : '',
  }),
} as const

/** The round is that of the context after `remember`, since several rungs of a policy may ask. */
const askStillStuck = {
  type: 'askStillStuck',
  params: ({ context }: { context: LadderContext }) => ({ round: context.question.round }),
} as const

/**
 * The incident as a statechart: lifecycle, escalation, ownership and the still-stuck question side by side.
 * It holds no timers (XState does not re-arm `after` on restore, its issue 5331) and calls nothing: facts come in,
 * effects come out as data. Exactly one region takes `remember` for each fact, so the context changes once.
 */
export const incidentMachine = setup({
  types: {
    context: {} as LadderContext,
    events: {} as MachineFact,
    input: {} as DeclaredFact,
  },
  guards: ladderGuards,
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
        'relief.setAside': { guard: 'isRelaxed', actions: 'remember' },
        'role.assumed': { actions: 'remember' },
        'role.renounced': { guard: 'holdsRole', actions: 'remember' },
        'handoff.offered': { actions: 'remember' },
        'handoff.accepted': { guard: 'isCurrentOffer', actions: 'remember' },
        'handoff.declined': { guard: 'isCurrentOffer', actions: 'remember' },
        'handoff.withdrawn': { guard: 'isCurrentOffer', actions: 'remember' },
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
          { guard: 'goesOff', actions: 'remember' },
        ],
        'rung.advanced': [
          { guard: 'reachesLead', target: '.leadEscalated', actions: 'remember' },
          { guard: 'reachesSecondary', target: '.secondaryNotified', actions: 'remember' },
          { guard: 'reachesDebugBudget', target: '.debugBudgetSpent', actions: 'remember' },
          { guard: 'goesOff', actions: 'remember' },
        ],
        'rung.withheld': { guard: 'isWithholdable', actions: 'remember' },
        'rung.snoozed': { guard: 'isSnoozable', actions: 'remember' },
        'rung.exhausted': { guard: 'isStillTold', actions: 'remember' },
        'incident.recurred': { guard: 'isMitigated', target: '.holding' },
        'incident.reopened': { guard: 'isResolved', target: '.holding' },
      },
      states: { holding: {}, debugBudgetSpent: {}, secondaryNotified: {}, leadEscalated: {} },
    },
    ownership: {
      initial: 'unacknowledged',
      on: {
        'notification.requested': {
          guard: 'isNewRequest',
          actions: ['remember', deliverNotification],
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
        'incident.mitigated': { guard: 'isActive', target: '.closed' },
        'incident.resolved': { guard: 'isActive', target: '.closed' },
        'rung.fired': [
          { guard: 'asks', target: '.open', actions: askStillStuck },
          { guard: 'tells', target: '.closed' },
        ],
        'rung.advanced': [
          { guard: 'asks', target: '.open', actions: askStillStuck },
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
              actions: ['remember', askStillStuck],
            },
          },
        },
      },
    },
  },
})

/** The machine's state after some facts: its value, its context, and `can`. */
export type LadderSnapshot = SnapshotFrom<typeof incidentMachine>

/** The types of facts that the machine takes, as its own transitions name them. */
export const ladderFactTypes: readonly string[] = incidentMachine.events
