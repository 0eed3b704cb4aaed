import type { Block, ListBlock, ListItem } from './block.ts'

/** More blocks between two numbers than belong to the first. */
const FARTHEST = 12

/**
 * Numbers with code or bullets between them at the margin ("1. Ask for it:", a block of code, "2. Drain it") are as many lists to Markdown, and so are bullets with nothing but code
 * between; to a person they are one, and what stands between belongs to the item above it (R3, R4). Words alone between two numbers stay where they are: they may open a new phase.
 */
export function withNumbersCountedOn(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  for (let index = 0; index < blocks.length; index += 1) {
    let block = blocks[index]
    for (let next = nextOf(block, blocks, index); block?.type === 'list' && next !== undefined; ) {
      block = joined(block, blocks.slice(index + 1, next), blocks[next])
      index = next
      next = nextOf(block, blocks, index)
    }
    if (block) out.push(block)
  }
  return out
}

type Numbered = ListBlock & { readonly first: number }

function isNumbered(block: Block | undefined): block is Numbered {
  return block?.type === 'list' && block.first !== undefined
}

function isBulleted(block: Block | undefined): boolean {
  return block?.type === 'list' && !block.ordered && block.isChoice !== true
}

/** Where the list goes on, if it does behind what belongs to its last number. */
function nextOf(block: Block | undefined, blocks: readonly Block[], index: number): number | undefined {
  if (isBulleted(block))
    return isBulleted(blocks[index + 2]) && blocks[index + 1]?.type === 'code' ? index + 2 : undefined
  if (!isNumbered(block)) return undefined
  const opening = blocks[index + 1]
  if (opening?.type !== 'code' && (opening?.type !== 'list' || opening.ordered)) return undefined
  for (let next = index + 2; next <= index + FARTHEST; next += 1) {
    const candidate = blocks[next]
    if (candidate === undefined || candidate.type === 'heading') return undefined
    if (isNumbered(candidate)) {
      const countsOn = candidate.first === block.first + block.items.length
      return countsOn && !leadsOn(blocks[next - 1]) ? next : undefined
    }
  }
  return undefined
}

/** "If it is full:" straight above the next number is said of that one. */
function leadsOn(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && /[:\uFF1A]$/.test(block.inline.text)
}

function joined(list: ListBlock, between: readonly Block[], next: Block | undefined): ListBlock {
  const last = list.items.at(-1)
  if (!last || next?.type !== 'list') return list
  const endLine = between.at(-1)?.endLine ?? last.endLine
  const held: ListItem = { ...last, blocks: [...last.blocks, ...between], endLine }
  return { ...list, items: [...list.items.slice(0, -1), held, ...next.items], endLine: next.endLine }
}
