import { tellsWhatAToolDoes } from '../passages/list-announcements.ts'
import { itemAsks, itemCommands, wordsOf as wordsOfItem } from '../passages/step-items.ts'
import type { Block, Inline } from '../text/block.ts'
import { headsBans } from '../words/bans.ts'
import { asksForAction } from '../words/sentences.ts'
import { topicOf } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { formCases } from './form-cases.ts'
import { hoistHeadings, type LabelHeading, labelHeadings, namesWhatFollows } from './label-headings.ts'
import { settledTopics } from './settled-topics.ts'

/** A heading of which the steps are one way or one case among others; `text` is what stands above them in the checklist. */
export type Alternative = { readonly text: string; readonly line: number; readonly heading?: string }

/** A heading with what stands directly under it, up to the next heading of any level. `index` is its place in the file. */
export type Section = {
  readonly index: number
  readonly heading: string
  /** 1 to 6; 7 to 9 for a bold line that serves as a heading; 0 for the text before any heading. */
  readonly level: number
  readonly topic: Topic | undefined
  readonly line: number
  readonly endLine: number
  readonly blocks: readonly Block[]
  /** The heading as it is written, with its code; not of a line that only serves as one. */
  readonly inline?: Inline
  /** Its line ended in a colon. */
  readonly endsOpen?: true
  /** The first section after this one that is not below its heading. */
  readonly end: number
  /** The section this one stands below. */
  readonly parent: number | undefined
  /** The headings it stands below, outermost first, without the title of the file; known once the title is. */
  readonly above: readonly string[]
  /** The ways and cases it is told for, outermost first; known once the scenarios are. */
  readonly alternatives: readonly Alternative[]
}

/** The levels of bold lines on their own begin here, below every real heading: Markdown has six. */
export const BOLD_LEVEL = 7

/** Cuts a document into sections. Every line from `firstLine` to `lastLine` lies in at least one of them. */
export function sectionsOf(blocks: readonly Block[], firstLine: number, lastLine: number): Section[] {
  const open: { heading: string; level: number; line: number; blocks: Block[]; inline?: Inline; endsOpen?: true }[] = [
    { heading: '', level: 0, line: firstLine, blocks: [] },
  ]
  let holder = 0
  const read = withoutContents(hoistHeadings(blocks))
  const labels = labelsIn(read)
  const cases = formCases(read, labels)
  for (const [index, block] of read.entries()) {
    const bold = isBoldHeading(block) ? { heading: block.inline.text, rest: undefined } : undefined
    const isLead = introducesFacts(block, read[index + 1]) || endsWithItsList(block, read.slice(index + 1, index + 3))
    const label = isLead ? undefined : (labels.get(block) ?? bold)
    if (label || (block.type === 'heading' && block.inline.text !== '')) {
      const written = label?.heading ?? wordsOf(block)
      const heading = written.replace(/[:\uFF1A]$/, '')
      const name = cases.get(block)
      if (name !== undefined) open.push({ heading: name, level: BOLD_LEVEL + 1, line: block.line, blocks: [] })
      const level =
        block.type === 'heading'
          ? block.level
          : name === undefined
            ? (besideBan(heading, open.at(-1)) ?? boldLevel(heading, open.at(-1)?.level, holder))
            : BOLD_LEVEL + 2
      if (name !== undefined) holder = BOLD_LEVEL + 1
      if (level !== BOLD_LEVEL + 2) holder = level
      const words = block.type === 'heading' ? { inline: block.inline } : {}
      const isOpen = heading === written ? {} : { endsOpen: true as const }
      open.push({ heading, level, line: block.line, blocks: label?.rest ? [label.rest] : [], ...words, ...isOpen })
    } else open.at(-1)?.blocks.push(block)
  }
  const [lead, first] = open
  // A heading may begin on the line on which the words above it end: "<p>Take care.</p><h1>Ring</h1>".
  if (lead && first && first.line <= lead.line) first.blocks.unshift(...lead.blocks)
  const kept = open.filter(
    ({ level, line, blocks: told }, index) =>
      level > 0 || told.length > 0 || index === open.length - 1 || (open[index + 1]?.line ?? 0) > line,
  )
  const ends = subtreeEnds(kept.map(({ level }) => level))
  const parents = parentsOf(kept.map(({ level }) => level))
  const topics = settledTopics(kept.map((section, index) => ({ ...section, parent: parents[index] })))
  return kept.map((section, index) => ({
    ...section,
    index,
    topic: topics[index],
    endLine: Math.max(section.line, (kept[index + 1]?.line ?? lastLine + 1) - 1),
    end: ends[index] ?? kept.length,
    parent: parents[index],
    above: [],
    alternatives: [],
  }))
}

/** The plain lines that serve as headings, looked for between one heading and the next. */
function labelsIn(blocks: readonly Block[]): ReadonlyMap<Block, LabelHeading> {
  const labels = new Map<Block, LabelHeading>()
  let stretch: Block[] = []
  let underSteps = false
  let before: string | undefined
  const close = (next?: string): void => {
    const besideBold = [before, next].filter((words) => words !== undefined)
    for (const [block, label] of labelHeadings(stretch, { underSteps, besideBold })) labels.set(block, label)
    stretch = []
    before = next
  }
  for (const block of blocks) {
    if (block.type === 'heading' || isBoldHeading(block)) {
      close(block.type === 'heading' ? undefined : block.inline.text)
      const topic = topicOf(block.inline.text)
      underSteps = topic === 'debugging' || topic === 'mitigation'
    } else stretch.push(block)
  }
  close()
  return labels
}

