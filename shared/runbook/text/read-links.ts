import type { RunbookLink } from '../runbook.ts'
import type { Block, Inline } from './block.ts'

/** Every link and picture, those within lists, quotes and tables too, in document order. */
export function linksOf(blocks: readonly Block[]): RunbookLink[] {
  return blocks.flatMap(inlinesOf).flatMap(({ links }) => links)
}

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(inlinesOf))
    case 'quote':
      return block.blocks.flatMap(inlinesOf)
    case 'table':
      return [...block.header, ...block.rows.flatMap(({ cells }) => cells)]
    case 'code':
      return []
    default:
      return [block.inline]
  }
}
