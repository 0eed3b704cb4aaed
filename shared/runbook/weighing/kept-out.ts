import { readCommands } from '../commands/read-commands.ts'
import { announcesOutput, commandsAt } from '../commands/shown-output.ts'
import { commandsIn } from '../commands/span-commands.ts'
import { explainsNames, headsExplainedNames } from '../passages/explained-names.ts'
import {
  givesAnOverview,
  listsWhatThereIs,
  namesAims,
  promisesExamples,
  tellsWhatAToolDoes,
  tellsWhatToLookFor,
} from '../passages/list-announcements.ts'
import { couldBeAny, meaningOfList } from '../passages/list-intros.ts'
import {
  isHeadingOfItems,
  isListOfCauses,
  isUnwritten,
  itemAsks,
  itemCommands,
  wordsOf,
} from '../passages/step-items.ts'
import { tellsTerms } from '../passages/told-terms.ts'
import type { Section } from '../sections/sections.ts'
import { ordersInTurn } from '../steps/extract-steps.ts'
import { areNotesAboveCode, isLookedInto } from '../steps/list-leads.ts'
import { isOfferOf, leadsToHeadings, saysTheAim, tellsHow } from '../steps/lone-paragraphs.ts'
import type { Block, ListBlock, ListItem } from '../text/block.ts'
import { saysItIsDone, saysWhy } from '../words/nothing-to-do.ts'
import { forbids } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, isStatement, onlyForbids, sentencesOf } from '../words/sentences.ts'
import { topicOf } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { codeOf, type Passage } from './passage.ts'

/** "Make sure you have access": what one must have before one starts. */
const OF_THE_READER =
  /\byou(?:r [a-zà-ÿ]+)? (?:(?:already|can) )?(?:have(?! to\b)|has(?! to\b)|are|is|know|understand|reach|access|log)\b/i
/** "You can change the interval", "To mend it, you need to stop the relay": what is possible, and what it takes. */
const OFFERS = /^(?:you|we) (?:can|may|could|might)\b/i
const SAYS_WHAT_IT_TAKES = /^(?:in order )?to\b.*\b(?:you|we|one) (?:need|have|must)\b/i
/** What stands below such a heading is to be looked at, though it only says how things should be. */
export const LOOKS_AT_THE_RESULT = /\b(?:verif|validat|confirm|test|check)/i
/** "See the book for their names." within an item. */
const POINTS = /^(?:please )?(?:see|refer to|consult)\b/i
const ENDS_IN_A_COLON = /[:\uFF1A]$/
/** "Contact the owner if:" */
const ENDS_IN_A_CASE = /\b(?:if|when)[:\uFF1A]$/i
/** "Alert rule:" */
const BARE_LABEL = /^\S+(?: \S+){0,2}[:\uFF1A]$/
const IS_AN_EXAMPLE = /^(?:for )?(?:an )?examples?\s*[:.]?$/i
const ARROW = /\u2192|->|=>/

/** Whether the words of a passage ask for something. */
export function passageAsks({ item, inline }: Passage): boolean {
  return item ? itemAsks(item) : asksForAction(inline.prose)
}

/**
 * Whether a passage is never a step, however much it weighs (R3): it forbids, is still to be written, is for later, tells how a trouble comes about, leads to
 * what stands below it, is told of something else, or says what was said already. `said` are the lines on which steps stand.
 */
export function isKeptOut(
  passage: Passage,
  section: Section,
  topic: Topic | undefined,
  said: ReadonlySet<number>,
): boolean {
  const { heading } = section
  const { text } = passage.inline
  const [first = ''] = sentencesOf(text)
  if (
    forbids(first) ||
    onlyForbids(text) ||
    isUnwritten(text) ||
    saysWhy(text) ||
    saysItIsDone(text) ||
    IS_AN_EXAMPLE.test(text) ||
    topic === 'cause' ||
    topic === 'trial' ||
    topic === 'afterwards'
  )
    return true
  if (topic === 'prerequisites' && OF_THE_READER.test(text)) return true
  if (tellsOnly(heading, topic) && isUnmarked(passage) && !ordersInTurn(text)) return true
  const named = topicOf(text)
  if (named === 'cause' || named === 'symptoms') return true
  if (leadsToSteps(passage, said) || (!passageAsks(passage) && isFact(passage, heading))) return true
  if (passage.item) return isToldOfElse(passage)
  return (
    isTold(passage) ||
    leadsToHeadings(passage, section) ||
    (passage.blocks[passage.at + 1]?.type === 'list' && saysTheAim(passage.inline))
  )
}

/** What the trouble is, and what it does: only what is marked or typed there may be a step. */
const TELLS = new Set<Topic | undefined>(['impact', 'meaning', 'symptoms'])
/** "Silencing guidelines", "Initial severity: S3": rules for everybody, at any time. */
const HOLDS_RULES = /\b(?:guidelines?|silencing (?:rules?|polic(?:y|ies))|severit(?:y|ies))\b/i

function tellsOnly(heading: string, topic: Topic | undefined): boolean {
  if (TELLS.has(topic)) return true
  return topic !== 'debugging' && topic !== 'mitigation' && HOLDS_RULES.test(heading) && !beginsWithAction(heading)
}

