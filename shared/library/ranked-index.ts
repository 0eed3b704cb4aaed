import MiniSearch from 'minisearch'
import { agreement } from './asked-path.ts'
import { type Derived, derivedFrom } from './derived-words.ts'
import type { EntryKind, LibraryEntry } from './library-entry.ts'
import type { WantedWord } from './query-plan.ts'
import { type Found, leastOfBest, ONE_TIER, raisedByTier, tierOf, type Whole } from './rank-order.ts'
import { fieldBoosts } from './search-fields.ts'
import { bm25, indexOptions, type Kept } from './search-options.ts'
import { type PerKind, type Places, perKind, sharesOf } from './share-out.ts'
import { isSure, likenessOf, someOf } from './some-words.ts'
import { asSpelled, SPELLED_RIGHT } from './spelling.ts'

/** An index as plain JSON, to be kept and opened again. */
export type IndexJson = ReturnType<MiniSearch<LibraryEntry>['toJSON']>

/** What passes a filter, told by what the index keeps of an entry besides its words. */
type Passes = (kept: Kept) => boolean

/** The best of each kind, in no order, how many were found of each, and what the index keeps of all of them. */
type Ranking = { readonly best: readonly Found[]; readonly totals: PerKind; readonly all: readonly Kept[] }

type Matched = { readonly kind: EntryKind; readonly terms: Set<string>; readonly score: number; readonly tier: number }

/** Where the score of a word is added up, and for which entries. */
type Adding = {
  readonly sum: Float64Array
  readonly among: Float64Array | null
  readonly field: number
  readonly weight: number
}

/** How many places of the index a word of the query leads to. */
const sizeOf = (derived: readonly Derived[]): number =>
  derived.reduce((sum, { postings }) => [...postings.values()].reduce((all, { size }) => all + size, sum), 0)

/** Entries with their scores and tiers, by MiniSearch's own numbers. */
type Scored = { readonly ids: readonly number[]; readonly scores: readonly number[]; readonly tiers: readonly number[] }

const NOTHING_WHOLE: Whole = { name: '', path: null }

const nothing: Ranking = { best: [], totals: perKind(() => 0), all: [] }

/** Entries of the index that are looked at in one slice of forgetting: some two milliseconds. */
const FORGET_AT_ONCE = 20_000

/**
 * MiniSearch with a search of our own over its index. MiniSearch's makes several objects for each of the thousands of entries
 * that hold a common word, before it sorts them all; this adds numbers up, and makes objects for the best only. It finds the
 * same entries with the same scores, which a test holds it to.
 */
export class RankedIndex extends MiniSearch<LibraryEntry> {
  /** An empty index, or one that was kept. Throws when what was kept is no index. */
  static open(kept?: IndexJson): RankedIndex {
    const index = new RankedIndex(indexOptions)
    return kept === undefined ? index : Object.assign(index, MiniSearch.loadJS<LibraryEntry>(kept, indexOptions))
  }

