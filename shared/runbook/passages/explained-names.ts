import { rememberedOf } from '../../kit/remembered.ts'
import { looksForeign } from '../languages/languages.ts'
import type { ListBlock, ListItem } from '../text/block.ts'
import { asksForAction } from '../words/sentences.ts'
import { itemCommands, wordsOf } from './step-items.ts'

/** "`ring_size` and `ring_age`": the names that an item begins with, where code is a mark. */
const NAMES = /^\x81(?:(?:,? (?:and|or) |, ?|\/)\x81)*[\s:\u2013\u2014-]+/u

/** "`ring`: ring name" tells in two words what the name is. */
const IS_A_LABEL = /^\x81[:\uFF1A]\s/u

/** "Swap memory in bytes", "File usage" are things that begin like an order. */
const HAS_AN_OBJECT = /\b(?:the|an?|it|them|this|that|these|those|your|its|all|any|if|when|whether)\b|\x81/i

const orders = (words: string): boolean => asksForAction(words) && HAS_AN_OBJECT.test(words)

/** Whether every item of a list is a name in code with what it means, and nothing to do or to run: metrics, columns. */
export const explainsNames: (list: ListBlock) => boolean = rememberedOf(({ items }) => {
  if (items.every(isOptionWithMeaning)) return true
  if (!items.every(isNameWithMeaning)) return false
  const asking = items.map(meaningOf).filter(asksForAction)
  return asking.length * 3 < items.length && !asking.some(orders)
})

/** "Memory" above names of metrics with what they mean is a heading of these, and no more to be done than they are. */
export function headsExplainedNames({ blocks, task }: ListItem): boolean {
  const [words, list, more] = blocks
  return (
    task === 'none' &&
    words?.type === 'paragraph' &&
    list?.type === 'list' &&
    more === undefined &&
    !orders(words.inline.prose) &&
    explainsNames(list)
  )
}

function isNameWithMeaning(item: ListItem): boolean {
  const { text, prose, codes } = wordsOf(item)
  const meaning = meaningOf(item)
  return (
    codes[0] !== undefined &&
    text.startsWith(codes[0]) &&
    meaning !== prose &&
    meaning.split(' ').length > (IS_A_LABEL.test(prose) ? 1 : 2) &&
    !looksForeign(meaning) &&
    item.task === 'none' &&
    item.blocks.length === 1 &&
    itemCommands(item).length === 0
  )
}

/** "`--all`: drain each ring", "`k` \u2014 \u0443\u0441\u0442\u0430\u043D\u043E\u0432\u0438\u0442\u044C": what an option of a command does, in words that may be an order to it. */
function isOptionWithMeaning(item: ListItem): boolean {
  const { text, codes } = wordsOf(item)
  const [code = ''] = codes
  return (
    IS_AN_OPTION.test(code) &&
    text.startsWith(code) &&
    /^\s?(?:[:\u2013\u2014\uFF1A]|-\s)/.test(text.slice(code.length)) &&
    item.task === 'none' &&
    item.blocks.length === 1
  )
}

const IS_AN_OPTION = /^(?:--?[a-z][\w-]*(?:[ =]\S+)?|[a-z](?:=\S+)?)$/i

const meaningOf = (item: ListItem): string => wordsOf(item).prose.replace(NAMES, '')
