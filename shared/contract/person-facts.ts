import { z } from 'zod'
import { factCatalog } from '../incident/facts/fact-catalog.ts'
import { instantSchema } from '../incident/primitives.ts'

/**
 * The facts that a person may state through a window. All others are made by the host: declarations, rungs fired,
 * notifications, evidence, pinned runbooks.
 */
export const personFactTypes = [
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
  'relief.setAside',
  'role.assumed',
  'role.renounced',
  'handoff.offered',
  'handoff.accepted',
  'handoff.declined',
  'handoff.withdrawn',
  'rung.snoozed',
  'rung.advanced',
  'question.answered',
  'call.made',
  'scenario.chosen',
  'step.checked',
  'step.unchecked',
  'step.skipped',
  'step.noted',
  'step.extended',
  'step.stuck',
  'value.given',
  'note.added',
  'evidence.redacted',
  'decision.made',
  'hypothesis.raised',
  'hypothesis.ruledOut',
  'status.updated',
  'update.promised',
  'entry.starred',
  'entry.amended',
  'dataset.affected',
  'dataset.quarantined',
  'publication.stated',
  'backfill.planned',
  'backfill.verified',
  'action.added',
  'action.changed',
  'postmortem.edited',
] as const satisfies readonly (keyof typeof factCatalog)[]

export type PersonFactType = (typeof personFactTypes)[number]

/** A fact as a window sends it: the host adds who, when, seq and hash. */
export type PersonFact = {
  [T in PersonFactType]: {
    readonly type: T
    readonly data: z.input<(typeof factCatalog)[T]>
    readonly occurredAt?: string | undefined
  }
}[PersonFactType]

const isPersonFactType = (type: string): type is PersonFactType => (personFactTypes as readonly string[]).includes(type)

/** Checks a fact from a window: known type, data of that type's shape, an `occurredAt` that is an instant. */
export const personFactSchema = z
  .object({ type: z.string(), data: z.unknown(), occurredAt: instantSchema.optional() })
  .transform((given, context): PersonFact => {
    if (!isPersonFactType(given.type)) {
      context.addIssue({ code: 'custom', message: `a window cannot state "${given.type}"`, path: ['type'] })
      return z.NEVER
    }
    const data = factCatalog[given.type].safeParse(given.data)
    if (!data.success) {
      for (const issue of data.error.issues) {
        context.addIssue({ ...issue, path: ['data', ...issue.path] })
      }
      return z.NEVER
    }
    const occurredAt = given.occurredAt === undefined ? {} : { occurredAt: given.occurredAt }
    return { type: given.type, data: data.data, ...occurredAt } as PersonFact
  })
