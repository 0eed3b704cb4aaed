import { itemCommands, wordsOf } from '../passages/step-items.ts'
import type { Section } from '../sections/sections.ts'
import type { Block, ListBlock } from '../text/block.ts'
import { plainAnchor, slugOf } from '../text/slug.ts'
import { withoutNumber } from '../words/topic.ts'
import { countsCases, countsWays } from '../words/ways.ts'

/** How many sections behind its own a list may name: enough for any choice, and linear in the length. */
const MOST_BEHIND = 20

/** The sections that a list of ways names, one for each of its items; empty when an item names none. */
function sectionsNamed(list: ListBlock, sections: readonly Section[], holder: Section): readonly Section[] {
  const below = sections
    .slice(holder.index + 1, holder.end + MOST_BEHIND)
    .filter(({ parent }) => parent === holder.index || parent === holder.parent)
  const named = list.items.map((item) => {
    const { text, links } = wordsOf(item)
    const anchors = links.filter(({ href }) => href.startsWith('#')).map(({ href }) => plainAnchor(href.slice(1)))
    const plain = slugOf(withoutNumber(text).replace(/[.:;,]$/, ''))
    return below.find(
      ({ heading }) => slugOf(withoutNumber(heading)) === plain || anchors.includes(plainAnchor(heading)),
    )
  })
  const found = new Set(named)
  return named.every((section) => section !== undefined) && found.size === named.length && itemsAreBare(list)
    ? named.flatMap((section) => section ?? [])
    : []
}

function itemsAreBare(list: ListBlock): boolean {
  return list.items.every((item) => item.task === 'none' && itemCommands(item).length === 0)
}

function waysOf(
  block: Block,
  before: Block | undefined,
  sections: readonly Section[],
  holder: Section,
): readonly Section[] {
  if (block.type !== 'list' || block.items.length < 2 || before?.type !== 'paragraph') return []
  const { text } = before.inline
  return countsWays(text) || countsCases(text) ? sectionsNamed(block, sections, holder) : []
}

/** The sections of which a list above says that they are ways to choose from: the reader takes one of them. */
export function listedWays(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((holder) =>
    holder.blocks.flatMap((block, index) => waysOf(block, holder.blocks[index - 1], sections, holder)),
  )
}

/** A section without the lists that only name the ways told of in sections of their own. */
export function withoutListedWays(section: Section, sections: readonly Section[]): Section {
  const blocks = section.blocks.filter(
    (block, index) => waysOf(block, section.blocks[index - 1], sections, section).length === 0,
  )
  return blocks.length === section.blocks.length ? section : { ...section, blocks }
}
