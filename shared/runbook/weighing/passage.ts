import { withCodeParagraphs } from '../commands/code-paragraphs.ts'
import { withNamesInFront } from '../passages/named-orders.ts'
import { openQuote } from '../passages/open-quote.ts'
import { isContents, wordsOf } from '../passages/step-items.ts'
import type { Section } from '../sections/sections.ts'
import type { Block, CodeBlock, Inline, ListBlock, ListItem } from '../text/block.ts'

/** Words that may be a step, with what stands around them: an item of a list, or a paragraph. Lines count from 1 in the file. */
export type Passage = {
  readonly inline: Inline
  /** The lines of its own words, without what stands below them within an item. */
  readonly line: number
  readonly endLine: number
  /** The blocks it is one of, or, of an item, those its list is one of; `at` is the place there. */
  readonly blocks: readonly Block[]
  readonly at: number
  /** Of an item only. */
  readonly item?: ListItem
  readonly list?: ListBlock
  /** The words of the item it stands within, and their line. */
  readonly holder?: { readonly inline: Inline; readonly line: number }
}

/** The passages of a section in document order: call-outs are opened, contents and what stands in tabs are none, and code that is written as a paragraph is code. */
export function passagesOf(section: Section, lines: readonly string[]): readonly Passage[] {
  const blocks = section.blocks.filter((block) => !isContents(block)).flatMap(openQuote)
  return passagesIn(withCodeParagraphs(blocks, lines), 0, undefined)
}

/** Lists nested deeper were not written by a person. */
const DEEPEST = 8

function passagesIn(blocks: readonly Block[], depth: number, holder: Passage['holder']): readonly Passage[] {
  if (depth > DEEPEST) return []
  return blocks.flatMap((block, at): readonly Passage[] => {
    const place = { blocks, at, ...(holder && { holder }) }
    if (block.type === 'paragraph')
      return [{ ...place, inline: block.inline, line: block.line, endLine: block.endLine }]
    if (block.type !== 'list' || block.isChoice) return []
    const list = withNamesInFront(block)
    return list.items.flatMap((item) => {
      const [first, ...rest] = item.blocks
      const inline = wordsOf(item)
      const opens = first !== undefined && 'inline' in first && first.inline === inline
      const own = { line: item.line, endLine: opens ? first.endLine : item.line, item, list }
      const within = (opens ? rest : item.blocks).flatMap(openQuote)
      return [{ ...place, ...own, inline }, ...passagesIn(within, depth + 1, { inline, line: item.line })]
    })
  })
}

/** The code that belongs to a passage: of an item the first within it, of a paragraph the one straight below. */
export function codeOf({ item, blocks, at }: Passage): CodeBlock | undefined {
  const code = item ? item.blocks.find(({ type }) => type === 'code') : blocks[at + 1]
  return code?.type === 'code' ? code : undefined
}

/** Whether one of some lines lies within a range of them. */
export function holdsLineOf({ line, endLine }: { line: number; endLine: number }, lines: ReadonlySet<number>): boolean {
  for (let at = line; at <= endLine; at += 1) if (lines.has(at)) return true
  return false
}
