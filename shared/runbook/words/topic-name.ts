import type { PartKind } from '../runbook.ts'

/** What a heading announces: a key part (R2), or one of the stretches that never hold steps. `undefined` when the words are the author's own. */
export type Topic = Exclude<PartKind, 'other'> | 'symptoms' | 'cause' | 'reference' | 'prerequisites' | 'afterwards'
