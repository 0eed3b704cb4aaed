import { foretellsInAnotherLanguage, promisesForeignExamples } from '../languages/foreign-mood.ts'
import { isEnglish } from '../languages/languages.ts'
import type { Block, ListBlock, ListItem } from '../text/block.ts'
import { withoutCallOut } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, isStatement, saysWhen, sentencesOf } from '../words/sentences.ts'
import { topicOf } from '../words/topic.ts'
import { explainsNames } from './explained-names.ts'
import {
  countsKinds,
  limitsUse,
  listsWhatThereIs,
  namesAims,
  namesEvidence,
  namesPlacesToLook,
  promisesExamples,
  saysWhatToKnow,
  tellsOfEvents,
  tellsWhatAToolDoes,
  tellsWhatToLookFor,
} from './list-announcements.ts'
import { areNames, namesIn } from './listed-names.ts'
import { isGlossary, isNarration } from './lists-that-tell.ts'
import { itemAsks, itemCommands, wordsOf } from './step-items.ts'
import { tellsTerms } from './told-terms.ts'

/** What the paragraph above a list makes of it: its steps, only those items that are orders, details below the step that the paragraph itself is, or no steps at all. */
export type ListMeaning = 'steps' | 'orders' | 'details' | 'examples'

const EXAMPLES =
  /\b(?:such as|for example|for instance|e\.?g\.?|including|includes?|due to|caused by|because of|like|for (?:the following|these|several|two|many|some|a few) reasons|(?:causes|reasons|explanations) (?:are|include))\s*:$/i
const givesSome = (text: string): boolean => EXAMPLES.test(text) || promisesForeignExamples(text)

/** "This guide assumes the following:" begins what must hold before. */
const ASSUMES =
  /\b(?:assum(?:es?|ing|ptions?)|requires?|prerequisites?|(?:you|it|this) (?:will )?needs?(?! to\b))\b[^:\uFF1A]{0,60}[:\uFF1A]$/i
/** "..., based on the assumption that:" above what is assumed, whatever is said behind it. */
const ASSUMES_THAT = /\b(?:assum(?:e[sd]?|ing|ptions?)|suppos(?:e[sd]?|ing)) that\s*[:\uFF1A]$/i
/** "Tell the tenant that:" begins what they are to know. */
const BEGINS_WHAT_IS_SAID =
  /\b(?:inform|tell|notify|warn|remind|advis|let)(?:e|ing)?\b[^.:\uFF1A]{0,60}\b(?:that|know)\b[^.:\uFF1A]{0,80}[:\uFF1A]$/i
/** "There are two likely causes for this." */
const COUNTS_CAUSES =
  /^(?:(?!(?:check|find|identify|review|list|rule|consider|look|investigate|verify|determine|eliminate|exclude)\b)[a-zà-ÿ\d-]+ ){1,4}(?:causes|reasons)\s*[:\uFF1A]$|\b(?:there (?:are|is|can be|may be|might be)|these are)\b[^.]{0,40}\b(?:causes?|reasons?|symptoms?|explanations?)\b[^.]{0,40}[.:\uFF1A]?$/i
/** "The interesting facts are", "Important numbers to identify:" */
const COUNTS_FACTS =
  /\b(?:facts|numbers|figures|values|fields) (?:are|to (?:know|note|identify|remember|understand))\s*[:\uFF1A]?$/i
/** "The reason could be one of the following:" */
const COULD_BE_ANY =
  /\b(?:issue|problem|cause|reason|error|failure|trouble|fault)s?\b[^.:\uFF1A]{0,40}\b(?:can|could|may|might|is (?:often|usually|likely|probably))\b[^.:\uFF1A]{0,40}\b(?:one|any|some) of (?:the following|these)\b[^.:\uFF1A]{0,20}[:\uFF1A]$/i
/** Whether a line counts what the reason could be. */
export const couldBeAny = (lead: string): boolean => COULD_BE_ANY.test(lead)
const countsCauses = (lead: string): boolean =>
  topicOf(lead) === 'cause' || couldBeAny(lead) || NAMES_TRIGGERS.test(lead)
/** "These are the conditions that could trigger the alert:" */
const NAMES_TRIGGERS =
  /\b(?:conditions|factors|events|situations|circumstances|scenarios|set-?ups|configurations|mistakes) (?:that|which) (?:can|could|may|might) (?:have )?(?:trigger|cause|lead|contribute)/i

