import { commandsIn } from '../commands/span-commands.ts'
import type { Command } from '../runbook.ts'
import type { Section } from '../sections/sections.ts'
import type { Block } from '../text/block.ts'
import { headsBans } from '../words/bans.ts'
import { beginsWithAction } from '../words/sentences.ts'
import { withoutNumber } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { DraftList, type SectionDrafts, type StepDraft } from './draft-list.ts'

const MAY_ORDER = new Set<Topic | undefined>([undefined, 'debugging', 'mitigation'])
/** "Short-term: grow the ring" */
const IN_FRONT = /^[\p{L}-]+(?: \p{L}+)?: (?=\S)/u

/** "Resume behavior", "Fix actions": the verb only tells of what kind the noun is. */
const NAMES_WHAT_IS_TOLD =
  /^[a-zà-ÿ]+ (?:actions|behaviou?r|conditions?|criteria|descriptions?|logic|mechanism|overview|semantics|steps|strategy)$|^(?:access|alert|change|contact|deploy|page|process|release|report|request|test|triage) (?:calendar|channels?|details|flow(?: ?chart)?|groups?|history|info(?:rmation)?|levels?|lists?|matrix|names?|numbers?|people|persons?|points?|polic(?:y|ies)|roster|rota(?:tion)?|rules?|tree|types?|variants?|windows?)$|^(?:backup|patch|refresh|release|report|restore|run|scan|snapshot|sync|test|update|upgrade) (?:schedules?|frequency|cadence|timelines?|windows?)$|^[a-z]+ (?!the |an? |your )[a-z-]+ (?:contract|matrix|cheat ?sheet)$/i

/** Whether a heading says what to do and nothing stands below it but words of its own: "Identify the ring" above facts about rings, or above nothing. */
export function isOrderItself(section: Section): boolean {
  return section.end === section.index + 1 && !onlyLeads(section) && !namesTheFile(section) && orders(section)
}

/** Above nothing, the first heading is the title, though the front matter says it too. */
const namesTheFile = ({ index, parent, blocks }: Section): boolean =>
  index <= 1 && parent === undefined && blocks.length === 0

/** "Write reports:" above another heading of its level, and nothing else, names what comes next. */
const onlyLeads = ({ endsOpen, blocks }: Section): boolean => endsOpen === true && blocks.length === 0

function orders({ heading, topic, level }: Section): boolean {
  const words = withoutNumber(heading).replace(IN_FRONT, '')
  return (
    MAY_ORDER.has(topic) &&
    level > 1 &&
    /\s/.test(words) &&
    !NAMES_WHAT_IS_TOLD.test(words) &&
    beginsWithAction(words) &&
    !headsBans(heading)
  )
}

/**
 * The drafts, and with them the headings that say what to do above headings of which none has a step ("Restart the relay" above "Why"): what stands below tells of it. `root` is the
 * place of the heading that holds all of them, which is no step of its own; `mayBeStep` tells of a section whether steps may stand there.
 */
export function withHeadingsAboveHeadings(
  read: readonly SectionDrafts[],
  mayBeStep: (own: SectionDrafts) => boolean,
  root: number | undefined,
  lines: readonly string[],
): readonly SectionDrafts[] {
  const firstFilled = read.map(() => Number.POSITIVE_INFINITY)
  for (let at = read.length - 1; at >= 0; at -= 1) {
    const own = read[at]
    firstFilled[at] =
      own && own.drafts.length > 0 ? own.section.index : (firstFilled[at + 1] ?? Number.POSITIVE_INFINITY)
  }
  let taken = 0
  return read.map((own, at) => {
    const { index, end } = own.section
    const isBare = index !== root && index >= taken && end > index + 1 && (firstFilled[at] ?? 0) >= end
    if (!isBare || !orders(own.section) || !mayBeStep(own)) return own
    taken = end
    return { ...own, drafts: headingAsStep(own.section, lines) }
  })
}

/** Whether a table, or code that is not typed, tells what the heading above it orders, before the first step stands below: "Add the records" above the table of them. */
export function isToldBelow([first, second]: readonly Block[], firstStep: number): boolean {
  const data = first?.type === 'paragraph' ? second : first
  return (data?.type === 'table' || data?.type === 'code') && data.endLine < firstStep
}

/** A heading as the step itself, with all that stands below it, or above the first step there. */
export function headingAsStep(
  section: Section,
  lines: readonly string[],
  firstStep = section.endLine + 1,
): readonly StepDraft[] {
  const text = withoutNumber(section.heading)
  const list = new DraftList(section, lines)
  list.begin('heading')
  list.addTop({ text, prose: text, commands: headingCommands(section), line: section.line }, firstStep - 1)
  return list.all
}

/** The commands that a heading names: "Log in with `relayctl login`". */
export function headingCommands({ inline, line }: Section): Command[] {
  return inline === undefined ? [] : [...commandsIn(inline, line)]
}
