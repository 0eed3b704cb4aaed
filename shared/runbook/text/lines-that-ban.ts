import type { Token } from 'markdown-it'
import { forbidsCode, forbidsItems } from '../words/bans.ts'
import { lineInBlock } from './inline-lines.ts'
import type { LinesOfParagraph } from './label-lines.ts'

/** What ends a line of which the sentence goes on in the next one. */
const GOES_ON = /[,;\u2013\u2014-]\s*$|\b(?:and|or|but|so|to|the|then|that|which|because|since|if|when)\s*$/i
const BEGINS_ANEW = /^\P{Ll}/u
/** A ban of more lines is none to be told by its words. */
const MOST_LINES = 3

/**
 * A paragraph of which the last lines keep from what stands below it ("Restart it" above "Never run this:"), cut there: Markdown joins the lines, and
 * then nobody can tell what of them is to be done (R3.3). `next` is the type of the token that stands below; any other paragraph stays whole.
 */
export function cutAtBan(lines: LinesOfParagraph, next: string | undefined): readonly LinesOfParagraph[] {
  const { children, linesBefore } = lines
  const breaks = children.flatMap((child, index) => (breaksLine(child) ? [index] : []))
  const at = breaks.slice(-MOST_LINES).findLast((each, place, last) => {
    const above = wordsOf(children.slice((last[place - 1] ?? -1) + 1, each))
    const words = wordsOf(children.slice(each + 1))
    return above !== '' && BEGINS_ANEW.test(words) && !GOES_ON.test(above) && forbidsBelow(words, next)
  })
  const mark = children[at ?? -1]
  if (at === undefined || mark === undefined) return [lines]
  const line = (lineInBlock(mark) ?? 0) + (mark.type === 'html_inline' ? 0 : 1)
  return [
    { children: children.slice(0, at), linesBefore },
    { children: children.slice(at + 1), linesBefore: line },
  ]
}

const breaksLine = ({ type, content }: Token): boolean =>
  type === 'softbreak' || type === 'hardbreak' || (type === 'html_inline' && /^<br\b/i.test(content))

function forbidsBelow(words: string, next: string | undefined): boolean {
  const isOpen = /[:\uFF1A]$/.test(words)
  const isAboveCode = next === 'fence' || next === 'code_block'
  const isAboveList = next === 'bullet_list_open' || next === 'ordered_list_open'
  return ((isOpen || isAboveCode) && forbidsCode(words)) || ((isOpen || isAboveList) && forbidsItems(words))
}

/** The words of some tokens, code between its marks. */
const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content }) => (type === 'code_inline' ? `\`${content}\`` : type === 'html_inline' ? '' : content))
    .join('')
    .trim()
