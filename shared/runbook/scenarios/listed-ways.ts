import { itemCommands, wordsOf } from '../passages/step-items.ts'
import type { Section } from '../sections/sections.ts'
import type { Block, ListBlock } from '../text/block.ts'
import { plainAnchor, slugOf } from '../text/slug.ts'
import { withoutNumber } from '../words/topic.ts'
import { countsCases, countsWays } from '../words/ways.ts'

/** How many sections behind its own a list may name: enough for any choice, and linear in the length. */
const MOST_BEHIND = 20

/** The headings that the lists of a section may name, by their words and by their anchors: of several alike the first. */
type Named = {
  readonly words: ReadonlyMap<string, Section>
  readonly anchors: ReadonlyMap<string, Section>
  readonly counted: ReadonlyMap<string, Section>
}

function headingsBehind(sections: readonly Section[], holder: Section): Named {
  const below = sections
    .slice(holder.index + 1, holder.end + MOST_BEHIND)
    .filter(({ parent }) => parent === holder.index || parent === holder.parent)
    .reverse()
  return {
    words: new Map(below.map((section) => [slugOf(withoutNumber(section.heading)), section])),
    anchors: new Map(below.map((section) => [plainAnchor(section.heading), section])),
    counted: new Map(below.map((section) => [COUNTS_A_WAY.exec(section.heading)?.[1] ?? '', section])),
  }
}

/** "Option 2: drain it", "Steps for alternative #2" */
const COUNTS_A_WAY = /\b(?:alternative|option|method|approach|variant|way|solution) ?#?(\d{1,2})\b/i
/** "Options", "The alternatives" */
const NAMES_WAYS =
  /^(?:(?:the|your|available|possible|recovery|restore) )*(?:alternatives|options|methods|approaches|ways)$/i

/** The sections that a list of ways names, one for each of its items; empty when an item names none. */
function sectionsNamed(list: ListBlock, { words, anchors, counted }: Named): readonly Section[] {
  const named = list.items.map((item, place) => {
    const { text, links } = wordsOf(item)
    const linked = links.flatMap(({ href }) =>
      href.startsWith('#') ? (anchors.get(plainAnchor(href.slice(1))) ?? []) : [],
    )
    const told = words.get(slugOf(withoutNumber(text).replace(/[.:;,]$/, ''))) ?? []
    const either = [told, linked].flat().sort((one, other) => one.index - other.index)[0]
    return either ?? (list.ordered ? counted.get(`${place + 1}`) : undefined)
  })
  const found = new Set(named)
  return named.every((section) => section !== undefined) && found.size === named.length && itemsAreBare(list)
    ? named.flatMap((section) => section ?? [])
    : []
}

function itemsAreBare(list: ListBlock): boolean {
  return list.items.every((item) => item.task === 'none' && itemCommands(item).length === 0)
}

/** For each block of a section the sections that it names as ways. */
function waysIn(holder: Section, sections: readonly Section[]): readonly (readonly Section[])[] {
  let behind: Named | undefined
  return holder.blocks.map((block, index) => {
    const before = holder.blocks[index - 1]
    if (!countsItems(block, before, holder.heading)) return []
    behind ??= headingsBehind(sections, holder)
    return sectionsNamed(block, behind)
  })
}

/** Whether the paragraph above a list says that its items are several ways or cases, or the heading above numbers. */
function countsItems(block: Block, before: Block | undefined, heading: string): block is ListBlock {
  if (block.type !== 'list' || block.items.length < 2) return false
  if (before === undefined) return block.ordered && NAMES_WAYS.test(withoutNumber(heading))
  if (before.type !== 'paragraph') return false
  const { text } = before.inline
  return countsWays(text) || countsCases(text)
}

/** The sections of which a list above says that they are ways to choose from: the reader takes one of them. */
export function listedWays(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((holder) => waysIn(holder, sections).flat())
}

/** A section without the lists that only name the ways told of in sections of their own. */
export function withoutListedWays(section: Section, sections: readonly Section[]): Section {
  const ways = waysIn(section, sections)
  const blocks = section.blocks.filter((_, index) => ways[index]?.length === 0)
  return blocks.length === section.blocks.length ? section : { ...section, blocks }
}
