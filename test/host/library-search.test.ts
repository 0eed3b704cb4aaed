import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ListedEntry } from '../../electron/host/index-feed.ts'
import { type IndexKeeper, keepIndexThread } from '../../electron/host/index-keeper.ts'
import { createLibraryFinder } from '../../electron/host/library-finder.ts'
import { documentEntry, type LibraryEntry } from '../../shared/library/library-entry.ts'
import { declareOn, openTestDesk } from '../support/open-host.ts'
import { createDice, variedWords } from '../support/varied-words.ts'

let folder: string
let file: string
let keeper: IndexKeeper
const lines: string[] = []
const start = (pausesMs: readonly number[] = [10, 10, 10]): IndexKeeper => {
  keeper = keepIndexThread({ file, writable: true, log: (line) => lines.push(line), pausesMs })
  return keeper
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-index-'))
  file = join(folder, 'cache', 'index.json')
  lines.length = 0
})
afterEach(async () => {
  await keeper.close()
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
    expect(finder.indexState()).toBe('building')
    const refs = async (of: typeof finder, query: string) =>
      (await of.search(query, {}, { limit: 1_000 })).hits.map(({ ref }) => ref).toSorted()
    for (const query of queries) expect(await refs(finder, query)).toEqual(await refs(plain, query))
    await vi.waitFor(() => expect(finder.indexState()).toBe('ready'), 20_000)
    for (const query of queries) expect(await refs(finder, query)).toEqual(await refs(plain, query))
  })

  it('L19 is kept on disk by content: what did not change is not made again', async () => {
    const first = createLibraryFinder(start())
    await first.replace(listed(150))
    await vi.waitFor(() => expect(first.indexState()).toBe('ready'), 20_000)
    await keeper.close()
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
    await vi.waitFor(() => expect(second.indexState()).toBe('ready'), 20_000)
    expect(made).toEqual(['r/7.md'])
    const found = (await second.search('version', {}, { limit: 1_000 })).hits.map(({ ref }) => ref)
    expect(found).toHaveLength(149)
    expect(found).not.toContain('r/149.md')
  })

  it('L19.1 while the workspace is being read the kept index keeps what was not read yet, and is not asked', async () => {
    const first = createLibraryFinder(start())
    await first.replace(listed(150))
    await vi.waitFor(() => expect(first.indexState()).toBe('ready'), 20_000)
    await keeper.close()

    const made = new Set<string>()
    const counted = listed(149).map((each) => ({
      ...each,
      entry: () => {
        made.add(each.id)
        return each.entry()
      },
    }))
    const second = createLibraryFinder(start())
    await keeper.thread()?.held()
    await second.replace(counted.slice(0, 20), listed(60).slice(20))
    const early = await second.search('version', {}, { limit: 1_000 })
    expect(early.index).toBe('reading')
    expect(early.totals.runbook).toBe(60)
    made.clear()
    await second.replace(counted.slice(0, 40), [])
    expect(second.indexState()).toBe('reading')
    await second.replace(counted)
    await vi.waitFor(() => expect(second.indexState()).toBe('ready'), 20_000)
    expect([...made]).toEqual([])
    expect((await second.search('version', {}, { limit: 1_000 })).totals.runbook).toBe(149)
  })

  it.each(['', '{"version":1', '{"version":1,"keys":[],"index":{"serializationVersion":9}}', '[]'])(
    'L19 a kept index that says %j is made anew',
    async (text) => {
      await start().close()
      mkdirSync(join(folder, 'cache'), { recursive: true })
      writeFileSync(file, text)
      const finder = createLibraryFinder(start())
      await finder.replace(listed(20))
      await vi.waitFor(() => expect(finder.indexState()).toBe('ready'), 20_000)
      expect((await finder.search('late', {}, { limit: 5 })).hits).not.toEqual([])
      expect(lines).toEqual([])
    },
  )

  it('L9 an index of another version is not believed', async () => {
    const first = createLibraryFinder(start())
    await first.replace(listed(20))
    await vi.waitFor(() => expect(first.indexState()).toBe('ready'), 20_000)
    await keeper.close()
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...kept, version: kept.version + 1 }))
    expect((await start().thread()?.held())?.size).toBe(0)
  })

  it('L19 without the thread everything is still found', async () => {
    const finder = createLibraryFinder(start())
    await finder.replace(listed(150))
    await vi.waitFor(() => expect(finder.indexState()).toBe('ready'), 20_000)
    await keeper.close()
    expect(finder.indexState()).not.toBe('ready')
    expect((await finder.search('late', {}, { limit: 5 })).hits).toHaveLength(5)
    await finder.replace(listed(10))
    expect((await finder.search('late', {}, { limit: 50 })).hits).not.toEqual([])
    expect(lines).toEqual([])
  })
})

/** As many documents as a team has, in words of their own. */
function variedDocuments(count: number, seed = 1): ListedEntry[] {
  const word = variedWords(createDice(seed))
  const words = (many: number): string => Array.from({ length: many }, word).join(' ')
  return Array.from({ length: count }, (_, at) => {
    const title = words(3)
    const document = { kind: 'runbook', path: `r/${at}.md`, title, pipeline: null, tags: [], text: words(200) } as const
    return { id: document.path, key: `${at}:${seed}`, entry: () => documentEntry(document, []) }
  })
}

