import { randomInt } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import type { Ids } from '../../shared/ports.ts'

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** Random identifiers; ULIDs rise even within one millisecond, so that facts sort by id as they do by seq. */
export function createIds(): Ids {
  const ulid = monotonicFactory()
  return {
    ulid: (atMs) => ulid(atMs),
    crockford: (length) => Array.from({ length }, () => CROCKFORD.charAt(randomInt(CROCKFORD.length))).join(''),
  }
}
