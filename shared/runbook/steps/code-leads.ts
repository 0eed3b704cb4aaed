import { rememberedOf } from '../../kit/remembered.ts'
import { isBareCommand, isShellCommand, looksTyped } from '../commands/command-lines.ts'
import { hasPrompt } from '../commands/prompts.ts'
import { announcesOutput, textToPut } from '../commands/shown-output.ts'
import { wordsOf } from '../passages/step-items.ts'
import { leadsOn } from '../passages/step-paragraphs.ts'
import type { Command } from '../runbook.ts'
import type { Block, CodeBlock, Inline, ListBlock, ListItem } from '../text/block.ts'
import { forbidsCode } from '../words/bans.ts'
import { moodOf, withoutCallOut } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, isStatement, sentencesOf } from '../words/sentences.ts'

type Paragraph = Block & { type: 'paragraph' }

/** Code of no named language that is no call of a tool, below a sentence that only states something: "The value is:". */
export function isShownBelow({ inline }: Paragraph, code: CodeBlock): boolean {
  const last = sentencesOf(inline.prose).at(-1) ?? ''
  const states = moodOf(last) === 'statement' && !LEADS_TO_CODE.test(last)
  return code.language === '' && !holdsCommands(code.text) && states && textToPut(inline.prose, code) === undefined
}

/** A first line that goes to a folder or says who one is shows nothing; the tools below it do. */
function holdsCommands(text: string): boolean {
  const lines = text.split('\n')
  return looksTyped(text) || lines.filter(isBareCommand).length > 1 || hasPrompt('', lines)
}

/** "The command is:", "The state can be seen with:" lead to what to run, though they only state it. */
const LEADS_TO_CODE = /\b(?:commands?(?!-)|scripts?|quer(?:y|ies))\b|\b(?:with|using|via|by|run|running)\b[^,.]{0,40}$/i

/** "The example below uses a relay of its own." */
export const POINTS_AT_CODE =
  /\b(?:examples?|commands?|snippets?|scripts?|quer(?:y|ies)) below\b|\bthe following (?:example|command|snippet|script|query)\b/i

/** "The following command is run on the relay:", "This can be done with:" */
const ONLY_LEADS =
  /^(?:the|this|these) (?:following |next |below )?(?:commands?|scripts?|quer(?:y|ies))(?: below)? (?:is|are|can be|must be|should be|will be|has to be|have to be) (?:run|executed|used|issued|called|entered)\b.*[.:\uFF1A]$|^(?:this|that|it) (?:can|may|should|must|has to|will) be (?:done|achieved|accomplished|performed)\b.*[:\uFF1A]$/i

/** Whether a line between two commands is said of the first: "The answer must name the relay." */
export function tellsOfOutput(text: string): boolean {
  return /[.!]$/.test(text) && (GOES_ON.test(text) || (announcesOutput(text) && !asksForAction(text)))
}

/** What a paragraph above output asks for; that one will see the output is no step, nor is what must not be done. */
export const askedAboveOutput = ({ text }: Inline): string =>
  sentencesOf(text)
    .filter((one) => !forbidsCode(one) && (!announcesOutput(one) || beginsWithAction(one)))
    .join(' ')

/** "which, as a rule, prints its events." */
const GOES_ON = /^which\b/

/** Whether a line says nothing of what the code below it is for: the order before it does. */
export function saysNothingOfCode(text: string): boolean {
  return leadsOn(text) || ONLY_LEADS.test(text)
}

/** "2. Install it", "in whatever way you like:"; or what a bullet is about, told between it and its code, where those above have their code below them. */
export const tellsOfItem = (text: string, { ordered, items }: ListBlock): boolean =>
  /^\p{Ll}/u.test(text) ||
  (!ordered && onlyTells(text) && items.slice(0, -1).every(({ blocks }) => blocks.some(({ type }) => type === 'code')))

/** "On your machine, execute the commands below:", "Source: ring a" */
export const isToldBetween = ({ inline }: Paragraph, before: Paragraph): boolean =>
  (LEADS_TO_COMMANDS.test(before.inline.text) && onlyTells(inline.text)) ||
  (RUNS_IT.test(before.inline.text) && isCallOut(inline.text))

const LEADS_TO_COMMANDS =
  /\b(?:run|execute|use|issue|type) (?:the |these )?(?:following |next )?(?:commands?|scripts?|quer(?:y|ies))(?: below)?\s*[:\uFF1A]$/i

/** "Run this from the relay, to open the ring.": what stands below, also behind a call-out. */
const RUNS_IT = /^(?:then |now )?(?:please )?(?:run|execute) (?:this|these)\b(?!(?: \S+){0,2} (?:again|above)\b).*\.$/i

/** "Warning: the ring must be open." */
const isCallOut = (text: string): boolean => {
  const { words, isWarning } = withoutCallOut(text)
  return isWarning && !forbidsCode(text) && onlyTells(words.replace(/^[:\s]+/, ''))
}

const onlyTells = (text: string): boolean => !/[:?\uFF1A\uFF1F]$/.test(text) && !asksForAction(text)

