import type { Block, ParagraphBlock } from '../text/block.ts'
import { forbidsItems, keepsFromCode, titlesBan } from '../words/bans.ts'
import { asksForAction } from '../words/sentences.ts'
import type { Section } from './sections.ts'

/** The blocks that stand below the title of a box, and in it; none for any other block. */
export function blocksInBox(blocks: readonly Block[], index: number): readonly Block[] {
  const title = blocks[index]
  if (title?.type !== 'paragraph' || title.boxEnd === undefined) return []
  let end = index + 1
  while ((blocks[end]?.line ?? Number.POSITIVE_INFINITY) <= title.boxEnd) end += 1
  return blocks.slice(index + 1, end)
}

/** Whether a block is the title of a box with code in it. */
export const holdsCode = (blocks: readonly Block[], index: number): boolean =>
  blocksInBox(blocks, index).some(({ type }) => type === 'code')

/** A section without the boxes that only tell: those that call for care and hold no code ("Use with caution"), and those that say when something is right ("When not to drain"). */
export function withoutBoxesThatTell(section: Section): Section {
  const { blocks } = section
  const left = new Set<Block>()
  blocks.forEach((block, index) => {
    if (block.type !== 'paragraph' || block.boxEnd === undefined || !tellsOnly(blocks, index, block.inline.text)) return
    for (const inner of [block, ...blocksInBox(blocks, index)]) left.add(inner)
  })
  return left.size === 0 ? section : { ...section, blocks: blocks.filter((block) => !left.has(block)) }
}

const tellsOnly = (blocks: readonly Block[], index: number, title: string): boolean =>
  TELLS_WHEN.test(title) || (CALLS_FOR_CARE.test(title) && !holdsCode(blocks, index))

const TELLS_WHEN = /^\W*when (?:not )?to\b/i
const CALLS_FOR_CARE =
  /^\W*(?:(?:use|proceed|handle|run) (?:[a-z]+ )?with (?:[a-z]+ )?(?:caution|care)|be (?:[a-z]+ )?(?:careful|cautious))\W*$/i

/** The place of the last block that the title of a box forbids: as far as words in it lead to something else. Its own place where it forbids none. */
export function lastForbiddenInBox({ inline }: ParagraphBlock, blocks: readonly Block[], index: number): number {
  if (!titlesBan(inline.text)) return index
  const inBox = blocksInBox(blocks, index)
  const end = inBox.findIndex(
    (block) =>
      (block.type === 'paragraph' && !isRemark(block) && !keepsFromCode(block.inline.text)) ||
      (block.type === 'list' && !forbidsItems(`${inline.text}:`)),
  )
  const left = end < 0 ? inBox : inBox.slice(0, end)
  return left.some(({ type }) => type !== 'paragraph') ? index + left.length : index
}

/** Whether a block is a sentence that neither asks for anything nor leads on: "It drops all data." */
export function isRemark(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && !asksForAction(block.inline.prose) && !/[:\uFF1A]$/.test(block.inline.text)
}
