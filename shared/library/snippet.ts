import { termOf, tokensOf } from './search-options.ts'

/** How much of a text is shown around what matched. Characters. */
const SNIPPET_BEFORE = 60
const SNIPPET_LENGTH = 220
const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)\r?\n[\s\S]*?\n\1[ \t]*(?:\r?\n|$)/
const MOST_LOOKED_AT = 40_000
/** A word that stands there more often is not looked for further. */
const MOST_PLACES = 50
const IN_WORD = /[a-z0-9]/

type Place = { readonly at: number; readonly term: string }

/** Where the terms stand as they are written in the index: quick, and right for all but words with accents. */
function plainPlaces(text: string, terms: ReadonlySet<string>): readonly Place[] {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return []
  const places: Place[] = []
  for (const term of terms) {
    let seen = 0
    for (let at = lower.indexOf(term); at >= 0 && seen < MOST_PLACES; at = lower.indexOf(term, at + term.length)) {
      const isInside = IN_WORD.test(lower[at - 1] ?? '') && text[at] === lower[at]
      if (isInside) continue
      places.push({ at, term })
      seen += 1
    }
  }
  return places.sort((one, other) => one.at - other.at)
}

/** Where the words of a text that matched stand. */
function placesOf(text: string, terms: ReadonlySet<string>): readonly Place[] {
  const plain = plainPlaces(text, terms)
  if (plain.length > 0) return plain
  const places: Place[] = []
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    if (places.length >= MOST_PLACES) break
    const term = tokensOf(word)
      .map(termOf)
      .find((each) => each !== null && terms.has(each))
    if (term !== undefined && term !== null) places.push({ at: index, term })
  }
  return places
}

/** The place from which the most different matched words are in sight; the first of equals. */
function bestPlace(places: readonly Place[]): number {
  let best = { at: 0, seen: 0 }
  for (const [index, { at }] of places.entries()) {
    const seen = new Set<string>()
    for (let next = index; next < places.length; next += 1) {
      const place = places[next]
      if (place === undefined || place.at > at + SNIPPET_LENGTH - SNIPPET_BEFORE) break
      seen.add(place.term)
    }
    if (seen.size > best.seen) best = { at, seen: seen.size }
  }
  return best.at
}

/** The stretch of a text in which the most of the matched terms stand together, on one line, without its Markdown marks. */
export function snippetOf(text: string, terms: readonly string[]): string {
  const wanted = new Set(terms)
  const whole = text.slice(0, MOST_LOOKED_AT)
  const below = whole.replace(FRONT_MATTER, '')
  const inBelow = placesOf(below, wanted)
  const inWhole = inBelow.length > 0 ? [] : placesOf(whole, wanted)
  const [body, places] = inWhole.length > 0 ? [whole, inWhole] : [below, inBelow]
  const at = bestPlace(places)
  const wordStart = body.slice(0, Math.max(0, at - SNIPPET_BEFORE)).search(/\S*$/)
  const from = at <= SNIPPET_BEFORE ? 0 : Math.max(0, wordStart)
  const cut = body
    .slice(from, from + SNIPPET_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^\s*(?:[#>*+-]+|\d+[.)])\s+(?:\[[ xX]\]\s+)?/gm, ' ')
    .replace(/[\s`*|]+/g, ' ')
    .trim()
  return `${from > 0 ? '… ' : ''}${cut}${from + SNIPPET_LENGTH < body.trimEnd().length ? ' …' : ''}`
}
