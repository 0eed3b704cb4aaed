import { wordsOf } from '../passages/step-items.ts'
import type { Block } from '../text/block.ts'
import type { Section } from './sections.ts'

/** A section without the lists that only name other headings of the page: what they name is told there, and would be told twice (R3). */
export function withoutContentsLists(section: Section): Section {
  if (section.topic === 'scenarios') return section
  const blocks = section.blocks.filter((block) => !isContentsList(block))
  return blocks.length === section.blocks.length ? section : { ...section, blocks }
}

/** Two items or more that are each a link to a place on the page and nothing else. */
function isContentsList(block: Block): boolean {
  if (block.type !== 'list' || block.items.length < 2) return false
  return block.items.every((item) => {
    const { text, links } = wordsOf(item)
    const [link] = links
    return item.task === 'none' && links.length === 1 && link?.href.startsWith('#') === true && link.text === text
  })
}
