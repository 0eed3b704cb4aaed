import type { Block, Inline } from '../text/block.ts'
import type { Section } from './sections.ts'

/** "Purge (never run this)", "Class 2: propose it, do not execute": not "do not run two at once", and no mere condition. */
const FORBIDS_WHAT_IS_BELOW =
  /(?:^\W*|[(,:;\u2013\u2014-]\s*)(?:do not|don['\u2019]t|never) (?:run|execute|use|apply)(?: (?:this|these|it|them|any of (?:this|these|it|them)))?(?: (?:by hand|manually|yourself|in production|on production))?\s*(?:$|[),;.!])/i

/** The sections; below a heading that forbids to run what stands there, its sub-headings' too, no code is typed: it is only shown (R3.5). */
export function withForbiddenCode(sections: readonly Section[]): readonly Section[] {
  let end = 0
  return sections.map((section) => {
    if (FORBIDS_WHAT_IS_BELOW.test(section.heading)) end = Math.max(end, section.end)
    return section.index < end ? { ...section, blocks: section.blocks.map(onlyShown) } : section
  })
}

function onlyShown(block: Block): Block {
  switch (block.type) {
    case 'code':
      return { ...block, isForbidden: true }
    case 'paragraph':
      return { ...block, inline: withoutSpans(block.inline) }
    case 'quote':
      return { ...block, blocks: block.blocks.map(onlyShown) }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: item.blocks.map(onlyShown) })) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(withoutSpans) })) }
    default:
      return block
  }
}

/** Its code spans are words: none is offered. */
const withoutSpans = (inline: Inline): Inline => ({ ...inline, codes: [], isForbidden: true })
