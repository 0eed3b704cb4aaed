import type { Options, Query, SearchOptions } from 'minisearch'
import type { LibraryEntry } from './library-entry.ts'

/** The fields of an entry that are searched, with what a match there is worth beside one in the running text. */
export const fieldBoosts = {
  title: 5,
  alertname: 6,
  headings: 2.5,
  errors: 2,
  keys: 2.5,
  text: 1,
} as const satisfies Readonly<Record<string, number>>

/** The name of a searched field. */
export type SearchField = keyof typeof fieldBoosts

/** The searched fields, in the order in which they are indexed. */
export const searchFields = Object.keys(fieldBoosts) as readonly SearchField[]

/**
 * Raised whenever an index made by an older version would answer otherwise: a cached one with another number is thrown away.
 */
export const SEARCH_VERSION = 2

/** What a term that only begins like the one asked for is worth, and one with a typing error; an exact one is worth 1. */
export const matchWeights = { prefix: 0.6, fuzzy: 0.15 } as const

/** The parameters of BM25+, those that MiniSearch has by default; stated so that a scan without an index scores alike. */
export const bm25 = { k: 1.2, b: 0.7, d: 0.5 } as const

/** Longest term kept. A longer run of characters is an encoded blob, which nobody types. */
const LONGEST_TERM = 64

const IS_ASCII = /^\p{ASCII}*$/u
const WORD_ENDS = /[^\p{L}\p{M}\p{N}_]+/u
const ASCII_WORD_ENDS = /[^A-Za-z0-9_]+/

/** The words of a text as they stand there. Most texts are plain, and those are cut in a third of the time. */
const wordsOf = (text: string): string[] =>
  text.split(IS_ASCII.test(text) ? ASCII_WORD_ENDS : WORD_ENDS).filter((word) => word !== '')

/** What certainly has no parts, and that is most words: looked at first, because it is looked at very often. */
const ONE_WORD = /^[A-Z]?[a-z0-9]*$/
const CASE_TURNS = /(?<=\p{Ll})(?=\p{Lu})|_+/u

/** The parts of a name made of several words, and the word within `_emphasis_`; none when it is one plain word. */
export function partsOf(word: string): readonly string[] {
  if (ONE_WORD.test(word)) return []
  const parts = word.split(CASE_TURNS).filter((part) => part !== '')
  return parts.length === 1 && parts[0] === word ? [] : parts
}

/**
 * Cuts a text into the words that can be searched for. `KubePodNotReady` and `late_rows` are found whole and by their parts,
 * because people remember one or the other.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (const word of wordsOf(text)) {
    tokens.push(word)
    if (!ONE_WORD.test(word)) tokens.push(...partsOf(word))
  }
  return tokens
}

/** Cuts a query: a name made of several words is looked for whole, so that it finds itself first. */
export const queryTokensOf = (query: string): string[] => wordsOf(query)

/** A word as it is compared: without case, accents or anything past its 64th character; null when nothing is left. */
export function termOf(word: string): string | null {
  const bare = IS_ASCII.test(word) ? word : word.normalize('NFKD').replace(/\p{M}+/gu, '')
  const plain = bare.slice(0, LONGEST_TERM).toLowerCase()
  return plain === '' ? null : plain
}

/** How one term is looked for in some fields: whether a longer word may begin with it, and how many typing errors a word may hold. */
export type TermPlan = {
  readonly fields: readonly SearchField[]
  readonly prefix: boolean
  readonly edits: number
}

const nameFields = ['title', 'alertname', 'keys'] as const satisfies readonly SearchField[]
const proseFields = searchFields.filter((field) => !nameFields.some((name) => name === field))

/**
 * Where and how a term is looked for. One letter is looked for in names only, and two letters begin words only there: at the
 * beginning of words of running text they find everything and say nothing. Two edits are two letters that changed places,
 * so only a long word may have as many.
 */
export function plansFor(term: string): readonly TermPlan[] {
  if (term.length === 1) return [{ fields: nameFields, prefix: true, edits: 0 }]
  if (term.length === 2) {
    return [
      { fields: nameFields, prefix: true, edits: 0 },
      { fields: proseFields, prefix: false, edits: 0 },
    ]
  }
  return [{ fields: searchFields, prefix: true, edits: term.length >= 6 ? 2 : term.length >= 4 ? 1 : 0 }]
}

/** What an index keeps of an entry besides its words, for filters. */
const keptFields = ['kind', 'pipeline', 'scenarios', 'at'] as const satisfies readonly (keyof LibraryEntry)[]

const searchOptions = {
  boost: { ...fieldBoosts },
  weights: { ...matchWeights },
  bm25: { ...bm25 },
  combineWith: 'AND',
  tokenize: queryTokensOf,
} satisfies SearchOptions

/**
 * The options of every MiniSearch index of the library, in the host, in its worker and in an offline file, so that all three
 * answer alike. The entries are `LibraryEntry` of library-entry.ts; use `queryOf` to search.
 */
export const indexOptions = {
  fields: [...searchFields],
  storeFields: [...keptFields],
  tokenize: tokensOf,
  processTerm: termOf,
  searchOptions,
} satisfies Options<LibraryEntry>

/** The terms of what was typed, in order. */
export const queryTermsOf = (query: string): readonly string[] =>
  queryTokensOf(query).flatMap((word) => termOf(word) ?? [])

/** What was typed as a MiniSearch query: every word must be found, each in the fields that it may be found in. */
export const queryOf = (query: string): Query => ({
  combineWith: 'AND',
  queries: queryTermsOf(query).map((term) => ({
    combineWith: 'OR',
    queries: plansFor(term).map(({ fields, prefix, edits }) => ({
      queries: [term],
      fields: [...fields],
      prefix,
      fuzzy: edits === 0 ? false : edits,
    })),
  })),
})
