import type { Clock } from '../../shared/ports.ts'

/** Why nothing was done for a while: the machine slept, the process was stopped or had too much to do while it was awake, or one of these. */
export type StillBecause = 'asleep' | 'heldUp' | 'asleepOrHeldUp'

/** What the two clocks did between two looks at them. Milliseconds. */
export type TimeGap =
  | { readonly kind: 'none' }
  /** The desk did nothing for a while: a shut laptop, a stopped process. */
  | { readonly kind: 'slept'; readonly because: StillBecause; readonly fromMs: number; readonly ms: number }
  /** The wall clock was set: positive is forwards. */
  | { readonly kind: 'jumped'; readonly deltaMs: number }

/** Longer than this without a tick is told: ten of the alarm's ticks. */
const SLEPT_AFTER_MS = 10_000
/** The wall clock may drift from the monotonic one by this much between two looks before it counts as set (bars.md R7). */
const JUMPED_AFTER_MS = 2_000

/** Of most of a gap, whether the machine was awake. A shell that saw the machine wake up knows best. */
function becauseOf(resumed: boolean, ms: number, awakeMs: number | null): StillBecause {
  if (resumed) return 'asleep'
  if (awakeMs === null) return 'asleepOrHeldUp'
  return awakeMs < ms / 2 ? 'asleep' : 'heldUp'
}

/** Watches a clock: each look says what happened since the look before. */
export function createGapWatch(clock: Clock): (resumed: boolean) => TimeGap {
  let wallMs = clock.nowMs()
  let monotonicMs = clock.monotonicMs()
  let awakeMs = clock.awakeMs()
  return (resumed) => {
    const before = { wallMs, monotonicMs, awakeMs }
    wallMs = clock.nowMs()
    monotonicMs = clock.monotonicMs()
    awakeMs = clock.awakeMs()
    const awakePassed = awakeMs === null || before.awakeMs === null ? null : awakeMs - before.awakeMs
    const wallPassed = wallMs - before.wallMs
    const monotonicPassed = monotonicMs - before.monotonicMs
    const skew = wallPassed - monotonicPassed
    const stoodStill = resumed ? Math.max(wallPassed, monotonicPassed) : monotonicPassed
    if (stoodStill > SLEPT_AFTER_MS) {
      const because = becauseOf(resumed, stoodStill, awakePassed)
      return { kind: 'slept', because, fromMs: before.wallMs, ms: stoodStill }
    }
    if (Math.abs(skew) > JUMPED_AFTER_MS) return { kind: 'jumped', deltaMs: Math.round(skew) }
    return { kind: 'none' }
  }
}
