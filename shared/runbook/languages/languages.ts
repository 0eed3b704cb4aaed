import { remembered } from '../../kit/remembered.ts'
import { CHINESE } from './chinese.ts'
import { CZECH } from './czech.ts'
import { DUTCH } from './dutch.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import { ITALIAN } from './italian.ts'
import { JAPANESE } from './japanese.ts'
import { KOREAN } from './korean.ts'
import type { Language } from './language.ts'
import { POLISH } from './polish.ts'
import { PORTUGUESE } from './portuguese.ts'
import { RUSSIAN } from './russian.ts'
import { SPANISH } from './spanish.ts'
import { TURKISH } from './turkish.ts'
import { UKRAINIAN } from './ukrainian.ts'

/** The languages of a line of which nothing tells more than its script. */
export const LATIN: readonly Language[] = [GERMAN, FRENCH, SPANISH, PORTUGUESE, ITALIAN, DUTCH, POLISH, CZECH, TURKISH]
const CYRILLIC = [RUSSIAN, UKRAINIAN]
const ENGLISH = /\b(?:the|and|of|is|are|for|if|with|this|that|from|by|it|as|at|be|or|not|has|have|can|will|should)\b/gi
/** Small words of English that other languages have as well. */
const ENGLISH_TOO = /\b(?:a|an|to|in|on|no|do|you|your|when|then|after|before|all|more|which|into|its)\b/gi
/** Letters of another script than the Latin one. */
const OTHER_LETTERS = /[^\p{Script=Latin}\P{L}]/u
/** Letters that English has not. */
const FOREIGN_LETTERS = /[^\p{Script=Latin}\P{L}]|[\u00C0-\u017F]/u
/** Nothing but ASCII, quotes, dashes, arrows and the mark for code: no letter that English has not, which is quicker to see than each script. */
const PLAIN_LETTERS = /^[\0-\x7F\u2010-\u2027\u2190-\u21FF\x81]*$/

/** The languages other than English that are known here. */
export const LANGUAGES: readonly Language[] = [...LATIN, ...CYRILLIC, CHINESE, JAPANESE, KOREAN]

/** Whether a line could be English: it has a common word of it, or is too short to tell. */
export function isEnglish(text: string): boolean {
  return !OTHER_LETTERS.test(text) && (text.split(' ').length < 4 || holds(ENGLISH, text))
}

/** Whether a line is clearly of another language: its letters, or its small words, are not those of English. */
export function looksForeign(text: string): boolean {
  const words = text.includes('http') ? text.replace(/https?:\S+/g, '') : text
  return (!PLAIN_LETTERS.test(words) && FOREIGN_LETTERS.test(words)) || (!holds(ENGLISH, words) && holdsOfAny(words))
}

/** The languages a line may be of, the likeliest first, and whether anything in it tells so. */
export type LanguagesOfLine = { readonly languages: readonly Language[]; readonly isKnown: boolean }

const NONE: LanguagesOfLine = { languages: [], isKnown: false }

/**
 * The languages of a line, told by its script, then by its small words and letters. None where it has more words of English; where nothing tells, as in
 * "Reiniciar kafka", all that share the script.
 */
export const languagesOf: (text: string) => LanguagesOfLine = remembered(readLanguages)

function readLanguages(text: string): LanguagesOfLine {
  return PLAIN_LETTERS.test(text) ? inLatinLetters(text) : byScript(text)
}

function byScript(text: string): LanguagesOfLine {
  if (/\p{Script=Hangul}/u.test(text)) return { languages: [KOREAN], isKnown: true }
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return { languages: [JAPANESE], isKnown: true }
  if (/\p{Script=Han}/u.test(text)) return { languages: [CHINESE, JAPANESE], isKnown: true }
  if (/\p{Script=Cyrillic}/u.test(text)) return likeliest(CYRILLIC, text, 0)
  return OTHER_LETTERS.test(text) ? NONE : inLatinLetters(text)
}

function inLatinLetters(text: string): LanguagesOfLine {
  const isPlainEnglish = holds(ENGLISH, text) && !holdsOfAny(text) && !looksForeign(text)
  return isPlainEnglish ? NONE : likeliest(LATIN, text, countOf(ENGLISH, text))
}

/** Those with at least half as many marks as the likeliest one: Spanish and Portuguese share most of their small words. */
function likeliest(languages: readonly Language[], text: string, english: number): LanguagesOfLine {
  const count = marksIn(text)
  const most = Math.max(...languages.map((language) => count(language)))
  const withCommon = english + countOf(ENGLISH_TOO, text)
  if ((english > 0 && english >= most) || withCommon > most) return NONE
  if (most === 0) return { languages, isKnown: false }
  const near = languages
    .filter((language) => count(language) * 2 >= most)
    .toSorted((one, other) => count(other) - count(one))
  return { languages: near, isKnown: most > withCommon }
}

const letters = new Map(
  [...LATIN, ...CYRILLIC].map((language) => [language, new RegExp(`[${language.letters ?? ''}]`, 'giu')]),
)

/** Which languages have a small word; an elided one ("l'", "d'") ends in its mark. */
const languagesOfSmallWord = new Map<string, Language[]>()
for (const language of [...LATIN, ...CYRILLIC]) {
  for (const word of new Set(language.smallWords.replaceAll("['\u2019]", "'").split('|'))) {
    const others = languagesOfSmallWord.get(word)
    if (others) others.push(language)
    else languagesOfSmallWord.set(word, [language])
  }
}

/** A word, and the mark that joins it to the next one. */
const WORD = /([\p{L}\p{N}]+)(['\u2019-]?)/gu

/** Counts what tells each language: a small word is one mark, a letter that few others have half of one. */
function marksIn(text: string): (language: Language) => number {
  const counts = new Map<Language, number>()
  for (const [, word = '', joint] of text.toLowerCase().matchAll(WORD)) {
    if (joint === '-') continue
    for (const language of languagesOfSmallWord.get(joint === '' ? word : `${word}'`) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const isPlain = PLAIN_LETTERS.test(text)
  return (language) => {
    const own = isPlain ? undefined : letters.get(language)
    return (counts.get(language) ?? 0) + (own ? countOf(own, text) / 2 : 0)
  }
}

/** Words that tell another language from English; "is", "as" and "a" do not. */
const OF_ANY_WORDS =
  'de|la|el|los|las|del|que|para|por|con|do|da|dos|das|com|uma?|und|der|die|das|ist|nicht|mit|auf|zu|den|le|les|des|pour|avec|et|une|di|il|che|een|het|van|voor|oder|wenn|nie|się|jest|są|na|je|pro|ve|bir|için'
const OF_ANY = new RegExp(`(?<![\\p{L}\\p{N}])(?:${OF_ANY_WORDS})(?![\\p{L}\\p{N}])`, 'iu')
/** The same for `PLAIN_LETTERS`, of which it tells much quicker. */
const OF_ANY_IN_PLAIN = new RegExp(`(?<![a-z\\d])(?:${OF_ANY_WORDS})(?![a-z\\d])`, 'i')
const holdsOfAny = (text: string): boolean => (PLAIN_LETTERS.test(text) ? OF_ANY_IN_PLAIN : OF_ANY).test(text)

/** Whether a pattern that counts is in a text at all. */
const holds = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}
