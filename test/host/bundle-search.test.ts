import MiniSearch from 'minisearch'
import { expect, it } from 'vitest'
import { createLibrarySearch } from '../../electron/host/library-search.ts'
import { readWorkspace } from '../../electron/host/workspace.ts'
import { composeOfflineCopy } from '../../shared/bundle/compose-offline-copy.ts'
import {
  documentEntry,
  findInLibrary,
  type LibraryEntry,
  librarySearchOptions,
} from '../../shared/bundle/library-search.ts'
import { everything } from '../../shared/bundle/offline-copy.ts'
import { pageData } from '../../shared/bundle/page-data.ts'

const contents = readWorkspace(new URL('../../fixtures/workspace', import.meta.url).pathname)

it.each(['late data', 'latr', 'kaf', 'escalation lead', 'bq show', 'SchemaMismatch', 'nothing-like-this', 'partition'])(
  'B5 "%s" gives the same hits in the console and in the copy',
  async (query) => {
    const composed = composeOfflineCopy(contents, everything, Date.parse('2026-11-20T12:00:00.000Z'))
    if (!composed.ok) throw new Error('not made')
    const { documents } = JSON.parse(JSON.stringify(pageData(composed.value)))
    const entries = new Map<string, LibraryEntry>()
    for (const document of documents) entries.set(document.path, documentEntry(document))
    const index = new MiniSearch<LibraryEntry>(librarySearchOptions)
    await index.addAllAsync([...entries.values()], { chunkSize: 4 })
    const host = createLibrarySearch()
    host.replaceDocuments(contents.documents)
    expect(findInLibrary(index, entries, query, 50)).toEqual(host.search(query, 50))
  },
)

it('B5 a snippet quotes the text before its front matter, which only speaks when nothing else does', () => {
  const text = '---\ntitle: Late\nalertname: OnlyHere\n---\n\nThe late feed is described in this place.\n'
  const entry = documentEntry({ kind: 'runbook', path: 'a.md', title: 'A', pipeline: null, tags: [], text })
  const index = new MiniSearch<LibraryEntry>(librarySearchOptions)
  index.add(entry)
  const snippet = (query: string) => findInLibrary(index, new Map([['a.md', entry]]), query, 1)[0]?.snippet
  expect(snippet('late')).toBe('The late feed is described in this place.')
  expect(snippet('onlyhere')).toContain('OnlyHere')
})