  /** The words of a query without typing errors in those that this index shows to be spelled right. */
  asSpelled(wanted: readonly WantedWord[]): readonly WantedWord[] {
    return asSpelled(wanted, (word) => this.#surelyHolding(word))
  }

  /**
   * The best of each kind among the entries that hold every word. `passes` is asked once of each that does; `whole` is all that was
   * typed.
   */
  rankEvery(wanted: readonly WantedWord[], passes: Passes | null, places: Places, whole = NOTHING_WHOLE): Ranking {
    const { name, path } = whole
    const words = wanted.map((word) => derivedFrom(this._index, this._fieldIds, word))
    if (words.length === 0 || words.some((derived) => derived.length === 0)) return nothing
    // The rarest word first: whoever does not hold it needs no score for the others.
    const rarestFirst = words.toSorted((one, other) => sizeOf(one) - sizeOf(other))
    let scores: Float64Array = new Float64Array(this._nextId).fill(1)
    const sums: Float64Array[] = []
    const forgiving: Float64Array[] = []
    for (const derived of rarestFirst) {
      const before = scores
      scores = this.#sumOf(derived, before)
      sums.push(scores)
      const sure = derived.filter(({ match }) => isSure(match))
      if (sure.length < derived.length) forgiving.push(this.#sumOf(sure, before))
    }
    const ids: number[] = []
    const found: number[] = []
    const tiers: number[] = []
    for (const [id, fields] of this._storedFields) {
      const kept = fields as Kept
      if (scores[id] === 0 || (passes !== null && !passes(kept))) continue
      ids.push(id)
      found.push(sums.reduce((sum, each) => sum + (each[id] ?? 0), 0) * wanted.length)
      const forgiven = forgiving.reduce((count, sure) => (sure[id] === 0 ? count + 1 : count), 0)
      const agrees = path === null ? 0 : agreement(path, String(this._documentIds.get(id)))
      tiers.push(tierOf({ isCalledSo: name !== '' && kept.names.includes(name), forgiven, agrees }))
    }
    return this.#bestOf({ ids, scores: found, tiers }, words, places)
  }

  /** The entries that hold the most telling of these words. */
  rankSome(wanted: readonly WantedWord[], passes: Passes | null, places: Places): Ranking {
    const passing: number[] = []
    for (const [id, kept] of this._storedFields) if (passes === null || passes(kept as Kept)) passing.push(id)
    const held = wanted.flatMap((word, at) => {
      const derived = derivedFrom(this._index, this._fieldIds, word)
      for (const matches of likenessOf(at === wanted.length - 1)) {
        const words = derived.filter(({ match }) => matches.includes(match))
        const sum = words.length === 0 ? null : this.#sumOf(words)
        if (sum !== null && passing.some((id) => sum[id] !== 0)) return [{ words, sum }]
      }
      return []
    })
    const ids: number[] = []
    const scores: number[] = []
    for (const { at, score } of someOf(held.map(({ sum }) => passing.map((id) => sum[id] ?? 0)))) {
      ids.push(passing[at] ?? 0)
      scores.push(score)
    }
    return this.#bestOf(
      { ids, scores, tiers: ids.map(() => ONE_TIER) },
      held.map(({ words }) => words),
      places,
    )
  }

  /**
   * Forgets the words of entries that were taken out, a slice at each step; nothing to do, no step. Entries may be put in, taken out and
   * looked for between two slices: words are looked up one by one, while MiniSearch's own vacuuming walks a tree that must not change
   * under it.
   */
  *forgetting(): Generator<void> {
    const dirt = this._dirtCount
    if (dirt === 0) return
    let looked = 0
    for (const term of [...this._index.keys()]) {
      const postings = this._index.get(term)
      if (postings === undefined) continue
      for (const [field, frequencies] of postings) {
        looked += frequencies.size
        for (const id of frequencies.keys()) if (!this._documentIds.has(id)) frequencies.delete(id)
        if (frequencies.size === 0) postings.delete(field)
      }
      if (postings.size === 0) this._index.delete(term)
      if (looked < FORGET_AT_ONCE) continue
      looked = 0
      yield
    }
    this._dirtCount -= dirt
  }

  /** The best of each kind, as many as have a place, with what matched in them. */
  #bestOf({ ids, scores, tiers }: Scored, words: readonly (readonly Derived[])[], places: Places): Ranking {
    const all = ids.map((id) => this._storedFields.get(id) as Kept)
    const kinds = all.map(({ kind }) => kind)
    const totals = perKind((kind) => kinds.filter((each) => each === kind).length)
    const shares = sharesOf(totals, places)
    const raised = raisedByTier(scores, tiers)
    const least = perKind((kind) =>
      leastOfBest(
        raised.filter((_, at) => kinds[at] === kind),
        shares[kind],
      ),
    )
    const matched = new Map<number, Matched>()
    for (const [at, id] of ids.entries()) {
      const kind = kinds[at] ?? 'runbook'
      if (shares[kind] === 0 || (raised[at] ?? 0) < least[kind]) continue
      matched.set(id, { kind, terms: new Set(), score: scores[at] ?? 0, tier: tiers[at] ?? ONE_TIER })
    }
    for (const derived of words) this.#nameIn(matched, derived)
    const best = [...matched].map(([id, { terms, ...each }]) => ({
      id: String(this._documentIds.get(id)),
      terms: [...terms].sort(),
      ...each,
    }))
    return { best, totals, all }
  }

