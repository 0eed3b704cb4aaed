import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { type Damage, damageAt } from './damage.ts'
import { isEnvelope } from './is-envelope.ts'
import { genesisHash, hashRecord, type Sha256 } from './record-hash.ts'
import { currentVersion } from './upcast.ts'

/** Where a chain stands: the last good record, or the beginning. */
export type ChainPosition = {
  readonly seq: number
  readonly hash: string
}

/** Before the first record (J3). */
export const chainStart: ChainPosition = { seq: 0, hash: genesisHash }

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Deep nesting and lone surrogates throw; a record that cannot be hashed is one that was never hashed. */
function ownHash(record: FactRecord, sha256: Sha256): string | null {
  try {
    return hashRecord(record, sha256)
  } catch {
    return null
  }
}

/** `JSON.stringify` of what was read must give the bytes read, else something was altered that the hash cannot see. */
function isOwnForm(parsed: unknown, text: string): boolean {
  try {
    return JSON.stringify(parsed) === text
  } catch {
    return false
  }
}

/**
 * One line looked at alone: JSON, shape, form, its own hash (J2, J3). The record comes back as it was read, unknown
 * fields included (J7). The hash is judged before the place in the chain, so that a flipped bit is blamed on its own line.
 */
export function readLine(line: number, text: string, sha256: Sha256): Result<FactRecord, Damage> {
  const parsed = parseLine(text)
  if (parsed === undefined) return fail(damageAt(line, 'J2/json'))
  if (!isEnvelope(parsed)) return fail(damageAt(line, 'J2/shape'))
  if (!isOwnForm(parsed, text)) return fail(damageAt(line, 'J2/form'))
  if (ownHash(parsed, sha256) !== parsed.hash) return fail(damageAt(line, 'J3/hash'))
  return ok(parsed)
}

/**
 * One step of the chain: whether `text` is the record that follows `before`, in this incident (J2, J3, J7).
 * A newer `v` is named last: envelope and hash are the same in every version, so a wrong hash is damage, not novelty.
 */
export function checkLine(
  before: ChainPosition,
  text: string,
  incident: string,
  sha256: Sha256,
): Result<FactRecord, Damage> {
  const line = before.seq + 1
  const read = readLine(line, text, sha256)
  if (!read.ok) return read
  const record = read.value
  if (record.incident !== incident) return fail(damageAt(line, 'J2/incident'))
  if (record.seq !== line) return fail(damageAt(line, 'J3/seq'))
  if (record.prev !== before.hash) return fail(damageAt(line, 'J3/prev'))
  if (record.v > currentVersion) return fail(damageAt(line, 'J7/version'))
  return ok(record)
}

/** Checks lines one after another and stops at the first that breaks a rule; the position is that of the intact prefix. */
export function checkChain(
  before: ChainPosition,
  lines: Iterable<string>,
  incident: string,
  sha256: Sha256,
): { readonly position: ChainPosition; readonly damage: Damage | null } {
  let position = before
  for (const text of lines) {
    const checked = checkLine(position, text, incident, sha256)
    if (!checked.ok) return { position, damage: checked.error }
    position = { seq: checked.value.seq, hash: checked.value.hash }
  }
  return { position, damage: null }
}
