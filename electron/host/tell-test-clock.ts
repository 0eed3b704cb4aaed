import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Clock } from '../../shared/ports.ts'

/** Tells the windows where a test clock stands, once for many ticks in a row; does nothing for the real clock. */
export function createTestClockTeller(clock: Clock, publish: (event: HostEvent) => void): () => void {
  let isPlanned = false
  return () => {
    if (clock.kind !== 'test' || isPlanned) return
    isPlanned = true
    setImmediate(() => {
      isPlanned = false
      publish({ type: 'clock', now: new Date(clock.nowMs()).toISOString() })
    })
  }
}
