import { editDistance } from './edit-distance.ts'
import type { LibraryEntry } from './library-entry.ts'
import { type Found, rounded } from './library-index.ts'
import { passesFilter, type SearchFilter } from './search-filter.ts'
import {
  fieldBoosts,
  matchWeights,
  plansFor,
  queryTermsOf,
  type SearchField,
  termOf,
  tokensOf,
} from './search-options.ts'

/** Looks into one entry, without any index. */
export type Scan = (entry: LibraryEntry) => Found | null

type Words = ReadonlyMap<SearchField, ReadonlySet<string>>
type Match = { readonly weight: number; readonly terms: readonly string[] }

/** What a word of an entry is worth for a term, 0 when it does not match; the weights are those of the index. */
function weightOf(word: string, term: string, prefix: boolean, edits: number): number {
  if (word === term) return 1
  if (prefix && word.startsWith(term)) {
    return (matchWeights.prefix * word.length) / (word.length + 0.3 * (word.length - term.length))
  }
  const distance = edits === 0 ? null : editDistance(term, word, edits)
  return distance === null ? 0 : (matchWeights.fuzzy * word.length) / (word.length + distance)
}

/** A function that remembers its answers: the same words stand in every entry of a library. */
function remembered<T>(answer: (word: string) => T): (word: string) => T {
  const answers = new Map<string, { readonly value: T }>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known.value
    const value = answer(word)
    answers.set(word, { value })
    return value
  }
}

/** Looks for one term; it remembers what each word is worth. */
function matcherOf(term: string): (words: Words) => Match | null {
  const plans = plansFor(term).map(({ fields, prefix, edits }) => ({
    fields,
    worthOf: remembered((word) => weightOf(word, term, prefix, edits)),
  }))
  return (words) => {
    let weight = 0
    const terms = new Set<string>()
    for (const { fields, worthOf } of plans) {
      for (const field of fields) {
        for (const word of words.get(field) ?? []) {
          const worth = worthOf(word)
          if (worth === 0) continue
          terms.add(word)
          weight = Math.max(weight, worth * fieldBoosts[field])
        }
      }
    }
    return weight === 0 ? null : { weight, terms: [...terms] }
  }
}

/** The terms of a text, each once. */
function termsIn(text: string, term: (word: string) => string | null): ReadonlySet<string> {
  const terms = new Set<string>()
  if (text === '') return terms
  for (const token of tokensOf(text)) {
    const each = term(token)
    if (each !== null) terms.add(each)
  }
  return terms
}

/**
 * Searches by looking at every word of an entry, for the moments in which there is no index yet. It finds exactly what the
 * index finds; only the order is simpler, because how rare a word is cannot be known from one entry.
 */
export function createScan(query: string, filter: SearchFilter): Scan {
  const wanted = queryTermsOf(query)
  const matchers = wanted.map(matcherOf)
  const used = [...new Set(wanted.flatMap((term) => plansFor(term).flatMap(({ fields }) => fields)))]
  const term = remembered(termOf)
  return (entry) => {
    if (wanted.length === 0 || !passesFilter(entry, filter)) return null
    const words: Words = new Map(used.map((field) => [field, termsIn(entry[field], term)]))
    const terms = new Set<string>()
    let score = 0
    for (const matches of matchers) {
      const match = matches(words)
      if (match === null) return null
      score += match.weight
      for (const each of match.terms) terms.add(each)
    }
    return { id: entry.id, terms: [...terms].sort(), score: rounded(score) }
  }
}
