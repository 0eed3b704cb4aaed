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
