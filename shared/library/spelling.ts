import type { WantedWord } from './query-plan.ts'

/**
 * A word that so many entries hold as it was typed, or that begins a word of theirs, is spelled right. Fewer may have made the same
 * typing error.
 */
export const SPELLED_RIGHT = 3

const withoutEdits = ({ term, plans }: WantedWord): WantedWord => ({
  term,
  plans: plans.map((plan) => ({ ...plan, edits: 0 })),
})

/** The words of a query; those that are spelled right forgive no typing error, only letters at their end. `holdersOf` may stop counting at `SPELLED_RIGHT`. */
export const asSpelled = (
  wanted: readonly WantedWord[],
  holdersOf: (word: WantedWord) => number,
): readonly WantedWord[] =>
  wanted.map((word) =>
    word.plans.some(({ edits }) => edits > 0) && holdersOf(word) >= SPELLED_RIGHT ? withoutEdits(word) : word,
  )
