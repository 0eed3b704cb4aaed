import { editDistance } from '../kit/edit-distance.ts'
import type { LibraryEntry } from './library-entry.ts'
import { type Found, rounded } from './library-index.ts'
import { passesFilter, type SearchFilter } from './search-filter.ts'
import {
  fieldBoosts,
  matchWeights,
  partsOf,
  plansFor,
  queryTermsOf,
  queryTokensOf,
  type SearchField,
  searchFields,
  termOf,
} from './search-options.ts'

/** Looks into one entry, without any index. */
export type Scan = (entry: LibraryEntry) => Found | null

/** What a word of an entry says to the query: which of its words it answers, as which term, and how well. */
type Answer = { readonly of: number; readonly term: string; readonly worth: number; readonly isNear: boolean }
type Reader = { readonly field: SearchField; readonly answersOf: (word: string) => readonly Answer[] | null }

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

/** What the words of one field say to a query, null for most of them. `plans` are those of the query's words for this field. */
function answersIn(plans: readonly { of: number; term: string; prefix: boolean; edits: number }[]) {
  return remembered((word): readonly Answer[] | null => {
    const terms = [word, ...partsOf(word)].flatMap((part) => termOf(part) ?? [])
    const answers = terms.flatMap((own) =>
      plans.flatMap(({ of, term, prefix, edits }): Answer[] => {
        const worth = weightOf(own, term, prefix, edits)
        const isNear = !(own === term || (prefix && own.startsWith(term)))
        return worth === 0 ? [] : [{ of, term: own, worth, isNear }]
      }),
    )
    return answers.length === 0 ? null : answers
  })
}

/** The fields that a query is looked for in, each with what its words say; fields that are looked at alike share what was learnt. */
function readersOf(wanted: readonly string[]): readonly Reader[] {
  const known = new Map<string, Reader['answersOf']>()
  return searchFields.flatMap((field) => {
    const plans = wanted.flatMap((term, of) =>
      plansFor(term)
        .filter(({ fields }) => fields.includes(field))
        .map(({ prefix, edits }) => ({ of, term, prefix, edits })),
    )
    if (plans.length === 0) return []
    const key = JSON.stringify(plans)
    const answersOf = known.get(key) ?? answersIn(plans)
    known.set(key, answersOf)
    return [{ field, answersOf }]
  })
}

/**
 * Searches by looking at every word of an entry, for the moments in which there is no index yet. It finds exactly what the
 * index finds; only the order is simpler, because how rare a word is cannot be known from one entry.
 */
export function createScan(query: string, filter: SearchFilter): Scan {
  const wanted = queryTermsOf(query)
  const readers = readersOf(wanted)
  return (entry) => {
    if (wanted.length === 0 || !passesFilter(entry, filter)) return null
    const weights = wanted.map(() => 0)
    const terms = wanted.map(() => new Set<string>())
    const near = wanted.map(() => new Set<string>())
    for (const { field, answersOf } of readers) {
      for (const word of queryTokensOf(entry[field])) {
        for (const { of, term, worth, isNear } of answersOf(word) ?? []) {
          ;(isNear ? near : terms)[of]?.add(term)
          weights[of] = Math.max(weights[of] ?? 0, worth * fieldBoosts[field])
        }
      }
    }
    if (weights.includes(0)) return null
    const score = weights.reduce((sum, weight) => sum + weight, 0)
    const named = new Set(terms.flatMap((own, of) => [...(own.size > 0 ? own : (near[of] ?? []))]))
    return { id: entry.id, terms: [...named].sort(), score: rounded(score) }
  }
}
