import fc from 'fast-check'
import { documentEntry, type LibraryEntry } from '../../../shared/library/library-entry.ts'
import { createLibraryIndex } from '../../../shared/library/library-index.ts'
import type { SearchFilter } from '../../../shared/library/search-filter.ts'

export const everything = 10_000

export const runbook = (path: string, text: string, change: Partial<LibraryEntry> = {}): LibraryEntry => ({
  ...documentEntry({ kind: 'runbook', path, title: path, pipeline: null, tags: [], text }, []),
  ...change,
})

export function indexOf(entries: readonly LibraryEntry[]) {
  const index = createLibraryIndex()
  for (const entry of entries) index.put(entry)
  return index
}

export const idsFrom = (
  entries: readonly LibraryEntry[],
  query: string,
  filter: SearchFilter = {},
): readonly string[] =>
  indexOf(entries)
    .search(query, filter, everything)
    .found.map(({ id }) => id)

export const word = fc.constantFrom(
  'late',
  'latte',
  'data',
  'dates',
  'partition',
  'partitions',
  'S3',
  'KubePod',
  'Zürich',
  'ß',
  '東京',
  'a',
  'of',
  'x_y',
  'retry',
)
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
const anEntry = fc.record({
  kind: fc.constantFrom('runbook' as const, 'reference' as const, 'incident' as const),
  pipeline: fc.constantFrom(null, 'profit', 'growth'),
  scenarios: fc.subarray(['Late data', 'High latency']),
  at: fc.constantFrom(null, '2026-01-01', '2026-11-24T14:00:00.000Z'),
  title: text,
  alertname: text,
  headings: text,
  errors: text,
  keys: text,
  text,
})
export const someEntries = fc
  .array(anEntry, { maxLength: 12 })
  .map((all): LibraryEntry[] => all.map((entry, at) => ({ id: `${at}.md`, ref: `${at}.md`, ...entry })))
export const aQuery = fc
  .array(fc.oneof(word, fc.constantFrom('lat', 'dat', 'parttion', 'kube', 'zu', 's', 'o', 'dtaes', 'zzz')), {
    maxLength: 3,
  })
  .map((words) => words.join(' '))