/** "You may also notice:" and "Expected:" begin what one sees. */
const FORETELLS =
  /^expected(?: (?:results?|outcomes?|state|values?|behaviou?r))?\s*[:\uFF1A]$|\byou (?:may|might|will|should|could|can)(?: also| then| now)? (?:see|notice|find|observe|get)\b[^.]{0,40}[:\uFF1A]$/i
/** "To confirm this is the cause, either:" begins ways to do it. */
const STATES_A_PURPOSE = /^(?:in order )?to [a-zà-ÿ]+/i
/** What the items under such a line are, even when some of them point to what to do. */
const EXPLAINS = new Set<string | undefined>(['cause', 'symptoms'])
const STEP_TOPICS = new Set<string | undefined>(['debugging', 'mitigation', undefined])

/** "The log of the load (search for 'late')" */
const IN_BRACKETS = /\s\([^()]{0,200}\)/g

/** "Look for:" above what is seen there, though some of it is a query. */
function isLookedFor(list: ListBlock, lead: string): boolean {
  return (
    tellsWhatToLookFor(sentencesOf(lead).at(-1) ?? lead) &&
    list.items.every((item) => item.blocks.length === 1 && !asksForAction(wordsOf(item).text.replace(IN_BRACKETS, '')))
  )
}

/**
 * How a list is meant, told from the paragraph straight above it. Only a list in which nothing asks for action is ever more than its own steps:
 * "This can be due to:" begins causes, "Collect the following:" begins what to collect.
 */
export function meaningOfList(list: ListBlock, before: Block | undefined): ListMeaning {
  if (tellsTerms(list) && !announcesSteps(before)) return 'examples'
  if (before?.type === 'code' && isNarration(list)) return 'examples'
  if (before?.type !== 'paragraph') return 'steps'
  const { text } = before.inline
  if ((COUNTS_CAUSES.test(text) || COUNTS_FACTS.test(text) || countsKinds(text)) && !holdsActions(list))
    return 'examples'
  const last = sentencesOf(text).at(-1) ?? text
  if ((tellsWhatAToolDoes(last) || namesAims(last)) && !holdsCommands(list)) return 'examples'
  if (!/[:\uFF1A]$/.test(text)) return 'steps'
  if (FORETELLS.test(text) || foretellsInAnotherLanguage(sentencesOf(text).at(-1) ?? text)) return 'examples'
  if (limitsUse(sentencesOf(text).at(-1) ?? text)) return 'examples'
  if (NAMES_CASES.test(text) && asksForAction(text)) return holdsActions(list) ? 'details' : 'examples'
  if (BEGINS_WHAT_IS_SAID.test(text) && !mostlyActions(list)) return 'examples'
  if (COUNTS_TASKS.test(sentencesOf(text).at(-1) ?? text)) return 'steps'
  if (isGlossary(list) && (!asksForAction(text) || explainsNames(list))) return 'examples'
  if (givesSome(text) && !mostlyActions(list)) return 'examples'
  if (listsWhatThereIs(last) || (promisesExamples(last) && list.items.every(isOnlyALink))) return 'examples'
  if ((tellsOfEvents(last) || saysWhatToKnow(last)) && !mostlyActions(list)) return 'examples'
  if (isNarration(list)) return 'examples'
  if (tellsWhatToLookFor(last) && !holdsActions(list) && list.items.every(isThing)) return 'examples'
  if ((namesEvidence(last) || namesPlacesToLook(last)) && !mostlyActions(list)) return 'examples'
  if (NAMES_TRIGGERS.test(last) && !list.items.some(doesMoreThanPoint)) return 'examples'
  if ((EXPLAINS.has(topicOf(last)) || countsCauses(last)) && !mostlyActions(list))
    return countsCauses(last) && list.items.some(saysWhatToDo) ? 'orders' : 'examples'
  if (topicOf(last) === 'scenarios' && !mostlyActions(list)) return 'orders'
  if (
    ASSUMES.test(last) ||
    (isListOfTerms(list) && isEnglish(text) && !asksForAction(text) && topicOf(last) === undefined)
  )
    return 'examples'
  if (holdsActions(list)) return asksForAction(last) && !mostlyActions(list) ? 'details' : 'steps'
  if (!STEP_TOPICS.has(topicOf(text)) || !STEP_TOPICS.has(topicOf(last))) return 'examples'
  if (asksForAction(last)) return 'details'
  if (list.ordered && STATES_A_PURPOSE.test(last)) return 'steps'
  return isStatement(last) ? 'examples' : 'steps'
}

const holdsCommands = ({ items }: ListBlock): boolean => items.some((item) => itemCommands(item).length > 0)

