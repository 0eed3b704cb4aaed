import { isContents, wordsOf } from '../passages/step-items.ts'
import type { Block } from '../text/block.ts'
import { bare } from '../text/words-in-source.ts'
import { withoutNumber } from '../words/topic.ts'
import type { Section } from './sections.ts'

/** The headings of a page as a list of them would say them, each with the last line on which it stands. */
export function headingsByName(sections: readonly Section[]): ReadonlyMap<string, number> {
  return new Map(sections.map(({ heading, line }) => [bare(withoutNumber(heading)), line]))
}

/** A section without the lists that only name other headings of the page: what they name is told there, and would be told twice (R3). */
export function withoutContentsLists(section: Section, headings: ReadonlyMap<string, number>): Section {
  if (section.topic === 'scenarios') return section
  const blocks = section.blocks.filter(
    (block) => !(isContents(block) && isOfSeveral(block)) && !namesHeadings(block, headings),
  )
  return blocks.length === section.blocks.length ? section : { ...section, blocks }
}

/** Two items or more that each say the words of a heading further down, and no more. */
function namesHeadings(block: Block, headings: ReadonlyMap<string, number>): boolean {
  if (block.type !== 'list' || !isOfSeveral(block)) return false
  return block.items.every(
    (item) =>
      item.task === 'none' &&
      item.blocks.length === 1 &&
      (headings.get(bare(withoutNumber(wordsOf(item).text))) ?? 0) > block.endLine,
  )
}

const isOfSeveral = (block: Block): boolean => block.type === 'list' && block.items.length > 1
