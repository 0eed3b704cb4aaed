import { announcesOutput } from '../commands/shown-output.ts'
import type { Block, ListItem } from '../text/block.ts'
import { moodOf } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, sentencesOf } from '../words/sentences.ts'
import { itemAsks, itemCommands, restBehindCode, wordsOf } from './step-items.ts'
import { isAsideOfOrder, leadsOn, saysNothing } from './step-paragraphs.ts'

/** "or with the console:" */
const IS_ANOTHER_WAY = /^(?:or|alternatively)\b.*[:\uFF1A]$/i

/**
 * An item cut where it goes on to something else: to an order in a paragraph of its own, or, once it has a command, to another one with the words in front of
 * it. Otherwise these would stand behind the second command, and its case would be lost.
 */
export function partsOfItem(item: ListItem): readonly ListItem[] {
  const starts = [0]
  const rest = restBehindCode(item)
  item.blocks.forEach((block, index) => {
    const isOrder = ordersAlone(block)
    if (index === 0 || block === rest || !(isOrder || goesOn(block, item.blocks[index + 1]))) return
    const own = { ...item, blocks: item.blocks.slice(starts.at(-1), index) }
    const isBelowItems = item.blocks[index - 1]?.type === 'list'
    if (itemCommands(own).length > 0 || isBelowItems || (isOrder ? isSaid(own) : isWhole(own) && leadsToCode(block)))
      starts.push(index > (starts.at(-1) ?? 0) + 1 && saysHow(block, item.blocks[index - 1]) ? index - 1 : index)
  })
  if (starts.length === 1) return [item]
  return starts.map((from, at): ListItem => {
    const blocks = item.blocks.slice(from, starts[at + 1])
    const line = at === 0 ? item.line : (blocks[0]?.line ?? item.line)
    return { blocks, task: at === 0 ? item.task : 'none', line, endLine: blocks.at(-1)?.endLine ?? line }
  })
}

/** "You can do that by running ..." behind "In this case, scale it down.": how to do what the paragraph before asks for, in the case of that. */
function saysHow(block: Block, before: Block | undefined): boolean {
  const isAsked = before?.type === 'paragraph' && asksForAction(before.inline.prose)
  return isAsked && block.type === 'paragraph' && REFERS_BACK.test(block.inline.text)
}

const REFERS_BACK =
  /^(?:(?:you|we|one) (?:can|may|could|should) (?:also )?do (?:this|that|so|it)|(?:this|that|it) (?:can|may|should|must) (?:also )?be (?:done|achieved)) (?:by|with|using|via|through)\b/i

/** "Then tell the clients." in a paragraph of its own, which leads to nothing. */
function ordersAlone(block: Block): boolean {
  if (block.type !== 'paragraph' || /[:\uFF1A]$/.test(block.inline.text) || leadsOn(block.inline.text)) return false
  const [first = ''] = sentencesOf(block.inline.prose)
  return first.split(' ').length > 3 && moodOf(first) === 'order' && beginsWithAction(first) && !isAsideOfOrder(first)
}

/** It asks for something in whole sentences: below a mere title the next paragraph says in full what the title does. */
function isSaid(own: ListItem): boolean {
  return isWhole(own) && (own.blocks.length > 1 || /[.!?)]$/.test(wordsOf(own).text))
}

/** It asks for something, and leads to no command. */
function isWhole(own: ListItem): boolean {
  const { text } = wordsOf(own)
  if (!/[:\uFF1A]$/.test(text)) return itemAsks(own) || text.endsWith('?')
  // Below a mere title, what is asked for in full.
  const last = own.blocks.length > 1 ? own.blocks.at(-1) : undefined
  return last?.type === 'paragraph' && asksForAction(last.inline.prose) && !/[:\uFF1A]$/.test(last.inline.text)
}

/** "You can run this script.", and not a mere sentence between the order and its command. */
function leadsToCode(block: Block): boolean {
  return block.type === 'paragraph' && /[?:\uFF1A]$|\b(?:commands?|scripts?|quer(?:y|ies))\b/i.test(block.inline.text)
}

function goesOn(block: Block, next: Block | undefined): boolean {
  if (
    block.type !== 'paragraph' ||
    announcesOutput(block.inline.text) ||
    saysNothing(block.inline) ||
    leadsOn(block.inline.text)
  )
    return false
  const { text, prose } = block.inline
  const leads = IS_ANOTHER_WAY.test(text) || text.endsWith('?')
  if (!asksForAction(prose) && !(leads && next?.type === 'code')) return false
  const blocks = next?.type === 'code' ? [block, next] : [block]
  return itemCommands({ blocks, task: 'none', line: block.line, endLine: block.endLine }).length > 0
}
