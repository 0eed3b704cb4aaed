import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type IndexThread, startIndexThread } from '../../electron/host/index-thread.ts'
import { createLibraryFinder, type ListedEntry } from '../../electron/host/library-finder.ts'
import { documentEntry } from '../../shared/library/library-entry.ts'
import { declareOn, openTestDesk } from '../support/open-host.ts'

let folder: string
let file: string
let thread: IndexThread
const lines: string[] = []
const start = (): IndexThread => {
  thread = startIndexThread({ file, writable: true }, (line) => lines.push(line))
  return thread
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-index-'))
  file = join(folder, 'cache', 'index.json')
  lines.length = 0
})
afterEach(async () => {
  await thread.close()
  rmSync(folder, { recursive: true, force: true })
})

const words = ['late', 'partition', 'schema', 'loader', 'broker', 'replica', 'invoice', 'payments']
const listed = (count: number, version = 1): ListedEntry[] =>
  Array.from({ length: count }, (_, at) => {
    const title = `${words[at % 8]} ${words[(at * 3 + 1) % 8]} ${at}`
    const text = `${words[(at * 5) % 8]} of version ${version}`
    const document = { kind: 'runbook', path: `r/${at}.md`, title, pipeline: null, tags: [], text } as const
    return { id: document.path, key: `${at}:${version}`, entry: () => documentEntry(document, []) }
  })

const queries = ['late', 'partitoin', 'sch lo', 'broker 4', 'nothing', 'payments invoice']

describe('the index thread', () => {
  it('L19 answers as a look at every word does, before, while and after it is built', async () => {
    const entries = listed(400)
    const plain = createLibraryFinder(null)
    await plain.replace(entries)
    const finder = createLibraryFinder(start())
    await finder.replace(entries)
    expect(finder.answersFrom()).toBe('scan')
    const refs = async (of: typeof finder, query: string) =>
      (await of.search(query, {}, 1_000)).map(({ ref }) => ref).toSorted()
    for (const query of queries) expect(await refs(finder, query)).toEqual(await refs(plain, query))
    await vi.waitFor(() => expect(finder.answersFrom()).toBe('index'), 20_000)
    for (const query of queries) expect(await refs(finder, query)).toEqual(await refs(plain, query))
  })

  it('L19 is kept on disk by content: what did not change is not made again', async () => {
    const first = createLibraryFinder(start())
    await first.replace(listed(150))
    await vi.waitFor(() => expect(first.answersFrom()).toBe('index'), 20_000)
    await thread.close()
    expect(existsSync(file)).toBe(true)

    const changed = listed(149).map((each, at) => (at === 7 ? { ...each, key: 'new' } : each))
    const made: string[] = []
    const counted = changed.map((each) => ({
      ...each,
      entry: () => {
        made.push(each.id)
        return each.entry()
      },
    }))
    const second = createLibraryFinder(start())
    await second.replace(counted)
    await vi.waitFor(() => expect(second.answersFrom()).toBe('index'), 20_000)
    expect(made).toEqual(['r/7.md'])
    const found = (await second.search('version', {}, 1_000)).map(({ ref }) => ref)
    expect(found).toHaveLength(149)
    expect(found).not.toContain('r/149.md')
  })

  it.each(['', '{"version":1', '{"version":1,"keys":[],"index":{"serializationVersion":9}}', '[]'])(
    'L19 a kept index that says %j is made anew',
    async (text) => {
      const first = start()
      await first.close()
      const { mkdirSync } = await import('node:fs')
      mkdirSync(join(folder, 'cache'), { recursive: true })
      writeFileSync(file, text)
      const finder = createLibraryFinder(start())
      await finder.replace(listed(20))
      await vi.waitFor(() => expect(finder.answersFrom()).toBe('index'), 20_000)
      expect(await finder.search('late', {}, 5)).not.toEqual([])
      expect(lines).toEqual([])
    },
  )

  it('L9 an index of another version is not believed', async () => {
    const first = createLibraryFinder(start())
    await first.replace(listed(20))
    await vi.waitFor(() => expect(first.answersFrom()).toBe('index'), 20_000)
    await thread.close()
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...kept, version: kept.version + 1 }))
    expect((await start().held())?.size).toBe(0)
  })

  it('L19 without the thread everything is still found, and the end is said once', async () => {
    const finder = createLibraryFinder(start())
    await finder.replace(listed(150))
    await vi.waitFor(() => expect(finder.answersFrom()).toBe('index'), 20_000)
    await thread.close()
    expect(finder.answersFrom()).toBe('scan')
    expect(await finder.search('late', {}, 5)).toHaveLength(5)
    await finder.replace(listed(10))
    expect(await finder.search('late', {}, 50)).not.toEqual([])
  })
})

describe('searching in the host', () => {
  it('L6 L10 narrows by kind, and forgets what an edit took away', async () => {
    const desk = await openTestDesk()
    thread = start()
    try {
      const incident = await declareOn(desk, { title: 'Quokka growth stalled' })
      const refs = async (query: string, filter = {}) =>
        (await desk.call('library.search', { query, limit: 100, filter })).map(({ ref }) => ref)
      expect(await refs('growth', { kinds: ['incident'] })).toEqual([incident])
      expect(await refs('growth', { pipeline: 'aggregate-growth-investors' })).toContain(incident)
      const path = 'runbooks/aggregate-growth-investors.md'
      writeFileSync(join(desk.workspaceFolder, path), '# Xylophone\n\nXylophone only.\n')
      await expect.poll(() => refs('xylophone'), { timeout: 10_000 }).toEqual([path])
      expect(await refs('growth investors marketing')).not.toContain(path)
    } finally {
      await desk.close()
    }
  })
})
