import type { Fact } from './facts/fact-catalog.ts'

/** A fact that is kept because a retraction may take it back, and whether one has. */
export type Said<F extends Fact = Fact> = F & { readonly isRetracted: boolean }

/** What is said of an earlier entry: that it does not hold, or that it does after all. */
export type Retraction = { readonly of: string; readonly isRetracted: boolean }

/** The retraction or restoration that a fact is; null for any other fact. */
export const retractionIn = (fact: Fact): Retraction | null =>
  fact.type === 'entry.amended' && fact.data.retracted !== undefined
    ? { of: fact.data.of, isRetracted: fact.data.retracted }
    : null

/** The entries after a retraction; the same list when it is about none of them. */
export const retractIn = <S extends { readonly id: string; readonly isRetracted: boolean }>(
  said: readonly S[],
  { of, isRetracted }: Retraction,
): readonly S[] =>
  said.some(({ id }) => id === of) ? said.map((each) => (each.id === of ? { ...each, isRetracted } : each)) : said

/** What was said and not taken back, in the order of the log. */
export const standing = <S extends { readonly isRetracted: boolean }>(said: readonly S[]): readonly S[] =>
  said.filter(({ isRetracted }) => !isRetracted)
