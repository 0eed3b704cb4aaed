import { rememberedOf } from '../../kit/remembered.ts'
import { opensForeignCase } from '../languages/foreign-mood.ts'
import type { ListBlock, ListItem } from '../text/block.ts'
import { saysItIsDone } from '../words/nothing-to-do.ts'
import { forbids } from '../words/sentence-mood.ts'
import { onlyForbids, sentencesOf } from '../words/sentences.ts'
import { isActionVerb, verbOfGerund } from '../words/verb-forms.ts'
import { headsExplainedNames } from './explained-names.ts'
import { hasTask, isFact, isRemark, itemAsks, wordsOf } from './step-items.ts'

const TRIGGER = /^(?:alerts?|triggers?|symptoms?|signals?|detection)\s*:\s/i

/** What a list is read for: boxes to tick and nothing else, or every item that is a step; `underSteps` where its heading announces them. */
type ListUse = {
  readonly onlyTasks: boolean
  readonly nested: boolean
  readonly everyItem?: boolean
  readonly underSteps?: boolean
}

/**
 * The items of a list that are steps or hold some (R3). Of bullets, facts about the alert and bare links are none, nor are sentences that only
 * state something beside bullets that ask for action, or below a step.
 */
export function stepItems(list: ListBlock, use: ListUse): readonly ListItem[] {
  const { onlyTasks, nested, everyItem = false, underSteps = false } = use
  // A number above boxes of its own, or beside one that has them, is a step as well.
  if (onlyTasks && !list.ordered) return list.items.filter((item) => item.task !== 'none' || item.blocks.some(hasTask))
  if (list.ordered) return orders(list)
  const isBanned = (item: ListItem) => isBan(item) && !(everyItem && IS_TO_BE_GONE.test(wordsOf(item).prose))
  const isNone = (item: ListItem) => isFact(item) || isBanned(item) || headsExplainedNames(item)
  const steps = list.items.filter((item) => isDoneToo(item, list) || !isNone(item))
  if (everyItem) return steps
  if (!nested && !steps.some(itemAsks)) return steps
  const forms = formsThatAsk(list, underSteps)
  return steps.filter((item) => !isRemark(item) || forms.has(formOf(item)))
}

/**
 * "In other cases it only started late, which is fine." beside "However, if ..., look into it": a case, a question, or what is told of a name, is what its sisters are. Below a heading that
 * announces steps a case is one as soon as any sister is.
 */
export function formsThatAsk(list: ListBlock, underSteps: boolean): ReadonlySet<Form | undefined> {
  return underSteps ? formsUnderSteps(list) : formsOfSteps(list)
}

type Form = 'question' | 'case' | 'time' | 'name' | 'doing'

const formsOfSteps: (list: ListBlock) => ReadonlySet<Form | undefined> = rememberedOf(({ items }) => {
  const forms = new Set(items.filter((item) => !isRemark(item)).map(formOf))
  forms.delete(undefined)
  forms.delete('name')
  if (!tellsWhatIsDone({ items })) forms.delete('doing')
  return forms
})

const formsUnderSteps: (list: ListBlock) => ReadonlySet<Form | undefined> = rememberedOf(({ items }) => {
  const forms = new Set(items.filter((item) => !isRemark(item)).map(formOf))
  if (items.some(itemAsks)) forms.add('case')
  if (!tellsWhatIsDone({ items })) forms.delete('doing')
  forms.delete(undefined)
  return forms
})

export function formOf(item: ListItem): Form | undefined {
  const { text, prose } = wordsOf(item)
  if (/^[^.!?]*\?/.test(text)) return 'question'
  if (IS_A_TIME.test(text)) return 'time'
  if (isLinkToWhatIsDone(item)) return 'doing'
  if (IS_A_CASE.test(text) || opensForeignCase(text)) return 'case'
  return IS_OF_A_NAME.test(prose) ? 'name' : undefined
}

