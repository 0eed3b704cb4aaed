import { commandsIn } from '../commands/span-commands.ts'
import { saysNothingInAnotherLanguage } from '../languages/foreign-mood.ts'
import type { Command } from '../runbook.ts'
import type { Block, Inline } from '../text/block.ts'
import { parseBlocks } from '../text/parse-blocks.ts'
import { NO_INLINE } from '../text/read-inline.ts'
import { forbids, moodOf } from '../words/sentence-mood.ts'
import { asksForAction, onlyForbids, sentencesOf } from '../words/sentences.ts'
import { startsWithVerb } from '../words/verb-forms.ts'

type Paragraph = Block & { type: 'paragraph' }

/** Words that introduce code and say nothing of it. */
const EMPTY_INTRODUCTION =
  /^(?:in this example,? (?:we|i)(?: are| will be| will)? us(?:e|ing) [^.,]{1,40}|for (?:example|instance)|examples?|e\.?g\.?|like (?:so|this)|as follows|(?:(?:and|then|now) )*run(?: (?:this|the following)(?: commands?)?)?|use|use (?:this|the following)(?: commands?)?|commands?|then|i\.?e\.?)\s*[:.]?$/i

const isEmptyIntroduction = (text: string): boolean =>
  EMPTY_INTRODUCTION.test(text) || saysNothingInAnotherLanguage(text)

