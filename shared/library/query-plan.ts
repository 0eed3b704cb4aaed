import { isName, isUnspaced, queryTokensOf, tailsOf, termOf, tokensOf, wordsOf } from './cut-words.ts'
import { type SearchField, searchFields } from './search-fields.ts'
import { isStopWord } from './stop-words.ts'

/**
 * How one term is looked for in some fields: whether a longer word may begin with it, how many typing errors a word may hold, and how
 * many letters it may lack at its end, as `pod` does beside `pods`.
 */
export type TermPlan = {
  readonly fields: readonly SearchField[]
  readonly prefix: boolean
  readonly edits: number
  readonly lacks: number
}

/** A word of a query, and how it is looked for. */
export type WantedWord = { readonly term: string; readonly plans: readonly TermPlan[] }

const nameFields = ['title', 'alertname', 'keys'] as const satisfies readonly SearchField[]
const proseFields = searchFields.filter((field) => !nameFields.some((name) => name === field))

const exactly = { edits: 0, lacks: 0 } as const

/** More words than this were pasted and not typed: they are looked for as they stand, without typing errors. */
const MOST_TYPED = 8

/** A word as it was typed: how it is compared, and whether it is a name or holds a digit. */
type TypedWord = { readonly term: string; readonly isName: boolean }

type Standing = {
  readonly isName: boolean
  /** It is the last word: somebody may still be typing it. */
  readonly isLast: boolean
  readonly isAlone: boolean
  readonly isPasted: boolean
}

/**
 * Where and how a term is looked for. One letter alone is looked for in names only. A digit beside other words, and two letters, begin words
 * only there and are whole words elsewhere: at the beginning of words of running text they find everything and say nothing. The last word may always go on, because otherwise what
 * was found would be gone between one key and the next. One edit may also be two neighbours that changed places, which index and scan
 * count as two, so that a long word has them anyway. Names of several words and words with digits are mostly pasted, and one that is a letter off is another one: they have none.
 */
function plansFor(term: string, { isName, isLast, isAlone, isPasted }: Standing): readonly TermPlan[] {
  const isShort = term.length < 3
  if (isUnspaced(term)) return [{ fields: searchFields, prefix: isShort, ...exactly }]
  if (isShort && isLast && (term.length === 2 || !isAlone)) return [{ fields: searchFields, prefix: true, ...exactly }]
  if (term.length === 1 && isAlone) return [{ fields: nameFields, prefix: true, ...exactly }]
  if (isShort) {
    return [
      { fields: nameFields, prefix: true, ...exactly },
      { fields: proseFields, prefix: false, ...exactly },
    ]
  }
  const edits = isPasted || isName || term.length < 4 ? 0 : term.length < 6 ? 1 : 2
  return [{ fields: searchFields, prefix: true, edits, lacks: edits }]
}

function planned(words: readonly TypedWord[]): readonly WantedWord[] {
  const isPasted = words.length > MOST_TYPED
  return words.map(({ term, isName }, at) => ({
    term,
    plans: plansFor(term, { isName, isLast: at === words.length - 1, isAlone: words.length === 1, isPasted }),
  }))
}

/** One letter beside other words is the beginning of nearly anything: until there are two it narrows nothing. A digit is a word. */
const isOnlyBegun = (term: string | undefined): boolean =>
  term !== undefined && /^\p{L}$/u.test(term) && !isUnspaced(term)

const typedWords = (tokens: readonly string[]): readonly TypedWord[] =>
  tokens.flatMap((token) => {
    const term = termOf(token)
    return term === null ? [] : [{ term, isName: isName(token) }]
  })

const eachOnce = (words: readonly TypedWord[]): readonly TypedWord[] =>
  words.filter(({ term }, at) => words.findLastIndex((other) => other.term === term) === at)

/** The words of a query, each once: an entry that is found holds them all. The `n` of `kubectl -n svc-3` is in too many names to ask for it. */
export function wantedIn(query: string): readonly WantedWord[] {
  const words = planned(eachOnce(typedWords(queryTokensOf(query))))
  const told = words.filter(({ term }) => !isOnlyBegun(term))
  return told.length === 0 ? words : told
}

/**
 * The words of a query that tell something, for the moment in which nothing holds them all: names also by their ends and their parts,
 * without stop words and single letters. None when the query is one plain word, which was looked for already.
 */
export function tellingIn(query: string): readonly WantedWord[] {
  const all = typedWords(wordsOf(query).flatMap((word) => [...tailsOf(word), ...tokensOf(word)]))
  const telling = all.filter(({ term }) => (term.length > 1 || isUnspaced(term)) && !isStopWord(term))
  return all.length === 1 ? [] : planned(eachOnce(telling))
}
