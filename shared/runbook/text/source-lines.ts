import { titlesBan } from '../words/bans.ts'
import { topicOf } from '../words/topic.ts'
import {
  callOutTitle,
  isCallOutMark,
  opensWordsInFence,
  titleInTag,
  titleLine,
  titleOfComponent,
} from './call-out-marks.ts'
import { indentOf, movedLeft } from './columns.ts'
import { ComponentTags, isModuleLine } from './component-tags.ts'
import { asEndOfFence, endsFence, type Fence, fenceAt, leavesQuote } from './fences.ts'
import { numberLabels } from './labelled-lines.ts'
import { mayBeMark, mayBeTag } from './line-signs.ts'
import { oneLineTag } from './one-line-tags.ts'
import { withPipesInCode } from './piped-code.ts'
import { fenceQuotedCode } from './quoted-code.ts'
import { SetInCode } from './set-in-code.ts'
import { SetInLists } from './set-in-lists.ts'
import { withSummaryTabs } from './summary-tabs.ts'
import { markLine, tabContainer, tabFence, tabTag } from './tab-marks.ts'
import { withoutTags } from './template-tags.ts'
import { UnderNumbers } from './under-numbers.ts'

/** The file as lines, with what parsers trip over evened out: byte order mark, CRLF, lone CR, NUL. Line numbers stay those of an editor. */
export function sourceLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|\n|\r/)
}

