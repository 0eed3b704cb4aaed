import { rememberedOf } from '../kit/remembered.ts'
import { bestPlace } from './best-place.ts'
import { type Mark, marksIn, marksInWord } from './mark-terms.ts'
import { readableText } from './readable-text.ts'

/** How much of a text is shown around what matched. Characters. */
const SNIPPET_BEFORE = 60
const SNIPPET_LENGTH = 220
/** A run of characters without a space is cut within when it is longer than this. */
const LONGEST_RUN = 60
const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)\r?\n[\s\S]*?\n\1[ \t]*(?:\r?\n|$)/
/** Looked at first: further down only when nothing is found there. */
const LOOKED_AT_FIRST = 40_000
/** A word that stands there more often is not looked for further. */
const MOST_PLACES = 20
/** The same for longer words with it that matched themselves: it is looked for behind them. */
const MOST_LONGER = 100
/** Stars beside words; those of `COUNT(*)`, `SELECT * FROM` and `*.log` are typed. */
const EMPHASIS =
  /(?<![\p{L}\p{N}(])\*{1,3}(?=[\p{L}\p{N}"'`[(<])|(?<=\S)\*{2,3}(?![\p{L}\p{N})])|(?<=[\p{L}\p{N}])\*(?![\p{L}\p{N})])/gu
/** A mark that closes code or emphasis, or the address of a link, just before a full stop or a comma leaves no blank. */
const BEFORE_POINT = /(?<=[^\s`*])(?:`+|\*{2,3}|(?<=[\p{L}\p{N}])\*| {3,})(?=[.,;:!?](?:\s|$)|[。，、；：！？])/gu
const IS_ASCII = /^\p{ASCII}*$/u
const IN_WORD = /[\p{L}\p{M}\p{N}_]/u

/** The word around a place of a text. */
function wordAround(text: string, at: number): { readonly word: string; readonly from: number } {
  let from = at
  while (from > 0 && IN_WORD.test(text[from - 1] ?? '')) from -= 1
  let to = at
  while (to < text.length && IN_WORD.test(text[to] ?? '')) to += 1
  return { word: text.slice(from, to), from }
}

/** Where the letters of a term stand one after the other; with `_` between them where they stand nowhere without (L3). */
function* lettersAt(lower: string, term: string): Generator<number> {
  let at = lower.indexOf(term)
  if (at < 0 && lower.includes('_')) {
    const spelled = new RegExp([...term].join('_*'), 'gu')
    for (const { index } of lower.matchAll(spelled)) yield index
  }
  for (; at >= 0; at = lower.indexOf(term, at + term.length)) yield at
}

/** Where the terms stand as they are written in the index: quick, and right for all words without accents. */
function plainMarks(text: string, lower: string, terms: ReadonlySet<string>): readonly Mark[] {
  const marks = new Map<number, Mark>()
  for (const term of terms) {
    let [seen, longer] = [0, 0]
    const isEnough = (): boolean => seen === MOST_PLACES || longer === MOST_LONGER
    for (const at of lettersAt(lower, term)) {
      if (isEnough()) break
      const { word, from } = wordAround(text, at)
      const mark = marksInWord(word, from, terms).find((each) => each.from <= at && at < each.to)
      if (mark === undefined) continue
      marks.set(mark.from, mark)
      if (mark.term === term) seen += 1
      else longer += 1
    }
  }
  return [...marks.values()].sort((one, other) => one.from - other.from)
}

/** Where the words of a text that matched stand. */
function placesOf(text: string, terms: ReadonlySet<string>): readonly Mark[] {
  const lower = text.toLowerCase()
  const plain = lower.length === text.length ? plainMarks(text, lower, terms) : []
  return plain.length > 0 || IS_ASCII.test(text) ? plain : marksIn(text, terms)
}

/** Where a snippet that shows a place begins: at a space, unless the next one is too far off. */
function startBefore(text: string, at: number): number {
  const near = at - SNIPPET_BEFORE
  if (near <= 0) return 0
  for (let from = near; from > near - LONGEST_RUN; from -= 1) {
    if (from === 0 || /\s/.test(text[from - 1] ?? '')) return from
  }
  return near
}

function stretchAround(text: string, at: number): string {
  const from = startBefore(text, at)
  const cut = text
    .slice(from, from + SNIPPET_LENGTH)
    .replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
    .replace(/^\s*(?:[#>*+-]+|\d+[.)])\s+(?:\[[ xX]\]\s+)?/gm, ' ')
    .replace(BEFORE_POINT, '')
    .replace(EMPHASIS, ' ')
    .replace(/[\s`|]+/g, ' ')
    .trim()
  return `${from > 0 ? '… ' : ''}${cut}${from + SNIPPET_LENGTH < text.trimEnd().length ? ' …' : ''}`
}

/** What of an entry a snippet is taken from. */
export type QuotedEntry = {
  readonly title: string
  readonly alertname: string
  readonly keys: string
  readonly text: string
}

/** The texts of an entry that a snippet is taken from: what stands below its front matter, the most readable first, and that. */
const textsOf = rememberedOf(({ text }: QuotedEntry) => {
  const frontMatter = FRONT_MATTER.exec(text)?.[0] ?? ''
  const below = text.slice(frontMatter.length)
  const first = below.slice(0, LOOKED_AT_FIRST)
  return {
    readable: readableText(first),
    first,
    below,
    frontMatter: frontMatter.replace(/^\uFEFF?(?:---|\+\+\+)$/gm, ''),
  }
})

/**
 * The stretch of an entry's text in which the most of the matched terms stand together, on one line, without its Markdown marks. When
 * only a mark (the address of a link, the name of a language), the front matter, the alert or another name matched, that is quoted as it
 * stands; when only the title did, the text's beginning. An entry that changes is another object.
 */
export function snippetOf(entry: QuotedEntry, terms: readonly string[]): string {
  const { title, alertname, keys } = entry
  const { readable, first, below, frontMatter } = textsOf(entry)
  const wanted = new Set(terms)
  const names = [alertname, keys].filter((each) => each !== '').join(' ')
  const elsewhere = marksIn(title, wanted).length > 0 ? [] : [names]
  for (const part of new Set([readable, first, below, frontMatter, ...elsewhere])) {
    const places = placesOf(part, wanted)
    if (places.length > 0) return stretchAround(part, bestPlace(places, wanted, SNIPPET_LENGTH - SNIPPET_BEFORE))
  }
  return stretchAround(readable, 0)
}
