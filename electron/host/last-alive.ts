import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../shared/ports.ts'
import type { Gap } from './lateness.ts'

const WRITE_EVERY_MS = 15_000
/** A host that is back sooner than this was restarted, not away. */
const AWAY_AFTER_MS = 60_000

/**
 * Remembers when a host last ran on this data folder, so that a rung overdue at start can say for how long nobody watched.
 * Not durable on purpose: it is a hint for words, never for deadlines.
 */
export function createLastAlive(dataFolder: string, clock: Clock) {
  const file = join(dataFolder, 'last-alive')
  let writtenAtMs = Number.NEGATIVE_INFINITY
  return {
    gapBeforeStart: (): Gap | null => {
      try {
        const fromMs = Date.parse(readFileSync(file, 'utf8').trim())
        const ms = clock.nowMs() - fromMs
        return Number.isFinite(ms) && ms > AWAY_AFTER_MS ? { cause: 'notRunning', fromMs, ms } : null
      } catch {
        return null
      }
    },
    touch: (): void => {
      if (clock.nowMs() - writtenAtMs < WRITE_EVERY_MS && clock.nowMs() >= writtenAtMs) return
      writtenAtMs = clock.nowMs()
      try {
        writeFileSync(file, `${new Date(writtenAtMs).toISOString()}\n`)
      } catch {
        // A full disk costs the hint, never the alarm, whose tick this is.
      }
    },
  }
}
