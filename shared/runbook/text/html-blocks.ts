import type { RunbookLink } from '../runbook.ts'
import type { Inline } from './block.ts'
import type { BlockSink } from './block-sink.ts'
import { decodeHtml, htmlAttribute } from './html-attribute.ts'
import { isFilledIn, isKnownTag, isTag } from './html-tags.ts'
import { inlineFrom, proseOfCode } from './read-inline.ts'

type Piece =
  | { readonly tag: string; readonly closing: boolean; readonly attributes: string; readonly line: number }
  | { readonly words: string; readonly line: number }

type Run = {
  text: string
  prose: string
  codes: string[]
  links: RunbookLink[]
  boldLength: number
  line: number
  isBlank: boolean
}

/** Tags that end a run of text and mean nothing else here. */
const BREAKS = new Set(['p', 'div', 'section', 'details', 'blockquote', 'dt', 'dd'])

/**
 * Reads a block of raw HTML as the shapes a person would see: headings, lists, boxes to tick, code, table rows, paragraphs (R4).
 * What HTML does not know and nothing closes is a word to fill in, in code any such. Only for understanding; nothing of it is ever put on a page from here (R7). One pass, no recursion, so that hostile nesting costs nothing.
 */
export function readHtmlBlock(html: string, firstLine: number, sink: BlockSink, endTags: ReadonlySet<string>): void {
  const reader = new HtmlReader(sink, firstLine, endTags)
  for (const piece of piecesOf(html, firstLine)) {
    if ('words' in piece) reader.words(piece.words, piece.line)
    else reader.tag(piece.tag, piece.closing, piece.attributes, piece.line)
  }
  reader.end()
}

function* piecesOf(html: string, firstLine: number): Generator<Piece> {
  let line = firstLine
  let position = 0
  while (position < html.length) {
    const start = nextTag(html, position)
    const comment = html.startsWith('<!--', start)
    const last = html.indexOf(comment ? '-->' : '>', start)
    const wordsEnd = last < 0 && !comment ? html.length : start
    const words = html.slice(position, wordsEnd)
    if (words !== '') yield { words, line }
    if (last < 0) return
    line += newlines(words)
    const raw = html.slice(start, last + 1)
    const named = comment ? null : /^<(\/?)([a-z][a-z0-9]*)\b/i.exec(raw)
    if (named) yield { tag: (named[2] ?? '').toLowerCase(), closing: named[1] === '/', attributes: raw, line }
    line += newlines(raw)
    position = last + (comment ? 3 : 1)
  }
}

/** More than any tag needs to show that it is one. */
const LONGEST_NAME = 100

/** Where the next tag or comment begins, at the end of the text when there is none. */
function nextTag(html: string, from: number): number {
  let at = html.indexOf('<', from)
  while (at >= 0 && !isTag(html.slice(at, at + LONGEST_NAME))) at = html.indexOf('<', at + 1)
  return at < 0 ? html.length : at
}

class HtmlReader {
  private run: Run
  private heading = 0
  private verbatim = false
  private code = ''
  private language = ''
  private inCode = false
  private boldDepth = 0
  private link: { href: string; from: number; line: number } | undefined
  private line: number
  private readonly sink: BlockSink
  private readonly endTags: ReadonlySet<string>
  private table: { cells: Inline[]; line: number }[] | undefined

  constructor(sink: BlockSink, line: number, endTags: ReadonlySet<string>) {
    this.sink = sink
    this.endTags = endTags
    this.line = line
    this.run = emptyRun(line)
  }

  words(raw: string, line: number): void {
    const text = decodeHtml(raw)
    this.line = line + newlines(raw)
    if (this.verbatim) {
      this.code += text
      return
    }
    if (this.run.isBlank && text.trim() !== '') {
      this.run.line = line + newlines(raw.slice(0, raw.length - raw.trimStart().length))
      this.run.isBlank = false
    }
    this.run.text += text
    if (this.inCode) this.run.codes.push(text.trim())
    this.run.prose += this.inCode ? proseOfCode(text.trim()) : text
    if (this.boldDepth > 0) this.run.boldLength += text.replace(/\s/g, '').length
  }

  tag(name: string, closing: boolean, attributes: string, line: number): void {
    this.line = line
    if (this.verbatim && !(name === 'pre' && closing)) {
      if (name === 'code' && !closing) this.language = languageOf(attributes)
      else if (!isKnownTag(name)) this.words(attributes, line)
      return
    }
    if (isFilledIn(attributes, this.endTags)) {
      this.words(attributes, line)
      return
    }
    if (/^h[1-6]$/.test(name)) {
      this.flush()
      this.heading = closing ? 0 : Number(name[1])
      return
    }
    if (!this.listTag(name, closing, attributes, line) && !this.tableTag(name, closing, line)) {
      this.otherTag(name, closing, attributes, line)
    }
  }

