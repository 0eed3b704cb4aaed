import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readWorkspace } from '../../electron/host/workspace.ts'
import { composeOfflineCopy } from '../../shared/bundle/compose-offline-copy.ts'
import { everything } from '../../shared/bundle/offline-copy.ts'
import { type PageData, pageData } from '../../shared/bundle/page-data.ts'
import { answerOf } from '../../shared/library/hits-of.ts'
import { createLibraryIndex } from '../../shared/library/library-index.ts'
import { widePlaces } from '../../shared/library/word-by-word.ts'
import { openTestDesk, type TestDesk } from '../support/open-host.ts'

let desk: TestDesk
let carried: PageData
beforeAll(async () => {
  desk = await openTestDesk()
  const composed = composeOfflineCopy(readWorkspace(desk.workspaceFolder), everything, desk.clock.nowMs())
  if (!composed.ok) throw new Error('not made')
  carried = JSON.parse(JSON.stringify(pageData(composed.value)))
})
afterAll(() => desk.close())

it.each([
  'late data',
  'latr',
  'kaf',
  'escalation lead',
  'bq show',
  'SchemaMismatch',
  'nothing-like-this',
  'partition',
  'late d',
  'partition qqqzzz',
  'the partition of the day',
])('B5 "%s" gives the same hits in the console and in the copy', async (query) => {
  const entries = new Map(carried.documents.map(({ entry }) => [entry.id, entry]))
  const index = createLibraryIndex()
  for (const entry of entries.values()) index.put(entry)
  const places = { limit: 50 }
  const found = index.search(query, {}, widePlaces(query, places))
  const answer = answerOf(found, { query, places }, (id) => entries.get(id))
  // Until its index is built the console looks through all texts, and scores otherwise.
  await vi.waitFor(
    async () => expect(await desk.call('library.search', { query, limit: 50 })).toEqual({ ...answer, index: 'ready' }),
    10_000,
  )
})
