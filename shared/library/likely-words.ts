import { LONGEST_TERM, wordsOf } from './cut-words.ts'

/** A term as its letters tell it: which they are, the first, how many, and how many of them a word may get wrong. */
export type LettersOf = {
  readonly letters: number
  readonly first: number
  readonly length: number
  readonly edits: number
}

/** What a code of a letter leaves when its case is taken off; digits share the number of a letter, which makes a word likely and never unlikely. */
const CASELESS = 31
/** Set for a word that may be made of several: of one with a capital or `_`. */
const MAY_HAVE_PARTS = 1 << 27
/** The letters of a word that is not plain ASCII: any. */
const ANY = -1

/** For each ASCII code what it says of the word it stands in; 0 for what stands between words. */
const saysOfWord = Int32Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (character === '_') return MAY_HAVE_PARTS
  if (!/[A-Za-z0-9]/.test(character)) return 0
  return (1 << (code & CASELESS)) | (/[A-Z]/.test(character) ? MAY_HAVE_PARTS : 0)
})

/** Reads the letters of a term, as `termOf` writes it. */
export function lettersOf(term: string, edits: number): LettersOf {
  let letters = 0
  for (let at = 0; at < term.length; at += 1) letters |= 1 << (term.charCodeAt(at) & CASELESS)
  return {
    letters: letters & ~(1 << ('_'.charCodeAt(0) & CASELESS)),
    first: term.charCodeAt(0) & CASELESS,
    length: term.length,
    edits,
  }
}

/** Whether a set has more members than `most`. */
function isMore(set: number, most: number): boolean {
  let left = set
  for (let taken = 0; taken < most; taken += 1) left &= left - 1
  return left !== 0
}

/** Whether a word with these letters can answer a term. One typing error takes one letter off at most, and puts one in. */
function canAnswer(letters: number, first: number, length: number, term: LettersOf): boolean {
  const { edits } = term
  if (letters === ANY || length > LONGEST_TERM) return true
  if (length < term.length - edits || isMore(term.letters & ~letters, edits)) return false
  if ((letters & MAY_HAVE_PARTS) !== 0) return true
  if (first === term.first && (term.letters & ~letters) === 0) return true
  return length <= term.length + edits && !isMore(letters & ~term.letters, edits)
}

/**
 * The words of a text that may answer one of some terms, in order, as `wordsOf` cuts them: all that do, and few others. Most words are told apart
 * by their letters before they are cut out, which is several times as quick as looking each of them up.
 */
export function likelyWords(text: string, terms: readonly LettersOf[]): readonly string[] {
  const likely: string[] = []
  let from = 0
  let letters = 0
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0
    const says = code < 128 ? (saysOfWord[code] ?? 0) : ANY
    if (says !== 0) {
      letters |= says
      continue
    }
    if (letters !== 0) {
      const first = text.charCodeAt(from) & CASELESS
      for (const term of terms) {
        if (!canAnswer(letters, first, at - from, term)) continue
        const run = text.slice(from, at)
        if (letters === ANY) likely.push(...wordsOf(run))
        else likely.push(run)
        break
      }
      letters = 0
    }
    from = at + 1
  }
  return likely
}
