import { wordsOf } from './cut-words.ts'
import type { LibraryEntry } from './library-entry.ts'
import { type Findings, withinPlaces } from './library-index.ts'
import { type Found, isCalledOrAtPath } from './rank-order.ts'
import type { Places } from './share-out.ts'

/** So many words in a row were copied from somewhere; fewer are worded alike by chance, and a title that holds them says more. */
const FEWEST_WORDS = 4
/** So many of the best are looked at. */
const LOOKED_AT = 120

const IN_WORD = /[\p{L}\p{M}\p{N}_]/u
const BETWEEN = '[^\\p{L}\\p{M}\\p{N}_]+'

/** Looks for the words of a query one after the other, whatever is between them; the last may go on. Null when they are too few. */
function rowOf(query: string): ((text: string) => boolean) | null {
  const words = wordsOf(query.toLowerCase())
  const [first] = words
  if (first === undefined || words.length < FEWEST_WORDS) return null
  const row = new RegExp(words.join(BETWEEN), 'uy')
  return (text) => {
    const lower = text.toLowerCase()
    for (let at = lower.indexOf(first); at >= 0; at = lower.indexOf(first, at + first.length)) {
      row.lastIndex = at
      if (!IN_WORD.test(lower[at - 1] ?? '') && row.test(lower)) return true
    }
    return false
  }
}

/** What was typed, and how many results are wanted. */
export type Asked = { readonly query: string; readonly places: Places }

/** The places to ask an index or a scan for, so that what holds a query word by word is among what is found. */
export const widePlaces = (query: string, places: Places): Places =>
  rowOf(query) === null ? places : { ...places, limit: Math.max(places.limit, LOOKED_AT) }

/**
 * What was found in `widePlaces`, as many as have a place: what is called as was typed, then what holds the query word by word in its
 * title or text, then the others.
 */
export function wordByWordFirst(
  { found, ...findings }: Findings,
  { query, places }: Asked,
  entryOf: (id: string) => Pick<LibraryEntry, 'title' | 'text'> | undefined,
): Findings {
  const row = findings.holding === 'every' ? rowOf(query) : null
  const turnOf = (each: Found): number => {
    if (row === null || isCalledOrAtPath(each)) return 0
    const entry = entryOf(each.id)
    return entry !== undefined && (row(entry.title) || row(entry.text)) ? 1 : 2
  }
  const turns = new Map(found.map((each) => [each, turnOf(each)]))
  const inOrder = found.toSorted((one, other) => (turns.get(one) ?? 0) - (turns.get(other) ?? 0))
  return { ...findings, found: withinPlaces(inOrder, findings.totals, places) }
}
