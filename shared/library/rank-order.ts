import type { AskedPath } from './asked-path.ts'
import type { EntryKind } from './library-entry.ts'

/** An entry that was found: `terms` are its own words that matched, as `termOf` writes them. */
export type Found = {
  readonly id: string
  readonly kind: EntryKind
  readonly terms: readonly string[]
  readonly score: number
  /** A lower one comes first, whatever the scores are; see `tierOf`. */
  readonly tier: number
}

/** How a whole query is looked for besides its words: as what an entry is called (`wholeName`), and as the path of its file. */
export type Whole = { readonly name: string; readonly path: AskedPath | null }

/** What an entry is to a whole query: whether it is called so, how many words it holds with a typing error only, and how far its path agrees. */
export type Standing = { readonly isCalledSo: boolean; readonly forgiven: number; readonly agrees: number }

/**
 * What stands at the path that was asked for comes first, the more of its folders agree the sooner; then what is called as was typed, what holds every
 * word as typed, what holds all but one so, and so on.
 */
export const tierOf = ({ isCalledSo, forgiven, agrees }: Standing): number =>
  agrees > 0 ? -agrees : isCalledSo ? 0 : 1 + forgiven

/** Whether something was found at the path that was asked for. */
export const isAtPath = ({ tier }: Pick<Found, 'tier'>): boolean => tier < 0

/** Whether something is called as was typed, or stands at the path that was. */
export const isCalledOrAtPath = ({ tier }: Pick<Found, 'tier'>): boolean => tier <= 0

/** The tier of everything when not every word has to be found. */
export const ONE_TIER = 1

/** A score without its last digits. */
export const rounded = (score: number): number => Number(score.toPrecision(9))

/** By tier, by score, then by id, so that the same library answers in the same order everywhere. */
export const byRank = (one: Found, other: Found): number =>
  one.tier - other.tier || other.score - one.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** Scores that differ by less than this part of themselves are equal: the same sum in another order differs in its last digits. */
const ROUNDING = 1e-9

/** The score that `count` scores reach, less what rounding may take. */
export function leastOfBest(scores: readonly number[], count: number): number {
  const least = scores.length <= count ? 0 : (Float64Array.from(scores).sort()[scores.length - count] ?? 0)
  return least * (1 - ROUNDING)
}

/** Scores raised so far that those of a lower tier are above all others: numbers in the order of `byRank`. */
export function raisedByTier(scores: readonly number[], tiers: readonly number[]): readonly number[] {
  const last = tiers.reduce((most, tier) => Math.max(most, tier), 0)
  const step = scores.reduce((most, score) => Math.max(most, score), 0) + 1
  return scores.map((score, at) => score + (last - (tiers[at] ?? last)) * step)
}
