import { z } from 'zod'
import { instantSchema, personRefSchema, proseSchema, reasonSchema } from '../primitives.ts'

/** Names one rung of one epoch: a rung fires once per incident and per reopening (E6). */
const rungKey = { deadlineId: z.string().min(1), rungId: z.string().min(1) }

/** Why an alarm came late, in words a person reads in the timeline (E6). Milliseconds after the deadline. */
const lateness = { dueAt: instantSchema, lateMs: z.number().int().min(0), lateCause: z.string().nullable() }

/** Facts of the escalation clock (E1 to E7, E11). */
export const ladderFacts = {
  'rung.fired': z.object({
    ...rungKey,
    ...lateness,
    /** `asked`: the still-stuck question; `sent`: somebody is told; `recorded`: overdue, but a higher rung was sent instead. */
    outcome: z.enum(['asked', 'sent', 'recorded']),
  }),
  /** No automatic paging (E11): what would have been done, and why it was not. */
  'rung.withheld': z.object({ ...rungKey, dueAt: instantSchema, reason: z.string().min(1) }),
  'rung.snoozed': z.object({ ...rungKey, until: instantSchema, reason: reasonSchema }),
  'rung.advanced': z.object({ ...rungKey, reason: reasonSchema }),
  /** Nobody is left to notify on this rung: a fact of its own, shown in red (E5). */
  'rung.exhausted': z.object({
    ...rungKey,
    tried: z.array(personRefSchema),
    skipped: z.array(z.object({ person: personRefSchema, reason: z.string() })),
  }),
  /** "Still stuck?" asked again, after more time was given (E3). `round` counts from 1, the rung's own firing. */
  'question.asked': z.object({ deadlineId: z.string().min(1), round: z.number().int().min(2), ...lateness }),
  'question.answered': z.discriminatedUnion('answer', [
    z.object({ answer: z.literal('notifySecondary'), round: z.number().int().min(1) }),
    z.object({
      answer: z.literal('moreTime'),
      round: z.number().int().min(1),
      until: instantSchema,
      reason: reasonSchema,
    }),
    z.object({ answer: z.literal('fixed'), round: z.number().int().min(1) }),
  ]),
  'notification.requested': z.object({
    notification: z.string().min(1),
    ...rungKey,
    person: personRefSchema,
    role: z.string().min(1),
    /** Counts from 1 for each person; the policy's `repeat` bounds it (E5). */
    attempt: z.number().int().min(1),
    acknowledgeBy: instantSchema,
    message: proseSchema,
    skipped: z.array(z.object({ person: personRefSchema, reason: z.string() })),
  }),
  'notification.sent': z.object({ notification: z.string().min(1), channel: z.string().min(1) }),
  'notification.failed': z.object({
    notification: z.string().min(1),
    channel: z.string().min(1),
    error: z.string().min(1),
  }),
  'notification.acknowledged': z.object({
    notification: z.string().min(1),
    person: personRefSchema,
    via: z.string().min(1),
  }),
  'call.made': z.object({
    person: personRefSchema,
    notification: z.string().nullable(),
    channel: z.enum(['phone', 'mail', 'message']),
    outcome: z.enum(['reached', 'voicemail', 'noAnswer']),
    note: proseSchema.optional(),
  }),
}
