import { rememberedOf } from '../../kit/remembered.ts'
import { textOfCommand } from '../commands/command-in-words.ts'
import { labelledCommand } from '../commands/command-lines.ts'
import { commandsAt } from '../commands/shown-output.ts'
import { commandsIn, onlyOnce, spanCommands, withoutNames } from '../commands/span-commands.ts'
import { checksInAnotherLanguage } from '../languages/foreign-mood.ts'
import type { Command } from '../runbook.ts'
import type { Block, Inline, ListBlock, ListItem, TableBlock } from '../text/block.ts'
import { NO_INLINE } from '../text/read-inline.ts'
import { saysNothingIsToDo, saysWhy } from '../words/nothing-to-do.ts'
import { asksForAction, isStatement } from '../words/sentences.ts'
import { topicOf } from '../words/topic.ts'
import { promisesExamples } from './list-announcements.ts'
import { isNeverTyped } from './table-columns.ts'

const FACT_LABEL =
  /^(?:(?:extended|short|long|full|alert|potential|customer) )*(?:message|trigger|trigger conditions?|conditions?|signals?|detection|response time|severity|summary|description|detect|scope|affected|alert|alert name|expr|expression|query|runbook|runbook url|dashboards?|links?|owner|team|service|tier|labels?|for|threshold|type|status|priority|source|cause|reason|impact|meaning|symptoms?|note|example)$/i
/** "Request lookup query:" and "Rollback procedure:" are titles, whatever the first word. */
const NAMES_WHAT_FOLLOWS =
  /^(?:[a-zà-ÿ-]+ ){1,3}(?:quer(?:y|ies)|procedures?|commands?|steps?|process|plans?|scripts?|examples?|outputs?)\s*[:\uFF1A]$/i
/** "1 hour", "within 30 minutes": a target, not something to do. */
const ONLY_AN_AMOUNT =
  /^(?:within |under |up to |about |[~<>\u2264\u2265] ?)?\d+(?:[.,]\d+)?\s*(?:%|seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|business days?)$/i
/** What the author still has to write. */
const IS_UNWRITTEN = /^(?:todo|tbd|fixme)\b/i
/** "(i.e. the name could not be found)" explains the line above it. */
const IS_IN_BRACKETS = /^\(.*\)[.;]?$|^(?:i\.e\.|e\.g\.)/
/** A mark that tells how something stands, as in "❌ Stopped". */
const STATUS_MARK = /^[✅❌⚠🔴🟡🟢]/u
const ACTION_LABEL =
  /^(?:actions?(?: required)?|fix|to do|todo|what to do|resolution|solution|answer|remedy|workaround|how to fix|remediation|mitigation|next steps?|response)\s*:\s*/i
const CASE_LABEL = /^(?:problem|issue|symptoms?|error|cause|question|case)\s*:\s*(?=\S)/i

const LONGEST_CASE = 120

/** Whether a heading says that every item below it is to be ticked, whatever its words: a checklist, or what to look for once all is well. */
export function isChecklist(heading: string): boolean {
  return (
    checksInAnotherLanguage(heading) ||
    /\bcheck ?lists?\b|\b(?:verif|validat|confirm)|^\W*(?:(?:final|post|sanity|smoke|acceptance)[ -])?checks?\W*$/i.test(
      heading,
    )
  )
}

/** The text of a step made from an item: its first words, else its first command; empty when it has neither. */
export function itemText(item: ListItem, commands: readonly Command[]): string {
  const asking = askingWordsOf(item)
  const words = withLeadApart(asking)
    .replace(ACTION_LABEL, '')
    .replace(/\s*[:\uFF1A]$/, '')
  const rest = restBehindCode(item)?.inline.text
  return `${caseOf(item, asking)}${words}${rest === undefined ? '' : ` \u2026 ${rest}`}` || textOfCommand(commands)
}

/** The rest of a sentence that breaks off above the code of an item: "If it is late, add", the code, "to the settings of the ring.". */
export function restBehindCode({ blocks }: ListItem): (Block & { type: 'paragraph' }) | undefined {
  const [first, code, rest] = blocks
  if (first?.type !== 'paragraph' || code?.type !== 'code' || rest?.type !== 'paragraph') return undefined
  return BREAKS_OFF.test(first.inline.text) && /^\p{Ll}/u.test(rest.inline.text) ? rest : undefined
}

