import type { Block, ListBlock } from './block.ts'

/** "<1>", "# <1>" or "# (1)!" at the end of a line of code points at the number below that explains it. */
const MARK = /[ \t]+(?:(?:#|\/\/|--)[ \t]*)?(?:<(\d{1,2})>|(?<=(?:#|\/\/|--)[ \t]*)\((\d{1,2})\)!?)[ \t]*$/

/** How much of the end of a line is looked at. */
const LONGEST_END = 40

/** The blocks with code as it is typed, without the numbers that point at what explains it; the explanations are a quote, and no steps (R3). */
export function withoutCallOuts(blocks: readonly Block[]): Block[] {
  const explained = new Set<Block>()
  const read = blocks.map((block, index) => {
    const next = blocks[index + 1]
    if (block.type !== 'code' || next?.type !== 'list' || !next.ordered) return block
    const lines = block.text.split('\n')
    const numbers = lines.flatMap((line) => numberOf(line) ?? [])
    if (numbers[0] !== 1 || !numbers.every((number) => number <= next.items.length)) return block
    explained.add(next)
    return { ...block, text: lines.map(withoutMark).join('\n') }
  })
  return explained.size === 0 ? [...blocks] : read.map((block) => (isList(block, explained) ? asQuote(block) : block))
}

function numberOf(line: string): number | undefined {
  const found = MARK.exec(line.slice(-LONGEST_END))
  return found ? Number(found[1] ?? found[2]) : undefined
}

function withoutMark(line: string): string {
  return line.slice(0, -LONGEST_END) + line.slice(-LONGEST_END).replace(MARK, '')
}

function isList(block: Block, explained: ReadonlySet<Block>): block is ListBlock {
  return block.type === 'list' && explained.has(block)
}

function asQuote({ items, line, endLine }: ListBlock): Block {
  return { type: 'quote', blocks: items.flatMap(({ blocks }) => blocks), line, endLine }
}
