import { randomInt } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import type { Ids } from '../../shared/ports.ts'

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Random identifiers; ULIDs rise even within one millisecond, so that facts sort by id as they do by seq.
 * The generator is given: the library's own asks for one random byte at a time, ten times slower.
 */
export function createIds(): Ids {
  const ulid = monotonicFactory(() => randomInt(2 ** 32) / 2 ** 32)
  return {
    ulid: (atMs) => ulid(atMs),
    crockford: (length) => Array.from({ length }, () => CROCKFORD.charAt(randomInt(CROCKFORD.length))).join(''),
  }
}
