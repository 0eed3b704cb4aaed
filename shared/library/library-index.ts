import { type AskedPath, askedPath } from './asked-path.ts'
import type { LibraryEntry } from './library-entry.ts'
import { tellingIn, wantedIn } from './query-plan.ts'
import { byRank, type Found, isAtPath, rounded } from './rank-order.ts'
import { type IndexJson, RankedIndex } from './ranked-index.ts'
import { passesFilter, type SearchFilter } from './search-filter.ts'
import type { Kept } from './search-options.ts'
import { entryKinds, type PerKind, type Places, perKind, sharesOf } from './share-out.ts'
import type { Holding } from './some-words.ts'
import { type Unfiltered, unfilteredOf } from './unfiltered.ts'
import { wholeName } from './whole-name.ts'

/** The best of each kind of what was found, best first, and how many there are of each; `unfiltered` is null when nothing was filtered. */
export type Findings = {
  readonly found: readonly Found[]
  readonly totals: PerKind
  readonly holding: Holding
  readonly unfiltered: Unfiltered | null
}

/** A full-text index of the library: MiniSearch with the options that everybody shares. */
export type LibraryIndex = {
  /** Adds an entry, or replaces the one with its id. */
  readonly put: (entry: LibraryEntry) => void
  readonly remove: (id: string) => void
  readonly search: (query: string, filter: SearchFilter, places: Places) => Findings
  /**
   * Forgets the words of replaced and removed entries for good, so that they weigh on no score; a slice at each step, between which
   * anything may be asked of the index. No step when nothing was replaced or removed.
   */
  readonly settling: () => Generator<void>
  readonly toJson: () => IndexJson
}

/** As many of each kind as have a place, of entries that are in order. */
export function withinPlaces(found: readonly Found[], totals: PerKind, places: Places): readonly Found[] {
  const shares = sharesOf(totals, places)
  const shown = new Set(
    entryKinds.flatMap((wanted) => found.filter(({ kind }) => kind === wanted).slice(0, shares[wanted])),
  )
  return found.filter((each) => shown.has(each))
}

/** Nothing. */
const nothingFound: Findings = { found: [], totals: perKind(() => 0), holding: 'every', unfiltered: null }

/** Whether a filter narrows nothing. */
export const isWide = (filter: SearchFilter): boolean => Object.keys(filter).length === 0

/** What holds every word; when nothing does, the best matches, with what the filter hid of what holds every word. */
export function preferEvery(every: Findings, some: Findings): Findings {
  if (every.found.length > 0) return every
  const found = some.found.length > 0 ? some : nothingFound
  return { ...found, unfiltered: every.unfiltered?.total ? every.unfiltered : some.unfiltered }
}

/** Makes an empty index, or opens one that was kept. Throws when what was kept is no index. */
export function createLibraryIndex(kept?: IndexJson): LibraryIndex {
  const index = RankedIndex.open(kept)
  const inOrder = ({ best, totals }: ReturnType<RankedIndex['rankEvery']>, places: Places) => {
    const found = best.map((each): Found => ({ ...each, score: rounded(each.score) }))
    return { found: withinPlaces(found.sort(byRank), totals, places), totals }
  }
  const findEvery = (query: string, path: AskedPath | null, filter: SearchFilter, places: Places): Findings => {
    const before: Kept[] = []
    const passes = (kept: Kept): boolean => {
      before.push(kept)
      return passesFilter(kept, filter)
    }
    const wanted = index.asSpelled(wantedIn(query))
    const ranking = index.rankEvery(wanted, isWide(filter) ? null : passes, places, { name: wholeName(query), path })
    const unfiltered = isWide(filter) ? null : unfilteredOf(before, filter, 'every')
    return { ...inOrder(ranking, places), holding: 'every', unfiltered }
  }
  const findSome = (query: string, filter: SearchFilter, places: Places): Findings => {
    const wanted = tellingIn(query)
    const all = index.rankSome(wanted, null, places)
    if (isWide(filter)) return { ...inOrder(all, places), holding: 'some', unfiltered: null }
    const ranking = index.rankSome(wanted, (kept) => passesFilter(kept, filter), places)
    return { ...inOrder(ranking, places), holding: 'some', unfiltered: unfilteredOf(all.all, filter, 'some') }
  }
  return {
    put: (entry) => {
      if (index.has(entry.id)) index.discard(entry.id)
      index.add(entry)
    },
    remove: (id) => {
      if (index.has(id)) index.discard(id)
    },
    search: (query, filter, places) => {
      const path = askedPath(query)
      const atPath = path === null ? null : findEvery(path.words, path, filter, places)
      if (atPath?.found.some(isAtPath)) return atPath
      const every = findEvery(query, null, filter, places)
      return every.found.length > 0 ? every : preferEvery(every, findSome(query, filter, places))
    },
    settling: () => index.forgetting(),
    toJson: () => index.toJSON(),
  }
}
