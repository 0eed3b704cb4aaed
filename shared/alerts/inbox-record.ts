import { z } from 'zod'
import { instantSchema } from '../incident/primitives.ts'
import { alertSchema, alertSources } from './alert.ts'
import { inboxRowSchema } from './inbox-row.ts'

/** An alert by its row, and the time it fired that is meant. */
const named = { alert: z.string().min(1), episode: z.string().min(1) }
const envelope = { v: z.literal(1), at: instantSchema }

/**
 * One line of the inbox's log. `at` is when this console heard or was told. `alert.kept` stands for all that was known of an
 * alert when the log was last written anew.
 */
export const inboxRecordSchema = z.discriminatedUnion('type', [
  z.object({ ...envelope, type: z.literal('alert.reported'), data: z.object({ alert: alertSchema }) }),
  z.object({
    ...envelope,
    type: z.literal('report.cutShort'),
    data: z.object({ source: z.enum(alertSources), leftOut: z.number().int().min(1) }),
  }),
  z.object({ ...envelope, type: z.literal('alert.dismissed'), data: z.object({ ...named, by: z.string().min(1) }) }),
  z.object({ ...envelope, type: z.literal('alert.restored'), data: z.object({ ...named, by: z.string().min(1) }) }),
  z.object({
    ...envelope,
    type: z.literal('alert.attached'),
    data: z.object({ ...named, by: z.string().min(1), incident: z.string().min(1) }),
  }),
  z.object({ ...envelope, type: z.literal('alert.kept'), data: z.object({ row: inboxRowSchema }) }),
])

/** One line of the inbox's log. */
export type InboxRecord = z.infer<typeof inboxRecordSchema>
