import { piecesOf, termOf } from './cut-words.ts'

/** Where a word that matched stands in a text, and as which term. */
export type Mark = { readonly from: number; readonly to: number; readonly term: string }

/** A stretch of a text, and whether it is what was searched for. */
export type Stretch = { readonly text: string; readonly isMatch: boolean }

const WORDS = /[\p{L}\p{M}\p{N}_]+/gu

/** What of one word matched: all of it, or those of its parts that did. Parts of a run without spaces may overlap. */
export function marksInWord(word: string, at: number, terms: ReadonlySet<string>): readonly Mark[] {
  const marks: Mark[] = []
  let wholeTo = 0
  for (const { text, from } of piecesOf(word)) {
    const to = from + text.length
    const term = termOf(text)
    if (term === null || !terms.has(term) || to <= wholeTo) continue
    marks.push({ from: at + from, to: at + to, term })
    wholeTo = to
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
  const push = (to: number, isMatch: boolean): void => {
    const last = stretches.at(-1)
    const stretch = text.slice(next, to)
    if (isMatch && last?.isMatch) stretches[stretches.length - 1] = { text: last.text + stretch, isMatch }
    else stretches.push({ text: stretch, isMatch })
    next = to
  }
  for (const { from, to } of marksIn(text, new Set(terms))) {
    if (from > next) push(from, false)
    if (to > next) push(to, true)
  }
  if (next < text.length || stretches.length === 0) push(text.length, false)
  return stretches
}
