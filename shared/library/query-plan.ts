import { isUnspaced, queryTokensOf, termOf, tokensOf } from './cut-words.ts'
import { type SearchField, searchFields } from './search-fields.ts'
import { isStopWord } from './stop-words.ts'

/** How one term is looked for in some fields: whether a longer word may begin with it, and how many typing errors a word may hold. */
export type TermPlan = {
  readonly fields: readonly SearchField[]
  readonly prefix: boolean
  readonly edits: number
}

/** A word of a query, and how it is looked for. */
export type WantedWord = { readonly term: string; readonly plans: readonly TermPlan[] }

const nameFields = ['title', 'alertname', 'keys'] as const satisfies readonly SearchField[]
const proseFields = searchFields.filter((field) => !nameFields.some((name) => name === field))

/** More words than this were pasted and not typed: they are looked for as they stand, without typing errors. */
const MOST_TYPED = 8

type Standing = {
  /** It is the last word: somebody may still be typing it. */
  readonly isLast: boolean
  readonly isAlone: boolean
  readonly isPasted: boolean
}

/**
 * Where and how a term is looked for. One letter alone is looked for in names only, and two letters begin words only there: at the
 * beginning of words of running text they find everything and say nothing. The last word may always go on, because otherwise what
 * was found would be gone between one key and the next. Two edits are two letters that changed places, so only a long word may have
 * as many.
 */
function plansFor(term: string, { isLast, isAlone, isPasted }: Standing): readonly TermPlan[] {
  const isShort = term.length < 3
  if (isUnspaced(term)) return [{ fields: searchFields, prefix: isShort, edits: 0 }]
  if (isShort && isLast && (term.length === 2 || !isAlone)) return [{ fields: searchFields, prefix: true, edits: 0 }]
  if (term.length === 1) return [{ fields: nameFields, prefix: true, edits: 0 }]
  if (term.length === 2) {
    return [
      { fields: nameFields, prefix: true, edits: 0 },
      { fields: proseFields, prefix: false, edits: 0 },
    ]
  }
  const edits = isPasted || term.length < 4 ? 0 : term.length < 6 ? 1 : 2
  return [{ fields: searchFields, prefix: true, edits }]
}

function planned(terms: readonly string[]): readonly WantedWord[] {
  const isPasted = terms.length > MOST_TYPED
  return terms.map((term, at) => ({
    term,
    plans: plansFor(term, { isLast: at === terms.length - 1, isAlone: terms.length === 1, isPasted }),
  }))
}

/** One letter behind other words is the beginning of nearly anything: until there are two it narrows nothing. A digit is a word. */
const isOnlyBegun = (term: string | undefined): boolean =>
  term !== undefined && /^\p{L}$/u.test(term) && !isUnspaced(term)

const termsOf = (tokens: readonly string[]): readonly string[] => tokens.flatMap((token) => termOf(token) ?? [])

const eachOnce = (terms: readonly string[]): readonly string[] =>
  terms.filter((term, at) => terms.lastIndexOf(term) === at)

/** The words of a query, each once: an entry that is found holds them all. */
export function wantedIn(query: string): readonly WantedWord[] {
  const words = planned(eachOnce(termsOf(queryTokensOf(query))))
  return words.length > 1 && isOnlyBegun(words.at(-1)?.term) ? words.slice(0, -1) : words
}

/**
 * The words of a query that tell something, for the moment in which nothing holds them all: names also by their parts, without stop
 * words and single letters. None when the query is one plain word, which was looked for already.
 */
export function tellingIn(query: string): readonly WantedWord[] {
  const all = termsOf(tokensOf(query))
  const terms = all.filter((term) => (term.length > 1 || isUnspaced(term)) && !isStopWord(term))
  return all.length === 1 ? [] : planned(eachOnce(terms))
}
