import { z } from 'zod'
import { instantSchema } from '../incident/primitives.ts'

/**
 * How a batch was stated, which stays as it was however often and late it is sent: under a key of its own (J4.4), when, and by whom; null
 * where nobody had said who they are.
 */
export const statedSchema = z.object({
  key: z.string().min(1).max(100),
  at: instantSchema,
  by: z.string().min(1).max(200).nullable().optional(),
})
export type Stated = z.infer<typeof statedSchema>