const BREAKS_OFF =
  /(?:^|\s)(?:add|append|insert|put|set|write|replace|change|run|execute|type|enter|use|copy|paste|with|by|using|via|to|from|in|and|or|the)$/i

/** "**Warm up**" on a line of its own is a label of the words below it, also without a colon. */
function withLeadApart({ text, lead, leadIsLine }: Inline): string {
  const isBare = leadIsLine === true && text.startsWith(lead) && /[\p{L}\p{N})]$/u.test(lead)
  return isBare && text.length > lead.length ? `${lead}: ${text.slice(lead.length).trim()}` : text
}

/** What an item says before the paragraph that asks is the case in which it does; a long text is shown beside the step. */
function caseOf(item: ListItem, asking: Inline): string {
  const first = wordsOf(item)
  const told = first.text.replace(/[\s.:\uFF1A]+$/, '').replace(CASE_LABEL, '')
  return asking === first || told.length > LONGEST_CASE || namesPart(first) ? '' : `${told}: `
}

/** The paragraph of an item that asks, where the first one only states how things are; a title of some words is no statement. */
const askingWordsOf: (item: ListItem) => Inline = rememberedOf(readAskingWords)

function readAskingWords(item: ListItem): Inline {
  const first = wordsOf(item)
  if (asksForAction(first.prose) || !(isStatement(first.prose) || namesPart(first))) return first
  const asking = item.blocks.find(
    (block) =>
      block.type === 'paragraph' && block.inline.text.split(' ').length > 3 && asksForAction(block.inline.prose),
  )
  return asking?.type === 'paragraph' ? asking.inline : first
}

/** "Cause: the token ran out" is more than a name. */
const SAYS_MORE = /[:\uFF1A]\s*\S|[?\uFF1F]$/

/** "**Immediate actions:**" names a part of the text, and is no step though it stands in a list. */
function namesPart({ text, prose }: Inline): boolean {
  return !SAYS_MORE.test(text) && topicOf(text) !== undefined && !asksForAction(prose)
}

/** Whether an item only names what the list within it is, as a heading does. */
export function isHeadingOfItems(item: ListItem): boolean {
  const isBare = isNameOfItems(item) && item.task === 'none'
  return isBare && namesPart(wordsOf(item)) && itemCommands(item).length === 0
}

/** Whether each number is a name above items: "Monitoring:" is then no less than "Memory:" beside it, though it is the name of a part elsewhere. */
export function areNamedAlike({ ordered, items }: ListBlock): boolean {
  const isAlike = (item: ListItem) => isNameOfItems(item) && !isListOfCauses(item)
  return ordered && items.every(isAlike) && !items.every(isHeadingOfItems)
}

function isNameOfItems({ blocks }: ListItem): boolean {
  const [first, second, third] = blocks
  return first?.type === 'paragraph' && second?.type === 'list' && third === undefined
}

/** Whether an item tells the reader to do something. */
export function itemAsks(item: ListItem): boolean {
  return asksForAction(askingWordsOf(item).prose)
}

/** Whether nearly all items of a list, and not a lone one, ask for something or stand above what is typed: such a list is steps beside better marked ones too. */
export function isListOfOrders({ items }: ListBlock): boolean {
  const isOrder = (item: ListItem): boolean => {
    const { text, links } = wordsOf(item)
    return (itemAsks(item) || text.endsWith('?') || isAboveCommand(item)) && links[0]?.text !== text
  }
  return items.length > 1 && items.filter(isOrder).length * 4 >= items.length * 3
}

const isAboveCommand = (item: ListItem): boolean =>
  item.blocks.some(({ type }) => type === 'code') && itemCommands(item).length > 0

/** The last item of a list, and of those within it: the one straight above what follows. */
export function lastItemOf(list: ListBlock): ListItem {
  const last = list.items.at(-1)
  const inner = last?.blocks.at(-1)
  return inner?.type === 'list' ? lastItemOf(inner) : (last ?? NO_ITEM)
}

const NO_ITEM: ListItem = { blocks: [], task: 'none', line: 0, endLine: 0 }

