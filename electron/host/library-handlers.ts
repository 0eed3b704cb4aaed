import type { Handlers } from '../../shared/contract/serve.ts'
import { matchRunbook } from '../../shared/runbook/match-runbook.ts'
import type { HostContext } from './host-context.ts'
import { notesOf } from './incident-notes.ts'
import { createLibrarySearch } from './library-search.ts'
import { refuse } from './refuse.ts'

type LibraryCalls = 'library.list' | 'library.read' | 'library.search' | 'runbooks.suggest'

/** Calls about runbooks, the reference shelf and search. */
export function libraryHandlers(context: HostContext): Pick<Handlers, LibraryCalls> {
  const search = createLibrarySearch()
  const indexedAt = new Map<string, number>()
  let indexedDocuments: unknown = null

  const indexIncidents = async (): Promise<void> => {
    for (const summary of context.registry.list()) {
      if (indexedAt.get(summary.incident) === summary.seq) continue
      indexedAt.set(summary.incident, summary.seq)
      const peeked = context.store.peek(summary.incident, 300)
      search.rememberIncident(summary, peeked.ok ? notesOf(peeked.value.records) : '')
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  return {
    'library.list': async () => ({
      ok: true,
      value: context.workspace.documents().map(({ text: _, ...document }) => document),
    }),
    'library.read': async ({ path }) => {
      const document = context.workspace.documents().find((each) => each.path === path)
      return document === undefined
        ? refuse('notFound', `There is no document at ${path} in this workspace.`)
        : { ok: true, value: document }
    },
    'library.search': async ({ query, limit }) => {
      const documents = context.workspace.documents()
      if (documents !== indexedDocuments) search.replaceDocuments(documents)
      indexedDocuments = documents
      await indexIncidents()
      return { ok: true, value: search.search(query, limit) }
    },
    'runbooks.suggest': async ({ pipeline, title }) => {
      const labels = pipeline === null ? { alertname: title } : { alertname: title, pipeline }
      const matches = matchRunbook(context.workspace.runbooks(), { labels, annotations: {} })
      const value = matches.map(({ runbook, reason }) => ({ path: runbook.path, title: runbook.title, reason }))
      return { ok: true, value }
    },
  }
}
