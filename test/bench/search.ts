import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IndexThread, startIndexThread } from '../../electron/host/index-thread.ts'
import { createLibraryFinder, type ListedEntry } from '../../electron/host/library-finder.ts'
import { readWorkspace } from '../../electron/host/workspace.ts'
import { documentEntry } from '../../shared/library/library-entry.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'

type Row = { readonly name: string; readonly value: number; readonly unit: string; readonly target?: string }

/** Numbers that look random and are the same each time. */
function createDice(): (sides: number) => number {
  let state = 1
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

/** The words of the demo workspace in the frequency in which they stand there, with names such as tables have among them. */
function wordSource(dice: (sides: number) => number): () => string {
  const demo = join(import.meta.dirname, '../../fixtures/workspace')
  const words = readWorkspace(demo)
    .documents.flatMap(({ text }) => text.split(/[^A-Za-z]+/))
    .filter((word) => word !== '')
  const nouns = ['ledger', 'invoice', 'orders', 'clicks', 'kafka', 'airflow', 'warehouse', 'replica', 'broker', 'fraud']
  const any = (from: readonly string[]): string => from[dice(from.length)] ?? ''
  return () => (dice(10) === 0 ? `${any(words)}_${any(nouns)}${dice(200)}` : any(words))
}

function makeDocuments(count: number, word: () => string) {
  const words = (many: number): string => Array.from({ length: many }, word).join(' ')
  return Array.from({ length: count }, (_, at) => {
    const title = words(4)
    const text = `---\nowner: eng-a\nalertname: ${word()}\n---\n# ${title}\n\n${words(80)}\n\n## Debugging steps\n\n1. ${words(12)}\n2. ${words(12)}\n\n\`\`\`\n${words(20)}\n\`\`\`\n\n${words(100)}\n`
    return { kind: 'runbook', path: `runbooks/${at}.md`, title, pipeline: null, tags: [words(2)], text } as const
  })
}

/** What somebody types, letter by letter: one to three words, at several lengths, every eighth with a letter left out. */
function makeQueries(word: () => string): readonly string[] {
  return Array.from({ length: 60 }, (_, at) => Array.from({ length: 1 + (at % 3) }, word).join(' ')).flatMap(
    (whole) => [
      ...[1, 2, 3, 5, 8, 13].map((length) => whole.slice(0, length)),
      whole,
      whole.slice(0, 3) + whole.slice(4),
    ],
  )
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN
}

const isDone = async (thread: IndexThread): Promise<void> => {
  while (thread.waiting() > 0) await new Promise((resolve) => setTimeout(resolve, 5))
}

async function benchSize(count: number, target: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-search-'))
  const word = wordSource(createDice())
  const entries: readonly ListedEntry[] = makeDocuments(count, word).map((document) => ({
    id: document.path,
    key: document.path,
    entry: () => documentEntry(document),
  }))
  const queries = makeQueries(word)
  const open = () => startIndexThread({ file: join(folder, 'index.json'), writable: true }, console.error)
  const name = `${count} documents`
  const rows: Row[] = []
  const took = async (what: string, unit: string, run: () => Promise<unknown>, goal?: string): Promise<void> => {
    const startedMs = performance.now()
    await run()
    const row = { name: `${name}: ${what}`, value: performance.now() - startedMs, unit }
    rows.push(goal === undefined ? row : { ...row, target: goal })
  }
  const first = open()
  const finder = createLibraryFinder(first)
  await finder.replace(entries)
  if (count <= 1_000)
    await took('first page while there is no index', 'ms', () => finder.search('late data', {}, 60), '100 ms')
  await took('index built in its thread', 'ms', async () => {
    while (finder.answersFrom() === 'scan') await new Promise((resolve) => setTimeout(resolve, 5))
    await isDone(first)
  })
  const times: number[] = []
  for (const query of queries) {
    const startedMs = performance.now()
    await finder.search(query, {}, 60)
    times.push(performance.now() - startedMs)
  }
  rows.push({ name: `${name}: query p50, as you type`, value: percentile(times, 0.5), unit: 'ms' })
  rows.push({
    name: `${name}: query p95, as you type`,
    value: percentile(times, 0.95),
    unit: 'ms',
    target: `${target} ms`,
  })
  await first.close()
  const kept = readFileSync(join(folder, 'index.json')).length
  rows.push({ name: `${name}: index on disk`, value: kept / 1e6, unit: 'MB' })
  const second = open()
  const again = createLibraryFinder(second)
  await took('kept index opened, first page', 'ms', async () => {
    await second.held()
    await again.replace(entries)
    await again.search('late data', {}, 60)
  })
  await second.close()
  rmSync(folder, { recursive: true })
  return rows
}

/** Parse, index and query over libraries of the sizes that the targets name. */
export async function benchSearch(): Promise<Row[]> {
  const staysAwake = setInterval(() => undefined, 1_000)
  const documents = makeDocuments(1_000, wordSource(createDice()))
  const startedMs = performance.now()
  for (const document of documents) parseRunbook(document)
  const parsed = { name: '1000 documents: parsed as runbooks', value: performance.now() - startedMs, unit: 'ms' }
  const rows = [parsed, ...(await benchSize(1_000, 5)), ...(await benchSize(10_000, 30))]
  clearInterval(staysAwake)
  return rows
}
