import type { SearchHit } from '../../shared/contract/answers.ts'
import { hitsOf } from '../../shared/library/hits-of.ts'
import type { LibraryEntry } from '../../shared/library/library-entry.ts'
import { byRank, type Findings, type Found } from '../../shared/library/library-index.ts'
import { createScan } from '../../shared/library/scan-entry.ts'
import type { SearchFilter } from '../../shared/library/search-filter.ts'
import type { IndexThread } from './index-thread.ts'

/** An entry of the library before anybody needs its words. `key` changes with its content. */
export type ListedEntry = { readonly id: string; readonly key: string; readonly entry: () => LibraryEntry }

/** Finds things in the library as somebody types. */
export type LibraryFinder = {
  /** What the library holds now. Only what changed goes to the index. */
  readonly replace: (entries: readonly ListedEntry[]) => Promise<void>
  readonly search: (query: string, filter: SearchFilter, limit: number) => Promise<readonly SearchHit[]>
  /** `index` once the index holds everything but a handful; `scan` while it is being built. */
  readonly answersFrom: () => 'index' | 'scan'
}

/** Entries sent to the index at once; between two lots the host does whatever else is due, and somebody's search comes first. */
const LOT = 50
/** With no more than this on its way into the index it is quicker to wait than to look through everything. */
const WORTH_WAITING = 100
/** A scan gives way to other work after this long. */
const SLICE_MS = 8

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Looks through all entries in slices; null when `isIdle` says meanwhile that there is no need to go on. */
async function scanAll(
  entries: Iterable<ListedEntry>,
  scan: ReturnType<typeof createScan>,
  isIdle: () => boolean,
): Promise<readonly Found[] | null> {
  const found: Found[] = []
  let sliceEndsMs = performance.now() + SLICE_MS
  for (const { entry } of entries) {
    const hit = scan(entry())
    if (hit !== null) found.push(hit)
    if (performance.now() < sliceEndsMs) continue
    await nextTurn()
    if (isIdle()) return null
    sliceEndsMs = performance.now() + SLICE_MS
  }
  return found.sort(byRank)
}

/** Makes a finder over an index thread, or over none when that could not be started. */
export function createLibraryFinder(thread: IndexThread | null): LibraryFinder {
  let listed: ReadonlyMap<string, ListedEntry> = new Map()
  let sent: Map<string, string> | null = null
  let replacing: Promise<void> = Promise.resolve()
  let isSent = false
  let scanning: Promise<unknown> = Promise.resolve()

  const send = async (index: IndexThread, entries: ReadonlyMap<string, ListedEntry>): Promise<void> => {
    sent ??= new Map((await index.held()) ?? [])
    const known = sent
    index.update(
      [],
      [...known.keys()].filter((id) => !entries.has(id)),
    )
    for (const id of [...known.keys()]) if (!entries.has(id)) known.delete(id)
    const changed = [...entries.values()].filter(({ id, key }) => known.get(id) !== key)
    for (let from = 0; from < changed.length; from += LOT) {
      await scanning
      if (listed !== entries) return
      const lot = changed.slice(from, from + LOT)
      index.update(
        lot.map(({ key, entry }) => ({ key, entry: entry() })),
        [],
      )
      for (const { id, key } of lot) known.set(id, key)
      await nextTurn()
    }
    isSent = true
  }

  const isReady = (): boolean => thread !== null && isSent && thread.waiting() <= WORTH_WAITING

  const findings = async (query: string, filter: SearchFilter, limit: number): Promise<Findings> => {
    const ask = async () => (thread !== null && isReady() ? await thread.search(query, filter, limit) : null)
    const indexed = await ask()
    if (indexed !== null) return indexed
    const looking = scanAll(listed.values(), createScan(query, filter), isReady)
    scanning = looking.catch(() => null)
    const found = await looking
    if (found !== null) return { found: found.slice(0, limit), total: found.length }
    return (await ask()) ?? findings(query, filter, limit)
  }

  return {
    replace: async (entries) => {
      const next = new Map(entries.map((each) => [each.id, each]))
      const count = [...next.values()].filter(({ id, key }) => sent?.get(id) !== key).length
      listed = next
      if (count > WORTH_WAITING) isSent = false
      if (thread === null) return
      const before = replacing
      replacing = before.then(() => (listed === next ? send(thread, next) : undefined)).catch(() => thread.close())
      await (isSent ? replacing : undefined)
    },
    search: async (query, filter, limit) => {
      const { found } = await findings(query, filter, limit)
      return hitsOf(found, (id) => listed.get(id)?.entry())
    },
    answersFrom: () => (isReady() ? 'index' : 'scan'),
  }
}
