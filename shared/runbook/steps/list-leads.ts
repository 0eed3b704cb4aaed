import { openingRemark } from '../commands/script-remarks.ts'
import { opensForeignCase } from '../languages/foreign-mood.ts'
import {
  givesAnOverview,
  namesEvidence,
  namesPlacesToLook,
  tellsWhatToLookFor,
} from '../passages/list-announcements.ts'
import { announcesSteps, type ListMeaning, meaningOfList } from '../passages/list-intros.ts'
import { withNamesInFront } from '../passages/named-orders.ts'
import { holdsAction, itemAsks, itemCommands, wordsOf } from '../passages/step-items.ts'
import { asksInWords } from '../passages/step-paragraphs.ts'
import { BOLD_LEVEL, type Section } from '../sections/sections.ts'
import type { Block, CodeBlock, ListBlock, ListItem } from '../text/block.ts'
import { asksForAction, sentencesOf } from '../words/sentences.ts'
import { withoutNumber } from '../words/topic.ts'

/** "If the daemon is not healthy:" above steps is the case in which they are taken. */
const OPENS_A_CASE =
  /^(?:if|when|in case)\b(?!.{0,160}, (?:it|this|that) (?:usually |often )?(?:means|indicates|says)\b).*[:\uFF1A]$/i
/** "Once it is known, consider ending the session:" orders in a case; "After the restore, do the following:" only points on. */
const ORDERS_IN_A_CASE =
  /^(?:once|after|unless|otherwise|as a last resort)\b(?!.*\b(?:the following|these steps|as follows)\b).*[:\uFF1A]$/i
/** "Open the board of the ring:" is done before what stands below it; "Use the steps below:" is not. */
const ENTERS_A_PLACE =
  /^(?:use|open|go to|navigate to|log ?(?:in|on)(?:to)?|sign in|connect|ssh|switch to|visit|enter|select|pick|choose|click(?: on)?) (?!.*\b(?:following|these|this|below|steps?|procedure|commands?|one of|any of|either)\b).{3,80}[:\uFF1A]$/i

