import { timingSafeEqual } from 'node:crypto'
import { digestOf, newSecret } from '../host/http/secret.ts'
import type { KeptSessions } from './kept-sessions.ts'

const MAX_OUTSTANDING = 16

type Outstanding = { readonly digest: Buffer; readonly goodUntilMs: number }

/**
 * The keys to the door. A token opens it once, for whoever was given the address; it buys a session, which lives in a cookie
 * until the browser closes, also when the door was started again meanwhile. Only digests are kept, compared in constant time.
 */
export type SessionTokens = {
  /** A new token of 256 bits; `lifeMs` limits how long it may wait to be spent. */
  readonly issue: (lifeMs?: number) => string
  /** The session that an unspent token buys, or null; it is spent either way. */
  readonly spend: (token: string) => string | null
  /** Whether this session was bought here, in this run or one of the last. */
  readonly isOpen: (session: string) => boolean
}

/** Makes the keys of one run of the door; no token outlives it. `nowMs` is any clock that only goes forward. */
export function createSessionTokens(nowMs: () => number, kept: KeptSessions): SessionTokens {
  let outstanding: readonly Outstanding[] = []
  const sessions = [...kept.digests()]
  return {
    issue: (lifeMs = Number.POSITIVE_INFINITY) => {
      const token = newSecret()
      const issued = { digest: digestOf(token), goodUntilMs: nowMs() + lifeMs }
      outstanding = [...outstanding, issued].slice(-MAX_OUTSTANDING)
      return token
    },
    spend: (token) => {
      const digest = digestOf(token)
      const found = outstanding.find((each) => timingSafeEqual(each.digest, digest))
      outstanding = outstanding.filter((each) => each !== found)
      if (!found || found.goodUntilMs < nowMs()) return null
      const session = newSecret()
      const bought = digestOf(session)
      sessions.push(bought)
      kept.keep(bought)
      return session
    },
    isOpen: (session) => {
      const digest = digestOf(session)
      return sessions.some((each) => timingSafeEqual(each, digest))
    },
  }
}
