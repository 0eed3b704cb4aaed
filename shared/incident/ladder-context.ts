import type { Policy } from '../schedule/policy.ts'
import type { FactData, FactOf } from './facts/fact-catalog.ts'
import type { PagingHours, PersonRef, Role, Severity } from './primitives.ts'

/** What has become of one rung in the present epoch (E6, E7, E11). */
export type RungProgress = {
  readonly status: 'waiting' | 'withheld' | 'fired' | 'advanced'
  readonly firedAt: string | null
  readonly outcome: FactData<'rung.fired'>['outcome'] | null
  readonly lateMs: number
  readonly lateCause: string | null
  readonly snoozedUntil: string | null
  /** A snooze may pass a rung's due time once, never twice (E7). */
  readonly snoozes: number
  readonly withheldReason: string | null
  readonly exhausted: boolean
}

/** One person being told, and whether they answered (E5). */
export type NotificationProgress = {
  readonly notification: string
  readonly deadlineId: string
  readonly rungId: string
  readonly person: PersonRef
  readonly role: string
  readonly attempt: number
  readonly requestedAt: string
  readonly acknowledgeBy: string
  readonly message: string
  readonly skipped: FactData<'notification.requested'>['skipped']
  /** `open` still waits; the others need nothing more. */
  readonly status: 'open' | 'acknowledged' | 'unanswered' | 'stopped'
  readonly delivery: 'pending' | 'sent' | 'failed'
}

/** The still-stuck question (E3): open until answered. `round` counts every asking of an epoch, from 1. */
export type QuestionProgress =
  | { readonly state: 'closed'; readonly round: number }
  | { readonly state: 'open'; readonly round: number; readonly since: string }
  | { readonly state: 'waiting'; readonly round: number; readonly askAt: string; readonly reason: string }

/** All that the incident machine remembers besides its state value; plain JSON, so that it can be cached and shipped. */
export type LadderContext = {
  readonly incident: string
  readonly title: string
  readonly severity: Severity
  /** UTC ISO of the last change of severity; null while it is the one declared. */
  readonly severityChangedAt: string | null
  readonly declaration: FactData<'incident.declared'>
  readonly declaredAt: string
  readonly impactStartedAt: string | null
  readonly policy: Policy
  readonly pagingHours: PagingHours | null
  /** UTC ISO of the last retraction or restoration that changed what the machine was made from (J8); null while none did. */
  readonly correctedAt: string | null
  /** UTC ISO since when the relief agreed for holidays no longer counts for this incident (E15); null while it does. */
  readonly reliefSetAsideAt: string | null
  /** 0 from declaration; one more at each recurrence or reopening (E8). */
  readonly epoch: number
  /** Where the rungs' delays count from in this epoch (E1, E8). */
  readonly originAt: string
  /** False once mitigated or resolved: no rung fires (E4). */
  readonly active: boolean
  readonly rungs: Readonly<Record<string, RungProgress>>
  readonly question: QuestionProgress
  readonly notifications: readonly NotificationProgress[]
  readonly acknowledged: { readonly at: string; readonly by: string } | null
  readonly mitigatedAt: string | null
  readonly resolvedAt: string | null
  readonly roles: Readonly<Record<Role, PersonRef | null>>
  /** The hand-over on offer: its fact's id, to whom, since when, who offered it (id) and what they said (E10). */
  readonly offer: {
    readonly of: string
    readonly to: PersonRef
    readonly at: string
    readonly by: string
    readonly note: string | null
  } | null
}

const untouchedRung: RungProgress = {
  status: 'waiting',
  firedAt: null,
  outcome: null,
  lateMs: 0,
  lateCause: null,
  snoozedUntil: null,
  snoozes: 0,
  withheldReason: null,
  exhausted: false,
}

/** Each rung of a policy, none of them touched: the start of an epoch. */
export function untouchedRungs(policy: Policy): Record<string, RungProgress> {
  return Object.fromEntries(policy.rungs.map((rung) => [rung.id, untouchedRung]))
}

/** What the machine reads of a declaration; its context keeps it, so that the machine can be begun again. */
export type DeclaredFact = Pick<FactOf<'incident.declared'>, 'incident' | 'at' | 'data'>

/**
 * The context at declaration. The origin is the SLA instant when the policy counts from it and one is known,
 * else detection (E1); the on-call engineer is commander until somebody says otherwise (E10).
 */
export function contextAtDeclaration(fact: DeclaredFact): LadderContext {
  const { data } = fact
  return {
    incident: fact.incident,
    title: data.title,
    severity: data.severity,
    severityChangedAt: null,
    declaration: data,
    declaredAt: fact.at,
    impactStartedAt: data.impactStartedAt,
    policy: data.policy,
    pagingHours: data.pagingHours,
    correctedAt: null,
    reliefSetAsideAt: null,
    epoch: 0,
    originAt: data.policy.clock === 'sla' && data.slaAt !== null ? data.slaAt : data.detectedAt,
    active: true,
    rungs: untouchedRungs(data.policy),
    question: { state: 'closed', round: 0 },
    notifications: [],
    acknowledged: null,
    mitigatedAt: null,
    resolvedAt: null,
    roles: { commander: data.onCall, scribe: null, communications: null },
    offer: null,
  }
}
