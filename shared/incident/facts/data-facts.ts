import { z } from 'zod'
import { calendarDateSchema, personRefSchema, proseSchema } from '../primitives.ts'

/** How an action item helps; the postmortem's table sorts by it (P3). */
export const actionTypeSchema = z.enum(['detect', 'mitigate', 'prevent', 'process'])
export type ActionType = z.infer<typeof actionTypeSchema>

const actionFields = {
  what: proseSchema,
  type: actionTypeSchema.nullable(),
  owner: personRefSchema.nullable(),
  due: calendarDateSchema.nullable(),
}

/** What happened to the data, and what must be done so that it does not happen again. */
export const dataFacts = {
  'dataset.affected': z.object({ dataset: z.string().min(1), detail: proseSchema }),
  'dataset.quarantined': z.object({ dataset: z.string().min(1), detail: proseSchema }),
  /** The gate before any repair: has bad data been published, and to whom? */
  'publication.stated': z.object({ published: z.enum(['yes', 'no', 'unknown']), detail: proseSchema.optional() }),
  'backfill.planned': z.object({ dataset: z.string().min(1), detail: proseSchema }),
  'backfill.verified': z.object({ dataset: z.string().min(1), detail: proseSchema }),
  'action.added': z.object({ action: z.string().min(1), ...actionFields }),
  'action.changed': z.object({
    action: z.string().min(1),
    what: actionFields.what.optional(),
    type: actionFields.type.optional(),
    owner: actionFields.owner.optional(),
    due: actionFields.due.optional(),
    status: z.enum(['open', 'done', 'dropped']).optional(),
  }),
  'postmortem.edited': z.object({ section: z.string().min(1), text: z.string().max(200_000) }),
}
