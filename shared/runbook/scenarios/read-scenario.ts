import { isScript } from '../commands/read-commands.ts'
import { isStepTable } from '../passages/table-columns.ts'
import type { Scenario } from '../runbook.ts'
import { inheritedTopic } from '../sections/inherited-topic.ts'
import type { Section } from '../sections/sections.ts'
import type { SectionDrafts } from '../steps/draft-list.ts'
import { draftsAnywhere, draftsUnder, holdsDrafts, stepsFrom } from '../steps/extract-steps.ts'
import { ordersAmongFacts } from '../steps/orders-among-facts.ts'
import { plainOrders } from '../steps/plain-orders.ts'
import type { Block, Inline, ListItem } from '../text/block.ts'
import { slugOf } from '../text/slug.ts'
import { weighedDrafts } from '../weighing/weighed-drafts.ts'
import { asks, moodOf } from '../words/sentence-mood.ts'
import { sentencesOf } from '../words/sentences.ts'
import type { Topic } from '../words/topic-name.ts'
import type { ScenarioPlace } from './find-scenarios.ts'

const STEP_TOPICS = new Set<Topic | undefined>(['debugging', 'mitigation', undefined])
const SYMPTOM_LEAD = /^(?:symptoms?|signs?|trigger(?:s|ed by)?|detection|you see|looks like|how it looks)\s*:?\s*/i
const SYMPTOM_LABEL =
  /^(?:symptoms?|signs?|trigger|detection|you see|looks like|how it looks)\b(?:[^:]{0,20}:|$)|^(?:you see|looks like)\b/i
const LONGEST_SYMPTOMS = 1_000

/** A table of causes or symptoms that gives the fix of each is part of the procedure, whatever its heading. */
export function holdsFixes({ topic, blocks }: Section): boolean {
  return (topic === 'cause' || topic === 'symptoms') && blocks.some(isStepTable)
}

/** Reads one scenario: its steps from the step-bearing headings within it, or from all of it but the symptoms, causes and references. */
export function readScenario(
  place: ScenarioPlace,
  sections: readonly Section[],
  lines: readonly string[],
  unique: (name: string) => string,
): Scenario {
  const { section, title } = place
  const below = sections.slice(section.index, section.end)
  const id = unique(place.id ?? (slugOf(title) || 'scenario'))
  const stepBearing = below.flatMap((one) => {
    const topic = inheritedTopic(sections, one, section.index)
    if (holdsFixes(one) || STEP_TOPICS.has(topic)) return [one]
    const answered = topic === 'cause' ? ordersAmongFacts(one, topic) : []
    return answered.length > 0 ? [{ ...one, blocks: answered }] : []
  })
  const endLine = sections[section.end]?.line
    ? Math.max(section.line, (sections[section.end]?.line ?? 1) - 1)
    : (below.at(-1)?.endLine ?? section.endLine)
  const body = stepBearing.map((one) => (one.index === section.index ? withoutSymptomList(one) : one))
  const named = body.filter((one) => inheritedTopic(sections, one, section.index) !== undefined)
  const isFirm = holdsDrafts(draftsUnder(named, lines))
  const drafts = isFirm ? besideNamed(body, named, lines) : draftsUnder(body, lines)
  const found = holdsDrafts(drafts) ? drafts : draftsAnywhere(body, lines)
  const steps = stepsFrom(weighedDrafts(found, below, sections, lines), id)
  const depth = (below[0]?.above.length ?? 0) + 1
  return {
    id,
    title,
    line: section.line,
    endLine,
    markdown: lines
      .slice(section.line - 1, endLine)
      .join('\n')
      .trimEnd(),
    symptoms: symptomsOf(sections, below, section),
    steps: steps.map((step) => ({ ...step, above: step.above.slice(depth) })),
    furtherText: [],
  }
}