/** The first words of an item. */
export function wordsOf(item: ListItem): Inline {
  const first = item.blocks.find((block) => block.type === 'paragraph' || block.type === 'heading')
  return first && 'inline' in first ? first.inline : NO_INLINE
}

/** The commands that stand in an item itself, not in the items below it. */
export const itemCommands: (item: ListItem) => readonly Command[] = rememberedOf(readItemCommands)

function readItemCommands(item: ListItem): readonly Command[] {
  const { text, codes } = wordsOf(item)
  // "`relayctl reset` は実行しないこと" begins as a command does, and its code is all that may be one.
  const plain = codes.some((code) => text.startsWith(code)) ? [] : (labelledCommand(text, item.line) ?? [])
  const found = item.blocks.map((block, index) => ({
    words: block.type === 'paragraph' ? block.inline.text : '',
    spans: block.type === 'table' ? cellCommands(block) : spanCommands([block]),
    code: isBelowItems(item.blocks, index) ? [] : commandsAt(item.blocks, index),
  }))
  const below = found.flatMap(({ code }) => code)
  const told = found.some(({ spans }) => spans.length > 0) ? [] : [plain].flat()
  const inOrder = found.flatMap(({ spans, code, words }) => [...withoutNames(spans, below, words), ...code])
  return onlyOnce([...withoutNames(told, below), ...inOrder])
}

/** The commands in the cells of a table: of "Check both:" above one, which command is for which. */
function cellCommands({ header, rows }: TableBlock): readonly Command[] {
  const isLeftOut = header.map(({ text }) => isNeverTyped(text))
  return rows.flatMap(({ cells, line }) =>
    cells.flatMap((cell, column) => (!isLeftOut[column] && cell.codes.length === 1 ? commandsIn(cell, line) : [])),
  )
}

/** Whether code within an item stands below items of its own: it belongs to the last of those. */
export function isBelowItems(blocks: readonly Block[], index: number): boolean {
  return placesBelowItems(blocks).has(index)
}

const placesBelowItems = rememberedOf((blocks: readonly Block[]): ReadonlySet<number> => {
  let last: Block | undefined
  return new Set(
    blocks.flatMap((block, index) => {
      if (block.type !== 'code') last = block
      return block.type === 'code' && last?.type === 'list' ? [index] : []
    }),
  )
})

/** Whether a box to tick stands anywhere in a block. */
export function hasTask(block: Block): boolean {
  if (block.type === 'list') return block.items.some((item) => item.task !== 'none' || item.blocks.some(hasTask))
  return block.type === 'quote' && block.blocks.some(hasTask)
}

/** Whether some bullet could be a step: not all of them are facts, statements, names of metrics, or terms of a word or three. */
export function holdsAction(list: ListBlock): boolean {
  return !list.ordered && list.items.some((item) => !isFact(item) && !isRemark(item) && !isTerm(item))
}

function isTerm(item: ListItem): boolean {
  const { text, prose } = wordsOf(item)
  if (itemCommands(item).length > 0 || asksForAction(prose) || text.endsWith('?')) return false
  return !/\p{L}/u.test(prose) || (/^[\p{Script=Latin}\P{L}]*$/u.test(text) && text.split(' ').length <= 3)
}

/** Whether words are still to be written ("TODO"), or stand in brackets. */
export function isUnwritten(text: string): boolean {
  return IS_UNWRITTEN.test(text) || IS_IN_BRACKETS.test(text)
}

/** Whether an item tells a fact of the alert, an example or a target, or is a bare link or label. */
export function isFact(item: ListItem): boolean {
  const { text, prose, links } = wordsOf(item)
  const label = /^([^:]{1,40}):/.exec(text)?.[1]
  if (label && FACT_LABEL.test(label.trim()))
    return !item.blocks.some(holdsAnOrder) && !(/^example$/i.test(label.trim()) && itemCommands(item).length > 0)
  if (promisesExamples(text) && itemCommands(item).length === 0) return true
  if (isListOfCauses(item)) return true
  if (saysNothingIsToDo(text) && !/[:?\u2192\uFF1A]/.test(text) && item.blocks.length === 1) return true
  if (ONLY_AN_AMOUNT.test(text) || IS_UNWRITTEN.test(text) || saysWhy(text)) return true
  if (/[:\uFF1A]$/.test(text) && item.blocks.length === 1 && item.task === 'none')
    return !asksForAction(prose) || NAMES_WHAT_FOLLOWS.test(text)
  if (links.length > 0 && POINTS_AT_A_LINK.test(text) && item.blocks.length === 1) return true
  if (links.length > 0 && NAMES_A_PAGE.test(text) && item.blocks.length === 1 && !asksForAction(prose)) return true
  const linked = text.replace(BEHIND_A_LINK, '').replace(IN_FRONT_OF_AN_ADDRESS, '')
  return links.length === 1 && links[0]?.text === linked && item.blocks.length === 1 && !asksForAction(prose)
}

