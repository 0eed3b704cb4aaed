import { looksTyped, REMARK } from '../commands/command-lines.ts'
import { withoutPrompt } from '../commands/prompts.ts'
import type { Block } from '../text/block.ts'
import { callOutOf, callOutTitle, titleOfComponent } from '../text/call-out-marks.ts'
import { lineWithoutAnchor } from '../text/heading-anchor.ts'
import { withTargets } from '../text/link-definitions.ts'
import { oneLineTag } from '../text/one-line-tags.ts'
import { withoutTags } from '../text/tags-of-look.ts'
import { withPagesAsTargets } from '../text/template-tags.ts'
import { bareSaid } from '../text/words-in-source.ts'
import { isBanMark } from '../words/ban-marks.ts'
import { sentencesOf } from '../words/sentences.ts'
import { withoutNumber } from '../words/topic.ts'

/** Source lines that stand on their own, with the words to look for in a step; `untold` are those that no step says. */
export type Piece = {
  readonly line: number
  readonly endLine: number
  readonly type: Block['type']
  /** Of a row that stands alone, the line of the names of its columns. */
  readonly columns?: number
  readonly told: readonly string[]
  readonly untold?: ReadonlySet<string>
  /** Of code, which of the words to look for are remarks. */
  readonly remarks?: ReadonlySet<string>
  /** It holds in all that stands around it, and is read before the first step. */
  readonly isOfAll?: true
  /** The lines of the tabs, and of the items with a label above others, that it stands in. */
  readonly labelled?: readonly { readonly line: number; readonly endLine: number }[]
}

/** A line of code as a step would say it: without its prompt, or the mark and the number of a remark. */
export function bareLine(line: string): string {
  const remark = REMARK.exec(line)?.[1]
  return bareSaid(remark === undefined ? withoutPrompt(line) : withoutNumber(remark))
}

/**
 * The source of a piece as far as no step says it, moved to the margin so that it does not turn into code. `before` is the piece above it, which may have said
 * already of what kind the box is that both stand in.
 */
export function untoldWords(piece: Piece, lines: readonly string[], before?: Piece): string {
  if (before?.line === piece.line && oneLineTag(lines[piece.line - 1] ?? '') !== undefined) return ''
  const source = lines.slice(piece.line - 1, Math.max(piece.line, piece.endLine))
  const own = piece.type === 'heading' ? [asBold(lineWithoutAnchor(source[0] ?? ''), lines[piece.line] ?? '')] : source
  const indent = /^[ \t]*/.exec(own[0] ?? '')?.[0].length ?? 0
  const columns = piece.columns === undefined ? [] : lines.slice(piece.columns - 1, piece.columns + 1)
  const frame = IS_DRAWN.test(columns[1] ?? '') ? columns : []
  const shown = piece.type === 'code' ? own : own.map(withPagesAsTargets)
  const words = [...frame, ...shown].map((each) => rowAsWords(piece, each.slice(Math.min(indent, each.search(/\S|$/)))))
  const title = titleOf(piece, lines)
  if (title !== '') return `**${callOutOf(own[0] ?? '') || 'Note'}:** ${title}`
  const component = piece.type === 'paragraph' ? titleOfComponent(lines[piece.line - 1] ?? '') : ''
  if (component !== '') return `**${component}**`
  const isKindTold =
    before !== undefined && before.line === lineAbove(piece.line, lines) && titleOf(before, lines) !== ''
  const callOut = isKindTold ? '' : calledOut(piece.line, lines)
  const left = untoldLines(piece, words)
  const told = (callOut === '' ? left : [`**${callOut}:**`, ...left]).join('\n').trimEnd()
  if (piece.type === 'code') return told
  const said = piece.type === 'paragraph' ? asItem(told) : told
  return withoutTags(withTargets(said, lines))
}

/** "* late" and "+ late" are bullets as "- late" is. */
const asItem = (words: string): string => words.replace(/^[*+] (?=\S)/, '- ')

