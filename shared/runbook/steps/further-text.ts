import type { FurtherText, Step } from '../runbook.ts'
import { BOLD_LEVEL, type Section } from '../sections/sections.ts'
import type { Block } from '../text/block.ts'
import { withoutNumber } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { isLoneCase } from '../words/way-names.ts'
import { untoldWords } from './untold-words.ts'
import { isWarning, warns } from './warnings.ts'

/** Sections that are read beside steps, and those behind the last step that stand for themselves. */
type PartedSections<Told extends Section> = {
  readonly beside: readonly Told[]
  readonly further: readonly Told[]
}

/**
 * Parts sections at the last step (R3.14): what stands behind its section stands for itself, but for what goes on with the procedure or warns of it. `sections`
 * are in the order of the text; `topLine` is the line of the heading that holds all of them, the title's or a scenario's; 0 for none.
 */
export function partedAtLastStep<Told extends Section>(
  steps: readonly Step[],
  sections: readonly Told[],
  topLine: number,
  lines: readonly string[],
): PartedSections<Told> {
  const lastLine = steps.reduce((last, { line }) => Math.max(last, line), 0)
  const last = sections.findLast(({ line }) => line <= lastLine)
  if (last === undefined) return { beside: sections, further: [] }
  // A bold line begins no text of its own below the heading that the steps stand under.
  const own = sections.findLast(
    ({ line, level }) => topLine < line && line <= lastLine && level > 0 && level < BOLD_LEVEL,
  )
  let keptUntil = last.line === topLine ? last.index + 1 : Math.max(last.end, own?.end ?? 0)
  const beside: Told[] = []
  const further: Told[] = []
  for (const section of sections) {
    const isBehind = section.level > 0 && section.index >= keptUntil
    const staysBeside = !isBehind || goesOn(section, lines)
    if (isBehind && staysBeside) keptUntil = section.end
    const place = staysBeside ? beside : further
    place.push(section)
  }
  return { beside, further }
}

const OF_THE_PROCEDURE = new Set<Topic | undefined>(['debugging', 'mitigation', 'escalation', 'prerequisites'])
const ROLLS_BACK = /\b(?:roll(?:ing|s)?[ -]?back|revert(?:ing|s)?|undo(?:ing)?|back(?:ing)?[ -]?out)\b/i

/** What to do next, in a case, or to take it back; and what warns of something without code that the warning would be of. */
function goesOn({ heading, topic, blocks }: Section, lines: readonly string[]): boolean {
  const words = withoutNumber(heading)
  if (OF_THE_PROCEDURE.has(topic) || isLoneCase(words) || ROLLS_BACK.test(words) || isWarning(heading)) return true
  return !blocks.some(holdsCode) && blocks.some((block) => warns(block, lines))
}

function holdsCode(block: Block): boolean {
  switch (block.type) {
    case 'list':
      return block.items.some((item) => item.blocks.some(holdsCode))
    case 'quote':
      return block.blocks.some(holdsCode)
    default:
      return block.type === 'code'
  }
}

/** Each outermost section as a text of its own, with what stands below it under its own headings. Those without a word are left out. */
export function furtherTextOf(sections: readonly Section[], lines: readonly string[]): FurtherText[] {
  const texts: { section: Section; last: number; words: string[] }[] = []
  for (const section of sections) {
    const text = texts.at(-1)
    const words = wordsOf(section, lines)
    if (text !== undefined && section.index === text.last + 1 && section.index < text.section.end) {
      text.last = section.index
      text.words.push(...headingOf(section, lines), ...words)
    } else texts.push({ section, last: section.index, words })
  }
  return texts
    .filter(({ words }) => words.length > 0)
    .map(({ section, words }) => ({
      title: HOLDS_A_WORD.test(section.heading) ? section.heading : UNNAMED,
      line: section.line,
      markdown: words.join('\n\n'),
    }))
}

const HOLDS_A_WORD = /[\p{L}\p{N}]/u
/** Where a template makes the heading. */
const UNNAMED = 'Further text'

/** The line of a heading, unless its words go on in it: "**Sizes:** three". */
function headingOf({ line, blocks }: Section, lines: readonly string[]): string[] {
  if (blocks[0]?.line === line) return []
  return [untoldWords({ type: 'heading', line, endLine: line, told: [] }, lines)]
}

/** The source of each block, each line once: HTML may hold several blocks on one line. */
function wordsOf({ blocks }: Section, lines: readonly string[]): string[] {
  let told = 0
  return blocks.flatMap(({ type, line: first, endLine }) => {
    const line = Math.max(first, told + 1)
    told = Math.max(told, endLine)
    const words = line > endLine ? '' : untoldWords({ type, line, endLine, told: [] }, lines)
    return words === '' ? [] : [words]
  })
}
