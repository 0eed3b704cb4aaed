import type { EntryKind, LibraryEntry } from './library-entry.ts'

/** What a search is narrowed to; a field left out narrows nothing. */
export type SearchFilter = {
  readonly kinds?: readonly EntryKind[] | undefined
  /** A pipeline's id. */
  readonly pipeline?: string | undefined
  /** A failure scenario's title, in any case. */
  readonly scenario?: string | undefined
  /** A calendar day or a UTC instant: incidents that began, and documents that were verified, on it or later. What has no date is left out. */
  readonly since?: string | undefined
}

type Filtered = Pick<LibraryEntry, 'kind' | 'pipeline' | 'scenarios' | 'at'>

/** Whether an entry is among those looked for. The same for an index, for a scan and for an offline file. */
export function passesFilter(entry: Filtered, { kinds, pipeline, scenario, since }: SearchFilter): boolean {
  if (kinds !== undefined && kinds.length > 0 && !kinds.includes(entry.kind)) return false
  if (pipeline !== undefined && entry.pipeline !== pipeline) return false
  if (since !== undefined && (entry.at === null || entry.at < since)) return false
  const wanted = scenario?.toLowerCase()
  return wanted === undefined || entry.scenarios.some((title) => title.toLowerCase() === wanted)
}
