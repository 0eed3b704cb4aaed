import type { RunbookLink } from '../runbook.ts'
import type { Block, Inline } from './block.ts'

type HeadingBlock = Extract<Block, { readonly type: 'heading' }>

/** Every link and picture, those within lists, quotes and tables too, in document order. */
export function linksOf(blocks: readonly Block[]): RunbookLink[] {
  return blocks.flatMap(inlinesOf).flatMap(({ links }) => links)
}

/** Every heading, those within lists and quotes too, in document order: links lead to each. */
export function headingsIn(blocks: readonly Block[]): readonly HeadingBlock[] {
  return blocks.flatMap((block): readonly HeadingBlock[] => {
    switch (block.type) {
      case 'heading':
        return [block]
      case 'list':
        return block.items.flatMap((item) => headingsIn(item.blocks))
      case 'quote':
        return headingsIn(block.blocks)
      default:
        return []
    }
  })
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
