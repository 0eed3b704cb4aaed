import MiniSearch from 'minisearch'
import type { LibraryEntry } from './library-entry.ts'
import { bm25, fieldBoosts, indexOptions, matchWeights, plansFor, type SearchField } from './search-options.ts'

/** An index as plain JSON, to be kept and opened again. */
export type IndexJson = ReturnType<MiniSearch<LibraryEntry>['toJSON']>

/** What passes a filter, told by what the index keeps of an entry besides its words. */
type Passes = (kept: Readonly<Record<string, unknown>>) => boolean

/** An entry that was found, by its id; `terms` are its own words that matched. */
type Ranked = { readonly id: string; readonly terms: readonly string[]; readonly score: number }

/** By field, the entries that hold a word, each with how often. Fields and entries by MiniSearch's own numbers. */
type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>
/** A word of the index that answers a word of the query, and what it is worth beside an exact match. */
type Derived = {
  readonly term: string
  readonly weight: number
  readonly postings: Postings
  readonly fields: readonly SearchField[]
  readonly isNear: boolean
}

type Matched = { readonly terms: Set<string>; readonly score: number }

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

  /** The entries that hold every term and score no less than the best `limit` do, in no order, and how many hold every term. */
  rank(terms: readonly string[], passes: Passes | null, limit: number): { best: readonly Ranked[]; total: number } {
    const words = terms.map((term) => this.#derivedFrom(term))
    const sums = words.map((derived) => this.#sumOf(derived))
    const quality = new Set(terms).size
    const ids: number[] = []
    const scores: number[] = []
    for (const [id, kept] of terms.length === 0 ? [] : this._storedFields) {
      let score = 0
      for (const sum of sums) {
        const part = sum[id] ?? 0
        if (part === 0) {
          score = 0
          break
        }
        score += part
      }
      if (score === 0 || (passes !== null && !passes(kept))) continue
      ids.push(id)
      scores.push(score)
    }
    const least = leastOfBest(Float64Array.from(scores), limit)
    const matched = new Map<number, Matched>()
    for (const [at, id] of ids.entries()) {
      const score = scores[at] ?? 0
      if (score >= least) matched.set(id, { terms: new Set(), score: score * quality })
    }
    for (const derived of words) this.#nameIn(matched, derived)
    const best = [...matched].map(([id, { terms: found, score }]) => ({
      id: String(this._documentIds.get(id)),
      terms: [...found].sort(),
      score,
    }))
    return { best, total: ids.length }
  }

  /** The words of the index that answer a term: itself, words that begin with it, words with a typing error. */
  #derivedFrom(term: string): readonly Derived[] {
    return plansFor(term).flatMap(({ fields, prefix, edits }) => {
      const derived: Derived[] = []
      const exact = this._index.get(term)
      if (exact !== undefined) derived.push({ term, weight: 1, postings: exact, fields, isNear: false })
      const begins = new Set<string>()
      for (const [longer, postings] of prefix ? this._index.atPrefix(term) : []) {
        if (longer === term) continue
        begins.add(longer)
        const weight = (matchWeights.prefix * longer.length) / (longer.length + 0.3 * (longer.length - term.length))
        derived.push({ term: longer, weight, postings, fields, isNear: false })
      }
      for (const [near, [postings, distance]] of edits === 0 ? [] : this._index.fuzzyGet(term, edits)) {
        if (distance === 0 || begins.has(near)) continue
        const weight = (matchWeights.fuzzy * near.length) / (near.length + distance)
        derived.push({ term: near, weight, postings, fields, isNear: true })
      }
      return derived
    })
  }

  /** What each entry scores for one word of the query, by its number; 0 when it does not hold it. */
  #sumOf(derived: readonly Derived[]): Float64Array {
    const sum = new Float64Array(this._nextId)
    for (const { weight, postings, fields } of derived) {
      for (const field of fields) {
        const number = this._fieldIds[field] ?? -1
        const frequencies = postings.get(number)
        if (frequencies !== undefined) this.#add(sum, frequencies, number, weight * fieldBoosts[field])
      }
    }
    return sum
  }

  /** Adds BM25+ for one word in one field. */
  #add(sum: Float64Array, frequencies: ReadonlyMap<number, number>, field: number, weight: number): void {
    const holders = this._dirtCount === 0 ? frequencies.size : this.#living(frequencies)
    const rarity = Math.log(1 + (this._documentCount - holders + 0.5) / (holders + 0.5))
    const { k, b, d } = bm25
    const usualLength = this._avgFieldLength[field] ?? 1
    for (const [id, frequency] of frequencies) {
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
      if (each.isNear) continue
      this.#eachHolder(best, each, (id, matched) => {
        matched.terms.add(each.term)
        unnamed.delete(id)
      })
    }
    for (const each of derived) {
      if (each.isNear) this.#eachHolder(unnamed, each, (_, matched) => void matched.terms.add(each.term))
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
