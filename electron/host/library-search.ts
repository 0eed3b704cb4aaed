import MiniSearch from 'minisearch'
import type { LibraryDocument, SearchHit } from '../../shared/contract/contract.ts'
import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'

type Indexed = {
  readonly id: string
  readonly kind: SearchHit['kind']
  readonly ref: string
  readonly title: string
  readonly keys: string
  readonly text: string
}

const SNIPPET_BEFORE = 60
const SNIPPET_AFTER = 140

/** The stretch of a text around the first matched term, on one line. */
function snippetOf(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase()
  const places = terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0)
  const at = places.length === 0 ? 0 : Math.min(...places)
  const from = Math.max(0, at - SNIPPET_BEFORE)
  const cut = text
    .slice(from, at + SNIPPET_AFTER)
    .replace(/[\s#>*`|_-]+/g, ' ')
    .trim()
  return `${from > 0 ? '… ' : ''}${cut}${at + SNIPPET_AFTER < text.length ? ' …' : ''}`
}

/** Two letters that changed places are two edits, so a long word may have as many; a short one may have none. */
const editsForgiven = (term: string): number | false => (term.length >= 6 ? 2 : term.length >= 4 ? 1 : false)

/** An index over runbooks, the reference shelf and past incidents: it works with no network, and says what matched. */
export type LibrarySearch = {
  readonly replaceDocuments: (documents: readonly LibraryDocument[]) => void
  readonly rememberIncident: (summary: IncidentSummary, notes: string) => void
  readonly search: (query: string, limit: number) => readonly SearchHit[]
}

const documentEntry = (document: LibraryDocument): Indexed => ({
  id: document.path,
  kind: document.kind,
  ref: document.path,
  title: document.title,
  keys: [...document.tags, document.pipeline ?? ''].join(' '),
  text: document.text,
})

const incidentEntry = (summary: IncidentSummary, notes: string): Indexed => ({
  id: `incident:${summary.incident}`,
  kind: 'incident',
  ref: summary.incident,
  title: summary.title,
  keys: `${summary.incident} ${summary.pipeline?.id ?? ''} ${summary.pipeline?.name ?? ''}`,
  text: notes,
})

/** Makes an empty index. Prefixes match from the first letter, typos in longer words are forgiven, titles weigh most. */
export function createLibrarySearch(): LibrarySearch {
  const index = new MiniSearch<Indexed>({
    fields: ['title', 'keys', 'text'],
    searchOptions: { boost: { title: 4, keys: 2 }, prefix: true, fuzzy: (term) => editsForgiven(term) },
  })
  const entries = new Map<string, Indexed>()
  const put = (entry: Indexed): void => {
    if (entries.has(entry.id)) index.replace(entry)
    else index.add(entry)
    entries.set(entry.id, entry)
  }
  return {
    replaceDocuments: (documents) => {
      const kept = new Set(documents.map(({ path }) => path))
      for (const entry of [...entries.values()]) {
        if (entry.kind === 'incident' || kept.has(entry.id)) continue
        index.discard(entry.id)
        entries.delete(entry.id)
      }
      for (const document of documents) put(documentEntry(document))
    },
    rememberIncident: (summary, notes) => put(incidentEntry(summary, notes)),
    search: (query, limit) =>
      index
        .search(query, { combineWith: 'AND' })
        .slice(0, limit)
        .flatMap((result): SearchHit[] => {
          const entry = entries.get(String(result.id))
          if (entry === undefined) return []
          const { kind, ref, title } = entry
          const snippet = snippetOf(entry.text, result.terms)
          return [{ kind, ref, title, snippet, terms: result.terms, score: result.score }]
        }),
  }
}
