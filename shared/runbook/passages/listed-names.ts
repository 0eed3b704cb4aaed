import type { Block, ListBlock } from '../text/block.ts'
import { itemCommands, wordsOf } from './step-items.ts'
import { asksInWords } from './step-paragraphs.ts'

/** In letters; more would bury the order that they belong to. */
export const LONGEST_NAMES = 160

/** The items of a list that are nothing but names in code and no commands, as of files or metrics; empty when one is more, or they are long. */
export function namesIn(list: ListBlock): string {
  const names = areNames(list) ? list.items.map((item) => wordsOf(item).text).join(', ') : ''
  return names.length > LONGEST_NAMES ? '' : names
}

/** Whether the items of a list are nothing but names in code and no commands, however long. */
export function areNames(list: ListBlock): boolean {
  return list.items.every((item) => {
    const { text, prose, codes } = wordsOf(item)
    const isBare = item.blocks.length === 1 && item.task === 'none' && codes.length > 0 && !/\p{L}/u.test(prose)
    return isBare && /^[\p{L}\p{N}_./<>*:{}$~-]+$/u.test(text) && itemCommands(item).length === 0
  })
}

/** The blocks of a section in which "Look into these files:" has the names of the files in its words, where they are all that stands below it (R3). */
export function withListedNames(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block, index): readonly Block[] => {
    const before = blocks[index - 1]
    const next = blocks[index + 1]
    if (block.type === 'list' && namesBelow(before, block) !== '') return []
    if (block.type !== 'paragraph' || namesBelow(block, next) === '') return [block]
    const text = `${block.inline.text} ${namesBelow(block, next)}`
    return [{ ...block, inline: { ...block.inline, text }, endLine: next?.endLine ?? block.endLine }]
  })
}

function namesBelow(paragraph: Block | undefined, list: Block | undefined): string {
  if (paragraph?.type !== 'paragraph' || list?.type !== 'list') return ''
  return /[:\uFF1A]$/.test(paragraph.inline.text) && asksInWords(paragraph.inline) ? namesIn(list) : ''
}