/** "It is important to open a ticket with the log:" is done, and its items say how. */
const SAYS_WHAT_MUST_BE =
  /^it(?: is|['\u2019]s) (?:[a-zà-ÿ]+ly )?(?:important|essential|crucial|critical|vital|necessary) to (?!(?:do|follow|perform|take|check|verify|ensure|make sure|consider|keep|include|have)\b)(?!.*\b(?:following|these|steps|below)\b).*[:\uFF1A]$/i

/** Whether a line only says of what was done before it what may be seen there: "Look for:". */
export const onlyLooks = (text: string): boolean => ONLY_LOOKS.test(text)

const ONLY_LOOKS = /^(?:and )?(?:look|watch|check)(?: out)? for\s*[:\uFF1A]?$/i

/** What the line above a list makes of it (`meaning`), and whether that line is a step itself, with the items below it. */
export type ListLead = { readonly meaning: ListMeaning; readonly isStep: boolean }

/**
 * How a list is led to by what stands straight above it. Boxes to tick need no lead: they are steps whatever is said of them; nor do numbers that another list further on counts on
 * from (`isCountedOn`), as a list never begins at 2.
 */
export function leadOf(list: ListBlock, before: Block | undefined, onlyTasks: boolean, isCountedOn = false): ListLead {
  const isCase = !onlyTasks && before?.type === 'paragraph' && isCaseOf(before, list)
  const meaning = onlyTasks || isCase || isCountedOn ? 'steps' : meaningOfList(list, before)
  const isStep = before?.type === 'paragraph' && (isCase || (meaning !== 'steps' && asksInWords(before.inline)))
  return { meaning, isStep }
}

/**
 * The bullets of a list of examples or causes that somebody wrote with words below each ("It may be caused by:", a bullet, a paragraph, a bullet): to Markdown each is a list of its own. Only the first
 * stands below the line that says what they are.
 */
export function examplesInTurn(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>()
  let isAmongExamples = false
  blocks.forEach((block, index) => {
    if (block.type !== 'list') return
    const before = blocks[index - 1]
    const [only, second] = block.items
    const isPlain = !block.ordered && only !== undefined && second === undefined
    const isLed = before?.type === 'paragraph' && /[:\uFF1A]$/.test(before.inline.text)
    const asks = only === undefined || only.task !== 'none' || itemAsks(only) || itemCommands(only).length > 0
    if (isLed) isAmongExamples = isPlain && !asks && meaningOfList(block, before) === 'examples'
    else if (isAmongExamples && isPlain && !asks) found.add(block)
    else isAmongExamples = false
  })
  return found
}

/** More blocks between two numbers than belong to the first. */
const FARTHEST = 12

/** Whether numbers go on behind words of their own: "1. ...", a paragraph, "2. ...". */
export function isCountedOn(list: ListBlock, blocks: readonly Block[], index: number): boolean {
  const { first } = list
  if (first === undefined) return false
  const next = blocks.slice(index + 1, index + FARTHEST).find((block) => block.type === 'list' && block.ordered)
  return next?.type === 'list' && next.first === first + list.items.length
}

function isCaseOf({ inline }: Block & { type: 'paragraph' }, list: ListBlock): boolean {
  const { text } = inline
  if (namesPlacesToLook(text)) return false
  const isOrder = ORDERS_IN_A_CASE.test(text) && sentencesOf(text).length === 1 && asksForAction(inline.prose)
  const entersAPlace = ENTERS_A_PLACE.test(text) && sentencesOf(text).length === 1 && asksForAction(inline.prose)
  if (ANNOUNCES_ALL.test(sentencesOf(text).slice(1).at(-1) ?? '')) return false
  const isDue = SAYS_WHAT_MUST_BE.test(sentencesOf(text).at(-1) ?? '') && asksForAction(inline.prose)
  return (
    (isDue ||
      OPENS_A_CASE.test(text) ||
      (opensForeignCase(text) && /[:\uFF1A]$/.test(text)) ||
      isOrder ||
      entersAPlace) &&
    list.items.some(itemAsks)
  )
}

/** "When the key is about to expire, a mail comes. The following outlines the steps to renew it:" */
const ANNOUNCES_ALL =
  /^(?:the following|this|these|below|here)\b(?: [a-zà-ÿ]+){0,3} (?:outlines?|describes?|lists?|shows?|explains?|details?|are)\b[^.:\uFF1A]*\b(?:steps?|process|procedure|actions?)\b[^.:\uFF1A]*[:\uFF1A]$|^doing (?:so|this|that)\b[^.:\uFF1A]* looks? like (?:this|the following)\s*[:\uFF1A]$/i

/** Whether a list stands straight below a bold line that only says what to look for: "**Common error patterns to look for:**". */
export function holdsEvidence(list: ListBlock, { level, heading }: Section): boolean {
  const says = `${heading}:`
  return (
    level >= BOLD_LEVEL &&
    (tellsWhatToLookFor(says) || namesEvidence(says)) &&
    !list.items.some((item) => itemAsks(item))
  )
}

/** "- Too little space" and "- Slow disks" straight above a script that begins with "# Check the disks": what the script looks into, and nothing to do. */
export function isLookedInto(list: Block, before: Block | undefined, next: Block | undefined): boolean {
  if (list.type !== 'list') return false
  const { ordered, items } = list
  if (ordered || items.length < 2 || next?.type !== 'code') return false
  const isTitled = before?.type === 'paragraph' && before.inline.lead === before.inline.text
  if (before !== undefined && !isTitled) return false
  const asks = asksForAction(openingRemark(next) ?? '')
  return asks && items.every((item) => item.task === 'none' && item.blocks.length === 1 && !mayBeDone(item))
}

/** Whether the block at this place is a list of mere words below a bare "Notes:", between an order and its code: they are told of the order. */
export function areNotesAboveCode(blocks: readonly Block[], at: number): boolean {
  const [order, label, notes, code] = [blocks[at - 2], blocks[at - 1], blocks[at], blocks[at + 1]]
  return (
    notes?.type === 'list' &&
    code?.type === 'code' &&
    label?.type === 'paragraph' &&
    /^notes?[:\uFF1A]$/i.test(label.inline.text) &&
    order?.type === 'paragraph' &&
    asksForAction(order.inline.prose) &&
    !notes.ordered &&
    notes.items.every(isOnlyWords)
  )
}

const isOnlyWords = (item: ListItem): boolean =>
  item.task === 'none' && item.blocks.every(({ type }) => type === 'paragraph') && itemCommands(item).length === 0

const mayBeDone = (item: ListItem): boolean =>
  itemAsks(item) || itemCommands(item).length > 0 || /[?:\uFF1A]$/.test(wordsOf(item).text)

/** "The procedure involves these steps:", or a heading "Process overview", tells what comes, and not what to do now. */
export function isOverview(before: Block | undefined, { heading }: Section): boolean {
  if (IS_AN_OVERVIEW.test(withoutNumber(heading))) return true
  return before?.type === 'paragraph' && givesAnOverview(sentencesOf(before.inline.text).at(-1) ?? '')
}

const IS_AN_OVERVIEW =
  /^(?:(?:[a-zà-ÿ]+ ){0,3}overview(?: of (?:the )?[a-zà-ÿ]+)?|(?:summary|outline) of (?:the )?(?:steps|process|procedure)|high[- ]level (?:steps|process|procedure|plan|summary))$/i

/** What asks or is to be run below a box without being one. */
export function ordersBesideBoxes(list: ListBlock): ListBlock {
  const items = list.items.filter((item) => itemAsks(item) || itemCommands(item).length > 0)
  return { ...list, items }
}

/** Bullets of which some could be a step, or which are announced as steps. */
export function isBulleted(list: ListBlock, before: Block | undefined): boolean {
  return (
    holdsAction(withNamesInFront(list)) ||
    (!list.ordered && announcesSteps(before) && meaningOfList(list, before) === 'steps')
  )
}

/** "# Verify the change" at the head of code below items of an item: done after all of them, and not with the last. */
export function ordersBelowItems(block: Block, before: Block | undefined): block is CodeBlock {
  return block.type === 'code' && before?.type === 'list' && asksForAction(openingRemark(block) ?? '')
}
