import { rememberedOf } from '../../kit/remembered.ts'
import type { Block } from '../text/block.ts'

/** The block above each one, found without looking through all of them: a section may hold thousands. */
const blocksAbove = rememberedOf((blocks: readonly Block[]) => {
  const byBlock = new Map<Block, Block | undefined>()
  const byLine = new Map<number, Block | undefined>()
  blocks.forEach((block, at) => {
    byBlock.set(block, blocks[at - 1])
    if (!byLine.has(block.line)) byLine.set(block.line, blocks[at - 1])
  })
  return { byBlock, byLine }
})

/** The block straight above another one; none above the first, or one that stands elsewhere. */
export function above(blocks: readonly Block[], block: Block): Block | undefined {
  return blocksAbove(blocks).byBlock.get(block)
}

/** The block straight above the first one that begins on a line. */
export function aboveLine(blocks: readonly Block[], line: number): Block | undefined {
  return blocksAbove(blocks).byLine.get(line)
}
