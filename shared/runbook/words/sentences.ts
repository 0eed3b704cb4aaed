import { remembered } from '../../kit/remembered.ts'
import { opensForeignCase } from '../languages/foreign-mood.ts'

import { ordersBehindAnOpening } from './order-openings.ts'

import { asks, forbids, moodOf, withoutCallOut } from './sentence-mood.ts'
import { startsWithVerb } from './verb-forms.ts'

const SAYS_WHEN = /^(?:if|unless|in case|when|whenever|once|as soon as)\b/i
const OPENS_A_CONDITION = /^(?:if|unless|in case|as soon as)\b/i
/** "To verify it, open the page", "Before you reset it, tell the clients", "In the search box, enter the name" */
const OPENS_A_PURPOSE =
  /^(?:(?:in order )?to|before|after|until|now that|in|on|at|from|for|per|with|using|via|through|where|should|depending on|assuming|provided|failing|as an?|worst case|based on|according to)\b[^,]{3,160},\s(?!(?:you|we|one|it|this|the|see|refer)\b)/i
const opensACondition = (text: string): boolean => OPENS_A_CONDITION.test(text) || opensForeignCase(text)

/** Whether a line begins with the case in which it holds. */
export const saysWhen = (text: string): boolean => SAYS_WHEN.test(text) || opensForeignCase(text)

/** "The disk is full \u2192 M2" tells where to go on. */
const LEADS_ON = /\u2192|->|=>/
/** "No rows \u2192 the job is not installed" only says what it means. */
const TELLS_OF_A_THING =
  /^(?:(?:the|a|an|this|that|it|they|there|these|those)\b.*|(?:[a-zà-ÿ-]+ ){1,4})\b(?:is|are|was|were|has|have|will|does|do|did)\b/i
/** "(relay -> ring -> packer)" only shows a course of things. */
const IN_BRACKETS = /\([^()]{0,200}\)/g
/** Two arrows: a course of things when a word or two stand before the first, else a path through menus. */
const ARROWS = /^(.{0,200}?)(?:→|->)(.{1,200}?)(?:→|->)/

/** The full stops of Chinese and Japanese have no blank behind them. Some write on in small letters behind a full stop: "check the tag exists. restart it". */
const ENDS_A_SENTENCE =
  /(?<=(?<!\.\.)[.!?])(?<!\b(?:e\.g|i\.e)\.)(?<!(?<!\p{L})(?:z|z\. ?B|d\. ?h|u\. ?a|bzw|ca|ggf|inkl|vgl|[Сс]м|т|т\. ?е)\.)\s+(?=[\p{Lu}\p{Lo}\p{N}`"'\u00BF\u00A1])|(?<=[\u3002\uFF01\uFF1F])\s*(?=[^\s)\uFF09\u300D\u300F\u201D])|(?<=[\p{L}\x81`)]{3}[.!?])(?<!\b(?:etc|incl|resp|approx|esp|max|min|sec|fig|vs|max|dept|corp|inc|misc|temp)\.)\s+(?=(?:check|restart|use|run|look|if|then|see|verify|make sure|note|try|usually|open|find|scroll|add|set|stop|start|delete|remove|scale|roll|wait|ask|tell|call|page|drain|retry|rerun|confirm|ensure|fix|increase|reduce|raise|lower) )/u

/** Whole sentences of a paragraph. */
export const sentencesOf: (text: string) => readonly string[] = remembered(readSentences)

function readSentences(text: string): readonly string[] {
  if (!/[.!?]\s|[\u3002\uFF01\uFF1F]/.test(text)) return text.trim() === '' ? [] : [text]
  return text.split(ENDS_A_SENTENCE).filter((sentence) => sentence.trim() !== '')
}

/** Whether some sentence tells the reader to do something. */
export const asksForAction: (text: string) => boolean = remembered((text) => {
  // "detect → contain → recover" shows a course of things and asks for none of them.
  const [, first = '', second] = LEADS_ON.test(text) ? (ARROWS.exec(text) ?? []) : []
  if (second !== undefined && first.trim().split(' ').length < 3) return false
  return firstAction(text) !== undefined
})

/** The sentence that tells the reader to do something, for steps made from long paragraphs. */
export const firstAction: (text: string) => string | undefined = remembered((text) =>
  sentencesOf(text).find((sentence) => asks(moodOf(sentence))),
)

/** The first sentence that asks, with the case in front of it: "If it is torn, it cannot be read. Repair it first." */
export function firstActionInItsCase(text: string): string | undefined {
  const sentences = sentencesOf(text)
  const at = sentences.findIndex((sentence) => asks(moodOf(sentence)))
  const before = sentences[at - 1] ?? ''
  const asking = sentences[at] ?? ''
  return opensACondition(before) && !saysWhen(asking) ? `${before} ${asking}` : sentences[at]
}

function tellsOfAThing(words: string): boolean {
  return TELLS_OF_A_THING.test(words) && moodOf(words) === 'statement'
}

/** Whether a text says what must not be done and asks for nothing: "The alert ends by itself. Do not silence it." */
export function onlyForbids(text: string): boolean {
  return !asksForAction(text) && sentencesOf(text).some(forbids)
}

/** Whether a line only states how things are: no step, where other lines ask for action (R3). Lines that cannot be told, in other languages too, are given the benefit of the doubt. */
export const isStatement: (text: string) => boolean = remembered(readsAsStatement)

function readsAsStatement(text: string): boolean {
  if (text.endsWith('?') || asksForAction(text)) return false
  const [from = '', ...leadsTo] = text.replace(IN_BRACKETS, '').split(LEADS_ON)
  if (leadsTo.length > 0) return leadsTo.length === 1 && !from.includes('?') && tellsOfAThing(leadsTo.join('').trim())
  const sentences = sentencesOf(text)
  // A name in code is followed by what it means, over several sentences.
  const telling = /^\p{L}/u.test(text) ? sentences.slice(0, 1) : sentences
  return telling.some((sentence) => moodOf(sentence) === 'statement')
}

/** Whether a line begins with what to do, or with when to do it. */
export const beginsWithAction: (text: string) => boolean = remembered(readBeginning)

function readBeginning(text: string): boolean {
  const { words } = withoutCallOut(text)
  return (
    startsWithVerb(words) ||
    (saysWhen(words) && asksForAction(words)) ||
    (OPENS_A_PURPOSE.test(words) && moodOf(words) === 'order') ||
    ordersBehindAnOpening(words)
  )
}

/** Whether a sentence says that something must be done, and not only what one can do: "After that you must drain it", "It is important to wait". */
export function insists(sentence: string): boolean {
  return INSISTS.test(sentence) && asks(moodOf(sentence))
}

const INSISTS =
  /\b(?:must|(?:need|have|has|needs) to|make sure|be sure|ensure|(?:important|essential|crucial|critical|necessary|vital) to)\b/i

/** A paragraph without the sentences before its first action that only state something; a condition is never left out. */
export function fromFirstAction(text: string): string {
  const sentences = sentencesOf(text)
  const from = sentences.findIndex(
    (sentence) => opensACondition(sentence) || sentence.endsWith('?') || moodOf(sentence) !== 'statement',
  )
  return from > 0 ? sentences.slice(from).join(' ') : text
}
