import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListedEntry } from '../../electron/host/index-feed.ts'
import { type IndexKeeper, keepIndexThread } from '../../electron/host/index-keeper.ts'
import { createLibraryFinder, type LibraryFinder } from '../../electron/host/library-finder.ts'
import { readWorkspace } from '../../electron/host/workspace.ts'
import { FIRST_HITS } from '../../shared/library/hits-of.ts'
import { documentEntry, type LibraryEntry } from '../../shared/library/library-entry.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { createDice, variedWords } from '../support/varied-words.ts'
import { benchLibraryScreen } from './library-screen.ts'

type Row = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: string
  readonly ratio?: number
}

/** How many alerts and tables a large team has names for. */
const NAMES = 3_000

/** The words of the demo workspace among many thousand others, and the names of alerts and tables. */
function wordSource(dice: (sides: number) => number): () => string {
  const demo = join(import.meta.dirname, '../../fixtures/workspace')
  const common = readWorkspace(demo)
    .documents.flatMap(({ text }) => text.split(/[^A-Za-z]+/))
    .filter((word) => word !== '')
  const rare = variedWords(dice, 60_000)
  const any = (): string => (dice(2) === 0 ? (common[dice(common.length)] ?? '') : rare())
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
  const names = Array.from({ length: NAMES }, (_, at) =>
    at % 2 === 0 ? `${any()}_${any()}` : `Kube${capital(any())}${capital(any())}`,
  )
  return () => (dice(10) === 0 ? (names[dice(NAMES)] ?? '') : any())
}

function makeDocuments(count: number, word: () => string) {
  const words = (many: number): string => Array.from({ length: many }, word).join(' ')
  return Array.from({ length: count }, (_, at) => {
    const title = words(4)
    const alertname = word()
    const text = `---\nowner: eng-a\nalertname: ${alertname}\n---\n# ${title}\n\n${words(80)}\n\n## Debugging steps\n\n1. ${words(12)}\n2. ${words(12)}\n\n\`\`\`\n${words(20)}\n\`\`\`\n\n${words(100)}\n`
    return {
      kind: 'runbook',
      path: `runbooks/${at}.md`,
      title,
      pipeline: null,
      tags: [words(2)],
      text,
      alertname,
    } as const
  })
}

/** What somebody types, letter by letter: one to three words, every other phrase with one letter left out of its first word. */
function makeQueries(word: () => string): readonly string[] {
  return Array.from({ length: 40 }, (_, at) => {
    const [first = '', ...others] = Array.from({ length: 1 + (at % 3) }, word)
    const typed = at % 2 === 0 || first.length < 4 ? first : first.slice(0, 2) + first.slice(3)
    return [typed, ...others].join(' ')
  }).flatMap((whole) => [...whole].map((_, at) => whole.slice(0, at + 1)))
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN
}

/** The yardstick: the same machine's time to look for one word in each of these texts, without any index. Median of ten. */
function yardstickMs(texts: readonly string[]): number {
  const times = Array.from({ length: 10 }, () => {
    const startedMs = performance.now()
    let found = 0
    for (const text of texts) if (text.toLowerCase().includes('no such word')) found += 1
    if (found > 0) throw new Error('the word that nothing holds was found')
    return performance.now() - startedMs
  })
  return percentile(times, 0.5)
}

const isDone = async (keeper: IndexKeeper): Promise<void> => {
  while ((keeper.thread()?.waiting() ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, 5))
}

const isOpen = async (finder: LibraryFinder): Promise<void> => {
  while (finder.indexState() !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5))
}

async function benchSize(count: number, target: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-search-'))
  const word = wordSource(createDice())
  const documents = makeDocuments(count, word)
  /** As a console that was just started has them: none was looked at yet. */
  const unseen = () =>
    documents.map((document): ListedEntry => {
      let made: LibraryEntry | null = null
      const entry = () => {
        made ??= documentEntry(document, [document.alertname])
        return made
      }
      return { id: document.path, key: document.path, entry }
    })
  const entries = unseen()
  const queries = makeQueries(word)
  const open = () =>
    keepIndexThread({
      file: join(folder, 'index.json'),
      writable: true,
      log: (line) => {
        throw new Error(line)
      },
    })
  const name = `${count} documents`
  const firstPageTarget = count <= 1_000 ? '100 ms' : undefined
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
  const firstPage = (of: typeof finder) => of.search('late data', {}, { limit: FIRST_HITS })
  await took('first page while there is no index', 'ms', () => firstPage(finder), firstPageTarget)
  await took('index built in its thread', 'ms', async () => {
    await isOpen(finder)
    await isDone(first)
  })
  const yardstick = yardstickMs(documents.map(({ text }) => text))
  rows.push({ name: `${name}: yardstick, one word looked for in every text`, value: yardstick, unit: 'ms' })
  const times: number[] = []
  for (const query of queries) {
    const startedMs = performance.now()
    await finder.search(query, {}, { limit: FIRST_HITS })
    times.push(performance.now() - startedMs)
  }
  for (const [word, part] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const value = percentile(times, part)
    const row = { name: `${name}: query ${word}, as you type`, value, unit: 'ms', ratio: value / yardstick }
    rows.push(part === 0.95 ? { ...row, target: `${target} ms` } : row)
  }
  const pasted = `psql: error: connection to server at "10.2.3.4", port 5432 failed: ${Array.from({ length: 20 }, word).join(' ')}`
  await took('a pasted log line', 'ms', () => finder.search(pasted, {}, { limit: FIRST_HITS }))
  await took('a tenth changes and is forgotten', 'ms', async () => {
    await finder.replace(entries.map((each, at) => (at % 10 === 0 ? { ...each, key: 'changed' } : each)))
    await isDone(first)
  })
  await first.close()
  const kept = readFileSync(join(folder, 'index.json')).length
  rows.push({ name: `${name}: index on disk`, value: kept / 1e6, unit: 'MB' })
  const second = open()
  const again = createLibraryFinder(second)
  const listed = unseen()
  const openedMs = performance.now()
  await took(
    'first page while the kept index is opened',
    'ms',
    async () => {
      await again.replace(listed)
      await firstPage(again)
    },
    firstPageTarget,
  )
  await isOpen(again)
  rows.push({ name: `${name}: kept index opened`, value: performance.now() - openedMs, unit: 'ms' })
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
  const inWindow = await benchLibraryScreen(documents)
  const rows = [parsed, ...(await benchSize(1_000, 5)), ...(await benchSize(10_000, 30)), ...inWindow]
  clearInterval(staysAwake)
  return rows
}
