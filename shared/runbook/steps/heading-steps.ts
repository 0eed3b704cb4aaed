import type { Section } from '../sections/sections.ts'
import { beginsWithAction } from '../words/sentences.ts'
import { withoutNumber } from '../words/topic.ts'
import { DraftList, type StepDraft } from './draft-list.ts'

/** Whether a heading says what to do and nothing stands below it but words of its own: "Identify the ring" above facts about rings, or above nothing. */
export function isOrderItself({ heading, topic, index, end, level }: Section): boolean {
  const words = withoutNumber(heading)
  return topic === undefined && end === index + 1 && level > 1 && /\s/.test(words) && beginsWithAction(words)
}

/** A heading as the step itself, with all that stands below it. */
export function headingAsStep(section: Section, lines: readonly string[]): readonly StepDraft[] {
  const text = withoutNumber(section.heading)
  const list = new DraftList(section, lines)
  list.begin('heading')
  list.addTop({ text, prose: text, commands: [], line: section.line }, section.endLine)
  return list.all
}