/** When a scenario has step-bearing headings, what stands outside them counts only as a list of boxes or numbers, as a script, or where it plainly orders. */
function besideNamed(
  body: readonly Section[],
  named: readonly Section[],
  lines: readonly string[],
): readonly SectionDrafts[] {
  const known = new Set(named)
  const isLoose = (section: Section) => plainOrders(section, lines).length > 0
  const counted = body.filter((section) => known.has(section) || isMarked(section) || isLoose(section))
  const loose = counted.filter((section) => !known.has(section) && !isMarked(section)).map(({ index }) => index)
  return draftsUnder(counted, lines, new Set(loose))
}

function isMarked({ blocks }: Section): boolean {
  return blocks.some(
    (block) =>
      (block.type === 'code' && isScript(block)) ||
      (block.type === 'list' && (block.ordered || block.items.some(({ task }) => task !== 'none'))),
  )
}

function symptomsOf(sections: readonly Section[], below: readonly Section[], root: Section): string {
  const under = below.filter((section) => inheritedTopic(sections, section, root.index) === 'symptoms')
  if (under.length > 0) return clip(under.flatMap(({ blocks }) => blocks.flatMap(wordsOf)))
  const labelled = root.blocks.flatMap((block, index) => labelledSymptoms(block, root.blocks[index + 1]))
  if (labelled.length > 0) return clip(labelled)
  const first = root.blocks.findIndex(
    (block) => block.type === 'list' || block.type === 'code' || block.type === 'table',
  )
  const intro = root.blocks.slice(0, first < 0 ? undefined : first).filter((block) => !isOrder(block))
  return clip(intro.flatMap(wordsOf))
}

/** What is to be done shows no trouble. */
function isOrder(block: Block): boolean {
  return block.type === 'paragraph' && sentencesOf(block.inline.prose).every((sentence) => asks(moodOf(sentence)))
}

function labelledSymptoms(block: Block, next: Block | undefined): string[] {
  if (block.type === 'list')
    return block.items.flatMap((item) =>
      item.blocks.slice(0, 1).flatMap((first) => labelledSymptoms(first, item.blocks[1])),
    )
  if (block.type !== 'paragraph' || !SYMPTOM_LABEL.test(block.inline.text)) return []
  const rest = block.inline.text.replace(SYMPTOM_LEAD, '')
  return rest === '' && next ? wordsOf(next) : [rest]
}

/** A bullet list right after "Symptoms:" belongs to the symptoms, not to the steps. */
function withoutSymptomList(section: Section): Section {
  const blocks = section.blocks.filter((block, index) => {
    const before = section.blocks[index - 1]
    return !(
      block.type === 'list' &&
      before?.type === 'paragraph' &&
      /^(?:symptoms?|signs?|causes?|possible causes?|impact)\s*:?$/i.test(before.inline.text)
    )
  })
  return { ...section, blocks }
}

function wordsOf(block: Block): string[] {
  switch (block.type) {
    case 'list':
      return block.items.flatMap((item: ListItem) => item.blocks.flatMap(wordsOf))
    case 'quote':
      return block.blocks.flatMap(wordsOf)
    case 'table':
      return block.rows.map(({ cells }) => cells.map((cell: Inline) => cell.text).join(': '))
    case 'code':
      return []
    default:
      return [block.inline.text]
  }
}

function clip(words: readonly string[]): string {
  return words
    .map((piece) =>
      piece.replace(SYMPTOM_LEAD, (lead) => (piece.length > lead.length && /:/.test(lead) ? '' : lead)).trim(),
    )
    .filter((piece) => piece !== '')
    .map((piece, index, all) => (index < all.length - 1 ? piece.replace(/[.;,]$/, '') : piece))
    .join('; ')
    .slice(0, LONGEST_SYMPTOMS)
    .replace(HALF_A_SIGN, '')
}

/** The first half of a sign that stood across the end. */
const HALF_A_SIGN = /[\uD800-\uDBFF]$/
