import type { SearchAnswer } from '../../shared/contract/answers.ts'
import { type AskedPath, askedPath } from '../../shared/library/asked-path.ts'
import { answerOf } from '../../shared/library/hits-of.ts'
import { type Findings, preferEvery } from '../../shared/library/library-index.ts'
import { isAtPath } from '../../shared/library/rank-order.ts'
import { createScan } from '../../shared/library/scan-library.ts'
import type { SearchFilter } from '../../shared/library/search-filter.ts'
import type { Places } from '../../shared/library/share-out.ts'
import type { Holding } from '../../shared/library/some-words.ts'
import { widePlaces } from '../../shared/library/word-by-word.ts'
import { createIndexFeed, type Listed, type ListedEntry } from './index-feed.ts'
import type { IndexKeeper } from './index-keeper.ts'

/** Finds things in the library as somebody types. */
export type LibraryFinder = {
  /**
   * What the library holds now. Only what changed goes to the index. While the workspace is still being read, `unread` is what of it was not understood
   * yet: it is looked through with all else, and goes to no index. Until then the index keeps what it knows from before the start, and is not asked.
   */
  readonly replace: (entries: readonly ListedEntry[], unread?: readonly ListedEntry[] | null) => Promise<void>
  readonly search: (query: string, filter: SearchFilter, places: Places) => Promise<SearchAnswer>
  /** `ready` once the index holds everything but a handful; `reading` before the library is whole; `lost` when it is not started again. */
  readonly indexState: () => SearchAnswer['index']
}

/** A scan gives way to other work after this long. */
const SLICE_MS = 8

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** What is looked for, and in what. */
type Looking = {
  readonly entries: Listed
  readonly query: string
  readonly filter: SearchFilter
  readonly places: Places
  /** Says meanwhile that there is no need to go on. */
  readonly isIdle: () => boolean
}

/** Looks through all entries in slices; null when there is no need to go on. */
async function scanAll(
  { entries, query, filter, places, isIdle }: Looking,
  holding: Holding,
  path: AskedPath | null = null,
): Promise<Findings | null> {
  const scan = createScan(path?.words ?? query, filter, holding, path)
  let sliceEndsMs = performance.now() + SLICE_MS
  for (const { entry } of entries.values()) {
    scan.look(entry())
    if (performance.now() < sliceEndsMs) continue
    await nextTurn()
    if (isIdle()) return null
    sliceEndsMs = performance.now() + SLICE_MS
  }
  return scan.findings(places)
}

/** What stands at the path that was asked for, else what holds every word, else what holds the most telling ones. Null when there is no need to go on. */
async function lookThrough(looking: Looking): Promise<Findings | null> {
  const path = askedPath(looking.query)
  const atPath = path === null ? null : await scanAll(looking, 'every', path)
  if (atPath?.found.some(isAtPath)) return atPath
  const every = await scanAll(looking, 'every')
  if (every === null || every.found.length > 0) return every
  const some = await scanAll(looking, 'some')
  return some === null ? null : preferEvery(every, some)
}

/** Makes a finder over an index thread, or over none. */
export function createLibraryFinder(keeper: IndexKeeper | null): LibraryFinder {
  const feed = keeper === null ? null : createIndexFeed(keeper)
  let listed: Listed = new Map()
  let isWhole = true
  const isReady = (): boolean => feed !== null && feed.ready() !== null
  const stateWithout = (): SearchAnswer['index'] =>
    !isWhole ? 'reading' : keeper === null || !keeper.isWorthWaiting() ? 'lost' : 'building'

  const findings = async (
    query: string,
    filter: SearchFilter,
    places: Places,
  ): Promise<Findings & Pick<SearchAnswer, 'index'>> => {
    const indexed = (await feed?.ready()?.search(query, filter, places)) ?? null
    if (indexed !== null) return { ...indexed, index: 'ready' }
    const looking = lookThrough({ entries: listed, query, filter, places, isIdle: isReady })
    feed?.giveWayTo(looking)
    const found = await looking
    return found === null ? findings(query, filter, places) : { ...found, index: stateWithout() }
  }

  return {
    replace: async (entries, unread = null) => {
      const known = new Map(entries.map((each) => [each.id, each]))
      listed = unread === null ? known : new Map([...known, ...unread.map((each) => [each.id, each] as const)])
      isWhole = unread === null
      await feed?.replace(known, isWhole)
    },
    search: async (query, filter, places) => {
      const { index, ...found } = await findings(query, filter, widePlaces(query, places))
      return { ...answerOf(found, { query, places }, (id) => listed.get(id)?.entry()), index }
    },
    indexState: () => (isReady() ? 'ready' : stateWithout()),
  }
}
