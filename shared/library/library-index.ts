import type { EntryKind, LibraryEntry } from './library-entry.ts'
import { tellingIn, wantedIn } from './query-plan.ts'
import { type IndexJson, RankedIndex } from './ranked-index.ts'
import { passesFilter, type SearchFilter } from './search-filter.ts'
import { entryKinds, type PerKind, type Places, perKind, sharesOf } from './share-out.ts'

/** An entry that was found: `terms` are its own words that matched, as `termOf` writes them. */
export type Found = {
  readonly id: string
  readonly kind: EntryKind
  readonly terms: readonly string[]
  readonly score: number
}

/** What an entry that was found holds of a query: every word, or, because nothing does, the most telling ones. */
export type Holding = 'every' | 'some'

/** The best of each kind of what was found, best first, and how many there are of each. */
export type Findings = { readonly found: readonly Found[]; readonly totals: PerKind; readonly holding: Holding }

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

/** A score without its last digits. */
export const rounded = (score: number): number => Number(score.toPrecision(9))

/** By score, then by id, so that the same library answers in the same order everywhere. */
export const byRank = (one: Found, other: Found): number =>
  other.score - one.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** As many of each kind as have a place, of entries that are in order. */
export function withinPlaces(found: readonly Found[], totals: PerKind, places: Places): readonly Found[] {
  const shares = sharesOf(totals, places)
  const shown = new Set(
    entryKinds.flatMap((wanted) => found.filter(({ kind }) => kind === wanted).slice(0, shares[wanted])),
  )
  return found.filter((each) => shown.has(each))
}

/** Nothing. */
export const nothingFound: Findings = { found: [], totals: perKind(() => 0), holding: 'every' }

/** Makes an empty index, or opens one that was kept. Throws when what was kept is no index. */
export function createLibraryIndex(kept?: IndexJson): LibraryIndex {
  const index = RankedIndex.open(kept)
  const findingsOf = (
    { best, totals }: ReturnType<RankedIndex['rankEvery']>,
    holding: Holding,
    places: Places,
  ): Findings => {
    const found = best.map((each): Found => ({ ...each, score: rounded(each.score) }))
    return { found: withinPlaces(found.sort(byRank), totals, places), totals, holding }
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
      const isWide = Object.keys(filter).length === 0
      const passes = isWide ? null : (entry: object) => passesFilter(entry as LibraryEntry, filter)
      const every = index.rankEvery(wantedIn(query), passes, places)
      if (every.best.length > 0) return findingsOf(every, 'every', places)
      const some = index.rankSome(tellingIn(query), passes, places)
      return some.best.length > 0 ? findingsOf(some, 'some', places) : nothingFound
    },
    settling: () => index.forgetting(),
    toJson: () => index.toJSON(),
  }
}