/** "[Draining the relay](drain.md)" beside "Delete the ring" and "Tell the owner": its page tells how that is done. */
const isDoneToo = (item: ListItem, list: ListBlock): boolean =>
  isLinkToWhatIsDone(item) && formsOfSteps(list).has('doing')

function isLinkToWhatIsDone(item: ListItem): boolean {
  const { text, links } = wordsOf(item)
  const [only, more] = links
  if (item.blocks.length > 1 || more !== undefined || only?.text !== text) return false
  const [verb = '', object] = text.toLowerCase().split(' ')
  return object !== undefined && isActionVerb(verbOfGerund(verb))
}

/** Whether nearly all other items of a list, and not a lone one, ask for something. */
function tellsWhatIsDone({ items }: Pick<ListBlock, 'items'>): boolean {
  const others = items.filter((item) => !isLinkToWhatIsDone(item))
  return others.length > 1 && others.filter(itemAsks).length * 4 >= others.length * 3
}

/** "`load_ring`: it starts anew by itself." */
const IS_OF_A_NAME = /^\x81(?:\s?[/,]\s?\x81)*\s?[:\u2013\u2014-]\s/u

/** "Never drain two rings at once": what is read beside the steps, and is none to tick. */
const isBan = (item: ListItem): boolean =>
  item.task === 'none' && item.blocks.every(({ type }) => type === 'paragraph') && onlyForbids(wordsOf(item).prose)

/** "No late rings" below "Verification": what to see once all is well, and no ban. */
const IS_TO_BE_GONE = /^no (?!(?:one|body)\b)(?!.*\b(?:allowed|permitted|without|unless|during|until)\b)/i

/** "03:30: mail the partner" in a plan of the night. */
const IS_A_TIME = /^(?:at |by |after |from )?\d{1,2}[:.]\d{2}\b/i
const IS_A_CASE =
  /^(?:however,? |but |otherwise,? )?(?:if|when|unless|in case|in (?:[a-zà-ÿ]+ ){1,2}cases?)\b|^(?:yes|no)\s?[:,\u2013\u2014\u2192]/i

/**
 * Numbers are steps whatever they say; only what sets the alert off ("Alert: lag above 5 min") and what begins with a ban and does nothing but forbid are none beside orders, nor is a remark behind
 * the first where most are orders.
 */
function orders(list: ListBlock): readonly ListItem[] {
  const { items } = list
  const rest = items.filter((item, index) => !isTrigger(item) && !(index === items.length - 1 && isTheEnd(item)))
  const asking = rest.filter(itemAsks).length
  if (asking === 0) return items
  const toDo = rest.filter((item) => !(isBan(item) && forbids(wordsOf(item).prose)))
  if (asking * 2 <= toDo.length) return toDo
  const forms = formsOfSteps(list)
  return toDo.filter((item, index) => index === 0 || !isPlainRemark(item) || forms.has(formOf(item)))
}

/** Of "Naviagte to the ring" the number tells more than its words. */
const SPEAKS_OF_A_THING =
  /^(?:the|an?|this|that|these|those|all|both|each|every|it|they|there|its|their|here|now|at|after|once|when|by|in|then|note)\b|^[^\p{L}]/iu

/** "The job will then try again by itself." It names and asks for nothing, forbids nothing, and holds nothing. */
function isPlainRemark(item: ListItem): boolean {
  const { prose, lead } = wordsOf(item)
  return (
    item.blocks.length === 1 &&
    item.task === 'none' &&
    lead === '' &&
    isRemark(item) &&
    SPEAKS_OF_A_THING.test(prose) &&
    !sentencesOf(prose).some((sentence) => sentence.endsWith('?') || forbids(sentence))
  )
}

/** "Done!" */
function isTheEnd(item: ListItem): boolean {
  return item.task === 'none' && item.blocks.length === 1 && saysItIsDone(wordsOf(item).text)
}

function isTrigger({ blocks, task }: ListItem): boolean {
  const [first] = blocks
  return task === 'none' && blocks.length === 1 && first?.type === 'paragraph' && TRIGGER.test(first.inline.text)
}
