import type { FencedBlock } from './fenced-blocks.ts'

/** A comment that speaks to the linter: the line it stands on, counted from 1, and what it names. */
type SilencingComment = { readonly line: number; readonly named: string }

const MARK = 'nightdesk-disable-next-line'
/** What the comment names, up to its end. */
const NAMED = `\\s*${MARK}\\b([^\\n]{0,300}?)(?:-->|\\*/|$)`
/** In front matter and in code: a comment of their language. */
const IN_CODE = new RegExp(`(?:<!--|\\{?/\\*|^[\\s>]*(?:#|//|--))${NAMED}`)
/** In code that is set in and has no fence, which the words of an item may be as well. */
const IN_SET_IN = new RegExp(`^(?: {4}|\\t)[\\s>]*(?:#|//|--)${NAMED}`)
/** In text: a comment of HTML or MDX, from where it begins. */
const IN_TEXT = new RegExp(`(?:<!--|\\{/\\*)${NAMED}`, 'my')
/** Where no code of the line above goes on. */
const BEGINS_ANEW = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})\s|\||<!--|$)/
/** What begins or ends code or a comment within words, with the backslashes in front of it. */
const SIGN = /(\\*)(`+|<!--|\{\/\*)/g

/**
 * What the silencing comments of a page name, by the line they stand on, counted from 1: comments of HTML or MDX in the text, of YAML and TOML in the front matter, of its language in a block of code. One that is quoted as
 * code within words is text (R8).
 */
export function silencingComments(
  lines: readonly string[],
  endOfFrontMatter: number,
  blocks: readonly FencedBlock[],
): ReadonlyMap<number, readonly string[]> {
  const inCode = new Set<number>()
  for (const { first, last } of blocks) for (let index = first; index <= last; index += 1) inCode.add(index)
  const isText = (index: number): boolean => index >= endOfFrontMatter && !inCode.has(index)
  const found = new Map<number, string[]>()
  const add = ({ line, named }: SilencingComment): void => {
    const others = found.get(line)
    if (others) others.push(named)
    else found.set(line, [named])
  }
  const take = (shape: RegExp, index: number): void => {
    const line = lines[index] ?? ''
    const named = line.includes(MARK) ? shape.exec(line)?.[1] : undefined
    if (named !== undefined) add({ line: index + 1, named })
  }
  for (let index = 0; index < lines.length; ) {
    const from = index
    index += 1
    if (!isText(from)) {
      take(IN_CODE, from)
      continue
    }
    while (index < lines.length && isText(index) && !BEGINS_ANEW.test(lines[index] ?? '')) index += 1
    for (let each = from; each < index; each += 1) take(IN_SET_IN, each)
    for (const comment of inWords(lines.slice(from, index).join('\n'), from + 1)) add(comment)
  }
  return found
}

type Sign = { readonly at: number; readonly mark: string; readonly isEscaped: boolean }

function signsIn(text: string): readonly Sign[] {
  return [...text.matchAll(SIGN)].map(({ index, 1: backslashes = '', 2: mark = '' }) => ({
    at: index + backslashes.length,
    mark,
    isEscaped: backslashes.length % 2 === 1,
  }))
}

/** The comments of a run of text that begins on a line; what comes first, code or a comment, goes to its end (CommonMark 6.1). */
function inWords(text: string, line: number): readonly SilencingComment[] {
  if (!text.includes(MARK)) return []
  const signs = signsIn(text)
  const lastOf = new Map(signs.map(({ mark }, at) => [mark, at]))
  const found: SilencingComment[] = []
  let commentEnd = 0
  let [here, read] = [line, 0]
  for (let index = 0; index < signs.length; index += 1) {
    const { at, mark, isEscaped } = signs[index] ?? { at: 0, mark: '', isEscaped: true }
    if (at < commentEnd) continue
    if (mark.startsWith('`')) {
      const opening = isEscaped ? mark.slice(1) : mark
      if ((lastOf.get(opening) ?? 0) <= index) continue
      do index += 1
      while (signs[index]?.mark !== opening)
      continue
    }
    if (isEscaped) continue
    IN_TEXT.lastIndex = at
    const [whole, named] = IN_TEXT.exec(text) ?? []
    if (whole === undefined || named === undefined) continue
    commentEnd = at + whole.length
    here += text.slice(read, at).split('\n').length - 1
    read = at
    found.push({ line: here, named })
  }
  return found
}