/** A heading among the words of a step is a bold line: there it heads no page. What is bold or made of tags itself stays as it is. */
function asBold(line: string, below: string): string {
  const [, hashed] = /^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/.exec(line) ?? SUMMARY.exec(line) ?? []
  const words = hashed ?? (IS_UNDERLINE.test(below) ? line.trim() : undefined)
  return words === undefined ? line : /[*<]/.test(words) ? words : `**${words}**`
}

/** What is shown of a text that is folded away, where it stands on one line. */
const SUMMARY = /^\s*(?:<details\b[^<>]*>\s*)?<summary\b[^<>]*>\s*([^<>]+?)\s*<\/summary>\s*$/i
const IS_UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/

/** A row that was read as a section of its own: "| Impact | late rings |". */
function rowAsWords({ type }: Piece, line: string): string {
  const [, label, words] = (type === 'paragraph' && /^\|\s*([\p{L} ]{3,40}?)\s*\|(.{1,2000})\|\s*$/u.exec(line)) || []
  return label === undefined || words === undefined ? line : `**${label}:** ${words.trim()}`
}

const IS_DRAWN = /^[\s|:-]*-[\s|:-]*$/

const titleOf = ({ type, line }: Piece, lines: readonly string[]): string =>
  type === 'paragraph' ? callOutTitle(lines[line - 1] ?? '') : ''

const SAYS_NOTHING = /^\s*(?::[a-z][\w-]*:.*)?$/

/** The number of the line above one that says something; 0 for none within three. */
function lineAbove(line: number, lines: readonly string[]): number {
  const above = lines.slice(Math.max(0, line - 4), line - 1).findLastIndex((each) => !SAYS_NOTHING.test(each))
  return above < 0 ? 0 : Math.max(0, line - 4) + above + 1
}

/** "Warning" on the line that opens the box is no word of the paragraph in it. */
export function calledOut(line: number, lines: readonly string[]): string {
  return callOutOf(lines[lineAbove(line, lines) - 1] ?? '')
}

function untoldLines({ type, told, untold }: Piece, words: readonly string[]): readonly string[] {
  if (untold === undefined || untold.size === 0) return words
  const isAllUntold = told.every((each) => untold.has(each))
  if (type === 'code' && !(isAllUntold && !OF_A_SHELL.test(words[0] ?? '')))
    return untoldRemarks(words, untold, isAllUntold)
  if (isAllUntold) return words
  if (type === 'table') return untoldRows(words, told, untold)
  return type === 'paragraph' ? untoldSentences(words, told, untold) : words
}

/** Of a block of which the steps have all but remarks, or what stands between blank lines, that; any other block is shown whole. */
function untoldRemarks(words: readonly string[], untold: ReadonlySet<string>, isAllUntold: boolean): readonly string[] {
  const [fence = ''] = words
  const end = words.at(-1) ?? ''
  const code = words.slice(1, -1)
  const isLeft = code.map((line) => untold.has(bareLine(line)))
  // A line of a call that no step has may not stand without its others.
  const isApart = (index: number) => (code[index] ?? '').trim() === '' || isLeft[index] === true
  const isTorn = code.some(
    (line, index) => isLeft[index] && !REMARK.test(line) && !(isApart(index - 1) && isApart(index + 1)),
  )
  const left = code.filter((_, index) => isLeft[index])
  const isFenced = FENCE.test(fence) && FENCE.test(end)
  if (!isFenced || left.length === 0 || isTorn) return words
  const remarks = left.flatMap((line) => REMARK.exec(line)?.[1] ?? [])
  const arePlain =
    remarks.length === left.length && remarks.every((remark) => IS_PLAIN.test(remark) && !looksTyped(remark))
  if (arePlain) return remarks.flatMap((remark, index) => (index === 0 ? [remark] : ['', remark]))
  return isAllUntold ? words : [fence, ...left, end]
}

