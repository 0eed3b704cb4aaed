import type { Clock } from '../../shared/ports.ts'

const STEP_MS = 1_000

/** A clock that stands still until somebody moves it; made for tests, and said so on screen. */
export type TestClock = Clock & {
  /** Lets time pass as it does for a desk that is awake: second by second, each with its tick. */
  readonly advance: (ms: number) => void
  /** Lets time pass as it does for a laptop that is shut: both clocks go on, with one tick at the end. */
  readonly sleep: (ms: number) => void
  /** Lets time pass as it does for a process that is stopped or has too much to do: all clocks go on, with one tick at the end. */
  readonly block: (ms: number) => void
  /** Sets the wall clock alone, forwards or backwards, as NTP or a hand would (epoch ms), with one tick. */
  readonly set: (atMs: number) => void
}

/** A test clock that begins at an instant (UTC ISO). */
export function createTestClock(startAt: string): TestClock {
  let wallMs = Date.parse(startAt)
  let monotonicMs = 0
  let awakeMs = 0
  const listeners = new Set<() => void>()
  const tick = (): void => {
    for (const run of [...listeners]) run()
  }
  const sleep = (ms: number): void => {
    wallMs += ms
    monotonicMs += ms
    tick()
  }
  const pass = (ms: number): void => {
    awakeMs += ms
    sleep(ms)
  }
  return {
    kind: 'test',
    nowMs: () => wallMs,
    monotonicMs: () => monotonicMs,
    awakeMs: () => awakeMs,
    onTick: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    advance: (ms) => {
      for (let left = ms; left > 0; left -= STEP_MS) pass(Math.min(left, STEP_MS))
    },
    sleep,
    block: pass,
    set: (atMs) => {
      wallMs = atMs
      tick()
    },
  }
}