describe('the index thread with texts as they really are', () => {
  it('L24 stays alive while hundreds of documents come in and change, and keeps what it made', async () => {
    const finder = createLibraryFinder(start())
    await finder.replace(variedDocuments(400))
    await vi.waitFor(() => expect(finder.indexState()).toBe('ready'), 20_000)
    const changed = [...variedDocuments(400).slice(0, 250), ...variedDocuments(120, 2).slice(60)]
    await finder.replace(changed)
    await vi.waitFor(() => expect(finder.indexState()).toBe('ready'), 20_000)
    const plain = createLibraryFinder(null)
    await plain.replace(changed)
    const word = variedWords(createDice(3))
    for (const query of Array.from({ length: 20 }, word)) {
      const [indexed, looked] = [
        await finder.search(query, {}, { limit: 400 }),
        await plain.search(query, {}, { limit: 400 }),
      ]
      expect(indexed.index).toBe('ready')
      expect(indexed.totals).toEqual(looked.totals)
    }
    await keeper.close()
    expect(lines).toEqual([])
    expect(existsSync(file)).toBe(true)
  })

  it('L24 is tidied and written when it rests, and not before', async () => {
    const finder = createLibraryFinder(start())
    await finder.replace(variedDocuments(150))
    await vi.waitFor(() => expect(finder.indexState()).toBe('ready'), 20_000)
    await finder.replace(variedDocuments(150, 2))
    await vi.waitFor(() => expect(existsSync(file)).toBe(true), 20_000)
    expect(JSON.parse(readFileSync(file, 'utf8')).index.dirtCount).toBe(0)
    expect(lines).toEqual([])
  })
})

describe('an index thread that ends by itself', () => {
  it('L19 is started again without the index that was kept, when that was what it ended of', async () => {
    const first = createLibraryFinder(start())
    await first.replace(listed(40))
    await vi.waitFor(() => expect(first.indexState()).toBe('ready'), 20_000)
    await keeper.close()
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...kept, index: { ...kept.index, nextId: -1 } }))

    const finder = createLibraryFinder(start())
    await finder.replace(listed(40))
    await vi.waitFor(() => expect(finder.indexState()).toBe('ready'), 20_000)
    const found = await finder.search('late', {}, { limit: 50 })
    expect(found).toMatchObject({ index: 'building', holding: 'every' })
    await vi.waitFor(() => expect(finder.indexState()).toBe('ready'), 20_000)
    const again = await finder.search('late', {}, { limit: 50 })
    expect(again.index).toBe('ready')
    expect(again.totals).toEqual(found.totals)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('it is started again')
  })

  it('L19 is left alone after a few times, and everything is still found and says so', async () => {
    const broken = listed(20).map((each, at): ListedEntry => {
      const { id: _, ...nameless } = each.entry()
      return at === 7 ? { ...each, entry: () => nameless as LibraryEntry } : each
    })
    const finder = createLibraryFinder(start())
    await finder.replace(broken)
    await vi.waitFor(() => expect(finder.indexState()).toBe('lost'), 20_000)
    expect(await finder.search('late', {}, { limit: 50 })).toMatchObject({ index: 'lost', totals: { reference: 0 } })
    expect((await finder.search('late', {}, { limit: 50 })).hits).not.toEqual([])
    expect(lines).toHaveLength(4)
    expect(lines.at(-1)).toContain('not started again')
  })
})

describe('searching in the host', () => {
  it('L19.1 finds what is not understood yet, and says so as long as the workspace is being read', async () => {
    start()
    const root = join(folder, 'desk')
    mkdirSync(join(root, 'workspace/runbooks'), { recursive: true })
    for (let at = 0; at < 250; at += 1)
      writeFileSync(join(root, `workspace/runbooks/${at}.md`), `# Kestrel ${at}\n\n1. Look at the nest\n`)
    const desk = await openTestDesk({ root })
    try {
      const search = () => desk.call('library.search', { query: 'kestrel 24', limit: 100 })
      expect((await search()).index).toBe('reading')
      const sooner: string[] = []
      const shut: string[] = []
      const untilReady = async () => {
        const { hits, ...answer } = await search()
        const listed = new Set((await desk.call('library.list', {})).map(({ path }) => path))
        for (const { ref } of hits) {
          if (!listed.has(ref)) sooner.push(ref)
          await desk.call('library.read', { path: ref }).catch(() => shut.push(ref))
        }
        return answer
      }
      await expect
        .poll(untilReady, { timeout: 20_000, interval: 5 })
        .toMatchObject({ index: 'ready', totals: { runbook: 11 } })
      expect(sooner).not.toEqual([])
      expect(shut).toEqual([])
      writeFileSync(join(root, 'workspace/runbooks/0.md'), '# Kestrel 0 again\n\n1. Look at the nest\n')
      const states = new Set<string>()
      const again = async () => {
        const { index, hits } = await desk.call('library.search', { query: 'again', limit: 10 })
        states.add(index)
        return hits.length
      }
      await expect.poll(again, { timeout: 10_000, interval: 20 }).toBe(1)
      expect([...states]).toEqual(['ready'])
    } finally {
      await desk.close()
    }
  })

  it('L6 L10 narrows by kind, and forgets what an edit took away', async () => {
    const desk = await openTestDesk()
    start()
    try {
      const incident = await declareOn(desk, { title: 'Quokka growth stalled' })
      const refs = async (query: string, filter = {}) =>
        (await desk.call('library.search', { query, limit: 100, filter })).hits.map(({ ref }) => ref)
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
