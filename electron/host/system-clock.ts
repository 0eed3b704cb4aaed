import { platform, uptime } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { Clock } from '../../shared/ports.ts'

const TICK_MS = 1_000

/**
 * The system's uptime goes on while a laptop sleeps on Linux and Windows, so that a sleep and a stepped wall clock look
 * different; on macOS it is derived from the wall clock, so the process's own monotonic clock is taken there.
 */
const monotonicMs = platform() === 'darwin' ? () => performance.now() : () => uptime() * 1_000

/**
 * Linux's own monotonic clock stands still while the machine sleeps (CLOCK_MONOTONIC, clock_gettime(2)), and its uptime goes on, so what lies
 * between them was sleep. Elsewhere what Node measures with is not said to do either.
 */
const awakeMs = platform() === 'linux' ? () => performance.now() : () => null

/** The real clock. Its tick is a hint that the alarm checks absolute deadlines: it may come late, never early. */
export const systemClock: Clock = {
  kind: 'system',
  nowMs: Date.now,
  monotonicMs,
  awakeMs,
  onTick: (run) => {
    const timer = setInterval(run, TICK_MS)
    return () => clearInterval(timer)
  },
}
