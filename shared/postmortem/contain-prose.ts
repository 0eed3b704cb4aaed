import MarkdownIt, { type Token } from 'markdown-it'

const parser = new MarkdownIt({ html: false, linkify: false })

/** Headings inside a section start below the section's own, which is a second-level one. */
const SECTION_LEVEL = 2
const DEEPEST = 6

/** `<` as an entity, except in code and around a plain address, so that no tag or comment opens (P6). */
function withoutHtml(block: string): string {
  let kept = ''
  let at = 0
  while (at < block.length) {
    const found = /`+|<|\\./s.exec(block.slice(at))
    if (found === null) break
    kept += block.slice(at, at + found.index)
    at += found.index
    const piece = found[0]
    if (piece.startsWith('`')) {
      const end = closingRun(block, at + piece.length, piece.length)
      kept += block.slice(at, end)
      at = end
    } else if (piece === '<') {
      const address = /^<(?:https?:\/\/|mailto:)[^\s<>]{1,2000}>/.exec(block.slice(at, at + 2_100))
      kept += address?.[0] ?? '&lt;'
      at += address?.[0].length ?? 1
    } else {
      kept += piece === '\\<' ? '&lt;' : piece
      at += piece.length
    }
  }
  return kept + block.slice(at)
}

/** Where the code span that opened ends; just after the opening run when nothing closes it. */
function closingRun(block: string, from: number, length: number): number {
  const runs = /`+/g
  runs.lastIndex = from
  for (let run = runs.exec(block); run !== null; run = runs.exec(block)) {
    if (run[0].length === length) return run.index + length
  }
  return from
}

type LineChange = { readonly from: number; readonly to: number; readonly text: string }

function headingChange(tokens: readonly Token[], index: number): LineChange | null {
  const token = tokens[index]
  const content = tokens[index + 1]?.content
  if (token?.map === null || token?.map === undefined || content === undefined || token.level !== 0) return null
  const level = Math.min(DEEPEST, Number(token.tag.slice(1)) + SECTION_LEVEL)
  const text = `${'#'.repeat(level)} ${withoutHtml(content.replace(/\n/g, ' '))}`
  return { from: token.map[0], to: token.map[1], text }
}

function changesOf(tokens: readonly Token[], lines: readonly string[]): LineChange[] {
  const changes: LineChange[] = []
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      const change = headingChange(tokens, index)
      if (change !== null) changes.push(change)
    }
    const last = changes.at(-1)
    if (token.type === 'inline' && token.map !== null && (last === undefined || token.map[0] >= last.to)) {
      const [from, to] = token.map
      changes.push({ from, to, text: withoutHtml(lines.slice(from, to).join('\n')) })
    }
  })
  return changes
}

/** A fence that was never closed would swallow the sections after it: it is closed here. */
function closingFence(tokens: readonly Token[], lines: readonly string[]): string {
  const last = tokens.at(-1)
  if (last?.type !== 'fence' || last.level !== 0 || last.map === null) return ''
  const closing = new RegExp(`^ {0,3}${last.markup[0] === '~' ? '~' : '`'}{${last.markup.length},}\\s*$`)
  const isClosed = last.map[1] - last.map[0] > 1 && closing.test(lines[last.map[1] - 1] ?? '')
  return isClosed ? '' : `\n${last.markup}`
}

/**
 * Somebody's Markdown, made safe to stand among other sections (P6): line ends are `\n`, headings sink below the section's,
 * HTML shows as text, an open code fence is closed. Links, lists, tables and code stay as they were written.
 */
export function containProse(text: string): string {
  const source = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '')
    .trimEnd()
  const lines = source.split('\n')
  const tokens = parser.parse(source, {})
  const kept: string[] = []
  let at = 0
  for (const change of changesOf(tokens, lines)) {
    if (change.from < at) continue
    kept.push(...lines.slice(at, change.from), change.text)
    at = change.to
  }
  kept.push(...lines.slice(at))
  return `${kept.join('\n')}${closingFence(tokens, lines)}`.replace(/^\n+/, '')
}