const CONTAINER = /^\s*:{3,}\s*(?:\{?[\w-].*)?$/
const ADMONITION = /^(\s*)(?:!!!|\?\?\?\+?)\s*[\w-]+(?![^\s"])/
const TAB = /^(\s*)===[+!]?\s+"([^"\n]{0,100})/
/** ":alt: The screen" below the line that opens a container. */
const DIRECTIVE_OPTION = /^\s*:[a-z][\w-]{1,30}:(?:\s|$)/
/** More containers within each other than any text has. */
const MOST_OPEN = 50
const BOX = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\[[ xX]?\]\s/
/** More lines than a checklist in a fence has, or code that was not set in. */
const LONGEST_CHECKLIST = 200
const SHORTCODE = /^\s*(?:\{\{[<%][^\n]{0,1000}[>%]\}\}|\{%[^\n]{0,1000}%\}|\[TOC\]|\[\[_TOC_\]\])\s*$/i
const HIGHLIGHT = /^(\s*)(?:\{\{[<%]|\{%)-?\s*(\/?|end)(?:highlight|text)\b\s*"?([\w+-]*)[^\n]{0,200}[>%]\}\}?\s*$/
/** `{% code title="Never run this" %}`: the title of the code below. */
const CODE_TITLE = /^\s*\{%-?\s*code\s(?:[^\n]{0,200}?\s)?title\s*=\s*"([^"\n]{1,200})"/
const UNDERLINE = /^\s{0,3}(?:-{3,}|={3,})\s*$/
const LABEL = /^[\p{L}][\p{L} /&-]{2,38}:\s*$/u
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s/
/** A remark in code that speaks to the linter (R8): no word of the step, and nothing to type. */
const SILENCING = /^\s*(?:#|\/\/|--|\/\*)\s*nightdesk-disable-next-line\b/
/** "(restore-a-ring)=" (MyST), "$$$restore-a-ring$$$": a name for the heading below it. */
const TARGET = /^(?:\([\w.:-]{1,100}\)=|\${3}[\w.:-]{1,100}\${3})\s*$/
/** "##Restore the ring": a heading of Markdown before CommonMark asked for the space. */
const OLD_HEADING = /^#{1,6}(?=(?:\p{Lu}|\d{1,2}[.)]\s?\S)[^:]*$)/u
const IS_A_REMARK = /^( {1,3})# \S/
const OPENS_A_REMARK = /^(\s*)<!--(?!\s*nightdesk-)\s*/
const ALERT = /^(\s*(?:>\s*)+)\[![A-Za-z]+\][+-]?\s*$/

/**
 * The lines as a plain CommonMark parser should see them: the marker lines of admonitions, containers and shortcodes become blank, their titles and those of tabs and steps a mark
 * (`call-out-marks.ts`, `tab-marks.ts`), and the body of an indented admonition or tab is moved left. One line in, one line out, so line numbers hold; the parts still show the
 * author's lines.
 */
export function commonMarkLines(lines: readonly string[]): string[] {
  return numberLabels(new LineReader(fenceQuotedCode(withSummaryTabs(lines))).read())
}

/** An admonition or tab whose body is indented, and how far its marker is. */
type Indented = { readonly indent: number; readonly isTab: boolean }
/** Words in a fence: a call-out is read as a quote, a checklist and a tab as what they are. */
type Box = { readonly mark: string; readonly isQuote: boolean; readonly isTab?: boolean; readonly indent?: number }
type Container = { readonly colons: number; readonly isTab: boolean }

class LineReader {
  private readonly lines: readonly string[]
  private readonly out: string[] = []
  private fence: (Fence & { readonly indent: number; readonly end: number }) | undefined
  /** The fences of words that are open, outermost first. */
  private readonly boxes: Box[] = []
  private indented: Indented[] = []
  private containers: Container[] = []
  private inLinkedTab = false
  private inRemark = false
  private readonly components = new ComponentTags()
  private readonly setIn = new SetInLists()
  private readonly code = new SetInCode()
  private readonly underNumbers = new UnderNumbers()

  constructor(lines: readonly string[]) {
    this.lines = lines
  }

  read(): string[] {
    this.lines.forEach((line, index) => {
      if (this.fence && leavesQuote(line, this.fence)) this.fence = undefined
      if (this.fence === undefined || line.trim() !== '') this.leaveIndented(line)
      const body = movedLeft(line, 4 * this.indented.length)
      const shift = this.components.shiftOf(body, indentOf(body), this.fence !== undefined)
      const inFence = this.fence !== undefined
      const margin = this.setIn.read(movedLeft(body, shift), inFence)
      const moved = this.underNumbers.read(margin, inFence)
      const box = this.boxes.at(-1)
      const read =
        this.readFence(moved, index) ??
        this.readRemark(moved) ??
        this.readMarker(moved) ??
        this.readLine(withPipesInCode(moved), index)
      this.out.push(box?.isQuote && this.boxes.at(-1)?.isQuote ? quoted(read, box.indent) : read)
    })
    return this.out
  }

  /** A line that stands less deep ends what is indented; the blank line before it takes the mark. */
  private leaveIndented(line: string): void {
    if (line.trim() === '') return
    let left: Indented | undefined
    while (indentOf(line) < (this.indented.at(-1)?.indent ?? -4) + 4) {
      const last = this.indented.pop()
      if (last?.isTab) left = last
    }
    if (!left || this.out.at(-1)?.trim() !== '') return
    const indent = ' '.repeat(Math.max(0, left.indent - 4 * this.indented.length))
    this.out[this.out.length - 1] = markLine(indent, { kind: 'end', label: '' })
  }

  /** What stands in a fence is left as it is, but moved. A box of words in one is no code: its marks become blank. */
  private readFence(line: string, index: number): string | undefined {
    if (this.fence !== undefined) {
      const { indent, end } = this.fence
      if (endsFence(line, this.fence)) {
        this.fence = undefined
        return index <= end ? setInBy(indent, asEndOfFence(line)) : asEndOfFence(line)
      }
      if (SILENCING.test(line)) return ''
      return index <= end && line.trim() !== '' ? setInBy(indent, line) : line
    }
    const fence = fenceAt(line)
    if (fence === undefined) return undefined
    const { mark, info } = fence
    const tab = tabFence(line)
    if (tab && this.boxes.length < MOST_OPEN) {
      this.boxes.push({ mark, isQuote: false, isTab: tab.kind === 'choice' })
      return tab.kind === 'choice' ? markLine('', tab) : ''
    }
    const isQuote = opensWordsInFence(line)
    if ((isQuote || this.opensChecklist(fence, index)) && this.boxes.length < MOST_OPEN) {
      this.boxes.push({ mark, isQuote, indent: indentOf(line) })
      return titleLine(line)
    }
    const box = this.boxes.at(-1)
    if (info.trim() === '' && box && mark.startsWith(box.mark)) {
      this.boxes.pop()
      return box.isTab ? markLine('', { kind: 'end', label: '' }) : ''
    }
    const indent = indentOf(line)
    this.fence = { ...fence, indent, end: indent > 0 ? this.endOfFence(index, mark, indent) : -1 }
    return line
  }

  /** The line that ends a fence as deep as it was begun; -1 where another fence comes first. What stands between is its code, though it is set in less than the item it belongs to. */
  private endOfFence(from: number, mark: string, indent: number): number {
    const rest = this.lines.slice(from + 1, from + 1 + LONGEST_CHECKLIST)
    const at = rest.findIndex((line) => fenceAt(line) !== undefined)
    const last = rest[at] ?? ''
    return last.trim() === mark && indentOf(last) === indent ? from + 1 + at : -1
  }

  /** Boxes to tick that were put in a fence so that they can be copied into a ticket are steps all the same. */
  private opensChecklist({ mark, info }: Fence, index: number): boolean {
    if (!/^\s*(?:markdown|md|text|txt)?\s*$/i.test(info)) return false
    const rest = this.lines.slice(index + 1, index + 1 + LONGEST_CHECKLIST)
    const end = rest.findIndex((line) => line.trim().startsWith(mark))
    const held = rest.slice(0, Math.max(0, end)).filter((line) => line.trim() !== '')
    const boxes = held.filter((line) => BOX.test(line))
    return boxes.length > 1 && boxes.length * 4 >= held.length && BOX.test(held[0] ?? '')
  }

  /** In a fence `<!-- ... -->` is shown like all else: what it says belongs to the box above. */
  private readRemark(line: string): string | undefined {
    const box = this.boxes.at(-1)
    const isOpening = !this.inRemark && OPENS_A_REMARK.test(line)
    if (!box || box.isQuote || box.isTab || !(this.inRemark || isOpening)) return undefined
    this.inRemark = !line.includes('-->')
    const words = line.replace(OPENS_A_REMARK, '$1').replace(/\s*-->.*$/, '')
    return words.trim() === '' ? '' : quoted(words)
  }

  private readMarker(line: string): string | undefined {
    if (!mayBeMark(line)) return undefined
    const admonition = ADMONITION.exec(line)
    const tab = TAB.exec(line)
    const indent = (admonition ?? tab)?.[1]
    if (indent !== undefined) {
      this.indented.push({ indent: indentOf(indent) + 4 * this.indented.length, isTab: tab !== null })
      return tab ? markLine(indent, { kind: 'choice', label: tab[2] ?? '' }) : titleLine(line)
    }
    const tag = tabTag(line)
    const lead = /^\s*/.exec(line)?.[0] ?? ''
    if (tag) {
      this.inLinkedTab ||= tag.kind === 'choice' && line.startsWith('#')
      return markLine(lead, tag)
    }
    if (this.inLinkedTab && /^(?:-{3,}|\*{3,})\s*$/.test(line)) {
      this.inLinkedTab = false
      return markLine('', { kind: 'end', label: '' })
    }
    return this.readContainer(line, lead)
  }

  private readContainer(line: string, lead: string): string | undefined {
    if (!CONTAINER.test(line)) return undefined
    const found = tabContainer(line)
    const colons = /:{3,}/.exec(line)?.[0].length ?? 3
    if (line.trim().length > colons) {
      if (this.containers.length < MOST_OPEN) this.containers.push({ colons, isTab: found !== undefined })
      return found ? markLine(lead, found.mark) : titleLine(line)
    }
    const at = this.containers.findLastIndex((container) => container.colons === colons)
    const closed = at < 0 ? [] : this.containers.splice(at)
    return closed.some(({ isTab }) => isTab) ? markLine(lead, { kind: 'end', label: '' }) : ''
  }

  private readLine(line: string, index: number): string {
    if (this.code.isCode(line)) return line
    const [before, after] = [this.lines[index - 1], this.lines[index + 1]]
    if (isLabelInList(line, before, after)) return `###### ${line.trim()}`
    if (isRemarkBelow(line, before)) return line.replace('#', '\\#')
    const tag = mayBeTag(line) ? this.readTag(line) : undefined
    if (tag !== undefined) return tag
    if (UNDERLINE.test(after ?? '') && (before ?? '').trim() === '')
      return line.replace(/^(\s{0,3}\d{1,3})([.)])/, '$1\\$2')
    if (OLD_HEADING.test(line) && (before ?? '').trim() === '') return line.replace(OLD_HEADING, '$& ')
    return withoutTags(line).replace(ALERT, '$1')
  }

  /** A line that is a tag of a site builder, and what such a line holds; undefined for any other line. */
  private readTag(line: string): string | undefined {
    const ban = CODE_TITLE.exec(line)?.[1]
    if (ban !== undefined && titlesBan(ban)) return `${line.slice(0, indentOf(line))}${ban}:`
    const words = wordsOnTagLine(line)
    if (words !== undefined) return words
    const highlight = HIGHLIGHT.exec(line)
    if (highlight) return `${highlight[1] ?? ''}\`\`\`${highlight[2] === '' ? (highlight[3] ?? '') : ''}`
    if (titleInTag(line) !== '' || titleOfComponent(line) !== '') return titleLine(line)
    const isBoxed = this.containers.length > 0 || this.boxes.length > 0
    const isBlanked =
      TARGET.test(line) ||
      isModuleLine(line) ||
      SHORTCODE.test(line) ||
      isCallOutMark(line) ||
      (isBoxed && DIRECTIVE_OPTION.test(line))
    return isBlanked ? '' : undefined
  }
}

/** The words of a box that begins and ends on one line, behind its title. */
function wordsOnTagLine(line: string): string | undefined {
  const one = oneLineTag(line)
  if (!one?.isClosed) return undefined
  const { lead, open, text } = one
  const title = callOutTitle(open) || titleOfComponent(open)
  if (title !== '') return `${lead}${title}${/[.:!?]$/.test(title) ? '' : ':'} ${text}`
  if (HIGHLIGHT.test(open)) return `${lead}\`${text}\``
  return SHORTCODE.test(open) ? `${lead}${withoutTags(text)}` : undefined
}

/** "Prevention:" straight below a list and straight above the next: Markdown takes it for the end of the last item, a person does not. */
function isLabelInList(line: string, before = '', after = ''): boolean {
  if (!LABEL.test(line) || before.trim() === '' || !LIST_ITEM.test(after)) return false
  return !LIST_ITEM.test(line) && (LIST_ITEM.test(before) || /^\s/.test(before)) && topicOf(line) !== undefined
}

/** "  # Look at the last line" straight below a command that is set in as far, without a fence: a remark of it. */
function isRemarkBelow(line: string, before = ''): boolean {
  const [, blanks = ''] = IS_A_REMARK.exec(line) ?? []
  return blanks !== '' && before.startsWith(blanks) && /[^\s#>*+-]/.test(before.charAt(blanks.length))
}

/** At least so far from the margin. */
function setInBy(indent: number, line: string): string {
  return indentOf(line) < indent ? `${' '.repeat(indent)}${line.trimStart()}` : line
}

/** As a line of a quote that is set in as far as it, or as the box it stands in: what goes beyond that is of its own, code or a list within another. */
function quoted(line: string, most = Number.POSITIVE_INFINITY): string {
  const indent = Math.min(most, line.search(/\S|$/))
  return `${line.slice(0, indent)}> ${line.slice(indent)}`
}
