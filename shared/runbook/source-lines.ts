import { topicOf } from './topic.ts'

/** The file as lines, with what parsers trip over evened out: byte order mark, CRLF, lone CR, NUL. Line numbers stay those of an editor. */
export function sourceLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|\n|\r/)
}

const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})(.*)$/
const CONTAINER = /^\s{0,3}:{3,}\s*(?:\{?[\w-].*)?$/
const ADMONITION = /^(\s*)(?:!!!|\?\?\?\+?)\s+[\w-]+/
const TAB = /^(\s*)===\+?\s+"/
const SHORTCODE = /^\s*(?:\{\{[<%][^\n]{0,1000}[>%]\}\}|\{%[^\n]{0,1000}%\}|\[TOC\]|\[\[_TOC_\]\])\s*$/i
const HIGHLIGHT = /^(\s*)(?:\{\{[<%]|\{%)-?\s*(\/?|end)highlight\b\s*"?([\w+-]*)[^\n]{0,200}[>%]\}\}?\s*$/
const UNDERLINE = /^\s{0,3}(?:-{3,}|={3,})\s*$/
const LABEL = /^[\p{L}][\p{L} /&-]{2,38}:\s*$/u
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s/
const ALERT = /^(\s*(?:>\s*)+)\[![A-Za-z]+\][+-]?\s*$/

/**
 * The lines as a plain CommonMark parser should see them: the marker lines of admonitions, containers and shortcodes become blank, and the
 * body of an indented admonition is moved left. One line in, one line out, so line numbers hold; the parts still show the author's lines.
 */
export function commonMarkLines(lines: readonly string[]): string[] {
  let fence: string | undefined
  let outer: number | undefined
  return lines.map((line, index) => {
    if (outer !== undefined && line.trim() !== '' && indentOf(line) < outer + 4) outer = undefined
    const moved = outer === undefined ? line : line.slice(Math.min(4, indentOf(line)))
    const mark = FENCE.exec(moved)
    if (fence !== undefined) {
      if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = undefined
      return moved
    }
    if (mark?.[1]) {
      fence = mark[1]
      return moved
    }
    const opening = ADMONITION.exec(line) ?? TAB.exec(line)
    if (opening) {
      outer = opening[1]?.length ?? 0
      return ''
    }
    if (isLabelInList(moved, lines[index - 1], lines[index + 1])) return `###### ${moved.trim()}`
    const highlight = HIGHLIGHT.exec(moved)
    if (highlight) return `${highlight[1] ?? ''}\`\`\`${highlight[2] === '' ? (highlight[3] ?? '') : ''}`
    if (CONTAINER.test(moved) || SHORTCODE.test(moved)) return ''
    if (UNDERLINE.test(lines[index + 1] ?? '') && (lines[index - 1] ?? '').trim() === '')
      return moved.replace(/^(\s{0,3}\d{1,3})([.)])/, '$1\\$2')
    return moved.replace(ALERT, '$1')
  })
}

/** "Prevention:" straight below a list and straight above the next: Markdown takes it for the end of the last item, a person does not. */
function isLabelInList(line: string, before = '', after = ''): boolean {
  if (!LABEL.test(line) || before.trim() === '' || !LIST_ITEM.test(after)) return false
  return !LIST_ITEM.test(line) && (LIST_ITEM.test(before) || /^\s/.test(before)) && topicOf(line) !== undefined
}

function indentOf(line: string): number {
  const tabless = line.replaceAll('\t', '    ')
  return tabless.length - tabless.trimStart().length
}