/** It has no number of its own, no box and no command. */
function isUnmarked(passage: Passage): boolean {
  const { item, list, inline, holder, blocks, at } = passage
  if (item) {
    const isNumber = list?.ordered === true && holder === undefined
    return !isNumber && item.task === 'none' && itemCommands(item).length === 0
  }
  return (
    commandsIn(inline, passage.line).length === 0 &&
    (codeOf(passage) === undefined || commandsAt(blocks, at + 1).length === 0)
  )
}

/** "The steps are:" above steps, "Look for:" above what may be seen; an item that asks for something itself is done before those within it. */
function leadsToSteps({ inline, item, blocks, at }: Passage, said: ReadonlySet<number>): boolean {
  if (tellsWhatToLookFor(sentencesOf(inline.text).at(-1) ?? '')) return true
  if (item && itemAsks(item)) return false
  if (!ENDS_IN_A_COLON.test(inline.text) && !SAYS_WHAT_IT_TAKES.test(inline.text)) return false
  const below = item ? item.blocks.find(({ type }) => type === 'list') : blocks[at + 1]
  if (below?.type !== 'list') return false
  return below.items.some(({ line }) => said.has(line)) || below.items.every((one) => isOnlyALink(wordsOf(one)))
}

/** Words that ask for nothing and only state something, name causes, show what is printed, or tell what something means. */
function isFact(passage: Passage, heading: string): boolean {
  const { inline, item, list, blocks, at } = passage
  const code = codeOf(passage)
  const states = isStatement(inline.prose) && !LOOKS_AT_THE_RESULT.test(heading)
  if (states || ARROW.test(inline.text) || announcesOutput(inline.text)) return true
  if (code && (item ? readCommands(code) : commandsAt(blocks, at + 1)).length === 0) return true
  return item?.task === 'none' && list !== undefined && holdsBoxes(list)
}

/** An item below "Look for:", "Call the owner if:", "The installer will:" or "Some examples:", or nothing but a link. */
function isToldOfElse({ inline, item, list, blocks, at, holder }: Passage): boolean {
  if (
    isOnlyALink(inline) ||
    !item ||
    !list ||
    isListOfCauses(item) ||
    isNoMoreThanItsItems(item, list) ||
    tellsTerms(list)
  )
    return true
  if (explainsNames(list) || headsExplainedNames(item)) return true
  if (promisesExamples(inline.text) && itemCommands(item).length === 0) return true
  const before = blocks[at - 1]
  if (isLookedInto(list, before, blocks[at + 1]) || areNotesAboveCode(blocks, at)) return true
  // "Alert rule:", "First:" hold what is told behind them.
  if (BARE_LABEL.test(inline.text) && isOfLabels(list)) return true
  if (
    holdsExamples(list, before ?? (holder && { type: 'paragraph', ...holder, endLine: holder.line })) &&
    itemCommands(item).length === 0
  )
    return true
  const lead =
    before?.type === 'paragraph' ? (sentencesOf(before.inline.text).at(-1) ?? '') : (holder?.inline.text ?? '')
  if (couldBeAny(lead) && !itemAsks(item)) return true
  return [
    tellsWhatToLookFor,
    tellsWhatAToolDoes,
    namesAims,
    listsWhatThereIs,
    promisesExamples,
    givesAnOverview,
    endsInACase,
  ].some((tells) => tells(lead))
}

/** "Immediate actions (on the relay)" gave its place to the items within it. */
const isNoMoreThanItsItems = (item: ListItem, list: ListBlock): boolean => !list.ordered && isHeadingOfItems(item)

const holdsBoxes = ofEachList(({ items }) => items.some(({ task }) => task !== 'none'))
const isOfLabels = ofEachList(({ items }) => items.every((one) => BARE_LABEL.test(wordsOf(one).text)))
const holdsExamples = ofEachList(
  (list, before) =>
    meaningOfList(list, before) === 'examples' && list.items.filter(itemAsks).length * 5 < list.items.length * 4,
)

/** What is asked for each item of a list, and answered once for the list. */
function ofEachList(answer: (list: ListBlock, before: Block | undefined) => boolean) {
  const known = new WeakMap<ListBlock, boolean>()
  return (list: ListBlock, before?: Block): boolean => {
    const found = known.get(list) ?? answer(list, before)
    known.set(list, found)
    return found
  }
}

const endsInACase = (lead: string): boolean => ENDS_IN_A_CASE.test(lead)

/** A paragraph that goes on from the code above it, begins with the words of the item it stands in, or offers what is told elsewhere. */
function isTold({ inline, blocks, at, holder }: Passage): boolean {
  const block = blocks[at]
  const next = blocks[at + 1]
  const points = holder !== undefined && POINTS.test(inline.text)
  const goesOn = blocks[at - 1]?.type === 'code' && /^\p{Ll}/u.test(inline.text)
  const repeats = holder !== undefined && inline.text.startsWith(holder.inline.text)
  const offers = OFFERS.test(inline.text) && next?.type !== 'code'
  return (
    points ||
    goesOn ||
    tellsHow(next) ||
    repeats ||
    offers ||
    block?.type !== 'paragraph' ||
    isOfferOf(block, next, blocks[at + 2])
  )
}

function isOnlyALink({ text, links }: { readonly text: string; readonly links: readonly { text: string }[] }): boolean {
  return links.length === 1 && links[0]?.text === text
}
