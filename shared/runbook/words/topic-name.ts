import type { Announced } from '../languages/language.ts'

/** What a heading announces: a key part (R2), or one of the stretches that never hold steps. `undefined` when the words are the author's own. */
export type Topic = Announced
