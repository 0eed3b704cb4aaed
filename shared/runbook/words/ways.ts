import { sentencesOf } from './sentences.ts'

const SEVERAL =
  '(?:two|three|four|five|six|several|multiple|different|various|many|some|alternative|\\d|a few|a couple|an? (?:couple|few|number|variety|choice) of)'
const WAYS = '(?:ways|options|methods|modes|approaches|alternatives|possibilities|strategies|solutions)'
const COUNTS_WAYS = new RegExp(
  `\\b${SEVERAL}\\b[^.:]{0,40}\\b${WAYS}\\b|\\b(?:one|either|any) of (?:the |these )?(?:following |two |three |four |\\d )*${WAYS}\\b`,
  'i',
)
const COUNTS_WAYS_IN_OTHER_LANGUAGES =
  /(?<!\p{L})(?:(?:deux|trois|quatre|plusieurs) (?:façons|manières|méthodes|options|solutions|possibilités)|(?:dos|tres|cuatro|varias) (?:formas|maneras|opciones|soluciones|alternativas)|(?:duas|três|várias) (?:formas|maneiras|opções|soluções|alternativas)|(?:due|tre|diversi|più) (?:modi|metodi|opzioni|soluzioni)|(?:zwei|drei|mehrere|verschiedene) (?:wege|möglichkeiten|optionen|varianten|methoden|lösungen)|(?:twee|drie|meerdere) (?:manieren|opties|mogelijkheden)|(?:dwa|trzy|kilka) (?:sposoby|opcje|metody|sposobów)|(?:dva|tři|několik) (?:způsoby|možnosti|způsobů)|(?:два|три|несколько) (?:способа|варианта|способов|вариантов)|(?:два|три|кілька) (?:способи|варіанти|способів))(?!\p{L})|[两二三四几多]种(?:方法|方式|方案|途径)|(?:方法|やり方|手段)(?:は|が)[2-9二三]つ|(?:두|세|여러|몇) ?(?:가지)? ?(?:방법|옵션)/iu
const COUNTS_CASES = new RegExp(`\\b${SEVERAL}\\b[^.:]{0,40}\\b(?:scenarios|cases|causes|reasons)\\b`, 'i')

/** "There are three ways to restore it:", "Use one of the following methods:": what follows is to choose from (R2). */
export function countsWays(text: string): boolean {
  return COUNTS_WAYS.test(text) || COUNTS_WAYS_IN_OTHER_LANGUAGES.test(text)
}

/** Whether the last sentence above some headings offers them as ways; that ways are spoken of somewhere is not enough. */
export function offersWays(text: string): boolean {
  const last = sentencesOf(text).at(-1) ?? ''
  return countsWays(last) && (OFFERS.test(last) || /[:\uFF1A]$/.test(last))
}

const OFFERS =
  /^(?:(?:there|here) (?:are|is)|you (?:can|may|could|have)|we (?:can|have)|(?:this|it|that) can be|use|choose|pick|try|follow|select|depending|to [a-z]+)\b|\b(?:one|either|any) of\b/i

/** Whether a line leads to a list of ways, of which one is wanted: "You can do one of the following:", "Options here are:"; what is tried in turn is none. */
export function leadsToWays(text: string): boolean {
  const last = sentencesOf(text).at(-1) ?? ''
  return /[:\uFF1A]$/.test(last) && !IN_TURN.test(last) && (OPTIONS_ARE.test(last) || offersWays(last))
}

const OPTIONS_ARE =
  /^(?:(?:the|your|our|possible|available) )*(?:options|alternatives|ways)(?: (?:here|available|for this|to [^:]{1,60}))? (?:are|include)(?: the following| as follows)?[:\uFF1A]$/i
const IN_TURN =
  /\b(?:in (?:this|that|the following|the given) order|in order of|in turn|one (?:by|after) (?:one|another|the other)|until|each|all|both|combin\w+)\b/i

/** "There are two cases:" */
export function countsCases(text: string): boolean {
  return COUNTS_CASES.test(text)
}
