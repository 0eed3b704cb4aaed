import type { LibraryEntry } from './library-entry.ts'
import { type IndexJson, RankedIndex } from './ranked-index.ts'
import { passesFilter, type SearchFilter } from './search-filter.ts'
import { queryTermsOf } from './search-options.ts'

/** An entry that was found: `terms` are its own words that matched, as `termOf` writes them. */
export type Found = { readonly id: string; readonly terms: readonly string[]; readonly score: number }

/** The best of what was found, best first, and how many entries hold each word of the query. */
export type Findings = { readonly found: readonly Found[]; readonly total: number }

/** A full-text index of the library: MiniSearch with the options that everybody shares. */
export type LibraryIndex = {
  /** Adds an entry, or replaces the one with its id. */
  readonly put: (entry: LibraryEntry) => void
  readonly remove: (id: string) => void
  readonly search: (query: string, filter: SearchFilter, limit: number) => Findings
  /** Forgets the words of replaced and removed entries for good, so that they weigh on no score. */
  readonly settle: () => Promise<void>
  readonly toJson: () => IndexJson
}

/** A score without its last digits. */
export const rounded = (score: number): number => Number(score.toPrecision(9))

/** By score, then by id, so that the same library answers in the same order everywhere. */
export const byRank = (one: Found, other: Found): number =>
  other.score - one.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** Makes an empty index, or opens one that was kept. Throws when what was kept is no index. */
export function createLibraryIndex(kept?: IndexJson): LibraryIndex {
  const index = RankedIndex.open(kept)
  return {
    put: (entry) => {
      if (index.has(entry.id)) index.discard(entry.id)
      index.add(entry)
    },
    remove: (id) => {
      if (index.has(id)) index.discard(id)
    },
    search: (query, filter, limit) => {
      const isWide = Object.keys(filter).length === 0
      const passes = (entry: object) => passesFilter(entry as LibraryEntry, filter)
      const { best, total } = index.rank(queryTermsOf(query), isWide ? null : passes, limit)
      const found = best.map(({ id, terms, score }): Found => ({ id, terms, score: rounded(score) }))
      return { found: found.sort(byRank).slice(0, limit), total }
    },
    settle: () => index.vacuum(),
    toJson: () => index.toJSON(),
  }
}
