import { sentencesOf } from './sentences.ts'

const SEVERAL =
  '(?:two|three|four|five|six|several|multiple|different|various|many|some|alternative|\\d|a few|a couple|an? (?:couple|few|number|variety|choice) of)'
const WAYS = '(?:ways|options|methods|modes|approaches|alternatives|possibilities|strategies|solutions)'
const COUNTS_WAYS = new RegExp(
  `\\b${SEVERAL}\\b[^.:]{0,40}\\b${WAYS}\\b|\\b(?:one|either|any) of (?:the |these )?(?:following |two |three |four |\\d )*${WAYS}\\b`,
  'i',
)
const COUNTS_CASES = new RegExp(`\\b${SEVERAL}\\b[^.:]{0,40}\\b(?:scenarios|cases|causes|reasons)\\b`, 'i')

/** "There are three ways to restore it:", "Use one of the following methods:": what follows is to choose from (R2). */
export function countsWays(text: string): boolean {
  return COUNTS_WAYS.test(text)
}

/** Whether the last sentence above some headings offers them as ways; that ways are spoken of somewhere is not enough. */
export function offersWays(text: string): boolean {
  const last = sentencesOf(text).at(-1) ?? ''
  return countsWays(last) && (OFFERS.test(last) || /[:\uFF1A]$/.test(last))
}

const OFFERS =
  /^(?:(?:there|here) (?:are|is)|you (?:can|may|could|have)|we (?:can|have)|(?:this|it|that) can be|use|choose|pick|try|follow|select|depending|to [a-z]+)\b|\b(?:one|either|any) of\b/i

/** "There are two cases:" */
export function countsCases(text: string): boolean {
  return COUNTS_CASES.test(text)
}
