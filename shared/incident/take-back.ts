import { isEntryFact } from './entry-changes.ts'
import type { Fact, FactRecord } from './facts/fact-catalog.ts'
import { canBeRetracted } from './ladder-said.ts'

/** The ids of those records of a batch that a retraction takes back (J8): what was asked or told stays, and what is said of an entry has an undo of its own. */
export const idsToTakeBack = (records: readonly FactRecord[]): readonly string[] =>
  records.filter((record) => canBeRetracted(record) && !isEntryFact(record as Fact)).map(({ id }) => id)
