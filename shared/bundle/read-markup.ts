import { decodeHtml } from '../runbook/text/html-attribute.ts'
import { escapeMarkup } from './escape-markup.ts'

/** A piece of markup as it stands in the source. Text keeps its character references and holds no `<`. */
export type MarkupPiece =
  | { readonly kind: 'text'; readonly source: string }
  | { readonly kind: 'start'; readonly name: string; readonly source: string; readonly end: number }
  | { readonly kind: 'end'; readonly name: string }

const NAME = /[a-z][^\s/>]*/iy

/** The place after the `>` that ends the tag begun at `from`; -1 when it never ends. Quoted values may hold `>`. */
function endOfTag(markup: string, from: number): number {
  let quote = ''
  for (let at = from; at < markup.length; at += 1) {
    const character = markup[at] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") {
      if (/=\s*$/.test(markup.slice(Math.max(from, at - 8), at))) quote = character
    } else if (character === '>') return at + 1
  }
  return -1
}

function nameAt(markup: string, at: number): string {
  NAME.lastIndex = at
  return NAME.exec(markup)?.[0].toLowerCase() ?? ''
}

/** Where a comment, declaration or instruction begun at `at` ends; -1 when it is left open. */
function endOfComment(markup: string, at: number): number {
  const mark = markup.startsWith('<!--', at) ? '-->' : '>'
  const found = markup.indexOf(mark, at + 2)
  return found < 0 ? -1 : found + mark.length
}

const asText = (markup: string): string => escapeMarkup(decodeHtml(markup))

/**
 * Cuts markup into pieces, comments left out. A tag or comment that never ends is text from there on, so that nothing is
 * swallowed; its place is the answer, -1 when there is none. Linear in the length. A visitor that answers with a place goes
 * on from there, which is how an element is passed over whole.
 */
export function readMarkup(markup: string, visit: (piece: MarkupPiece) => number | undefined): number {
  let at = 0
  while (at < markup.length) {
    const tag = markup.indexOf('<', at)
    const textEnd = tag < 0 ? markup.length : tag
    if (textEnd > at) visit({ kind: 'text', source: markup.slice(at, textEnd) })
    if (tag < 0) return -1
    const isEnd = markup[tag + 1] === '/'
    const name = nameAt(markup, tag + (isEnd ? 2 : 1))
    const isOther = name === '' && /[/!?]/.test(markup[tag + 1] ?? '')
    if (name === '' && !isOther) {
      visit({ kind: 'text', source: '&lt;' })
      at = tag + 1
      continue
    }
    const end = isOther ? endOfComment(markup, tag) : endOfTag(markup, tag + 1)
    if (end < 0) {
      visit({ kind: 'text', source: asText(markup.slice(tag)) })
      return tag
    }
    const source = markup.slice(tag, end)
    const jump = isOther ? end : visit(isEnd ? { kind: 'end', name } : { kind: 'start', name, source, end })
    at = jump ?? end
  }
  return -1
}

/** Markup whose last tag or comment, when it never ends, is text: it cannot swallow what is put behind it. */
export function withoutOpenTags(markup: string): string {
  const open = readMarkup(markup, () => undefined)
  return open < 0 ? markup : markup.slice(0, open) + asText(markup.slice(open))
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** The attributes of a start tag, by name in lower case, with character references read; the first of a name counts. */
export function attributesOf(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const inner = source.replace(/^<[^\s/>]+/, '').replace(/\/?>$/, '')
  for (const [, name = '', double, single, bare] of inner.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, decodeHtml(double ?? single ?? bare ?? ''))
  }
  return found
}