/** A bold "Table of contents" with its list of links, or above a mark such as "[TOC]" which is gone by now: what follows is the text (R3). */
function withoutContents(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => {
    const before = blocks[index - 1]
    return !isEmptyContents(block, blocks[index + 1]) && !(isBoldContents(before) && isContentsList(block))
  })
}

/** A heading that is followed by steps, or a bold line: what stands below either belongs to the heading above. */
function isEmptyContents(block: Block, next: Block | undefined): boolean {
  if (isBoldContents(block)) return next?.type !== 'list' || isContentsList(next) || next.items.some(itemAsks)
  const isHeading = block.type === 'heading' && CONTENTS.test(block.inline.text)
  return isHeading && next?.type === 'list' && !isContentsList(next) && next.items.some(itemAsks)
}

const CONTENTS = /^(?:table of )?contents\W*$/i

function isBoldContents(block: Block | undefined): boolean {
  return block !== undefined && isBoldHeading(block) && CONTENTS.test(block.inline.text)
}

/** Links to headings of the same page. */
function isContentsList(block: Block): boolean {
  return block.type === 'list' && block.items.every((item) => wordsOfItem(item).links[0]?.href.startsWith('#'))
}

function wordsOf(block: Block): string {
  return block.type === 'heading' ? block.inline.text : ''
}

/** "Step 2:" on a line of its own is one without bold marks as well. */
const COUNTS_ON = /^(?:step|phase|stage)\s*#?\d{1,2}\s*[:.)]?$/i

function isBoldHeading(block: Block): block is Block & { type: 'paragraph' } {
  if (block.type !== 'paragraph') return false
  if (COUNTS_ON.test(block.inline.text)) return true
  const { text, links, bold } = block.inline
  return bold && namesWhatFollows(text) && links.length === 0
}

/** "**Common patterns to look for:**" above bullets of which none asks for anything leads to them, as it would without the marks; so does "**This will:**", whatever they say. */
function introducesFacts(block: Block, next: Block | undefined): boolean {
  if (block.type !== 'paragraph') return false
  const { text } = block.inline
  const isLead = /[:\uFF1A]$/.test(text) && topicOf(text) === undefined && next?.type === 'list'
  if (!isLead || tellsWhatAToolDoes(text)) return isLead
  return !next.ordered && next.items.every((item) => !itemAsks(item) && itemCommands(item).length === 0)
}

/** "**Requirements**" above a list has ended where words behind that list ask for something: "First create a backup." */
function endsWithItsList(block: Block, [list, behind]: readonly Block[]): boolean {
  if (!isBoldHeading(block) || topicOf(block.inline.text) !== 'prerequisites') return false
  if (list?.type !== 'list' || list.items.some(itemAsks)) return false
  return behind?.type === 'paragraph' && !behind.inline.bold && asksForAction(behind.inline.prose)
}

const TELLS_FACTS = new Set<Topic | undefined>(['meaning', 'impact', 'sla', 'sources', 'symptoms', 'cause'])

/**
 * A bold line that announces steps stands above one with the author's own words, unless facts of that one stand between; one that tells a fact ("**Severity:**
 * high") has ended where the next bold line begins. `before` is the level of the heading above, `holder` that of the last one that tells no fact.
 */
function boldLevel(heading: string, before: number | undefined, holder: number): number {
  const topic = topicOf(heading)
  if (topic === undefined) return BOLD_LEVEL + 1
  if (TELLS_FACTS.has(topic)) return BOLD_LEVEL + 2
  return before === BOLD_LEVEL + 2 && holder === BOLD_LEVEL + 1 ? BOLD_LEVEL + 2 : BOLD_LEVEL
}

/**
 * "**Do:**" behind "**Don't:**" and its code: a bold line keeps from what follows it straight, and what comes behind that stands beside it, whatever either announces.
 * "**Or this:**" goes on with the one above. Undefined for any other bold line.
 */
function besideBan(
  heading: string,
  above: { readonly heading: string; readonly level: number; readonly blocks: readonly Block[] } | undefined,
): number | undefined {
  if (above === undefined || above.level < BOLD_LEVEL || GOES_ON.test(heading)) return undefined
  const isOver = above.blocks.some(({ type }) => type !== 'paragraph')
  return isOver && headsBans(above.heading) ? above.level : undefined
}

const GOES_ON = /^\W*(?:or|nor|neither|and|also)\b/i

function parentsOf(levels: readonly number[]): (number | undefined)[] {
  const stack: number[] = []
  return levels.map((level, index) => {
    while (stack.length > 0 && (levels[stack.at(-1) ?? 0] ?? 0) >= level) stack.pop()
    const parent = stack.at(-1)
    if (level > 0) stack.push(index)
    return parent
  })
}

function subtreeEnds(levels: readonly number[]): number[] {
  const ends = levels.map(() => levels.length)
  const stack: number[] = []
  levels.forEach((level, index) => {
    while (stack.length > 0 && (levels[stack.at(-1) ?? 0] ?? 0) >= level) ends[stack.pop() ?? 0] = index
    stack.push(index)
  })
  if (levels[0] === 0) ends[0] = Math.min(1, levels.length)
  return ends
}
