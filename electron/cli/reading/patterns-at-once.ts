import process from 'node:process'
import { setFlagsFromString } from 'node:v8'

/** The V8 of Node 20 to 25 knows the setting; another might print an error into somebody's log. */
const FIRST_TO_KNOW = 11
const LAST_TO_KNOW = 14

/** Whether V8, by its version, knows the setting. */
export function knowsPatternsAtOnce(v8Version: string): boolean {
  const major = Number.parseInt(v8Version, 10)
  return major >= FIRST_TO_KNOW && major <= LAST_TO_KNOW
}

/**
 * Has every pattern compiled for the machine when it is first used, in all threads. V8 would first compile it for its interpreter, which is quicker for a pattern
 * that is used once; of a thousand runbooks nearly all are used thousands of times, and a tenth of the time goes into compiling them twice.
 */
export function compilePatternsAtOnce(): void {
  if (knowsPatternsAtOnce(process.versions.v8)) setFlagsFromString('--no-regexp-tier-up')
}
