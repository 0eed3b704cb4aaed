import { z } from 'zod'
import type { LibraryEntry } from './library-entry.ts'

/**
 * What a search is narrowed to; a field left out narrows nothing. `pipeline` is an id, `scenario` the title of a failure scenario
 * in any case, `since` a calendar day or a UTC instant: incidents that began, and documents that were verified, on it or later.
 */
export const searchFilterSchema = z.object({
  kinds: z.array(z.enum(['runbook', 'reference', 'incident'])).optional(),
  pipeline: z.string().min(1).max(300).optional(),
  scenario: z.string().min(1).max(1_000).optional(),
  since: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/)
    .max(40)
    .optional(),
})
export type SearchFilter = Readonly<z.infer<typeof searchFilterSchema>>

/** What of an entry a filter looks at. */
export type Filtered = Pick<LibraryEntry, 'kind' | 'pipeline' | 'scenarios' | 'at'>

/** Whether an entry is among those looked for. The same for an index, for a scan and for an offline file. */
export function passesFilter(entry: Filtered, { kinds, pipeline, scenario, since }: SearchFilter): boolean {
  if (kinds !== undefined && kinds.length > 0 && !kinds.includes(entry.kind)) return false
  if (pipeline !== undefined && entry.pipeline !== pipeline) return false
  if (since !== undefined && (entry.at === null || entry.at < since)) return false
  const wanted = scenario?.toLowerCase()
  return wanted === undefined || entry.scenarios.some((title) => title.toLowerCase() === wanted)
}