/** "Link to the board", "Prometheus link to the query of the alert" */
const POINTS_AT_A_LINK = /^(?:\p{L}+ )?links? (?:to|for) /iu

/** "[ring-late.md](ring-late.md) - what a late ring is" */
const NAMES_A_PAGE = /^[\w./-]+\.mdx?(?: [-\u2013\u2014] |$)/

/** "Board of the ring - https://..." */
const IN_FRONT_OF_AN_ADDRESS = /^[\p{L}\d ]{2,40}(?:[:\uFF1A]| [-\u2013\u2014]) (?=https?:)/u

/** "[Board of the ring](...) (for the ring team only)." */
const BEHIND_A_LINK = /\s*(?:\([^()]{1,80}\))?[.;]?$/

/** "Possible causes include" above items that are just that. */
const NAMES_CAUSES =
  /^(?:(?:some|the|other|common|possible|potential|likely|usual|typical|main|known|most) )*(?:causes?|reasons?|symptoms?|explanations?)\b(?: (?:include|are|can be|may be|might be|could be|for|of|this|that|it|the following))*\s*[:\uFF1A]?$/i

/** Whether an item names causes ("Possible causes include") above items that are just that. */
export function isListOfCauses(item: ListItem): boolean {
  const below = item.blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
  return NAMES_CAUSES.test(wordsOf(item).text) && below.filter(itemAsks).length * 2 <= below.length
}

/** Whether a block is a link into the page, or a list of such and nothing else: its contents, which are told where they lead (R3). */
export function isContents(block: Block): boolean {
  if (block.type === 'paragraph') return isLinkIntoThePage(block.inline)
  return (
    block.type === 'list' &&
    block.items.some((item) => isLinkIntoThePage(wordsOf(item))) &&
    block.items.every(
      (item) =>
        (isLinkIntoThePage(wordsOf(item)) || isNameAboveContents(item)) &&
        item.task === 'none' &&
        item.blocks.slice(1).every(isContents),
    )
  )
}

/** "Drain the ring" above links to the headings about it: of a heading that has no link, as the one of the page has none. */
const isNameAboveContents = ({ blocks: [words, ...below] }: ListItem): boolean =>
  words?.type === 'paragraph' &&
  below.length > 0 &&
  words.inline.links.length === 0 &&
  words.inline.codes.length === 0 &&
  !/[:\uFF1A.?!]$/.test(words.inline.text)

function isLinkIntoThePage({ text, links }: Inline): boolean {
  const [link] = links
  return links.length === 1 && link?.href.startsWith('#') === true && text.replace(/^\w{1,2}[.)]\s+/, '') === link.text
}

/** A list below a fact that says what to do about it: "Cause: the token ran out" with "Fix: renew it" below. */
function holdsAnOrder(block: Block): boolean {
  return block.type === 'list' && block.items.some(itemAsks)
}

/** "`ring plan` to see what it would change", of whatever tool. */
const NAMES_WHAT_TO_RUN = /^\x81 to \p{Ll}/u
/** Whether words say what to run and why. */
export const namesWhatToRun = (prose: string): boolean => NAMES_WHAT_TO_RUN.test(prose)

/** Whether an item only states something, and holds no items and no command. */
export const isRemark: (item: ListItem) => boolean = rememberedOf(readsAsRemark)

function readsAsRemark(item: ListItem): boolean {
  const alone = item.blocks.every(({ type }) => type !== 'list')
  const { text, prose } = askingWordsOf(item)
  const states = IS_IN_BRACKETS.test(text) || isStatement(prose) || (STATUS_MARK.test(text) && !asksForAction(prose))
  return alone && itemCommands(item).length === 0 && states && !namesWhatToRun(prose)
}
