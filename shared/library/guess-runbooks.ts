import type { SearchHit } from '../contract/answers.ts'
import { termOf, tokensOf } from './cut-words.ts'
import { isTelling, namesIn } from './telling-signs.ts'

/** A runbook that may be the right one, and the words because of which. */
export type RunbookGuess = { readonly path: string; readonly title: string; readonly words: readonly string[] }

/** As many hits are asked for: those that are for something else, or have only a misspelt word in common, fall out. */
export const HITS_TO_GUESS_FROM = 40
const MOST_GUESSES = 5
/** One word in common is chance, unless it is the name of a machine or an alert. */
const LEAST_WORDS = 2
const LONGEST_QUERY = 500

/** What to search by when an alert fits no runbook: each of its texts once, its name first. */
export const guessQuery = (texts: readonly string[]): string =>
  [...new Set(texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()))].join(' ').slice(0, LONGEST_QUERY).trim()

/** The words of a text that tell what it is about, as the index knows them; a number tells nothing. */
const tellingTerms = (text: string): ReadonlySet<string> =>
  new Set(
    tokensOf(text)
      .flatMap((token) => termOf(token) ?? [])
      .filter((term) => /\p{L}/u.test(term) && isTelling(term)),
  )

/**
 * The runbooks among these hits that share telling words with what was searched by, in their order. A word with a typing error does not count:
 * an alert is not typed, and `ledger` is no `leader`.
 */
export function guessesIn(hits: readonly SearchHit[], query: string): readonly RunbookGuess[] {
  const own = tellingTerms(query)
  const names = new Set(namesIn(query).flatMap((name) => termOf(name) ?? []))
  return hits
    .flatMap(({ kind, ref, title, terms }): RunbookGuess[] => {
      const words = terms.filter((term) => own.has(term))
      const isNoChance = words.length >= LEAST_WORDS || words.some((word) => names.has(word))
      return kind === 'runbook' && isNoChance ? [{ path: ref, title, words }] : []
    })
    .slice(0, MOST_GUESSES)
}