  private listTag(name: string, closing: boolean, attributes: string, line: number): boolean {
    switch (name) {
      case 'ul':
      case 'ol':
        this.flush()
        if (closing) this.sink.closeList(line)
        else this.sink.openList(name === 'ol', line)
        return true
      case 'li':
        this.flush()
        this.sink.closeItem(line)
        if (!closing) this.sink.openItem(line)
        return true
      case 'input':
        if (/checkbox/i.test(attributes)) this.sink.setTask(/\bchecked\b/i.test(attributes) ? 'done' : 'open')
        return true
      default:
        return false
    }
  }

  private tableTag(name: string, closing: boolean, line: number): boolean {
    switch (name) {
      case 'table':
        this.flush()
        if (closing) this.endTable(line)
        else this.table = []
        return true
      case 'tr':
        this.flush()
        if (!closing) this.table?.push({ cells: [], line })
        return true
      case 'td':
      case 'th':
        if (closing) this.endCell()
        else this.flush()
        return true
      default:
        return false
    }
  }

  private otherTag(name: string, closing: boolean, attributes: string, line: number): void {
    if (BREAKS.has(name)) {
      this.flush()
      if (name === 'details') this.fold(closing, line)
      return
    }
    switch (name) {
      case 'pre':
        if (closing) this.endCode(line)
        else this.startCode(attributes)
        return
      case 'summary':
        this.flush(closing)
        return
      case 'br':
        this.run.text += ' '
        this.run.prose += ' '
        return
      case 'code':
      case 'kbd':
        this.inCode = !closing
        return
      case 'strong':
      case 'b':
        this.boldDepth = Math.max(0, this.boldDepth + (closing ? -1 : 1))
        return
      case 'a':
        if (!closing) this.link = { href: htmlAttribute(attributes, 'href'), from: this.run.text.length, line }
        else if (this.link) {
          this.run.links.push({
            href: this.link.href,
            text: this.run.text.slice(this.link.from).trim(),
            line: this.link.line,
            image: false,
          })
          this.link = undefined
        }
        return
      case 'img':
        this.run.links.push({
          href: htmlAttribute(attributes, 'src'),
          text: htmlAttribute(attributes, 'alt'),
          line,
          image: true,
        })
        return
      default:
    }
  }

  private fold(closing: boolean, line: number): void {
    if (closing) this.sink.closeFold(line)
    else this.sink.openFold()
  }

  end(): void {
    if (this.verbatim) this.endCode(this.line)
    this.flush()
    if (this.table) this.endTable(this.line)
  }

  private take(bold: boolean): Inline | undefined {
    const { text, prose, codes, links, boldLength } = this.run
    const letters = text.replace(/\s/g, '').length
    const used = letters > 0 || links.length > 0
    this.run = emptyRun(this.line)
    return used
      ? inlineFrom({ text, prose, codes, links, bold: bold || (letters > 0 && boldLength >= letters), lead: '' })
      : undefined
  }

  private flush(bold = false): void {
    if (this.table?.at(-1)) return
    const { line } = this.run
    const inline = this.take(bold)
    if (!inline) return
    const endLine = Math.max(line, this.line)
    if (this.heading > 0) this.sink.add({ type: 'heading', level: this.heading, inline, line, endLine })
    else if (bold) this.sink.addSummary({ type: 'paragraph', inline, line, endLine })
    else this.sink.add({ type: 'paragraph', inline, line, endLine })
  }

  private startCode(attributes: string): void {
    this.flush()
    this.language = languageOf(attributes)
    this.verbatim = true
    this.code = ''
    this.run = emptyRun(this.line)
  }

  private endCode(line: number): void {
    const text = this.code.replace(/^\n/, '').trimEnd()
    const first = line - newlines(this.code) + (this.code.startsWith('\n') ? 1 : 0)
    if (this.verbatim && text !== '')
      this.sink.add({ type: 'code', language: this.language, text, codeLine: first, line: first, endLine: line })
    this.verbatim = false
    this.inCode = false
  }

  private endCell(): void {
    this.table
      ?.at(-1)
      ?.cells.push(this.take(false) ?? inlineFrom({ text: '', prose: '', codes: [], links: [], bold: false, lead: '' }))
  }

  private endTable(line: number): void {
    const [header, ...rows] = this.table ?? []
    this.table = undefined
    if (header) this.sink.add({ type: 'table', header: header.cells, rows, line: header.line, endLine: line })
  }
}

function emptyRun(line: number): Run {
  return { text: '', prose: '', codes: [], links: [], boldLength: 0, line, isBlank: true }
}

function languageOf(tag: string): string {
  return (/\b(?:language|lang|brush)[-:] ?([\w+-]+)/i.exec(htmlAttribute(tag, 'class'))?.[1] ?? '').toLowerCase()
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}
