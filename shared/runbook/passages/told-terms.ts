import { rememberedOf } from '../../kit/remembered.ts'
import type { Block, ListBlock, ListItem } from '../text/block.ts'
import { moodOf } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, sentencesOf } from '../words/sentences.ts'
import { topicOf } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { itemAsks, itemCommands, wordsOf } from './step-items.ts'

/** "Ring - what the loads stand in", "`SIZE`: how large it is": a term in some words, and what it means. */
const TOLD_TERM = /^([^:.!?\uFF1A]{1,40}?)(?:\s+(?:-{1,2}|[\u2013\u2014])\s+|[:\uFF1A]\s+)(\S.*)$/su
/** "To mend it, you can drain the ring" */
const SAYS_HOW = /^(?:in order )?to\b/i
const MOST_WORDS = 4
const STEP_TOPICS = new Set<Topic | undefined>(['debugging', 'mitigation'])
/** "`SIZE`, The size of the ring": a second name. */
const OTHER_NAME = /^\x81\s?[,:\u2013\u2014-]\s*/u
/** "To be able to open one, you need a relay", "See the book": what goes with a meaning. */
const GOES_WITH_IT =
  /^(?:in order )?to be able to\b[^,]{3,100}, (?:you|we|one) |^(?:please )?(?:see|refer to|consult|read|learn)\b/i

/**
 * Whether each item of a list is a term with what it means, so that none is to be done though some word of it reads like an order: the verb is sought behind the term only (R3.6).
 * A list of which no item seems to ask needs no such look.
 */
export const tellsTerms: (list: ListBlock) => boolean = rememberedOf(
  ({ ordered, items }) =>
    !ordered &&
    items.some(itemAsks) &&
    items.every(isTold) &&
    items.filter(({ blocks }) => readsAsOrder(blocks[0])).length * 3 <= items.length,
)

/** "Flush throughput" beside two terms that are nothing else. */
const readsAsOrder = (block: Block | undefined): boolean => {
  const [, term = ''] = (block?.type === 'paragraph' && TOLD_TERM.exec(block.inline.prose)) || []
  return term.includes(' ') && asksForAction(term)
}

function isTold(item: ListItem): boolean {
  const { text, prose } = wordsOf(item)
  const [, term = '', meaning = ''] = TOLD_TERM.exec(prose) ?? []
  if (meaning === '' || item.task !== 'none' || text.endsWith('?') || !isTerm(term)) return false
  const [first = '', ...others] = sentencesOf(meaning.replace(OTHER_NAME, ''))
  return (
    !asksForAction(first) &&
    !others.some(isToDo) &&
    !item.blocks.slice(1).some(mayAsk) &&
    itemCommands(item).length === 0
  )
}

const mayAsk = (block: Block): boolean => (block.type === 'list' ? block.items.some(itemAsks) : true)

/** A word of its own may look like an order ("Publish"); "Fix" announces what to do. */
function isTerm(term: string): boolean {
  return term.split(' ').length <= MOST_WORDS && !STEP_TOPICS.has(topicOf(term))
}

function isToDo(sentence: string): boolean {
  if (!asksForAction(sentence) || GOES_WITH_IT.test(sentence)) return false
  return beginsWithAction(sentence) || SAYS_HOW.test(sentence) || moodOf(sentence) !== 'order'
}
