import type { Token } from 'markdown-it'
import { CODE_MARK } from '../languages/code-mark.ts'
import type { RunbookLink } from '../runbook.ts'
import { isActionVerb } from '../words/verb-forms.ts'
import type { Inline } from './block.ts'
import { htmlAttribute } from './html-attribute.ts'
import { isFilledIn } from './html-tags.ts'
import { lineInBlock } from './inline-lines.ts'

const SHORTCODE = /\{\{[<%][^\n]{0,300}?[>%]\}\}/g
/** "{: .note}" at the end of a text, and "{.button}" straight behind a link or code: what a builder reads. */
const ATTRIBUTES_AT_END = /\s*\{:[^{}\n]{1,80}\}\s*$/
const ONLY_ATTRIBUTES = /^\{[#.:][^{}\n]{1,80}\}\s*$/

const UNTIDY = /\s\s|[^\S ]/

/** A code span as a word of its sentence: a verb ("`cd` into the folder") is itself, anything else a mark. */
export function proseOfCode(code: string): string {
  return isActionVerb(code) ? code : CODE_MARK
}

/** A piece of a text. Code stands in the text as it stands among its codes, so that it is found there; only words are tidied. */
type Piece = { readonly text: string; readonly isCode: boolean }

/** What is known of a page before its texts are read: the tools that it types itself, and the end tags of its HTML. */
export type PageMarks = { readonly tools: ReadonlySet<string>; readonly endTags: ReadonlySet<string> }

/** An empty run of text. */
export const NO_INLINE: Inline = { text: '', prose: '', codes: [], links: [], bold: false, lead: '' }

/** A tidy run of text of HTML, where blanks of code are no more than one either. */
export function inlineFrom(pieces: Inline): Inline {
  return { ...pieces, text: tidy(pieces.text), prose: tidy(pieces.prose), codes: pieces.codes.map(tidy) }
}

/** Reads the inline tokens of the Markdown parser. `line` is the line on which the text of their block begins, counted from 1; `page` is what it is part of. */
export function readInline(children: readonly Token[], line: number, page: PageMarks): Inline {
  const collector = new InlineCollector(line, page)
  for (const child of children) collector.take(child)
  return collector.inline()
}

/** Gathers the pieces of a run of text. Pieces are joined once, at the end, so that a paragraph of a hundred thousand links costs no more than its length. */
class InlineCollector {
  private readonly texts: Piece[] = []
  private readonly prose: string[] = []
  private readonly lead: string[] = []
  private readonly codes: string[] = []
  private readonly codeLines = new Map<string, number>()
  private readonly calls = new Set<string>()
  private readonly links: RunbookLink[] = []
  private readonly openLinks: { href: string; pieces: string[]; line: number }[] = []
  private boldLetters = 0
  private letters = 0
  private boldDepth = 0
  private struckDepth = 0
  private isAnyStruck = false
  private readonly unstruck: string[] = []
  private leadIsLine = false
  private readonly first: number
  private line: number
  private readonly page: PageMarks

  constructor(line: number, page: PageMarks) {
    this.first = line
    this.line = line
    this.page = page
  }

  take(child: Token): void {
    this.line = this.first + (lineInBlock(child) ?? this.line - this.first)
    switch (child.type) {
      case 'softbreak':
      case 'hardbreak':
        if (this.letters > 0 && this.boldLetters === this.letters && this.boldDepth === 0) this.leadIsLine = true
        this.add(' ', ' ')
        return
      case 'code_inline':
        this.takeCode(child.content.trim())
        return
      case 'strong_open':
        this.boldDepth += 1
        return
      case 'strong_close':
        this.boldDepth -= 1
        return
      case 's_open':
        this.struckDepth += 1
        return
      case 's_close':
        this.struckDepth -= 1
        return
      case 'link_open':
        this.openLinks.push({ href: String(child.attrGet('href') ?? ''), pieces: [], line: this.line })
        return
      case 'link_close':
        this.closeLink()
        return
      case 'image':
        this.links.push({
          href: String(child.attrGet('src') ?? ''),
          text: tidy(child.content),
          line: this.line,
          image: true,
        })
        this.add(child.content, child.content)
        return
      case 'html_inline':
        this.takeHtml(child.content)
        return
      default:
        this.add(child.content, child.content)
    }
  }

  inline(): Inline {
    this.cutAttributes()
    const text = joined(this.texts)
    return {
      text: text.trim(),
      prose: tidy(this.prose.join('')),
      codes: this.codes,
      ...(this.codeLines.size > 0 ? { codeLines: this.codeLines } : {}),
      ...(this.calls.size > 0 ? { calls: this.calls } : {}),
      links: this.links,
      bold: this.boldLetters > 0 && this.boldLetters >= this.letters - (/[:\uFF1A]\s?$/.test(text) ? 1 : 0),
      lead: tidy(this.lead.join('')),
      ...(this.leadIsLine ? { leadIsLine: true } : {}),
      ...(this.isStruck() ? { isStruck: true } : {}),
    }
  }

  private isStruck(): boolean {
    return this.isAnyStruck && !/[\p{L}\p{N}]/u.test(this.unstruck.join('').replace(/\([^()]*\)/g, ''))
  }

  private cutAttributes(): void {
    const last = this.texts.at(-1)
    if (last === undefined || last.isCode || !last.text.includes('{')) return
    const isAll = this.texts.length > 1 && ONLY_ATTRIBUTES.test(last.text)
    const text = isAll ? '' : last.text.replace(ATTRIBUTES_AT_END, '')
    if (text === last.text) return
    this.texts[this.texts.length - 1] = { text, isCode: false }
    this.prose[this.prose.length - 1] = text
  }

  private takeCode(code: string): void {
    if (code === '') {
      this.add(' ', ' ')
      return
    }
    if (this.struckDepth > 0) {
      this.add(code, proseOfCode(code), true)
      return
    }
    this.codes.push(code)
    if (!this.codeLines.has(code)) this.codeLines.set(code, this.line)
    if (this.page.tools.has(/^(\S+) \S/.exec(code)?.[1] ?? '')) this.calls.add(code)
    this.add(code, proseOfCode(code), true)
  }

  private takeHtml(tag: string): void {
    switch (/^<(\/?[a-z]+)\b/i.exec(tag)?.[1]?.toLowerCase()) {
      case 'br':
        this.add(' ', ' ')
        return
      case 'del':
      case 's':
      case 'strike':
        this.struckDepth += 1
        return
      case '/del':
      case '/s':
      case '/strike':
        this.struckDepth = Math.max(0, this.struckDepth - 1)
        return
      case 'a':
        this.openLinks.push({ href: htmlAttribute(tag, 'href'), pieces: [], line: this.line })
        return
      case '/a':
        this.closeLink()
        return
      case 'img':
        this.links.push({
          href: htmlAttribute(tag, 'src'),
          text: htmlAttribute(tag, 'alt'),
          line: this.line,
          image: true,
        })
        return
      default:
        if (isFilledIn(tag, this.page.endTags)) this.add(tag, tag)
    }
  }

  private add(text: string, prose: string, isCode = false): void {
    const letters = lettersIn(text)
    if (this.boldDepth > 0 && this.letters === this.boldLetters) this.lead.push(text)
    if (this.boldDepth > 0) this.boldLetters += letters
    this.letters += letters
    if (this.struckDepth === 0) this.unstruck.push(text)
    else if (letters > 0) this.isAnyStruck = true
    this.texts.push({ text, isCode })
    this.prose.push(prose)
    this.openLinks.at(-1)?.pieces.push(text)
  }

  private closeLink(): void {
    const link = this.openLinks.pop()
    if (link && link.href !== '')
      this.links.push({ href: link.href, text: tidy(link.pieces.join('')), line: link.line, image: false })
  }
}

/** How many characters are not white space. */
function lettersIn(text: string): number {
  return text.replace(/\s+/g, '').length
}

/** The text that pieces make, its words tidied. */
function joined(pieces: readonly Piece[]): string {
  const out: string[] = []
  let words: string[] = []
  const tell = (): void => {
    out.push(evenedOut(words.join('')))
    words = []
  }
  for (const { text, isCode } of pieces) {
    if (!isCode) {
      words.push(text)
      continue
    }
    tell()
    out.push(text)
  }
  tell()
  return out.join('')
}

function evenedOut(text: string): string {
  const plain = text.includes('{{') ? text.replace(SHORTCODE, ' ') : text
  return UNTIDY.test(plain) ? plain.replace(/\s+/g, ' ') : plain
}

function tidy(text: string): string {
  return evenedOut(text).trim()
}
