import fc from 'fast-check'
import { documentEntry, type LibraryEntry } from '../../../shared/library/library-entry.ts'
import { createLibraryIndex, type Findings, preferEvery } from '../../../shared/library/library-index.ts'
import { createScan } from '../../../shared/library/scan-library.ts'
import type { SearchFilter } from '../../../shared/library/search-filter.ts'

export const everything = { limit: 10_000 }

export const runbook = (path: string, text: string, change: Partial<LibraryEntry> = {}): LibraryEntry => ({
  ...documentEntry({ kind: 'runbook', path, title: path, pipeline: null, tags: [], text }, []),
  ...change,
})

export function indexOf(entries: readonly LibraryEntry[]) {
  const index = createLibraryIndex()
  for (const entry of entries) index.put(entry)
  return index
}

export const idsOf = (found: readonly { readonly id: string }[]): readonly string[] => found.map(({ id }) => id)

/** What holds every word of a query, the best first. */
export function idsFrom(entries: readonly LibraryEntry[], query: string, filter: SearchFilter = {}): readonly string[] {
  const { found, holding } = indexOf(entries).search(query, filter, everything)
  return holding === 'every' ? found.map(({ id }) => id) : []
}

/** What a look at every word finds. */
export function scanned(entries: readonly LibraryEntry[], query: string, filter: SearchFilter = {}): Findings {
  const look = (holding: Findings['holding']): Findings => {
    const scan = createScan(query, filter, holding)
    for (const entry of entries) scan.look(entry)
    return scan.findings(everything)
  }
  return preferEvery(look('every'), look('some'))
}

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
  '東京都の障害',
  'データベース',
  '데이터베이스',
  'KubeCPUOvercommit',
  'cpu',
  'the',
  'a',
  'of',
  'x_y',
  '__x_y',
  'ฐานข้อมูล',
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
  .array(
    fc.oneof(
      word,
      fc.constantFrom(
        'lat',
        'dat',
        'parttion',
        'kube',
        'zu',
        's',
        'o',
        'dtaes',
        'zzz',
        '京都',
        'タベ',
        '이터',
        '障',
        'ข้อมู',
        'overc',
      ),
    ),
    {
      maxLength: 5,
    },
  )
  .map((words) => words.join(' '))
