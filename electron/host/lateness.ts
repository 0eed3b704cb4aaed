import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import type { StillBecause } from './time-gap.ts'

/** A stretch during which the alarm could not look, or a step of the wall clock. */
export type Gap =
  | { readonly cause: StillBecause | 'notRunning'; readonly fromMs: number; readonly ms: number }
  | { readonly cause: 'clockSet'; readonly deltaMs: number }

const alarm = { kind: 'alarm', id: 'alarm' } as const

/** A length of time as people say it, rounded to what matters. */
function lengthInWords(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Why a deadline that fell due at an instant (epoch ms) was met late (E6). */
export function gapInWords(gap: Gap | null, dueAtMs: number): string {
  if (gap === null) return 'the alarm was delayed'
  if (gap.cause === 'clockSet')
    return `the clock was set ${gap.deltaMs < 0 ? 'back' : 'forward'} ${lengthInWords(gap.deltaMs)}`
  if (dueAtMs < gap.fromMs - 1_000 || dueAtMs > gap.fromMs + gap.ms + 1_000) return 'the alarm was delayed'
  const length = lengthInWords(gap.ms)
  switch (gap.cause) {
    case 'asleep':
      return `laptop asleep ${length}`
    case 'heldUp':
      return `Nightdesk was held up for ${length}`
    case 'asleepOrHeldUp':
      return `the machine slept, or Nightdesk was held up, for ${length}`
    case 'notRunning':
      return `Nightdesk was not running for ${length}`
  }
}

/** The gap as a fact of the log (bars.md R9). */
export function gapFact(gap: Gap): FactDraft {
  if (gap.cause === 'clockSet') return { type: 'clock.jumped', by: alarm, data: { deltaMs: gap.deltaMs } }
  const from = new Date(gap.fromMs).toISOString()
  return { type: 'host.slept', by: alarm, data: { from, ms: Math.round(gap.ms), cause: gap.cause } }
}
