import { withoutPrompt } from '../commands/prompts.ts'
import type { Block } from '../text/block.ts'
import { plainHeading } from '../words/topic.ts'
import type { Section } from './sections.ts'

/** "Related commands", "Quick reference (commands)", "Cheat sheet"; "Commands" alone may well be the procedure. */
const LISTS_COMMANDS =
  /^(?:(?:related|useful|helpful|handy|common|important|key|other|additional|quick|frequently used|essential) )+(?:reference )?(?:commands?|one liners?)(?: (?:reference|cheat ?sheet|summary|list|table|guide))?$|^(?:quick )?(?:commands? )?(?:quick )?(?:reference(?: (?:card|sheet|guide))?|cheat ?sheet)(?: (?:commands?|of commands|for .*))?$/

/** A name for what is only looked up, whatever stands below it. */
const IS_LOOKED_UP = /\breference\b|\bcheat ?sheet\b/

/**
 * The sections below headings that only gather commands, after all headings that announce steps: what is told there was told above, and is no
 * further step where the text has steps. Code of which no line stands above is told nowhere else, and is none of these, but below a quick reference.
 */
export function commandReferences(sections: readonly Section[]): ReadonlySet<number> {
  const lastStepHeading = sections.findLast(({ topic }) => topic === 'debugging' || topic === 'mitigation')?.index ?? -1
  const found = new Set<number>()
  for (const { index, end, level, heading } of sections) {
    if (level === 0 || index < lastStepHeading || !LISTS_COMMANDS.test(plainHeading(heading))) continue
    const isLookedUp = IS_LOOKED_UP.test(plainHeading(heading))
    const told = new Set(sections.slice(0, index).flatMap(({ blocks }) => blocks.flatMap(codesIn)))
    for (const section of sections.slice(index, end)) {
      const lines = section.blocks.filter(({ type }) => type === 'code').flatMap(codesIn)
      if (isLookedUp || lines.length === 0 || lines.some((line) => told.has(line))) found.add(section.index)
    }
  }
  return found
}

/** The code of a block, line by line, without remarks. */
function codesIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(codesIn))
    case 'quote':
      return block.blocks.flatMap(codesIn)
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ codes }) => codes))
    case 'code':
      return block.text.split('\n').flatMap((line) => (/^\s*(?:#|$)/.test(line) ? [] : withoutPrompt(line).trim()))
    default:
      return block.inline.codes
  }
}
