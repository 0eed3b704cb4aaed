import { partsOf, termOf } from './search-options.ts'

/** Where a word that matched stands in a text, and as which term. */
export type Mark = { readonly from: number; readonly to: number; readonly term: string }

/** A stretch of a text, and whether it is what was searched for. */
export type Stretch = { readonly text: string; readonly isMatch: boolean }

const WORDS = /[\p{L}\p{M}\p{N}_]+/gu

/** What of one word matched: all of it, or those of its parts that did. */
export function marksInWord(word: string, at: number, terms: ReadonlySet<string>): readonly Mark[] {
  const whole = termOf(word)
  if (whole === null) return []
  if (terms.has(whole)) return [{ from: at, to: at + word.length, term: whole }]
  const marks: Mark[] = []
  let next = 0
  for (const part of partsOf(word)) {
    const from = word.indexOf(part, next)
    next = from + part.length
    const term = termOf(part)
    if (term !== null && terms.has(term)) marks.push({ from: at + from, to: at + next, term })
  }
  return marks
}

/** Where the words of a text stand that are one of the terms, whole or in part. The words are cut as the index cuts them. */
export const marksIn = (text: string, terms: ReadonlySet<string>): readonly Mark[] =>
  terms.size === 0 ? [] : [...text.matchAll(WORDS)].flatMap(({ 0: word, index }) => marksInWord(word, index, terms))

/**
 * Cuts a text into what matched and what did not; put together again it is the same text. `terms` are those of a result, so what
 * is marked is what was found: in the console, in an open document and in an offline copy alike.
 */
export function markTerms(text: string, terms: readonly string[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let next = 0
  for (const { from, to } of marksIn(text, new Set(terms))) {
    if (from > next) stretches.push({ text: text.slice(next, from), isMatch: false })
    stretches.push({ text: text.slice(from, to), isMatch: true })
    next = to
  }
  if (next < text.length || stretches.length === 0) stretches.push({ text: text.slice(next), isMatch: false })
  return stretches
}