/** A sentence that goes with the one before it. */
const ASIDE =
  /^(?:please )?(?:note|notice|beware|remember|be aware|keep in mind|alternatively|if (?:not|so|you (?:do not|don['\u2019]t)))\b/i

/** Whether a sentence only goes with the order before it: "Note that ...", "If not, see the book". */
export const isAsideOfOrder = (sentence: string): boolean =>
  ASIDE.test(sentence) || /^(?:please )?(?:see|refer to|consult|read)\b/i.test(sentence)

/** "Pay special attention to:", "You can use the following command:" only lead on from the sentence before to what stands below. */
const LEADS_ON =
  /^(?:(?:then|and|also|please) )?(?:[a-zà-ÿ]+|pay (?:[a-zà-ÿ]+ )?attention to|[a-zà-ÿ]+ (?:out )?(?:that|if|whether|for|these|this|(?:for |that |if )?the following))[:\uFF1A]$|^(?:(?:to do (?:this|so|that)|for (?:this|that)),? )?(?:please |then |simply )?(?:(?:you|we) (?:can|may|could|might|should) )?(?:also )?(?:use|run|execute|type|enter|try|do (?:this|so|that|it) (?:by|with|using|via))(?: (?:running|executing|using))?(?: (?:one|any) of)?(?: (?:the|this|these))?(?: (?:following|below))?(?: \S+){0,2}[:\uFF1A]$/i

/** Whether a paragraph above a code block does not say what the code is for: "For example:", or only the name of a file. */
export function saysNothing({ text, prose }: Inline): boolean {
  return isEmptyIntroduction(text) || (!/\p{L}/u.test(prose) && /^\S+\.\w{1,5}:?$/.test(text))
}

/** Whether a line only leads from what was just said to the code below it: "You can use the following command:". */
export function leadsOn(text: string): boolean {
  return LEADS_ON.test(text)
}

/** A paragraph without a last "Use:" or "For example:" that only leads to the code below. */
export function withoutIntroduction(text: string): string {
  const sentences = sentencesOf(text)
  return sentences.length > 1 && isEmptyIntroduction(sentences.at(-1) ?? '') ? sentences.slice(0, -1).join(' ') : text
}

/** Whether a paragraph begins with what to do, or orders something further on: enough to be a step beside bullets. */
export function leadsWithAction({ prose }: Inline): boolean {
  const [first = '', ...rest] = sentencesOf(prose)
  return asksForAction(first) || rest.some((sentence) => moodOf(sentence) === 'order' && !forbids(sentence))
}

/** "You can use the board", "To move it you need a new one": what is possible, or what it takes. */
const OFFERS =
  /\b(?:you|we|one|it) (?:can|may|could|might|would)\b|\bpossible to\b|^(?!in (?:this|that|such an?) case\b).*\b(?:you|we)(?:['\u2019]ll| will)? (?:(?:need|have|want) to|must)\b/i

/** "In order to get it back, you can add a relay": what is told to do for what one wants. */
const OFFERS_FOR_AN_END = /^in order to\b[^:\uFF1A]{3,160}\b(?:you|we) can\b[^:\uFF1A]*$/i

/** Whether a paragraph begins with an order, and not with an offer or a need: enough to be a step before numbers. */
export function beginsWithOrder({ prose }: Inline): boolean {
  const [first = ''] = sentencesOf(prose)
  const mood = moodOf(first)
  return mood === 'order' ? !OFFERS.test(first) : mood === 'advice' && OFFERS_FOR_AN_END.test(first)
}

/** Whether a sentence behind the first one of a paragraph is an order: "It spins for hours. Restart it." */
export function ordersFurtherOn({ prose }: Inline): boolean {
  return sentencesOf(prose)
    .slice(1)
    .some(
      (sentence) =>
        moodOf(sentence) === 'order' && startsWithVerb(sentence) && !forbids(sentence) && !ASIDE.test(sentence),
    )
}

/** Whether a paragraph asks for something in its own words: of "`make test` writes a row" the command is what does it. */
export function asksInWords(inline: Inline): boolean {
  return asksForAction(inline.prose)
}

/** Whether a command is most of what a paragraph says, as in "on the primary: `ps -ef | grep sender`". */
export function isMostlyCommand({ text, codes }: Inline): boolean {
  return codes.some((code) => code.length * 3 >= text.length)
}

/** The sentences of a paragraph that is nothing but instructions; empty when it says anything else. */
export function instructionsIn(text: string): readonly string[] {
  const sentences: string[] = []
  for (const sentence of sentencesOf(text)) {
    const goesOn = leadsOn(sentence) && asksForAction(sentence) && asksForAction(sentences.at(-1) ?? '')
    const isAside = ASIDE.test(sentence) || (forbids(sentence) && !asksForAction(sentence))
    if ((isAside || goesOn) && sentences.length > 0) sentences.push(`${sentences.pop()} ${sentence}`)
    else sentences.push(sentence)
  }
  return sentences.length > 1 && sentences.every(asksForAction) ? sentences : []
}

/** A paragraph without its last sentence when that only begins the list below: "Open the page. Look for:". */
export function withoutListIntroduction(inline: Inline): Inline {
  const isIntroduction = /[:\uFF1A]$/.test(inline.text)
  return isIntroduction
    ? { ...inline, text: withoutLastSentence(inline.text), prose: withoutLastSentence(inline.prose) }
    : inline
}

function withoutLastSentence(text: string): string {
  return sentencesOf(text).slice(0, -1).join(' ')
}

type OrderLine = {
  readonly text: string
  readonly commands: readonly Command[]
  readonly line: number
  /** It only forbids: read beside the orders, and none itself. */
  readonly isBan: boolean
}

/**
 * The orders of a paragraph in which each line is one, or a link to read, as people type them with no marks in front. A line that orders nothing goes with the
 * one above it. Empty when a line begins in the middle of a sentence: then it is ordinary text.
 */
export function orderLines(paragraph: Paragraph, lines: readonly string[]): readonly OrderLine[] {
  if (paragraph.inline.text === '') return []
  const source = lines.slice(paragraph.line - 1, paragraph.endLine).map((line) => line.trim())
  if (source.length < 2 || source.some((line) => !/^[\W_]*\p{Lu}/u.test(line))) return []
  const read = source.map((line) => readLine(line, paragraph.inline))
  const orders: { inline: Inline; line: number; stands: boolean; isBan: boolean }[] = []
  let isLedTo = false
  read.forEach((inline, index) => {
    const last = orders.at(-1)
    // "See the books of the ring:" above several links.
    isLedTo = /[:\uFF1A]$/.test(last?.inline.text ?? '') || (isLedTo && isLink(inline))
    const isBan = onlyForbids(inline.prose)
    const above = source[index - 1] ?? '.'
    const stands = !BREAKS_OFF.test(above) && ((isLink(inline) && ENDS.test(above)) || asksForAction(inline.prose))
    if (last === undefined || isBan || (stands && !isLedTo))
      orders.push({ inline, line: paragraph.line + index, stands, isBan })
    else last.inline = joined(last.inline, inline)
  })
  const isEach = orders.every(({ stands, isBan }) => stands || isBan)
  if (!isEach || orders.filter(({ stands }) => stands).length < 2) return []
  // Lines that are whole sentences are told apart as those.
  if (instructionsIn(paragraph.inline.text).length >= orders.length) return []
  return orders.map(({ inline, line, isBan }) => ({
    text: inline.text,
    line,
    commands: commandsIn(inline, line),
    isBan,
  }))
}

/** A line of a paragraph as it is read; what is known of the code of the whole is known of the line. */
function readLine(line: string, { calls }: Inline): Inline {
  const [block] = parseBlocks(line.replace(/(?:<br ?\/?>|\\)$/i, ''))
  const inline = block?.type === 'paragraph' ? block.inline : NO_INLINE
  return calls === undefined ? inline : { ...inline, calls }
}

const isLink = ({ text, links: [only, more] }: Inline): boolean => more === undefined && only?.text === text
/** The line ends a sentence or with a link, so that the next one begins anew. */
const ENDS = /[.!?)]$/
/** "If there are errors, see": what stands on the next line is its object, whatever its words. */
const BREAKS_OFF = /\s(?:see|read|to|the|an?|in|at|of|on|with|from|via|and|or|for|by|using)$/i

function joined(one: Inline, other: Inline): Inline {
  const text = `${one.text} ${other.text}`
  const codes = [...one.codes, ...other.codes]
  return { ...one, text, prose: `${one.prose} ${other.prose}`, codes, links: [...one.links, ...other.links] }
}
