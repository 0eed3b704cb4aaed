/** What this window knows of the host's time: a running offset, or the test clock's standing value. */
export type HostClock =
  | { readonly kind: 'system'; readonly offsetMs: number }
  | { readonly kind: 'test'; readonly standsAtMs: number }

/** Reads the host's `now` against this window's own clock (epoch ms). */
export function hostClock(kind: 'system' | 'test', hostNow: string, windowNowMs: number): HostClock {
  const hostMs = Date.parse(hostNow)
  return kind === 'test' ? { kind, standsAtMs: hostMs } : { kind, offsetMs: hostMs - windowNowMs }
}

/** The host's time, epoch ms. Offsets under a second are the wire's, not the clock's. */
export function nowOf(clock: HostClock, windowNowMs: number): number {
  if (clock.kind === 'test') return clock.standsAtMs
  return Math.abs(clock.offsetMs) < 1_000 ? windowNowMs : windowNowMs + clock.offsetMs
}
