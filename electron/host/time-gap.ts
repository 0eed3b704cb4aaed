import type { Clock } from '../../shared/ports.ts'

/** What the two clocks did between two looks at them. Milliseconds. */
export type TimeGap =
  | { readonly kind: 'none' }
  /** The desk did nothing for a while: a shut laptop, a stopped process. */
  | { readonly kind: 'slept'; readonly fromMs: number; readonly ms: number }
  /** The wall clock was set: positive is forwards. */
  | { readonly kind: 'jumped'; readonly deltaMs: number }

/** Longer than this without a tick means that the desk slept, not that it was busy: ten of the alarm's ticks. */
const SLEPT_AFTER_MS = 10_000
/** The wall clock may drift from the monotonic one by this much between two looks before it counts as set (bars.md R7). */
const JUMPED_AFTER_MS = 2_000

/** Watches a clock: each look says what happened since the look before. */
export function createGapWatch(clock: Clock): (resumed: boolean) => TimeGap {
  let wallMs = clock.nowMs()
  let monotonicMs = clock.monotonicMs()
  return (resumed) => {
    const before = { wallMs, monotonicMs }
    wallMs = clock.nowMs()
    monotonicMs = clock.monotonicMs()
    const wallPassed = wallMs - before.wallMs
    const monotonicPassed = monotonicMs - before.monotonicMs
    const skew = wallPassed - monotonicPassed
    const stoodStill = resumed ? Math.max(wallPassed, monotonicPassed) : monotonicPassed
    if (stoodStill > SLEPT_AFTER_MS) return { kind: 'slept', fromMs: before.wallMs, ms: stoodStill }
    if (Math.abs(skew) > JUMPED_AFTER_MS) return { kind: 'jumped', deltaMs: Math.round(skew) }
    return { kind: 'none' }
  }
}
