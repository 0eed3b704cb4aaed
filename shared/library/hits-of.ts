import type { SearchHit } from '../contract/answers.ts'
import type { LibraryEntry } from './library-entry.ts'
import type { Found } from './library-index.ts'
import { snippetOf } from './snippet.ts'

/**
 * How many results a search shows, in the console and in an offline copy alike: some four screens, beyond which everybody types
 * another word instead.
 */
export const MOST_HITS = 40

/** What of an entry is shown when it was found. */
export type ShownEntry = Pick<LibraryEntry, 'kind' | 'ref' | 'title' | 'alertname' | 'keys' | 'text'>

/** What was found as results to show, in the same order; what is no longer there is left out. */
export const hitsOf = (
  found: readonly Found[],
  entryOf: (id: string) => ShownEntry | undefined,
): readonly SearchHit[] =>
  found.flatMap(({ id, terms, score }): SearchHit[] => {
    const entry = entryOf(id)
    if (entry === undefined) return []
    const { kind, ref, title } = entry
    return [{ kind, ref, title, snippet: snippetOf(entry, terms), terms, score }]
  })
