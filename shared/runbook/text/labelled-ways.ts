import { namesAWay, wayKeyOf } from '../words/way-names.ts'
import type { Block, ListItem } from './block.ts'

type Paragraph = Block & { readonly type: 'paragraph' }

const LONGEST_LABEL = 80
const SAYS_OR = /^(?:either|or|alternatively)\b[\s,]*(?:else )?/i

/**
 * The blocks of an item or a tab in which lines such as "With Docker:" and "Or on Linux:" lead to code, or bold ones count ways ("**Option 1: a new node**"): each with what stands below it is one way, as
 * tabs are (R3). Otherwise all of their commands would stand in the step one after the other.
 */
export function withLabelledWays(blocks: readonly Block[]): Block[] {
  return withWays(withWays(blocks, countsAWay, true), isWayLabel, false)
}

function withWays(blocks: readonly Block[], names: (block: Block | undefined) => boolean, holdAll: boolean): Block[] {
  const isLabel = (index: number) =>
    names(blocks[index]) && (holdAll ? blocks[index + 1] !== undefined : blocks[index + 1]?.type === 'code')
  const labels = blocks.flatMap((_, index) => (index > 0 && isLabel(index) ? [index] : []))
  const [first] = labels
  if (first === undefined || labels.length < 2) return [...blocks]
  const items: { blocks: Block[]; line: number; endLine: number }[] = []
  let end = first
  for (let index = first; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (!block) break
    if (isLabel(index)) items.push({ blocks: [asLabel(block)], line: block.line, endLine: block.endLine })
    else if (!holdAll && block.type !== 'code' && index > (labels.at(-1) ?? 0)) break
    else items.at(-1)?.blocks.push(block)
    end = index + 1
    const item = items.at(-1)
    if (item) item.endLine = block.endLine
  }
  const ways: Block = {
    type: 'list',
    ordered: false,
    isChoice: true,
    items: items.map((item): ListItem => ({ ...item, task: 'none' })),
    line: items[0]?.line ?? 0,
    endLine: items.at(-1)?.endLine ?? 0,
  }
  return [...blocks.slice(0, first), ways, ...blocks.slice(end)]
}

/** A bold line that counts a way, above all that is done then. */
function countsAWay(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && block.inline.bold && wayKeyOf(labelIn(block.inline.text)) === 'counted'
}

function isWayLabel(block: Block | undefined): boolean {
  if (block?.type !== 'paragraph') return false
  const { text } = block.inline
  return text.length <= LONGEST_LABEL && /[:\uFF1A]$/.test(text) && namesAWay(labelIn(text))
}

function labelIn(text: string): string {
  return text.replace(SAYS_OR, '').replace(/\s*[:\uFF1A]$/, '')
}

function asLabel(block: Block): Block {
  if (block.type !== 'paragraph') return block
  const text = labelIn(block.inline.text)
  const label: Paragraph = { ...block, inline: { ...block.inline, text, prose: text, bold: false, lead: '' } }
  return label
}
