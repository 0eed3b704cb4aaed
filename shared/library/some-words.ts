/** What holds less than this part of what the best holds is not shown beside it. */
const LEAST_PART = 0.5
/** The same sum in another order differs in its last digits. */
const ROUNDING = 1e-9

/** What an entry that was found holds of a query: every word, or, because nothing does, the most telling ones. */
export type Holding = 'every' | 'some'

/**
 * How a word of an entry answers a word of a query: it is the same, begins with it, lacks its last letters, or is near it but for typing
 * errors.
 */
export type WordMatch = 'whole' | 'beginning' | 'shorter' | 'near'

/** How a word answers that holds all that was typed. */
export const sureMatches = ['whole', 'beginning'] as const satisfies readonly WordMatch[]

/** Whether a word of an entry holds all that was typed. */
export const isSure = (match: WordMatch): boolean => sureMatches.some((sure) => sure === match)

/**
 * In which order a word is looked for when not every word has to be found: what any entry holds in one way is not looked for in the
 * next. The last word may still be being typed, so it is as good where a longer one begins with it.
 */
export const likenessOf = (isLast: boolean): readonly (readonly WordMatch[])[] =>
  isLast ? [sureMatches, ['shorter', 'near']] : [['whole'], ['beginning'], ['shorter', 'near']]

/** An entry that holds the most telling words, by its place among those given. */
export type SomeHeld = { readonly at: number; readonly score: number }

/**
 * Which of some entries hold the most telling words of a query, when none holds them all. `weights` has a row for each word that any
 * entry holds, with what that word is worth in each entry, 0 where it does not stand. How telling a word is goes by how few of these
 * entries hold it, and so is the same whether they were found by an index or by looking at every word.
 */
export function someOf(weights: readonly (readonly number[])[]): readonly SomeHeld[] {
  const count = weights[0]?.length ?? 0
  const held = new Float64Array(count)
  const scores = new Float64Array(count)
  for (const row of weights) {
    const holders = row.reduce((sum, weight) => (weight > 0 ? sum + 1 : sum), 0)
    const rarity = Math.log(1 + (count - holders + 0.5) / (holders + 0.5))
    for (const [at, weight] of row.entries()) {
      if (weight === 0) continue
      held[at] = (held[at] ?? 0) + rarity
      scores[at] = (scores[at] ?? 0) + weight
    }
  }
  const most = held.reduce((best, each) => Math.max(best, each), 0)
  const found: SomeHeld[] = []
  for (const [at, part] of held.entries()) {
    if (part > 0 && part >= most * LEAST_PART * (1 - ROUNDING)) found.push({ at, score: (scores[at] ?? 0) * part })
  }
  return found
}
