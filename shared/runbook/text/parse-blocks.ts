import MarkdownIt, { type Token } from 'markdown-it'
import type { Block, CodeBlock, Inline, ListItem, TableBlock } from './block.ts'
import { BlockSink } from './block-sink.ts'
import { lastLineOfBox } from './box-ends.ts'
import { titleOf } from './call-out-marks.ts'
import { withoutCallOuts } from './code-call-outs.ts'
import { codeOptions, languageOfDirective } from './code-directives.ts'
import { withCodeGroups } from './code-groups.ts'
import { withNumbersCountedOn } from './counted-on.ts'
import { withFolds } from './folds.ts'
import { withoutAnchor } from './heading-anchor.ts'
import { readHtmlBlock } from './html-blocks.ts'
import { withHtmlEndedByBoxes } from './html-ends.ts'
import { endTagsIn } from './html-tags.ts'
import { withInlineLines } from './inline-lines.ts'
import { cutAtLabels } from './label-lines.ts'
import { withLabelledWays } from './labelled-ways.ts'
import { cutAtBan } from './lines-that-ban.ts'
import { type PageMarks, readInline } from './read-inline.ts'
import { withLettersCounted, withSubItems } from './sub-items.ts'
import { withTabs } from './tabs.ts'
import { typedTools } from './typed-tools.ts'

/** How deep lists and quotes may nest; below that the text is shown as it is written, not understood. Far beyond what a person can read. */
export const MAX_NESTING = 100

const markdown = withInlineLines(
  new MarkdownIt({ html: true, linkify: false, maxNesting: MAX_NESTING }).use(withHtmlEndedByBoxes),
)
// Links of any kind are read so that the linter can name the dangerous ones; nothing is opened or rendered from here (R7).
markdown.validateLink = () => true

const OPEN_BOX = /^\s*(?:\[ ?\]|[☐□])/u
const TICK = /^\s*✅/u
const BOX = /^\s*(?:\[([ xX✓✔])?\]|([☐☑☒□✅]))\s*/u

/**
 * Reads Markdown (CommonMark and GFM) and the HTML in it into blocks, in document order. `authorsLines` are the lines before they were made CommonMark; they tell
 * where the boxes of words end.
 */
export function parseBlocks(text: string, authorsLines: readonly string[] = text.split('\n')): Block[] {
  const reader = new TokenReader(markdown.parse(text, {}), authorsLines)
  const sink = new BlockSink()
  while (!reader.done()) reader.readInto(sink)
  sink.closeAll(text.split('\n').length)
  return withLettersCounted(grouped(sink.root))
}

/** Blocks that only stand together in what they mean, put together. */
function grouped(blocks: readonly Block[], isWithin = false): Block[] {
  return withTabs(withNumbersCountedOn(withFolds(withCodeGroups(withoutCallOuts(blocks)), isWithin)))
}

class TokenReader {
  private readonly tokens: readonly Token[]
  private readonly authorsLines: readonly string[]
  private readonly page: PageMarks
  private position = 0
  private lastLine = 1

  constructor(tokens: readonly Token[], authorsLines: readonly string[]) {
    this.tokens = tokens
    this.authorsLines = authorsLines
    this.page = { tools: typedTools(tokens), endTags: endTagsIn(tokens) }
  }

  done(): boolean {
    return this.position >= this.tokens.length
  }

  readInto(sink: BlockSink): void {
    const token = this.tokens[this.position]
    if (!token) return
    const [line, endLine] = this.linesOf(token)
    this.position += 1
    switch (token.type) {
      case 'heading_open':
        this.readHeading(sink, Number(token.tag.slice(1)), line, endLine)
        return
      case 'paragraph_open':
        this.readParagraph(sink, line, endLine)
        return
      case 'fence':
      case 'code_block': {
        const setIn = token.type === 'code_block' ? fenceSetIn(token.content) : undefined
        const isWords = OPENS_A_FENCE.test(token.content) || this.holdsWordsOfHeading(token)
        if (token.type === 'code_block' && setIn === undefined && isWords) {
          this.readSetIn(sink, token.content, line)
          return
        }
        const fenced = token.type === 'fence' || setIn !== undefined
        const language = fenced ? languageOf(setIn?.language ?? token.info) : ''
        const written = setIn?.text ?? token.content.replace(/\n$/, '')
        const options = fenced ? codeOptions(token.info, written.split('\n')) : undefined
        const { count = 0, caption } = options ?? {}
        const text = unquoted(count === 0 ? written : written.split('\n').slice(count).join('\n'))
        const label = caption === undefined ? (fenced ? labelOf(token.info) : {}) : { title: caption }
        const codeLine = (fenced ? line + 1 : line) + count
        sink.add({ type: 'code', language, text, codeLine, line, endLine, ...label })
        return
      }
      case 'html_block':
        readHtmlBlock(token.content, line, sink, this.page.endTags)
        return
      case 'bullet_list_open':
        sink.add({ type: 'list', ordered: false, items: this.readItems(), line, endLine })
        return
      case 'ordered_list_open': {
        const first = Number(token.attrGet('start') ?? 1)
        sink.add({ type: 'list', ordered: true, first, items: this.readItems(), line, endLine })
        return
      }
      case 'blockquote_open':
        sink.add({ type: 'quote', blocks: this.readUntil('blockquote_close'), line, endLine })
        return
      case 'table_open':
        sink.add(this.readTable(line, endLine))
        return
      default:
    }
  }