/** What is looked for and not done: no question, no box, no case, and nothing below it. */
function isThing(item: ListItem): boolean {
  const { text } = wordsOf(item)
  const isPlain = item.task === 'none' && item.blocks.every(({ type }) => type === 'paragraph')
  return isPlain && !/\?$|\u2192|->|=>|^(?:if|when)\b/i.test(text) && !itemAsks(item)
}

/** "If the queues for the following grow, look further" has the list in its words. */
const NAMES_THE_LIST = /^(?:if|when)\b.*\b(?:the following|any of these|one of these)\b.*,/i
/** "Check the list below before you go on" */
const POINTS_AT_LIST = /\b(?:below|following|as follows)\b/i

/** "There are two things to check:" */
const COUNTS_TASKS =
  /^(?:there are|these are|here are|the) (?:[a-zà-ÿ]+ ){0,4}(?:things|items|points|places|steps|checks|tasks|actions|searches|options) (?:you (?:can|should) |one should |to )(?:check|do|try|look|verify|review|run|take|confirm|consider|perform|inspect)\b[^.]{0,40}[:\uFF1A]$/i

/** Whether the line above a list says that what follows is to be checked or done, whatever the words of the items. */
export function announcesSteps(before: Block | undefined): boolean {
  if (before?.type !== 'paragraph') return false
  const last = sentencesOf(before.inline.prose).at(-1) ?? ''
  const topic = topicOf(last)
  // "What to check first?"
  if (/[?\uFF1F]$/.test(last)) return topic === 'debugging' || topic === 'mitigation'
  if (!/[:\uFF1A]$/.test(last)) return POINTS_AT_LIST.test(last) && asksForAction(last)
  return topic === 'debugging' || topic === 'mitigation' || asksForAction(last) || COUNTS_TASKS.test(last)
}

/** A cause and, in a sentence of its own, what to do about it: "No relay holds the ring. Check the board." */
function saysWhatToDo(item: ListItem): boolean {
  const [, ...rest] = sentencesOf(wordsOf(item).prose)
  return rest.some((sentence) => beginsWithAction(sentence) && asksForAction(sentence))
}

/** A list within a step without those of the possible causes that it counts which say nothing to do. */
export function withoutMereCauses(list: ListBlock, before: Block | undefined): ListBlock {
  if (before?.type !== 'paragraph' || !COULD_BE_ANY.test(before.inline.text) || mostlyActions(list)) return list
  return ordersOf(list)
}

/** "The disks of the rings differ. Refer to the sizes." only says where more of it is told. */
function doesMoreThanPoint(item: ListItem): boolean {
  const asking = sentencesOf(wordsOf(item).prose).filter((sentence) => asksForAction(sentence))
  const isDone = item.task !== 'none' || itemCommands(item).length > 0 || nestedActions(item.blocks)
  return isDone || asking.some((sentence) => !POINTS.test(sentence))
}

const POINTS = /^(?:please )?(?:also )?(?:see|refer to)\b/i

/** Of a list of usual issues, the items that say what to do. */
export function ordersOf(list: ListBlock): ListBlock {
  const items = list.items.filter((item) => holdsActions({ ...list, items: [item] }))
  return { ...list, items }
}

/** Whether a paragraph speaks of something else than what to do, as "Symptoms: the log is full" does; code below it is then not introduced by it. */
export function isOfAnotherPart(text: string): boolean {
  const label = /^([^:\uFF1A]{3,30})[:\uFF1A]/.exec(text)?.[1]
  return label !== undefined && !withoutCallOut(text).isWarning && !STEP_TOPICS.has(topicOf(label))
}

/** "Escalate if:" begins the cases in which one does. */
const NAMES_CASES =
  /\b(?:if|when|unless)(?: (?:any|one|all) of (?:these|the following)(?: [a-zà-ÿ]+){0,4}| (?:the|your|this|a|an) [a-zà-ÿ]+ (?:has|have|is|are))?\s*:$/i

/** Whether a list within a step only gives examples of what it speaks of: "look for errors such as". */
export function givesExamples(list: ListBlock, before: Block | undefined): boolean {
  if (explainsNames(list) || namesIn(list) !== '' || isOnlyDetail(list, before)) return true
  if (before?.type !== 'paragraph') return false
  const { text } = before.inline
  if (areNames(list) && /[.!]$/.test(text)) return true
  if (NAMES_CASES.test(text) && asksForAction(text)) return true
  if (isLookedFor(list, text) || ASSUMES_THAT.test(text) || isOfOrder(list, text)) return true
  if (NAMES_THE_LIST.test(text) && !holdsActions(list)) return true
  if (promisesExamples(sentencesOf(text).at(-1) ?? '') && list.items.every(holdsOnlyLinks)) return true
  return (EXPLAINS.has(topicOf(text)) || givesSome(text)) && !mostlyActions(list)
}

