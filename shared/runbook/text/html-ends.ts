import type { MarkdownIt, StateBlock } from 'markdown-it'

/** What begins a block of HTML that goes on to the next blank line; code, comments and scripts go on to their own end. */
const BEGINS = /^<\/?(?!(?:pre|script|style|textarea)\b)[a-z]/i
const FENCE = /^(?:`{3}|~{3})/
const QUOTE = /^>/
/** The title of a box, or a tab, as `source-lines.ts` marks it. */
const MARK = /^(?:>\s*)*###### [\uE0A1-\uE0A4]/

/**
 * Lets a Markdown parser end a block of HTML where a box begins straight below it ("</details>", then "!!! danger" or "> Never twice"), for which CommonMark asks a
 * blank line between: else the box is words of the HTML, and its code none (R4).
 */
export function withHtmlEndedByBoxes(markdown: MarkdownIt): void {
  let isCut = false
  markdown.block.ruler.before('html_block', 'html_above_box', (state, startLine, endLine, silent) => {
    const end = silent || isCut ? undefined : lineOfBox(state, startLine, endLine)
    if (end === undefined) return false
    const { lineMax } = state
    isCut = true
    state.lineMax = end
    state.md.block.tokenize(state, startLine, end)
    state.lineMax = lineMax
    isCut = false
    return true
  })
}

/** The first line of a box that stands straight below the HTML which a line begins. */
function lineOfBox(state: StateBlock, startLine: number, endLine: number): number | undefined {
  let before = lineAt(state, startLine)
  if (!BEGINS.test(before)) return undefined
  for (let at = startLine + 1; at < endLine; at += 1) {
    const line = lineAt(state, at)
    if (line === '' || FENCE.test(line) || (state.sCount[at] ?? 0) < state.blkIndent) return undefined
    if (MARK.test(line) || (QUOTE.test(line) && before.endsWith('>'))) return at
    before = line
  }
  return undefined
}

const lineAt = ({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string =>
  src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]).trimEnd()
