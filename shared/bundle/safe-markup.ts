import { decodeHtml } from '../runbook/text/html-attribute.ts'
import { isFilledIn } from '../runbook/text/html-tags.ts'
import { plainAnchor, uniqueNames } from '../runbook/text/slug.ts'
import { escapeMarkup } from './escape-markup.ts'
import {
  allowedTags,
  droppedTags,
  endedBy,
  homes,
  tableCells,
  tableFrames,
  tableParts,
  unwrappedTags,
  voidTags,
} from './markup-tags.ts'
import { attributesOf, type MarkupPiece, readMarkup } from './read-markup.ts'
import { tellsItsAddress } from './told-address.ts'

/** What a text needs to know of the page around it. */
export type MarkupPlace = {
  /** Where a link of the text leads in the copy, or null when it leads nowhere that may be followed (R7). */
  readonly linkTo: (href: string) => string | null
  /** The address of a heading, made from its slug; null where it has none. */
  readonly anchorOf: (slug: string) => string | null
  /** The level of the heading above the text; those within follow without a gap. Null leaves levels as they were written. */
  readonly headingAbove: number | null
  /** Attributes that the page itself put on the markup, such as lines of the file, and that are kept; none when left out. */
  readonly ownAttributes?: readonly string[]
}

const DEEPEST = 150
const HEADING = /^h[1-6]$/
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);/i
const ON_THE_WEB = /^(?:https?:)?\/\//i
const END_TAG = /<\/[a-z][\w.-]*>/gi

const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeMarkup(value)}"`

const whole = (value: string | undefined): string | undefined =>
  value !== undefined && /^\d{1,4}$/.test(value) ? value : undefined

/** Markup made safe piece by piece: only what is allowed comes out, each element closed and at home where it stands. */
class SafeMarkup {
  readonly #out: string[] = []
  readonly #open: { readonly name: string; readonly end: string }[] = []
  readonly #nameOnce = uniqueNames()
  readonly #markup: string
  readonly #place: MarkupPlace
  readonly #neverEnded = new Set<string>()
  /** As they were written: a name in angle brackets that nothing ends is text to fill in (`psql <host>`), and no markup. */
  readonly #endTags: ReadonlySet<string>
  #level: number

  constructor(markup: string, place: MarkupPlace) {
    this.#markup = markup
    this.#place = place
    this.#endTags = new Set(markup.match(END_TAG))
    this.#level = place.headingAbove ?? 0
  }

  render(): string {
    readMarkup(this.#markup, (piece) => this.#take(piece))
    this.#closeTo(0)
    return this.#out.join('')
  }

  #take(piece: MarkupPiece): number | undefined {
    if (piece.kind === 'text') this.#out.push(piece.source)
    else if (piece.kind === 'end') this.#end(piece.name)
    else return this.#start(piece.name, piece.source, piece.end)
    return undefined
  }

  #closeTo(depth: number): void {
    while (this.#open.length > depth) this.#out.push(this.#open.pop()?.end ?? '')
  }

