import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import { canonicalObject } from './canonical-json.ts'

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hex digits. Passed in, because shared code has no crypto of its own. */
export type Sha256 = (text: string) => string

/** The `prev` of the first record: 64 zeros (J3), so that a log has a known beginning. */
export const genesisHash = '0'.repeat(64)

/** What a record's hash is taken over: its canonical JSON without `hash` (J3). Throws a TypeError where canonicalJson does. */
export function recordForHashing(record: Omit<FactRecord, 'hash'>): string {
  return canonicalObject(record, 'hash')
}

/** The hash that a record must carry (J3): every field counts, also those this version does not know (J7). */
export function hashRecord(record: Omit<FactRecord, 'hash'>, sha256: Sha256): string {
  return sha256(recordForHashing(record))
}
