import MiniSearch from 'minisearch'
import type { LibraryEntry } from './library-entry.ts'
import { passesFilter, type SearchFilter } from './search-filter.ts'
import { indexOptions, queryOf } from './search-options.ts'

/** An entry that was found: `terms` are its own words that matched, as `termOf` writes them. */
export type Found = { readonly id: string; readonly terms: readonly string[]; readonly score: number }

/** The best of what was found, best first, and how many entries hold each word of the query. */
export type Findings = { readonly found: readonly Found[]; readonly total: number }

/** An index as plain JSON, to be kept and opened again. */
export type IndexJson = ReturnType<MiniSearch<LibraryEntry>['toJSON']>

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

/** Sums of the same numbers in another order differ in their last digits; scores that differ by less are equal. */
const ROUNDING = 1e-9

/** A score without its last digits. */
export const rounded = (score: number): number => Number(score.toPrecision(9))

/** By score, then by id, so that the same library answers in the same order everywhere. */
export const byRank = (one: Found, other: Found): number =>
  other.score - one.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** Makes an empty index, or opens one that was kept. Throws when what was kept is no index. */
export function createLibraryIndex(kept?: IndexJson): LibraryIndex {
  const index =
    kept === undefined
      ? new MiniSearch<LibraryEntry>(indexOptions)
      : MiniSearch.loadJS<LibraryEntry>(kept, indexOptions)
  return {
    put: (entry) => {
      if (index.has(entry.id)) index.discard(entry.id)
      index.add(entry)
    },
    remove: (id) => {
      if (index.has(id)) index.discard(id)
    },
    search: (query, filter, limit) => {
      const results = index.search(queryOf(query), {
        filter: (result) => passesFilter(result as unknown as LibraryEntry, filter),
      })
      const least = (results[limit - 1]?.score ?? 0) * (1 - ROUNDING)
      const found = results
        .filter(({ score }) => score >= least)
        .map(({ id, terms, score }): Found => ({ id: String(id), terms: terms.toSorted(), score: rounded(score) }))
      return { found: found.sort(byRank).slice(0, limit), total: results.length }
    },
    settle: () => index.vacuum(),
    toJson: () => index.toJSON(),
  }
}