  #lastOpen(names: readonly string[], within: readonly string[] = []): number {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const name = this.#open[at]?.name ?? ''
      if (names.includes(name)) return at
      if (within.includes(name)) return -1
    }
    return -1
  }

  #end(name: string): void {
    const at = this.#lastOpen(HEADING.test(name) ? ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] : [name])
    if (at >= 0) this.#closeTo(at)
  }

  #start(name: string, source: string, end: number): number | undefined {
    if (droppedTags.has(name)) return this.#passOver(name, end)
    if (!allowedTags.has(name)) {
      if (!unwrappedTags.has(name) && isFilledIn(source, this.#endTags)) this.#out.push(escapeMarkup(source))
      return undefined
    }
    const attributes = attributesOf(source)
    if (name === 'img') this.#picture(attributes)
    else if (voidTags.has(name)) this.#out.push(`<${name}${this.#own(attributes)}>`)
    else this.#element(name, attributes, end)
    return undefined
  }

  #passOver(name: string, end: number): number | undefined {
    if (this.#neverEnded.has(name)) return undefined
    const closing = new RegExp(`</${name}`, 'gi')
    closing.lastIndex = end
    const found = closing.exec(this.#markup)
    if (found !== null) return found.index
    this.#neverEnded.add(name)
    return undefined
  }

  #element(name: string, attributes: ReadonlyMap<string, string>, end: number): void {
    const home = homes[name]
    const ended = this.#lastOpen(
      endedBy[name] ?? [],
      name === 'a' ? [] : (home ?? ['li', 'td', 'th', 'blockquote', 'dd']),
    )
    if (ended >= 0) this.#closeTo(ended)
    if (home !== undefined && this.#lastOpen(home) < 0) return
    if (this.#open.length >= DEEPEST || (this.#isBetweenCells() && !tableParts.has(name))) return
    if ((name === 'td' || name === 'th') && this.#lastOpen(['tr'], ['table']) < 0) this.#push('tr', '<tr>', '</tr>')
    if (HEADING.test(name)) this.#heading(name, attributes, end)
    else if (name === 'table') {
      const frame = '<div class="wide" role="group" aria-label="Table" tabindex="0">'
      this.#push(name, `${frame}<table${this.#own(attributes)}>`, '</table></div>')
    } else this.#push(name, `<${name}${this.#attributes(name, attributes, end)}>`, `</${name}>`)
  }

  /** Whether the innermost part of a table that is open is one that holds no text of its own. */
  #isBetweenCells(): boolean {
    const part = this.#open.findLast(({ name }) => tableFrames.has(name) || tableCells.has(name))
    return part !== undefined && tableFrames.has(part.name)
  }

  #push(name: string, start: string, end: string): void {
    this.#out.push(start)
    this.#open.push({ name, end })
  }

  /** Levels follow each other without a gap, and each heading can be linked to by its slug. */
  #heading(name: string, attributes: ReadonlyMap<string, string>, end: number): void {
    const level = this.#levelOf(Number(name[1]))
    this.#level = level
    const slug = this.#nameOnce(plainAnchor(this.#wordsUpTo(/<\/h[1-6]/i, end)))
    const id = slug === '' ? '' : attribute('id', this.#place.anchorOf(slug) ?? undefined)
    const kept = `${id}${attribute('dir', directionOf(attributes))}${this.#own(attributes)}`
    this.#push(name, `<h${level}${kept}>`, `</h${level}>`)
  }

  #levelOf(written: number): number {
    const { headingAbove } = this.#place
    return headingAbove === null ? written : Math.min(6, Math.max(headingAbove, Math.min(written, this.#level)) + 1)
  }

  #own(given: ReadonlyMap<string, string>): string {
    return (this.#place.ownAttributes ?? []).map((name) => attribute(name, given.get(name))).join('')
  }

  #attributes(name: string, given: ReadonlyMap<string, string>, end: number): string {
    const kept = `${attribute('title', given.get('title'))}${attribute('dir', directionOf(given))}${this.#own(given)}`
    switch (name) {
      case 'a':
        return kept + this.#link(given.get('href'), this.#wordsUpTo(/<\/a\b/i, end))
      case 'td':
      case 'th':
        return `${kept}${attribute('colspan', whole(given.get('colspan')))}${attribute('rowspan', whole(given.get('rowspan')))}${attribute('align', alignmentOf(given))}`
      case 'ol':
        return kept + attribute('start', whole(given.get('start')))
      case 'details':
        return given.has('open') ? `${kept} open` : kept
      default:
        return kept
    }
  }

  /** What is shown from a place up to a tag, the first thousand characters of it. */
  #wordsUpTo(tag: RegExp, from: number): string {
    const inner = this.#markup.slice(from, from + 1_000).split(tag, 1)[0] ?? ''
    return decodeHtml(inner.replace(/<[^>]*>/g, ''))
  }

  /** Of a link to the outside that shows its own address, the mark that keeps it from being printed twice. */
  #link(href: string | undefined, words: string): string {
    const target = href === undefined ? null : this.#place.linkTo(href)
    if (target === null) return ''
    const outside = /^https?:/i.test(target) ? ' target="_blank" rel="noopener noreferrer"' : ''
    const told = !target.startsWith('#') && tellsItsAddress(words, target) ? ' data-told=""' : ''
    return `${attribute('href', target)}${outside}${told}`
  }

  /** A picture that is not in the text itself is never loaded: its words stand in its place, with a link when it is on the web. */
  #picture(given: ReadonlyMap<string, string>): void {
    const source = given.get('src') ?? ''
    const words = given.get('alt') || ''
    if (PICTURE.test(source)) {
      const size = `${attribute('width', whole(given.get('width')))}${attribute('height', whole(given.get('height')))}`
      this.#out.push(`<img${attribute('src', source)}${attribute('alt', words)}${size}>`)
      return
    }
    const isLinked = this.#lastOpen(['a']) >= 0
    const isOnTheWeb = ON_THE_WEB.test(source.trim())
    const label = `${isOnTheWeb ? 'Picture' : 'Picture left out'}: ${escapeMarkup(words || source)}`
    this.#out.push(isLinked || !isOnTheWeb ? label : `<a${this.#link(source, '')}>${label}</a>`)
  }
}

function directionOf(given: ReadonlyMap<string, string>): string | undefined {
  const direction = given.get('dir')?.toLowerCase()
  return direction === 'rtl' || direction === 'ltr' || direction === 'auto' ? direction : undefined
}

function alignmentOf(given: ReadonlyMap<string, string>): string | undefined {
  return /^text-align:(right|center)$/.exec(given.get('style') ?? '')?.[1]
}

/**
 * Untrusted markup as markup that can neither run, nor load, nor leave its place in the page (R7, B6). Every tag that comes
 * out is written anew from a list, so nothing depends on how a browser would have read the source.
 */
export const safeMarkup = (markup: string, place: MarkupPlace): string => new SafeMarkup(markup, place).render()