/** What an item lists that is no order, and that it did not say to check, to collect or to look at, is a detail of it: a role, a value, a meaning; below its code what may come out. */
function isOnlyDetail(list: ListBlock, before: Block | undefined): boolean {
  const isBelowCode = before?.type === 'code'
  const isBelowWords = before?.type === 'paragraph' && !lastAsks(before.inline.prose) && !announcesSteps(before)
  return (
    (isBelowCode || isBelowWords) &&
    !list.ordered &&
    isEnglish([isBelowWords ? before.inline.text : '', ...list.items.map((item) => wordsOf(item).text)].join(' ')) &&
    list.items.every((item) => {
      const { text, codes } = wordsOf(item)
      const isQuery = codes.some((code) => /[\s()]/.test(code))
      const isBare = !isQuery && item.task === 'none' && item.blocks.length === 1 && itemCommands(item).length === 0
      const isDetail = isBare && !/\?$|\u2192|->|=>/.test(text) && !itemAsks(item)
      return isDetail && !(isBelowCode && saysWhen(text))
    })
  )
}

/** "Check the details of the ring:" above "Owner", "Number of slices": what the order is about, in a word or three. */
function isOfOrder(list: ListBlock, lead: string): boolean {
  return !list.ordered && LOOKS_AT_A_THING.test(lead) && !POINTS_AT_LIST.test(lead) && isListOfTerms(list)
}

const LOOKS_AT_A_THING =
  /^(?:check|review|inspect|examine|analy[sz]e|look (?:at|into)|record|note|collect|gather) (?!.*\b(?:these|each|order)\b)\S.*[:\uFF1A]$/i

/** "Empty what nobody needs. Such places are:" has asked, and names things now. */
const lastAsks = (prose: string): boolean => asksForAction(sentencesOf(prose).at(-1) ?? '')

/** The title of a page elsewhere, with its address. */
function isOnlyALink(item: ListItem): boolean {
  const { text, links } = wordsOf(item)
  return item.blocks.length === 1 && links.length === 1 && links[0]?.text === text
}

/** Such a title, or a name above such: "The other relay:" above links to what was done there. */
function holdsOnlyLinks(item: ListItem): boolean {
  const [words, below, more] = item.blocks
  const isName = words?.type === 'paragraph' && words.inline.links.length === 0 && !itemAsks(item)
  const isAbove = isName && below?.type === 'list' && more === undefined
  return isOnlyALink(item) || (isAbove && below.items.every(isOnlyALink))
}

/** The examples of which an item speaks ("Check the limits, such as:"), in a word or some each, for the words of its step. */
export function examplesIn({ blocks }: ListItem): string {
  const [words, ...below] = blocks
  const list = below.find((block, index) => index === 0 && isExamplesOf(block, words))
  if (list?.type !== 'list') return ''
  const bare = namesIn(list)
  if (bare !== '') return bare
  const names = list.items.map((item) => wordsOf(item).text.split(/\s[\u2013\u2014-]\s|[:\uFF1A]\s/)[0] ?? '')
  return names.filter((name) => name !== '').join(', ')
}

function isExamplesOf(block: Block, before: Block | undefined): boolean {
  return (
    block.type === 'list' &&
    before?.type === 'paragraph' &&
    ((givesSome(before.inline.text) && givesExamples(block, before)) || namesIn(block) !== '')
  )
}

/** Nothing but a word or three in each item: names of metrics, of services, of kinds. */
function isListOfTerms(list: ListBlock): boolean {
  return (
    !mostlyActions(list) &&
    list.items.every((item) => {
      const { text } = wordsOf(item)
      return (
        item.task === 'none' &&
        item.blocks.length === 1 &&
        isEnglish(text) &&
        text.split(' ').length <= 3 &&
        itemCommands(item).length === 0
      )
    })
  )
}

function mostlyActions(list: ListBlock): boolean {
  const active = list.items.filter((item) => itemCommands(item).length > 0 || itemAsks(item))
  return active.length * 2 > list.items.length
}

function holdsActions(list: ListBlock): boolean {
  return list.items.some(
    (item) =>
      item.task !== 'none' ||
      itemCommands(item).length > 0 ||
      (itemAsks(item) && (wordsOf(item).text.split(' ').length > 3 || mostlyActions(list))) ||
      nestedActions(item.blocks),
  )
}

function nestedActions(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.type === 'list' && holdsActions(block))
}
