import type { TermPlan, WantedWord } from './query-plan.ts'
import type { SearchField } from './search-fields.ts'
import { matchWeights } from './search-options.ts'
import type { WordMatch } from './some-words.ts'
import { swappedIn } from './swapped-letters.ts'

/** By field, the entries that hold a word, each with how often. Fields and entries by MiniSearch's own numbers. */
type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>

/** The words of an index, as MiniSearch keeps them. */
type IndexWords = {
  readonly get: (word: string) => Postings | undefined
  readonly atPrefix: (word: string) => Iterable<[string, Postings]>
  readonly fuzzyGet: (word: string, edits: number) => Iterable<[string, readonly [Postings, number]]>
}

/** A word of the index that answers a word of the query, and what it is worth beside an exact match. */
export type Derived = {
  readonly term: string
  readonly weight: number
  readonly postings: Postings
  readonly fields: readonly SearchField[]
  readonly match: WordMatch
}

/** A word that is near another one, with what holds it and how many typing errors are between them. */
type Near = readonly [word: string, held: readonly [Postings, number]]

/** Those of some words that the index holds. */
const heldIn = (words: IndexWords, near: readonly string[], errorsOf: (at: number) => number): readonly Near[] =>
  near.flatMap((word, at): Near[] => {
    const postings = words.get(word)
    return postings === undefined ? [] : [[word, [postings, errorsOf(at)]]]
  })

/** The words of the index with so many typing errors in a term, or without so many letters at its end. Two letters in each other's place are one error. */
function nearTo(words: IndexWords, term: string, { edits, lacks }: TermPlan): Iterable<Near> {
  if (edits === 1) return [...words.fuzzyGet(term, edits), ...heldIn(words, swappedIn(term), () => 1)]
  if (edits > 1) return words.fuzzyGet(term, edits)
  const shorter = Array.from({ length: lacks }, (_, at) => term.slice(0, -at - 1))
  return heldIn(words, shorter, (at) => at + 1)
}

/** The words of an index that answer a word of a query: itself, words that begin with it, words with a typing error. */
export const derivedFrom = (
  words: IndexWords,
  fieldIds: Readonly<Record<string, number>>,
  { term, plans }: WantedWord,
): readonly Derived[] =>
  plans.flatMap((plan) => {
    const { fields, prefix } = plan
    const derived: Derived[] = []
    const exact = words.get(term)
    if (exact !== undefined) derived.push({ term, weight: 1, postings: exact, fields, match: 'whole' })
    const numbers = fields.map((field) => fieldIds[field] ?? -1)
    for (const [longer, postings] of prefix ? words.atPrefix(term) : []) {
      if (longer === term || !numbers.some((number) => postings.has(number))) continue
      const weight = (matchWeights.prefix * longer.length) / (longer.length + 0.3 * (longer.length - term.length))
      derived.push({ term: longer, weight, postings, fields, match: 'beginning' })
    }
    for (const [near, [postings, distance]] of nearTo(words, term, plan)) {
      if (distance === 0 || (prefix && near.startsWith(term))) continue
      const weight = (matchWeights.fuzzy * near.length) / (near.length + distance)
      derived.push({ term: near, weight, postings, fields, match: term.startsWith(near) ? 'shorter' : 'near' })
    }
    return derived
  })
