import { rememberedOf } from '../../kit/remembered.ts'
import type { ListBlock, ListItem } from '../text/block.ts'
import { itemAsks, itemCommands, wordsOf } from './step-items.ts'

/** A list in which "`ring_key`" above one order and nothing else stands in front of the words of that order: "ring_key: Renew this last." Alone, they would not say of what they are (R3). */
export const withNamesInFront: (list: ListBlock) => ListBlock = rememberedOf((list) =>
  list.items.some(isNameOfOrder) ? { ...list, items: list.items.map(named) } : list,
)

function isNameOfOrder(item: ListItem): boolean {
  const { codes, prose } = wordsOf(item)
  const [, below, more] = item.blocks
  const [order, second] = below?.type === 'list' ? below.items : []
  const isBare = codes.length === 1 && !/[\p{L}\p{N}]/u.test(prose) && item.task === 'none'
  const isOne = order !== undefined && second === undefined && more === undefined && order.task === 'none'
  return isBare && isOne && order.blocks[0]?.type === 'paragraph' && itemAsks(order) && itemCommands(item).length === 0
}

function named(item: ListItem): ListItem {
  if (!isNameOfOrder(item)) return item
  const [, below] = item.blocks
  const [order] = below?.type === 'list' ? below.items : []
  const [words, ...rest] = order?.blocks ?? []
  if (words?.type !== 'paragraph') return item
  const inline = { ...words.inline, text: `${wordsOf(item).text}: ${words.inline.text}` }
  return { ...item, blocks: [{ ...words, inline, line: item.line }, ...rest] }
}
