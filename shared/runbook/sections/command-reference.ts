import { plainHeading } from '../words/topic.ts'
import type { Section } from './sections.ts'

/** "Related commands", "Quick reference (commands)", "Cheat sheet"; "Commands" alone may well be the procedure. */
const LISTS_COMMANDS =
  /^(?:(?:related|useful|helpful|handy|common|important|key|other|additional|quick|frequently used|essential) )+(?:reference )?(?:commands?|one liners?)(?: (?:reference|cheat ?sheet|summary|list|table|guide))?$|^(?:quick )?(?:commands? )?(?:quick )?(?:reference(?: (?:card|sheet|guide))?|cheat ?sheet)(?: (?:commands?|of commands|for .*))?$/

/**
 * The sections below headings that only gather commands, after all headings that announce steps: what is told there was told above, and is no
 * further step where the text has steps.
 */
export function commandReferences(sections: readonly Section[]): ReadonlySet<number> {
  const lastStepHeading = sections.findLast(({ topic }) => topic === 'debugging' || topic === 'mitigation')?.index ?? -1
  const found = new Set<number>()
  for (const { index, end, level, heading } of sections) {
    if (level === 0 || index < lastStepHeading || !LISTS_COMMANDS.test(plainHeading(heading))) continue
    for (let below = index; below < end; below += 1) found.add(below)
  }
  return found
}
