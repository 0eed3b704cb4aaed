import { rememberedOf } from '../../kit/remembered.ts'
import type { Language } from './language.ts'
import { tablePattern } from './table-patterns.ts'

/** What tells the sentences of a language, for words that are `lowered`. */
export type PatternsOfLanguage = {
  readonly begins: RegExp | undefined
  readonly ends: RegExp | undefined
  readonly subordinate: RegExp | undefined
  readonly leadIn: RegExp
  readonly advises: RegExp
  readonly opens: RegExp
  /** What opens an order without a comma: a time or a place. */
  readonly opensFreely: RegExp | undefined
  readonly small: RegExp
  readonly ofCase: RegExp
  readonly foretells: RegExp
  readonly foretellsFirst: RegExp
  readonly forbids: RegExp
  readonly states: RegExp
  readonly bearsInMind: RegExp | undefined
  readonly callOut: RegExp
  readonly points: RegExp
  readonly examples: RegExp
  readonly leadsToCode: RegExp
  readonly trouble: RegExp
  readonly checks: RegExp
  readonly pointsBelow: RegExp
  readonly runs: RegExp | undefined
  readonly isRun: RegExp | undefined
}

/** The patterns of a language, compiled when it is first met. */
export const patternsOf: (language: Language) => PatternsOfLanguage = rememberedOf(compile)

function compile(language: Language): PatternsOfLanguage {
  const isSpaced = language.smallWords !== ''
  const pattern = (source: string): RegExp => (isSpaced ? tablePattern(source) : new RegExp(source, 'u'))
  const start = isSpaced ? '(?<![\\p{L}\\p{N}])' : ''
  const end = isSpaced ? '(?![\\p{L}\\p{N}])' : ''
  const within = (words: string): RegExp => pattern(`${start}(?:${words})${end}`)
  const atStart = (words: string): RegExp => pattern(`^(?:${words})${end}`)
  const ifTold = (words: string | undefined, made: (words: string) => RegExp): RegExp | undefined =>
    words === undefined ? undefined : made(words)
  return {
    begins: ifTold(language.orders, atStart),
    ends: ifTold(language.ordersAtTheEnd, (words) => pattern(`${start}(?:${words})(?:\\s*[(（][^()（）]*[)）]?)?$`)),
    subordinate: ifTold(language.subordinates, atStart),
    leadIn: pattern(`^${language.leadIns}${isSpaced ? "(?:[,:]?\\s+|(?<=['\\u2019]))" : '[，、,]?\\s*'}`),
    advises: within(language.advises),
    opens: atStart(`${language.cases}|${language.openings}`),
    opensFreely: ifTold(language.opensFreely, atStart),
    small: pattern(`^(?:${language.smallWords})$`),
    ofCase: atStart(language.cases),
    foretells: within(language.foretells),
    foretellsFirst: atStart(language.foretells),
    forbids: atStart(language.forbids),
    states: within(language.states),
    bearsInMind: ifTold(language.bearsInMind, atStart),
    callOut: pattern(`^[^\\p{L}\\p{N}]*(?:${language.callOuts})\\s*[:：!！]\\s*`),
    points: atStart(language.points),
    examples: pattern(`${start}(?:${language.examples})\\s*[:：]$`),
    trouble: within(language.trouble),
    leadsToCode: pattern(`^(?:${language.leadIns}[,]? ?)?(?:${language.leadsToCode}|${language.examples})\\s*[:：.]?$`),
    checks: atStart(language.checks),
    pointsBelow: within(language.pointsBelow),
    runs: ifTold(language.runs, (words) => pattern(`${isSpaced ? '(?<!\\p{L})' : ''}${words}[:：]? ?$`)),
    isRun: ifTold(language.isRun, (words) => pattern(`^ ?${words}`)),
  }
}
