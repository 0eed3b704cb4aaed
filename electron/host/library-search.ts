import MiniSearch from 'minisearch'
import {
  documentEntry,
  findInLibrary,
  type LibraryEntry,
  librarySearchOptions,
} from '../../shared/bundle/library-search.ts'
import type { LibraryDocument, SearchHit } from '../../shared/contract/contract.ts'
import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'

/** An index over runbooks, the reference shelf and past incidents: it works with no network, and says what matched. */
export type LibrarySearch = {
  readonly replaceDocuments: (documents: readonly LibraryDocument[]) => void
  readonly rememberIncident: (summary: IncidentSummary, notes: string) => void
  readonly search: (query: string, limit: number) => readonly SearchHit[]
}

const incidentEntry = (summary: IncidentSummary, notes: string): LibraryEntry => ({
  id: `incident:${summary.incident}`,
  kind: 'incident',
  ref: summary.incident,
  title: summary.title,
  keys: `${summary.incident} ${summary.pipeline?.id ?? ''} ${summary.pipeline?.name ?? ''}`,
  text: notes,
})

/** Makes an empty index. */
export function createLibrarySearch(): LibrarySearch {
  const index = new MiniSearch<LibraryEntry>(librarySearchOptions)
  const entries = new Map<string, LibraryEntry>()
  const put = (entry: LibraryEntry): void => {
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
    search: (query, limit) => findInLibrary(index, entries, query, limit),
  }
}