const OF_A_SHELL = /^\s*(?:`{3,}|~{3,})\s*(?:ba|z|k)?sh(?:ell)?\s*$/
/** Words that mean the same outside of code, and are no columns of what was printed. */
const IS_PLAIN = /^[\p{L}(](?!.*\s{2})[^<>*_`|\\[\]#~]*$/u

/** The rows of which no step says all, below the names of their columns. */
function untoldRows(words: readonly string[], told: readonly string[], untold: ReadonlySet<string>): readonly string[] {
  const isDrawn = /^[\s|:-]+$/.test(words[1] ?? '')
  if (!isDrawn) return words
  const isTold = (cell: string) => /^>*$/.test(cell) || (told.includes(cell) && !untold.has(cell))
  return words.filter(
    (row, index) => index < 2 || row.split('|').some((cell) => isBanMark(cell) || !isTold(bareSaid(cell))),
  )
}

/** The sentences that no step says, as long as each is whole in itself, with its marks; else the paragraph as it is. What a line that is broken on purpose parts is told line by line. */
function untoldSentences(
  words: readonly string[],
  told: readonly string[],
  untold: ReadonlySet<string>,
): readonly string[] {
  const breaks = words.flatMap((line, index) => (IS_BROKEN.test(line) && index < words.length - 1 ? [index + 1] : []))
  if (breaks.length === 0) return untoldInOne(words, told, untold)
  const parts = [0, ...breaks].map((from, at) => words.slice(from, breaks[at]))
  const left = parts.flatMap((part) => (isAllTold(part, told, untold) ? [] : untoldInOne(part, told, untold)))
  return left.length > 0 ? left.map((line, at) => (at < left.length - 1 ? line : line.replace(IS_BROKEN, ''))) : words
}

/** "It is late.  ", "It is late.\\", "It is late.<br>": the next words begin on a line of their own. */
const IS_BROKEN = / {2}$|\\$|<br ?\/?>\s*$/

function isAllTold(part: readonly string[], told: readonly string[], untold: ReadonlySet<string>): boolean {
  const sentences = sentencesAsSaid(part)
  return sentences.length > 0 && sentences.every(([, said]) => told.includes(said) && !untold.has(said))
}

/** The sentences of some lines, each with its letters and digits as a step would say them. */
function sentencesAsSaid(lines: readonly string[]): (readonly [sentence: string, said: string])[] {
  const text = lines.map((line) => line.replace(IS_BROKEN, '').trim()).join(' ')
  return sentencesOf(text.replace(MARKER, '')).map((sentence) => [
    sentence,
    bareSaid(sentence.replace(TARGET, ']').replace(ADDRESS, '$1')),
  ])
}

function untoldInOne(
  words: readonly string[],
  told: readonly string[],
  untold: ReadonlySet<string>,
): readonly string[] {
  const quote = words.every((line) => line.startsWith('>')) ? '> ' : ''
  const own = quote === '' ? words : words.map((line) => line.replace(/^> ?/, ''))
  if (own.some((line) => HOLDS_MARKUP.test(line.replace(CODE_SPAN, '').replace(ADDRESS, '').replace(IS_BROKEN, ''))))
    return words
  const sentences = sentencesAsSaid(own)
  const left = sentences.flatMap(([sentence, said]) => (told.includes(said) && !untold.has(said) ? [] : [sentence]))
  return left.length > 0 && left.length < sentences.length && left.every(hasWholeMarks)
    ? [quote + left.join(' ')]
    : words
}

/** A quotation, a row, or a tag, which may go on in another sentence. */
const HOLDS_MARKUP = /^\s*>|\||<[a-z/!]/i
/** `<https://example.org>` is told without its brackets. */
const ADDRESS = /<(https?:\/\/[^\s<>]{1,2000})>/g
const CODE_SPAN = /`[^`\n]*`/g

/** No word of a sentence: where its link leads. */
const TARGET = /\](?:\([^()\s]{0,2000}\)|\[[^[\]]{0,200}\])/g

const FENCE = /^\s*(?:`{3,}|~{3,})/
/** What stands before the words of an item. */
const MARKER = /^(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]?\]\s+)?/

function hasWholeMarks(sentence: string): boolean {
  // In code they are no marks.
  const words = sentence.replace(CODE_SPAN, '')
  const count = (mark: RegExp) => words.match(mark)?.length ?? 0
  return (
    count(/\*(?! )|(?<! )\*/g) % 2 === 0 && count(/`/g) === 0 && count(/\[/g) === count(/\]/g) && count(/__/g) % 2 === 0
  )
}
