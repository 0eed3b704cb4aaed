import type MiniSearch from 'minisearch'
import type { Options } from 'minisearch'
import type { LibraryDocument, SearchHit } from '../contract/contract.ts'

/** Something that can be found: a runbook, a page of the reference shelf, a past incident. */
export type LibraryEntry = {
  readonly id: string
  readonly kind: SearchHit['kind']
  readonly ref: string
  readonly title: string
  readonly keys: string
  readonly text: string
}

/** What of a document the search looks at; an offline copy carries these and no more. */
export type SearchedDocument = Pick<LibraryDocument, 'kind' | 'path' | 'title' | 'pipeline' | 'tags' | 'text'>

const SNIPPET_BEFORE = 60
const SNIPPET_AFTER = 140
const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n[\s\S]{0,20000}?\n\1[ \t]*(?:\r?\n|$)/

/** Two letters that changed places are two edits, so a long word may have as many; a short one may have none. */
const editsForgiven = (term: string): number | false => (term.length >= 6 ? 2 : term.length >= 4 ? 1 : false)

/**
 * How the library is searched, in the console and in an offline copy alike, so that both give the same answers in the same
 * order: prefixes match from the first letter, typos in longer words are forgiven, titles weigh most.
 */
export const librarySearchOptions: Options<LibraryEntry> = {
  fields: ['title', 'keys', 'text'],
  searchOptions: { boost: { title: 4, keys: 2 }, prefix: true, fuzzy: (term) => editsForgiven(term) },
}

/** A document as the index takes it: its scenarios and pipeline weigh more than its text. */
export const documentEntry = (document: SearchedDocument): LibraryEntry => ({
  id: document.path,
  kind: document.kind,
  ref: document.path,
  title: document.title,
  keys: [...document.tags, document.pipeline ?? ''].join(' '),
  text: document.text,
})

/** The first place of any of the terms from a position on; -1 when there is none. */
function placeOf(lower: string, terms: readonly string[], from: number): number {
  const places = terms.map((term) => lower.indexOf(term, from)).filter((at) => at >= 0)
  return places.length === 0 ? -1 : Math.min(...places)
}

/** The stretch of a text around the first matched term, on one line; the text itself is quoted before its front matter. */
function snippetOf(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase()
  const body = FRONT_MATTER.exec(text)?.[0].length ?? 0
  const inBody = placeOf(lower, terms, body)
  const at = Math.max(0, inBody < 0 ? placeOf(lower, terms, 0) : inBody)
  const earliest = Math.max(inBody < 0 ? 0 : body, at - SNIPPET_BEFORE)
  const space = text.slice(earliest, at).search(/\s/)
  const from = earliest === 0 || earliest === body || space < 0 ? earliest : earliest + space
  const cut = text
    .slice(from, at + SNIPPET_AFTER)
    .replace(/[\s#>*`|_-]+/g, ' ')
    .trim()
  return `${from > 0 && from !== body ? '… ' : ''}${cut}${at + SNIPPET_AFTER < text.length ? ' …' : ''}`
}

/** The best hits for a query, every word of which must be found; `entries` holds what was put into the index, by id. */
export const findInLibrary = (
  index: MiniSearch<LibraryEntry>,
  entries: ReadonlyMap<string, LibraryEntry>,
  query: string,
  limit: number,
): readonly SearchHit[] =>
  index
    .search(query, { combineWith: 'AND' })
    .slice(0, limit)
    .flatMap((result): SearchHit[] => {
      const entry = entries.get(String(result.id))
      if (entry === undefined) return []
      const { kind, ref, title } = entry
      const snippet = snippetOf(entry.text, result.terms)
      return [{ kind, ref, title, snippet, terms: result.terms, score: result.score }]
    })
