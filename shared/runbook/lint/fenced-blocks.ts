/** A fenced block by the indices of its lines, the fences among them; one that is never closed goes to the end of the page. */
export type FencedBlock = { readonly first: number; readonly last: number; readonly isClosed: boolean }

/** The first line of a block of code, also within a quote or an item. */
const FENCE = /^([\s>]*)(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})[^`]*$/

/** The fenced blocks of a page from a line on (an index), in order. One in a quote ends with the quote. */
export function fencedBlocks(lines: readonly string[], from: number): readonly FencedBlock[] {
  const found: FencedBlock[] = []
  let open: { readonly first: number; readonly mark: string; readonly isQuoted: boolean } | undefined
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (open?.isQuoted && !/^\s*>/.test(line)) {
      found.push({ first: open.first, last: index - 1, isClosed: true })
      open = undefined
    }
    if (open !== undefined) {
      if (!isEnd(line, open.mark)) continue
      found.push({ first: open.first, last: index, isClosed: true })
      open = undefined
      continue
    }
    const [, margin = '', mark] = FENCE.exec(line) ?? []
    if (mark !== undefined) open = { first: index, mark, isQuoted: margin.includes('>') }
  }
  return open === undefined ? found : [...found, { first: open.first, last: lines.length - 1, isClosed: false }]
}

function isEnd(line: string, fence: string): boolean {
  const mark = line.replace(/^[\s>]*/, '').trimEnd()
  return mark.length >= fence.length && mark === (fence[0] ?? '').repeat(mark.length)
}
