import { withoutForeignCallOut } from '../languages/foreign-mood.ts'
import { blocksInBox } from '../sections/box-titles.ts'
import { bannedSections } from '../sections/forbidden-places.ts'
import { BOLD_LEVEL, type Section } from '../sections/sections.ts'
import type { Block, Inline } from '../text/block.ts'
import { callOutOf } from '../text/call-out-marks.ts'
import { NO_INLINE } from '../text/read-inline.ts'
import { isListOfBans, titlesBan } from '../words/bans.ts'
import { forbids } from '../words/sentence-mood.ts'
import { sentencesOf } from '../words/sentences.ts'
import { calledOut } from './untold-words.ts'

const WARNS = /^\W*(?:warning|caution|danger|important|attention|careful|beware)\b/i
const HAS_A_MARK =
  /^\W*(?:\u26A0|\u2620|\u26D4|\u{1F6A8}|\u{1F6D1}|\u{1F4A3}|:(?:warning|rotating_light|no_entry|stop_sign):)/u

/** Whether words begin as a warning does: "Caution:", "⚠️". */
export const isWarning = (text: string): boolean => WARNS.test(text) || HAS_A_MARK.test(text)

/** Whether a block warns of something or forbids it, in its words or by the box that it stands in. */
export function warns(block: Block, lines: readonly string[]): boolean {
  switch (block.type) {
    case 'list':
      return block.items.some((item) => item.blocks.some((inner) => warns(inner, lines)))
    case 'quote':
      return block.blocks.some((inner) => warns(inner, lines))
    case 'table':
      return [block.header, ...block.rows.map(({ cells }) => cells)].some((cells) => cells.some(saysSo))
    case 'code':
      return false
    default:
      return saysSo(block.inline) || isWarning(calledOut(block.line, lines)) || titlesWarning(block, lines)
  }
}

/** Whether a block is the title of a box that warns by its kind, "!!! danger", or by the title itself: "Not in production!". */
const titlesWarning = (block: Block, lines: readonly string[]): boolean =>
  block.type === 'paragraph' &&
  block.boxEnd !== undefined &&
  (isWarning(callOutOf(lines[block.line - 1] ?? '')) || titlesBan(block.inline.text))

/** The code in boxes of which the title warns: "Not in production!" says nothing without its command. */
export function codeInWarnings(blocks: readonly Block[], lines: readonly string[]): ReadonlySet<Block> {
  const inBoxes = blocks.flatMap((block, index) => (titlesWarning(block, lines) ? blocksInBox(blocks, index) : []))
  return new Set(inBoxes.filter(({ type }) => type === 'code'))
}

const saysSo = ({ text }: Inline): boolean =>
  isWarning(text) || withoutForeignCallOut(text) !== text || sentencesOf(text).some(forbids)

/** A section that forbids something in all that stands below another heading: `holds` are the lines of that, counted from 1. */
export type SectionOfBans = Section & { readonly holds?: { readonly from: number; readonly to: number } }

/** The sections that a heading says must not be done, "What not to do" and what stands below it, each under its own heading. */
export function sectionsOfBans(sections: readonly Section[]): SectionOfBans[] {
  const banned = bannedSections(sections)
  const last = sections.at(-1)?.endLine ?? 0
  const outermost = (section: Section): Section => {
    const parent = sections[section.parent ?? -1]
    return parent !== undefined && banned.has(parent.index) ? outermost(parent) : section
  }
  return sections
    .filter(({ index, blocks, end }) => banned.has(index) && (blocks.length > 0 || end > index + 1))
    .map((section) => {
      const own = underItsHeading(section)
      const first = outermost(section)
      // A bold line is said of what stands around it, and "Purge it (do not run)" of its own code.
      if (first.level >= BOLD_LEVEL || !isListOfBans(first.heading)) return own
      const above = sections[first.parent ?? -1]
      const to = above === undefined ? last : (sections[above.end - 1]?.endLine ?? last)
      return { ...own, holds: { from: above?.line ?? 0, to } }
    })
}

/** A section of which the heading is read with the text. */
function underItsHeading(section: Section): Section {
  return { ...section, level: 0, blocks: [headingOf(section), ...section.blocks] }
}

/** The heading of a section as a block of its own. */
export function headingOf({ inline, heading, level, line }: Section): Block {
  const words = inline ?? { ...NO_INLINE, text: heading, prose: heading }
  return { type: 'heading', level, inline: words, line, endLine: line }
}

/** A section with nothing but what warns or forbids: of a list only such items, for the others may be steps or scenarios. */
export function onlyWarnings(section: Section, lines: readonly string[]): Section {
  const inBoxes = codeInWarnings(section.blocks, lines)
  const blocks = section.blocks.flatMap((block): Block[] => {
    if (block.type !== 'list') return inBoxes.has(block) || warns(block, lines) ? [block] : []
    const items = block.items.filter((item) => item.blocks.some((inner) => warns(inner, lines)))
    return items.length === 0 ? [] : [{ ...block, items }]
  })
  return { ...section, blocks }
}