  /** What each entry scores for one word of the query, by its number: 0 when it does not hold it, or when `among` is 0 there. */
  #sumOf(derived: readonly Derived[], among: Float64Array | null = null): Float64Array {
    const sum = new Float64Array(this._nextId)
    for (const { weight, postings, fields } of derived) {
      for (const field of fields) {
        const number = this._fieldIds[field] ?? -1
        const frequencies = postings.get(number)
        if (frequencies === undefined) continue
        const adding = { sum, among, field: number, weight: weight * fieldBoosts[field] }
        this.#add(adding, frequencies)
      }
    }
    return sum
  }

  /** Adds BM25+ for one word in one field. */
  #add({ sum, among, field, weight }: Adding, frequencies: ReadonlyMap<number, number>): void {
    const holders = this._dirtCount === 0 ? frequencies.size : this.#living(frequencies)
    const rarity = Math.log(1 + (this._documentCount - holders + 0.5) / (holders + 0.5))
    const { k, b, d } = bm25
    const usualLength = this._avgFieldLength[field] ?? 1
    for (const [id, frequency] of frequencies) {
      if (among !== null && among[id] === 0) continue
      const length = this._fieldLength.get(id)?.[field]
      if (length === undefined) continue
      const part = (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / usualLength))
      sum[id] = (sum[id] ?? 0) + weight * rarity * (d + part)
    }
  }

  /** How many entries hold a word as it was typed, or one that begins with it; counted as far as it matters. */
  #surelyHolding({ term, plans }: WantedWord): number {
    const holders = new Set<number>()
    const terms = this._index.atPrefix(term)
    for (const { fields } of plans) {
      const numbers = fields.map((field) => this._fieldIds[field] ?? -1)
      for (const [, postings] of terms) {
        for (const number of numbers) {
          for (const id of postings.get(number)?.keys() ?? []) {
            if (this._documentIds.has(id)) holders.add(id)
            if (holders.size >= SPELLED_RIGHT) return holders.size
          }
        }
      }
    }
    return holders.size
  }

  /** How many of these entries are still there: those that were taken out leave their words until the index is settled. */
  #living(frequencies: ReadonlyMap<number, number>): number {
    let count = 0
    for (const id of frequencies.keys()) if (this._documentIds.has(id)) count += 1
    return count
  }

  /** Names what matched in the best for one word of the query: words with a typing error only where there are no others. */
  #nameIn(best: ReadonlyMap<number, Matched>, derived: readonly Derived[]): void {
    const unnamed = new Map(best)
    for (const each of derived) {
      if (!isSure(each.match)) continue
      this.#eachHolder(best, each, (id, matched) => {
        matched.terms.add(each.term)
        unnamed.delete(id)
      })
    }
    for (const each of derived) {
      if (!isSure(each.match)) this.#eachHolder(unnamed, each, (_, matched) => void matched.terms.add(each.term))
    }
  }

  /** Goes over those of the best that hold a word, from whichever side is shorter. */
  #eachHolder(
    best: ReadonlyMap<number, Matched>,
    { postings, fields }: Derived,
    visit: (id: number, matched: Matched) => void,
  ): void {
    for (const field of fields) {
      const holders = postings.get(this._fieldIds[field] ?? -1)
      if (holders === undefined) continue
      for (const id of holders.size < best.size ? holders.keys() : best.keys()) {
        const matched = holders.has(id) ? best.get(id) : undefined
        if (matched !== undefined) visit(id, matched)
      }
    }
  }
}
