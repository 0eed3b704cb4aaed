import MiniSearch from 'minisearch'
import type { EntryKind, LibraryEntry } from './library-entry.ts'
import type { WantedWord } from './query-plan.ts'
import { fieldBoosts, type SearchField } from './search-fields.ts'
import { bm25, indexOptions, matchWeights } from './search-options.ts'
import { type PerKind, type Places, perKind, sharesOf } from './share-out.ts'
import { likenessOf, someOf, type WordMatch } from './some-words.ts'

/** An index as plain JSON, to be kept and opened again. */
export type IndexJson = ReturnType<MiniSearch<LibraryEntry>['toJSON']>

/** What passes a filter, told by what the index keeps of an entry besides its words. */
type Passes = (kept: Readonly<Record<string, unknown>>) => boolean

/** An entry that was found, by its id; `terms` are its own words that matched. */
type Ranked = {
  readonly id: string
  readonly kind: EntryKind
  readonly terms: readonly string[]
  readonly score: number
}

/** The best of each kind, in no order, and how many were found of each. */
type Ranking = { readonly best: readonly Ranked[]; readonly totals: PerKind }

/** By field, the entries that hold a word, each with how often. Fields and entries by MiniSearch's own numbers. */
type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>
/** A word of the index that answers a word of the query, and what it is worth beside an exact match. */
type Derived = {
  readonly term: string
  readonly weight: number
  readonly postings: Postings
  readonly fields: readonly SearchField[]
  readonly match: WordMatch
}

type Matched = { readonly kind: EntryKind; readonly terms: Set<string>; readonly score: number }

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

/** Entries with their scores, by MiniSearch's own numbers. */
type Scored = { readonly ids: readonly number[]; readonly scores: readonly number[] }

const nothing: Ranking = { best: [], totals: perKind(() => 0) }

/** Entries of the index that are looked at in one slice of forgetting: some two milliseconds. */
const FORGET_AT_ONCE = 20_000

/** Scores that differ by less than this part of themselves are equal: the same sum in another order differs in its last digits. */
const ROUNDING = 1e-9

/** The score that `count` scores reach, less what rounding may take. */
function leastOfBest(scores: Float64Array, count: number): number {
  const least = scores.length <= count ? 0 : (scores.toSorted()[scores.length - count] ?? 0)
  return least * (1 - ROUNDING)
}

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

  /** The entries that hold every word and score no less than the best of their kind do. */
  rankEvery(wanted: readonly WantedWord[], passes: Passes | null, places: Places): Ranking {
    const words = wanted.map((word) => this.#derivedFrom(word))
    if (words.length === 0 || words.some((derived) => derived.length === 0)) return nothing
    // The rarest word first: whoever does not hold it needs no score for the others.
    const rarestFirst = words.toSorted((one, other) => sizeOf(one) - sizeOf(other))
    let scores: Float64Array = new Float64Array(this._nextId).fill(1)
    const sums: Float64Array[] = []
    for (const derived of rarestFirst) {
      scores = this.#sumOf(derived, scores)
      sums.push(scores)
    }
    const ids: number[] = []
    const found: number[] = []
    for (const [id, kept] of this._storedFields) {
      if (scores[id] === 0 || (passes !== null && !passes(kept))) continue
      ids.push(id)
      found.push(sums.reduce((sum, each) => sum + (each[id] ?? 0), 0) * wanted.length)
    }
    return this.#bestOf({ ids, scores: found }, words, places)
  }

  /** The entries that hold the most telling of these words. */
  rankSome(wanted: readonly WantedWord[], passes: Passes | null, places: Places): Ranking {
    const passing: number[] = []
    for (const [id, kept] of this._storedFields) if (passes === null || passes(kept)) passing.push(id)
    const held = wanted.flatMap((word, at) => {
      const derived = this.#derivedFrom(word)
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
      { ids, scores },
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

  /** The words of the index that answer a term: itself, words that begin with it, words with a typing error. */
  #derivedFrom({ term, plans }: WantedWord): readonly Derived[] {
    return plans.flatMap(({ fields, prefix, edits }) => {
      const derived: Derived[] = []
      const exact = this._index.get(term)
      if (exact !== undefined) derived.push({ term, weight: 1, postings: exact, fields, match: 'whole' })
      const numbers = fields.map((field) => this._fieldIds[field] ?? -1)
      for (const [longer, postings] of prefix ? this._index.atPrefix(term) : []) {
        if (longer === term || !numbers.some((number) => postings.has(number))) continue
        const weight = (matchWeights.prefix * longer.length) / (longer.length + 0.3 * (longer.length - term.length))
        derived.push({ term: longer, weight, postings, fields, match: 'beginning' })
      }
      for (const [near, [postings, distance]] of edits === 0 ? [] : this._index.fuzzyGet(term, edits)) {
        if (distance === 0 || (prefix && near.startsWith(term))) continue
        const weight = (matchWeights.fuzzy * near.length) / (near.length + distance)
        derived.push({ term: near, weight, postings, fields, match: 'near' })
      }
      return derived
    })
  }

  /** The best of each kind, as many as have a place, with what matched in them. */
  #bestOf({ ids, scores }: Scored, words: readonly (readonly Derived[])[], places: Places): Ranking {
    const kinds = ids.map((id) => this._storedFields.get(id)?.kind as EntryKind)
    const totals = perKind((kind) => kinds.filter((each) => each === kind).length)
    const shares = sharesOf(totals, places)
    const least = perKind((kind) =>
      leastOfBest(Float64Array.from(scores.filter((_, at) => kinds[at] === kind)), shares[kind]),
    )
    const matched = new Map<number, Matched>()
    for (const [at, id] of ids.entries()) {
      const [kind, score] = [kinds[at] ?? 'runbook', scores[at] ?? 0]
      if (shares[kind] > 0 && score >= least[kind]) matched.set(id, { kind, terms: new Set(), score })
    }
    for (const derived of words) this.#nameIn(matched, derived)
    const best = [...matched].map(([id, { kind, terms, score }]) => ({
      id: String(this._documentIds.get(id)),
      kind,
      terms: [...terms].sort(),
      score,
    }))
    return { best, totals }
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
      if (each.match === 'near') continue
      this.#eachHolder(best, each, (id, matched) => {
        matched.terms.add(each.term)
        unnamed.delete(id)
      })
    }
    for (const each of derived) {
      if (each.match === 'near') this.#eachHolder(unnamed, each, (_, matched) => void matched.terms.add(each.term))
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
