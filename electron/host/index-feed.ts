import { reasonOf } from '../../shared/kit/reason-of.ts'
import type { LibraryEntry } from '../../shared/library/library-entry.ts'
import type { IndexKeeper } from './index-keeper.ts'
import type { IndexThread } from './index-thread.ts'

/** An entry of the library before anybody needs its words. `key` changes with its content. */
export type ListedEntry = { readonly id: string; readonly key: string; readonly entry: () => LibraryEntry }

/** What the library holds, by id. */
export type Listed = ReadonlyMap<string, ListedEntry>

/** Tells the index thread what the library holds, and a new thread anew. */
export type IndexFeed = {
  /** What the library holds now, as in `LibraryFinder`. Only what changed goes to the index. Waits for it when it is little. */
  readonly replace: (entries: Listed, isWhole: boolean) => Promise<void>
  /** The thread once its index holds the whole library but a handful; null before. */
  readonly ready: () => IndexThread | null
  /** While somebody looks through everything nothing more is sent: their search comes first. */
  readonly giveWayTo: (search: Promise<unknown>) => void
}

/** Entries sent to the index at once; between two lots the host does whatever else is due. */
const LOT = 50
/** With no more than this on its way into the index it is quicker to wait than to look through everything. */
const WORTH_WAITING = 100

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Makes a feed for the threads of a keeper. */
export function createIndexFeed(keeper: IndexKeeper): IndexFeed {
  let listed: Listed = new Map()
  let isWhole = false
  let sent: Map<string, string> | null = null
  let isSent = false
  let replacing: Promise<void> = Promise.resolve()
  let search: Promise<unknown> = Promise.resolve()
  const isCurrent = (index: IndexThread, entries: Listed): boolean => listed === entries && keeper.thread() === index

  const send = async (index: IndexThread, entries: Listed): Promise<void> => {
    const known = sent ?? new Map((await index.held()) ?? [])
    if (!isCurrent(index, entries)) return
    sent = known
    const gone = isWhole ? [...known.keys()].filter((id) => !entries.has(id)) : []
    index.update([], gone)
    for (const id of gone) known.delete(id)
    const changed = [...entries.values()].filter(({ id, key }) => known.get(id) !== key)
    for (let from = 0; from < changed.length; from += LOT) {
      await search
      if (!isCurrent(index, entries)) return
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
  const begin = (entries: Listed): Promise<void> => {
    const index = keeper.thread()
    if (index === null) return Promise.resolve()
    const before = replacing
    replacing = before
      .then(() => (isCurrent(index, entries) ? send(index, entries) : undefined))
      .catch((error) => index.abandon(reasonOf(error)))
    return replacing
  }
  keeper.onRestart(() => {
    sent = null
    isSent = false
    void begin(listed)
  })

  return {
    replace: async (entries, whole) => {
      const count = [...entries.values()].filter(({ id, key }) => sent?.get(id) !== key).length
      listed = entries
      isWhole = whole
      if (count > WORTH_WAITING) isSent = false
      const sending = begin(entries)
      await (isSent ? sending : undefined)
    },
    ready: () => {
      const index = keeper.thread()
      return index !== null && isWhole && isSent && index.waiting() <= WORTH_WAITING ? index : null
    },
    giveWayTo: (next) => {
      search = next.catch(() => null)
    },
  }
}
