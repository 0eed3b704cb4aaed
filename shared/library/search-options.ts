import type { Options, Query, SearchOptions } from 'minisearch'
import { queryTokensOf, termOf, tokensOf } from './cut-words.ts'
import type { LibraryEntry } from './library-entry.ts'
import type { WantedWord } from './query-plan.ts'
import { fieldBoosts, searchFields } from './search-fields.ts'
import { wholeNamesOf } from './whole-name.ts'

/**
 * Raised whenever an index made by an older version would answer otherwise: a cached one with another number is thrown away.
 */
export const SEARCH_VERSION = 8

/** What a term that only begins like the one asked for is worth, and one with a typing error; an exact one is worth 1. */
export const matchWeights = { prefix: 0.6, fuzzy: 0.15 } as const

/** The parameters of BM25+, those that MiniSearch has by default; stated so that a scan without an index scores alike. */
export const bm25 = { k: 1.2, b: 0.7, d: 0.5 } as const

/** What an index keeps of an entry besides its words, for filters and for what is called as was typed. */
export type Kept = Pick<LibraryEntry, 'kind' | 'pipeline' | 'scenarios' | 'at'> & { readonly names: readonly string[] }

const keptFields = ['kind', 'pipeline', 'scenarios', 'at', 'names'] as const satisfies readonly (keyof Kept)[]

const searchOptions = {
  boost: { ...fieldBoosts },
  weights: { ...matchWeights },
  bm25: { ...bm25 },
  combineWith: 'AND',
  tokenize: queryTokensOf,
} satisfies SearchOptions

/**
 * The options of every MiniSearch index of the library, in the host, in its worker and in an offline file, so that all three
 * answer alike. The entries are `LibraryEntry` of library-entry.ts; use `queryOf` to search. Its own vacuuming is off: it may not
 * run while entries are put in, and `RankedIndex` has another.
 */
export const indexOptions = {
  fields: [...searchFields],
  storeFields: [...keptFields],
  extractField: (entry, field) => (field === 'names' ? wholeNamesOf(entry) : entry[field as keyof LibraryEntry]),
  tokenize: tokensOf,
  processTerm: termOf,
  autoVacuum: false,
  searchOptions,
} satisfies Options<LibraryEntry>

/** The words of a query as a MiniSearch query: every word must be found, each in the fields that it may be found in. Two letters that changed places are two errors to it. */
export const queryOf = (wanted: readonly WantedWord[]): Query => ({
  combineWith: 'AND',
  queries: wanted.map(({ term, plans }) => ({
    combineWith: 'OR',
    queries: plans.map(({ fields, prefix, edits }) => ({
      queries: [term],
      fields: [...fields],
      prefix,
      fuzzy: edits === 0 ? false : edits,
    })),
  })),
})
