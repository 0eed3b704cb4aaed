import { platform, uptime } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { Clock } from '../../shared/ports.ts'

const TICK_MS = 1_000

/**
 * The system's uptime goes on while a laptop sleeps on Linux and Windows, so that a sleep and a stepped wall clock look
 * different; on macOS it is derived from the wall clock, so the process's own monotonic clock is taken there.
 */
const monotonicMs = platform() === 'darwin' ? () => performance.now() : () => uptime() * 1_000

/** The real clock. Its tick is a hint that the alarm checks absolute deadlines: it may come late, never early. */
export const systemClock: Clock = {
  kind: 'system',
  nowMs: Date.now,
  monotonicMs,
  onTick: (run) => {
    const timer = setInterval(run, TICK_MS)
    return () => clearInterval(timer)
  },
}