/** "Example of a query:", or the link of its board, with the code that it is the label of. */
export function labelledCode(item: ListItem, commands: readonly Command[]): LabelledCode | undefined {
  const { text, prose, links } = wordsOf(item)
  const leads = /[:\uFF1A]$/.test(text) || links[0]?.text === text
  if (!leads || commands.length === 0) return undefined
  return { text: text.replace(/\s*[:\uFF1A]$/, ''), prose, commands, line: item.line, endLine: item.endLine }
}

type LabelledCode = {
  readonly text: string
  readonly prose: string
  readonly line: number
  readonly commands: readonly Command[]
  readonly endLine: number
}

/** A case in which an order holds stays with it. */
export const IS_A_CASE = /^(?:if|when|once|after|unless|in case|only|as soon as)\b/i

/** Whether a line above a script asks for nothing and opens no case: "Hints pile up while a node is down:". */
export function tellsAboveScript(text: string): boolean {
  const last = sentencesOf(text).at(-1) ?? ''
  return !asksForAction(text) && (!/[:\uFF1A]$/.test(last) || (isStatement(last) && !IS_A_CASE.test(last)))
}

/** "Wait until the ring is open. Then:" */
const BARELY = /^(?:and )?(?:then|next|afterwards|finally|now)\s*[:\uFF1A]$/i

/** The words of a paragraph that asks for something, without its last ones where these say no more than that the code below comes next. */
export function wordsBeforeThen({ text }: Inline): string | undefined {
  const sentences = sentencesOf(text)
  const before = sentences.slice(0, -1)
  return BARELY.test(sentences.at(-1) ?? '') && before.some(asksForAction) ? before.join(' ') : undefined
}

/** Whether a paragraph asks for something and then goes on to tell of something else, so that the code below it is of neither. */
export function goesOnToElse({ prose }: Inline): boolean {
  const sentences = sentencesOf(prose)
  const last = sentences.findLastIndex(asksForAction)
  const pointing = sentences.findIndex((one) => POINTS_AT_CODE.test(one) && !asksForAction(one))
  const isFar = last >= 0 && (last < sentences.length - 2 || (pointing >= 0 && pointing < last))
  return isFar && !sentences.slice(last).some((one) => LEADS_TO_CODE.test(one))
}

/**
 * Whether a paragraph above code asks for something with another tool ("You may need to `ssh` into the node."), or says of what the code above it printed how it should be ("`Open` should be true, else read
 * why."): the code below it does neither.
 */
export function isOfAnotherTool({ text, codes }: Inline, code: CodeBlock, before: Block | undefined): boolean {
  const [last = '', previous = ''] = sentencesOf(text).toReversed()
  if (!/[.!]$/.test(text) || POINTS_ON.test(last) || POINTS_AT_CODE.test(previous)) return false
  const others = codes.filter((name) => !code.text.includes(name))
  if (SAYS_HOW_IT_SHOULD_BE.test(text))
    return before?.type === 'code' && others.some((name) => before.text.includes(name))
  return others.length === codes.length && others.some((name) => !name.includes(' ') && isShellCommand(`${name} ring`))
}

/** Whether code below another block is an example of it, and no step of its own. */
export const isExampleBelowCode = ({ inline }: Paragraph, before: Block | undefined): boolean =>
  IS_AN_EXAMPLE.test(inline.text) && before?.type === 'code'

const IS_AN_EXAMPLE = /^(?:for )?(?:an )?examples?\s*[:.]?$|^e\.g\.?\s*:?$/i

/** Whether the code below a paragraph is that which the one before promises, and this one says what to do with it: "Run the following command.", "Append it with `--yes`." */
export const isPromisedAbove = ({ inline }: Paragraph, before: Paragraph): boolean =>
  PROMISES_CODE.test(before.inline.text) && IS_DONE_WITH_IT.test(inline.text)

const PROMISES_CODE =
  /\b(?:run|execute|use|issue) the (?:following|next) (?:\S+ ){0,2}(?:commands?|scripts?|quer(?:y|ies))\b[^.:\uFF1A]*[.:\uFF1A]?$/i
const IS_DONE_WITH_IT = /^[A-Z][a-z]+ it\b[^:\uFF1A]*$/

const POINTS_ON = /\b(?:following|below|commands?|scripts?|quer(?:y|ies)|this|these|as follows)\b/i
const SAYS_HOW_IT_SHOULD_BE = /^[^,.]*\bshould (?:be|show|read|have|say|contain|list)\b/i

/** Whether code comes first among some blocks, and each time the words follow it: none of them leads to code. */
export const isToldBelow = rememberedOf((blocks: readonly Block[]): boolean => {
  const codes = blocks.flatMap(({ type }, index) => (type === 'code' ? [index] : []))
  const isLead = (block: Block | undefined): boolean =>
    block?.type === 'paragraph' && (/[:\uFF1A]$/.test(block.inline.text) || beginsWithAction(block.inline.text))
  return (
    codes.length > 1 && codes[0] === 0 && blocks.at(-1)?.type !== 'code' && !codes.some((at) => isLead(blocks[at - 1]))
  )
})