  /** Words and fences that are set in as far as code, for they stand below a heading that is a step: read as they would be at the margin. */
  private readSetIn(sink: BlockSink, content: string, line: number): void {
    const tokens = markdown.parse(content, {})
    for (const token of tokens) if (token.map) token.map = [token.map[0] + line - 1, token.map[1] + line - 1]
    const reader = new TokenReader(tokens, this.authorsLines)
    while (!reader.done()) reader.readInto(sink)
  }

  /** Sentences that are set in straight below a heading. */
  private holdsWordsOfHeading({ content }: Token): boolean {
    const isBelow = this.tokens[this.position - 2]?.type === 'heading_close'
    return isBelow && content.split('\n').every((line) => line.trim() === '' || IS_A_SENTENCE.test(line))
  }

  private linesOf(token: Token): [number, number] {
    if (!token.map) return [this.lastLine, this.lastLine]
    const line = token.map[0] + 1
    this.lastLine = line
    return [line, Math.max(line, token.map[1])]
  }

  private childrenUntil(close: string): readonly Token[] {
    const token = this.tokens[this.position]
    while (!this.done() && this.tokens[this.position]?.type !== close) this.position += 1
    this.position += 1
    return token?.type === 'inline' ? (token.children ?? []) : []
  }

  private readHeading(sink: BlockSink, level: number, line: number, endLine: number): void {
    const inline = readInline(this.childrenUntil('heading_close'), line, this.page)
    if (IS_A_RULE.test(inline.text)) return
    const title = titleOf(inline)
    if (title) {
      const boxEnd = lastLineOfBox(this.authorsLines, line - 1)
      sink.add({ type: 'paragraph', inline: title, boxEnd, line, endLine })
    } else sink.add({ type: 'heading', level, inline: withoutAnchor(inline), line, endLine })
  }

  private readParagraph(sink: BlockSink, line: number, endLine: number): void {
    const labelled = cutAtLabels(this.childrenUntil('paragraph_close'))
    const next = this.tokens[this.position]?.type
    const forms = labelled.flatMap((lines, place) => (place === labelled.length - 1 ? cutAtBan(lines, next) : [lines]))
    forms.forEach(({ children, linesBefore }, place) => {
      const first = line + linesBefore
      const next = forms[place + 1]
      const inline = readInline(children, line, this.page)
      const words = isOnlyPictures(children) ? { ...inline, text: '', prose: '', lead: '' } : inline
      const last = next === undefined ? endLine : Math.max(first, line + next.linesBefore - 1)
      sink.add({ type: 'paragraph', inline: words, line: first, endLine: last })
    })
  }

  private readUntil(close: string): Block[] {
    const sink = new BlockSink()
    while (!this.done() && this.tokens[this.position]?.type !== close) this.readInto(sink)
    this.position += 1
    sink.closeAll(this.lastLine)
    return grouped(sink.root, true)
  }

  private readItems(): ListItem[] {
    const read: { blocks: Block[]; line: number; endLine: number }[] = []
    while (this.tokens[this.position]?.type === 'list_item_open') {
      const token = this.tokens[this.position]
      const [line, endLine] = token ? this.linesOf(token) : [this.lastLine, this.lastLine]
      this.position += 1
      read.push({ blocks: this.readUntil('list_item_close'), line, endLine })
    }
    this.position += 1
    // Beside open boxes a tick is a box that is done; on its own it only adorns ("✅ Healthy").
    const ticks = read.some(({ blocks }) => OPEN_BOX.test(wordsAtStart(blocks)))
    return read.map(({ blocks, line, endLine }) => itemOf(withLabelledWays(withSubItems(blocks)), line, endLine, ticks))
  }

