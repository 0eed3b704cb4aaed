import type { Token } from 'markdown-it'
import type { Inline } from './block.ts'
import type { RunbookLink } from './runbook.ts'

const SHORTCODE = /\{\{[<%][^\n]{0,300}?[>%]\}\}/g
const HEADING_ATTRIBUTES = /\s*\{[#.:][^{}\n]{1,80}\}\s*$/

/** An empty run of text. */
export const NO_INLINE: Inline = { text: '', prose: '', codes: [], links: [], bold: false, lead: '' }

/** Makes the tidy whole from pieces; the only place where an `Inline` is made. */
export function inlineFrom(pieces: {
  readonly text: string
  readonly prose: string
  readonly codes: readonly string[]
  readonly links: readonly RunbookLink[]
  readonly bold: boolean
  readonly lead: string
}): Inline {
  return { ...pieces, text: tidy(pieces.text), prose: tidy(pieces.prose), lead: tidy(pieces.lead) }
}

/** Reads an inline token of the Markdown parser. `line` is the line its text begins on, counted from 1. */
export function readInline(token: Token | undefined, line: number): Inline {
  let text = ''
  let prose = ''
  let boldLength = 0
  let boldDepth = 0
  let lead = ''
  let currentLine = line
  const codes: string[] = []
  const links: RunbookLink[] = []
  const open: { href: string; from: number; line: number }[] = []
  const add = (piece: string, isCode: boolean) => {
    if (boldDepth > 0) {
      boldLength += piece.trim().length
      if (text.trim() === '' || lead.length === text.length) lead = text + piece
    }
    text += piece
    prose += isCode ? ' ' : piece
  }
  for (const child of token?.children ?? []) {
    switch (child.type) {
      case 'softbreak':
      case 'hardbreak':
        currentLine += 1
        add(' ', false)
        break
      case 'code_inline':
        codes.push(child.content)
        add(child.content, true)
        break
      case 'strong_open':
        boldDepth += 1
        break
      case 'strong_close':
        boldDepth -= 1
        break
      case 'link_open':
        open.push({ href: String(child.attrGet('href') ?? ''), from: text.length, line: currentLine })
        break
      case 'link_close': {
        const link = open.pop()
        if (link) links.push({ href: link.href, text: tidy(text.slice(link.from)), line: link.line, image: false })
        break
      }
      case 'image':
        links.push({ href: String(child.attrGet('src') ?? ''), text: child.content, line: currentLine, image: true })
        add(child.content, false)
        break
      case 'html_inline':
        if (/^<br\b/i.test(child.content)) add(' ', false)
        break
      default:
        add(child.content, false)
    }
  }
  const letters = text.replace(/\s/g, '').length
  const bold = letters > 0 && boldLength >= text.trim().replace(/:$/, '').length - 1
  return inlineFrom({ text: text.replace(HEADING_ATTRIBUTES, ''), prose, codes, links, bold, lead })
}

function tidy(text: string): string {
  return text.replace(SHORTCODE, ' ').replace(/\s+/g, ' ').trim()
}
