/** The line that begins a fenced block of code: its mark, the words behind it, and whether it stands in a quote. */
export type Fence = { readonly mark: string; readonly info: string; readonly isQuoted: boolean }

/** Also within a quote or an item. */
const FENCE = /^([\s>]*)(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})(.*)$/

/** The fence that a line begins, where none is open. Back quotes have none behind them: "```ls```" is code within words (CommonMark 4.5). */
export function fenceAt(line: string): Fence | undefined {
  const [, margin = '', mark, info = ''] = FENCE.exec(line) ?? []
  if (mark === undefined || (mark.startsWith('`') && info.includes('`'))) return undefined
  return { mark, info, isQuoted: margin.includes('>') }
}

/** Whether a line ends a block that a fence began: its mark, at least as long, and nothing else; or two back quotes for three, which no code has on a line. */
export function endsFence(line: string, { mark }: Pick<Fence, 'mark'>): boolean {
  const found = line.replace(/^[\s>]*/, '').trimEnd()
  if (found === MISTYPED && mark === '```') return true
  return found.length >= mark.length && found === mark.charAt(0).repeat(found.length)
}

const MISTYPED = '``'

/** The line that ends a fence as a parser knows it. */
export const asEndOfFence = (line: string): string =>
  line.trimEnd().endsWith('```') ? line : line.replace(MISTYPED, '```')

/** Whether a line stands outside of the quote that a fence stands in: code ends with its quote. */
export function leavesQuote(line: string, { isQuoted }: Pick<Fence, 'isQuoted'>): boolean {
  return isQuoted && !/^\s*>/.test(line)
}

/** Tells of lines, given in order, whether they begin a fenced block, stand in one, or end it. */
export class FenceReader {
  private open: Fence | undefined

  read(line: string): 'begins' | 'within' | 'ends' | 'outside' {
    if (this.open && leavesQuote(line, this.open)) this.open = undefined
    if (this.open) {
      if (!endsFence(line, this.open)) return 'within'
      this.open = undefined
      return 'ends'
    }
    this.open = fenceAt(line)
    return this.open ? 'begins' : 'outside'
  }
}
