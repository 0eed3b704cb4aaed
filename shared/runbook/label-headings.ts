import type { Block } from './block.ts'
import { type Topic, topicOf } from './topic.ts'

const LONGEST_LABEL = 40
const STEP_BEARING = new Set<Topic | undefined>(['debugging', 'mitigation'])

type Paragraph = Block & { type: 'paragraph' }

/**
 * Plain lines that serve as headings, as people write them in a hurry: "Diagnosis" or "Resolution plan:" straight above a list (R2, R4). Only
 * where one of the lines under the same heading announces steps, for elsewhere such a line is a mere introduction. `underSteps` tells whether
 * the heading above them announces steps already.
 */
export function labelHeadings(blocks: readonly Block[], underSteps: boolean): ReadonlySet<Block> {
  if (underSteps) return new Set()
  const labels = blocks.filter((block, index): block is Paragraph => isLabel(block, blocks[index + 1]))
  return new Set(labels.some(({ inline }) => STEP_BEARING.has(topicOf(inline.text))) ? labels : [])
}

/**
 * Bullets whose items are headings ("- #### DiskFull") are sections that somebody indented: their items stand as if they were not in a list.
 */
export function hoistHeadings(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'list' || block.ordered) return [block]
    const isOutline = block.items.every(({ blocks: [first] }) => first?.type === 'heading')
    return isOutline ? block.items.flatMap((item) => item.blocks) : [block]
  })
}

function isLabel(block: Block, next: Block | undefined): boolean {
  if (block.type !== 'paragraph' || !next || next.type === 'paragraph' || next.type === 'heading') return false
  const { text, codes, links } = block.inline
  const isPlain = text.length <= LONGEST_LABEL && codes.length === 0 && links.length === 0
  return isPlain && /[\p{L}\p{N}):\uFF1A]$/u.test(text) && topicOf(text) !== undefined
}
