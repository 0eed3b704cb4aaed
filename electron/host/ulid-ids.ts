import { randomFillSync, randomInt } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import type { Ids } from '../../shared/ports.ts'

const POOL_BYTES = 4_096
const DRAW_BYTES = 4
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** Random fractions of 32 bits, drawn from a pool: the system is asked once for a thousand of them. */
function createFractions(): () => number {
  const pool = Buffer.alloc(POOL_BYTES)
  let next = POOL_BYTES
  return () => {
    if (next === POOL_BYTES) randomFillSync(pool)
    next %= POOL_BYTES
    next += DRAW_BYTES
    return pool.readUInt32LE(next - DRAW_BYTES) / 2 ** 32
  }
}

/**
 * Random identifiers; ULIDs rise even within one millisecond, so that facts sort by id as they do by seq.
 * The generator is given, because the library's own asks the system for one random byte at a time: sixteen calls for each fact.
 */
export function createIds(): Ids {
  const ulid = monotonicFactory(createFractions())
  return {
    ulid: (atMs) => ulid(atMs),
    crockford: (length) => Array.from({ length }, () => CROCKFORD.charAt(randomInt(CROCKFORD.length))).join(''),
  }
}
