import type { Block } from './block.ts'
import { type Topic, topicOf } from './topic.ts'

/** A heading with what stands directly under it, up to the next heading of any level. `index` is its place in the file. */
export type Section = {
  readonly index: number
  readonly heading: string
  /** 1 to 6; 7 for a bold line that serves as a heading; 0 for the text before any heading. */
  readonly level: number
  readonly topic: Topic | undefined
  readonly line: number
  readonly endLine: number
  readonly blocks: readonly Block[]
  /** The first section after this one that is not below its heading. */
  readonly end: number
  /** The section this one stands below. */
  readonly parent: number | undefined
}

/** The level given to a bold line on its own, below every real heading. */
export const BOLD_LEVEL = 7

const CALL_OUT =
  /^(?:note|notes|warning|caution|important|danger|tip|info|attention|beware|remember|hint|example|output|expected output|todo)\b/i

/** Cuts a document into sections. Every line from `firstLine` to `lastLine` lies in at least one of them. */
export function sectionsOf(blocks: readonly Block[], firstLine: number, lastLine: number): Section[] {
  const open: { heading: string; level: number; line: number; blocks: Block[] }[] = [
    { heading: '', level: 0, line: firstLine, blocks: [] },
  ]
  for (const block of blocks) {
    const level = headingLevel(block)
    if (level !== undefined && 'inline' in block) {
      open.push({ heading: block.inline.text.replace(/[:\uFF1A]$/, ''), level, line: block.line, blocks: [] })
    } else open.at(-1)?.blocks.push(block)
  }
  const kept = open.filter(
    ({ level, line }, index) => level > 0 || index === open.length - 1 || (open[index + 1]?.line ?? 0) > line,
  )
  const ends = subtreeEnds(kept.map(({ level }) => level))
  const parents = parentsOf(kept.map(({ level }) => level))
  return kept.map((section, index) => ({
    ...section,
    index,
    topic: section.level === 0 ? undefined : topicOf(section.heading),
    endLine: Math.max(section.line, (kept[index + 1]?.line ?? lastLine + 1) - 1),
    end: ends[index] ?? kept.length,
    parent: parents[index],
  }))
}

function headingLevel(block: Block): number | undefined {
  if (block.type === 'heading') return block.inline.text === '' ? undefined : block.level
  if (block.type !== 'paragraph' || !block.inline.bold || block.inline.text.length > 80) return undefined
  const { text } = block.inline
  return /[.!?;,]$/.test(text) || CALL_OUT.test(text) || block.inline.links.length > 0 ? undefined : BOLD_LEVEL
}

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
