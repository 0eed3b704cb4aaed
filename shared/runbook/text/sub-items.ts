import { asksForAction } from '../words/sentences.ts'
import type { Block, ListItem } from './block.ts'

/** "a. Check the class", "3.1 List the pods", "(b) Restart it": an item below an item, which no parser of Markdown knows as one. */
const LABEL = /^(?:\(?([a-h])[.)]|\d{1,2}(?:\.(\d{1,2}))+[.)]?)\s+(?=\S)/

type Paragraph = Block & { readonly type: 'paragraph' }

/** The blocks of an item in which paragraphs with labels one after the other are a list, each with what stands below it (R3). */
export function withSubItems(blocks: readonly Block[]): Block[] {
  const labelled = blocks.filter((block): block is Paragraph => block.type === 'paragraph' && isLabelled(block))
  const [first, second] = labelled
  if (!first || !second || first === blocks[0] || placeOf(first) !== 1 || placeOf(second) !== 2) return [...blocks]
  const from = blocks.indexOf(first)
  const items: { blocks: Block[]; line: number; endLine: number }[] = []
  for (const block of blocks.slice(from)) {
    if (block.type === 'paragraph' && placeOf(block) === items.length + 1) {
      items.push({ blocks: [withoutLabel(block)], line: block.line, endLine: block.endLine })
    } else {
      const item = items.at(-1)
      item?.blocks.push(block)
      if (item) item.endLine = block.endLine
    }
  }
  const list = {
    ordered: true,
    items: items.map(asItem),
    line: first.line,
    endLine: items.at(-1)?.endLine ?? first.line,
  }
  return [...blocks.slice(0, from), { type: 'list', ...list }]
}

/**
 * Paragraphs at the margin that letters count ("a. Open it:", code, "b. Drain it:"), as the list that they are to a person: what stands between belongs to the letter above it, and behind the last one
 * the first code, with what leads to it (R3). No heading stands between two.
 */
export function withLettersCounted(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  let from = 0
  blocks.forEach((block, at) => {
    if (at < from || letterOf(block) !== 1) return
    const starts = lettersFrom(blocks, at)
    if (starts.length < 2) return
    const end = endOfLetter(blocks, starts.at(-1) ?? at)
    const parts = starts.map((start, place) => blocks.slice(start, starts[place + 1] ?? end))
    out.push(...blocks.slice(from, at), asList(parts))
    from = end
  })
  return [...out, ...blocks.slice(from)]
}

/** More blocks than stand between two letters. */
const FARTHEST = 12

/** The places of "a.", "b." and so on from the first of them, up to the next heading or another "a.". */
function lettersFrom(blocks: readonly Block[], first: number): number[] {
  const starts = [first]
  for (let at = first + 1; at <= (starts.at(-1) ?? first) + FARTHEST; at += 1) {
    const block = blocks[at]
    if (block === undefined || block.type === 'heading' || letterOf(block) === 1) break
    if (letterOf(block) === starts.length + 1) starts.push(at)
  }
  return starts
}

/** Behind the last letter: what leads to the first code, if it asks for nothing of its own. */
function endOfLetter(blocks: readonly Block[], at: number): number {
  const isOver = (block: Block): boolean => block.type !== 'paragraph' || asksForAction(block.inline.prose)
  const next = blocks.slice(at + 1, at + FARTHEST).findIndex(isOver)
  return blocks[at + 1 + next]?.type === 'code' && next >= 0 ? at + 2 + next : at + 1
}

const LETTER = /^\(?[a-h][.)]\s/
const letterOf = (block: Block | undefined): number =>
  block?.type === 'paragraph' && LETTER.test(block.inline.text) ? placeOf(block) : 0

function asList(parts: readonly (readonly Block[])[]): Block {
  const items = parts.map((blocks) => {
    const own = blocks.map((block, place) => (place === 0 && block.type === 'paragraph' ? withoutLabel(block) : block))
    return asItem({ blocks: own, line: blocks[0]?.line ?? 0, endLine: blocks.at(-1)?.endLine ?? 0 })
  })
  return { type: 'list', ordered: true, items, line: items[0]?.line ?? 0, endLine: items.at(-1)?.endLine ?? 0 }
}

function asItem(item: Omit<ListItem, 'task'>): ListItem {
  return { ...item, task: 'none' }
}

function isLabelled({ inline }: Paragraph): boolean {
  return LABEL.test(inline.text)
}

/** 1 for "a." and "3.1", 2 for "b." and "3.2"; 0 without a label. */
function placeOf({ inline }: Paragraph): number {
  const [, letter, number] = LABEL.exec(inline.text) ?? []
  return letter === undefined ? Number(number ?? 0) : letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1
}

function withoutLabel(paragraph: Paragraph): Paragraph {
  const { inline } = paragraph
  const length = LABEL.exec(inline.text)?.[0].length ?? 0
  return { ...paragraph, inline: { ...inline, text: inline.text.slice(length), prose: inline.prose.slice(length) } }
}