  private readTable(line: number, endLine: number): TableBlock {
    const rows: { cells: Inline[]; line: number }[] = []
    while (!this.done() && this.tokens[this.position]?.type !== 'table_close') {
      const token = this.tokens[this.position]
      if (token?.type === 'tr_open') rows.push({ cells: [], line: this.linesOf(token)[0] })
      const row = rows.at(-1)
      if (token?.type === 'inline' && row) row.cells.push(readInline(token.children ?? [], row.line, this.page))
      this.position += 1
    }
    this.position += 1
    const [header, ...body] = rows
    return { type: 'table', header: header?.cells ?? [], rows: body, line, endLine }
  }
}

/** What stands in place of a picture is no word of the text. */
function isOnlyPictures(children: readonly Token[]): boolean {
  const isPicture = ({ type }: Token) => type === 'image'
  return (
    children.some(isPicture) &&
    children.every(
      (child) => isPicture(child) || /^(?:link_|softbreak|hardbreak)/.test(child.type) || child.content.trim() === '',
    )
  )
}

/** "# ==========" above and below a title draws a line, and heads nothing. */
const IS_A_RULE = /^[=*_~#\u2500-\u257F-]{3,}$/

function wordsAtStart([first]: readonly Block[]): string {
  return first?.type === 'paragraph' ? first.inline.text : ''
}

function itemOf(blocks: Block[], line: number, endLine: number, ticks: boolean): ListItem {
  const [first, ...rest] = blocks
  const words = wordsAtStart(blocks)
  const box = ticks || !TICK.test(words) ? BOX.exec(words) : null
  if (first?.type !== 'paragraph' || !box) return { blocks, task: 'none', line, endLine }
  const text = first.inline.text.slice(box[0].length)
  const prose = first.inline.prose.replace(BOX, '')
  const done = /[xX✓✔☑☒✅]/u.test(box[0])
  return {
    blocks: [{ ...first, inline: { ...first.inline, text, prose } }, ...rest],
    task: done ? 'done' : 'open',
    line,
    endLine,
  }
}

/** "bash [npm]" is shown in a tab of that name, `sh title="open.sh"` below that title. */
function labelOf(info: string): Pick<CodeBlock, 'label' | 'title'> {
  const label = /^\s*[\w#+-]+\s+\[([^\]\n]{1,60})\]\s*$/.exec(info)?.[1]
  const [, , title] = /\b(?:title|caption|heading|header)\s*=\s*(["'])([^\n]{1,200}?)\1/i.exec(info) ?? []
  return { ...(label === undefined ? {} : { label }), ...(title === undefined ? {} : { title }) }
}

/** Code in back quotes in a block of code: a shell would run what it prints. */
function unquoted(text: string): string {
  return /^\s*`[^`]+`\s*$/.test(text) ? text.replaceAll('`', '').trim() : text
}

/** A fence that is set in as far as code is, and is code in code for that. */
function fenceSetIn(content: string): { readonly language: string; readonly text: string } | undefined {
  const [first = '', ...rest] = content.trimEnd().split('\n')
  const language = /^[ \t]*```([\w+-]*)[ \t]*$/.exec(first)?.[1]
  const last = rest.pop() ?? ''
  return language === undefined || last.trim() !== '```' ? undefined : { language, text: rest.join('\n').trimEnd() }
}

/** Code that is set in begins with the mark of a fence, or with a command between such marks on one line. */
const OPENS_A_FENCE = /^\s*```(?:[\w+-]*[ \t]*\n(?=[\s\S]*\n[ \t]*```)|[^\n`]+```[ \t]*(?:\n|$))/

/** "Restart the relay on its host": words that hold a sentence together, and no sign of code. */
const IS_A_SENTENCE = /^ *\p{Lu}\p{Ll}+ (?=.*\b(?:the|an?|to|on|of|in|with|for)\b)[^|<>{}=;:\\$"`#@/]*$/u

function languageOf(info: string): string {
  const named = languageOfDirective(info)
  if (named !== undefined) return named.toLowerCase()
  return (/^\s*\{?\.?([\w#+-]+)/.exec(info)?.[1] ?? '').toLowerCase()
}
