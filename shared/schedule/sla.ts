import { Temporal } from 'temporal-polyfill'
import type { Pipeline } from './team.ts'
import { fallsOn, plainDateAt, toIso, wallTimeMs } from './wall-clock.ts'

const hourMs = 3_600_000

/** A detection this long after an SLA instant can still be about it. */
const missedWithinMs = 12 * hourMs

/** Up to here the missed instant is the likelier meaning; later, people mean the next one. */
const missedLikelyWithinMs = 4 * hourMs

/** A next instant further away than this is nothing to count down to at declaration. */
const nextLikelyWithinMs = 12 * hourMs

/** The longest wait for an SLA that holds on one day of the week, with a day to spare for DST. */
const longestWaitMs = 8 * 24 * hourMs

function slaInstantsMs({ sla }: Pipeline, fromMs: number, toMs: number): readonly number[] {
  if (!sla || !(fromMs < toMs)) return []
  const instants: number[] = []
  const last = plainDateAt(toMs, sla.timezone)
  let date = plainDateAt(fromMs, sla.timezone)
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    const instantMs = fallsOn(sla.days, date) ? wallTimeMs(date, sla.by, sla.timezone) : Number.NaN
    if (instantMs >= fromMs && instantMs < toMs) instants.push(instantMs)
    date = date.add({ days: 1 })
  }
  return instants
}

/** The instants at which a pipeline's data is due, UTC ISO, from one instant to another (epoch ms, end excluded); none without an SLA. */
export const slaInstants = (pipeline: Pipeline, fromMs: number, toMs: number): readonly string[] =>
  slaInstantsMs(pipeline, fromMs, toMs).map(toIso)

/** The SLA instants an incident could be about, UTC ISO, and which of them to offer first. */
export type SlaChoice = {
  /** The last one at or before detection, at most 12 h ago. */
  readonly missed: string | null
  /** The first one after detection. */
  readonly next: string | null
  /** `missed` up to 4 h after it, else `next` when it is at most 12 h away, else none. */
  readonly suggested: 'missed' | 'next' | 'none'
}

/**
 * Which SLA an incident detected at an instant (epoch ms) threatens: an incident found at 07:30 is about today's 08:00, one found at 09:00
 * missed it (E1, "an SLA origin may lie after detection"). The person declaring decides; this only suggests.
 */
export function slaChoice(pipeline: Pipeline, detectedAtMs: number): SlaChoice {
  const missed = slaInstantsMs(pipeline, detectedAtMs - missedWithinMs, detectedAtMs + 1).at(-1) ?? null
  const next = slaInstantsMs(pipeline, detectedAtMs + 1, detectedAtMs + longestWaitMs)[0] ?? null
  const suggested = suggestion(missed, next, detectedAtMs)
  return { missed: missed === null ? null : toIso(missed), next: next === null ? null : toIso(next), suggested }
}

function suggestion(missed: number | null, next: number | null, detectedAtMs: number): SlaChoice['suggested'] {
  if (missed !== null && detectedAtMs - missed <= missedLikelyWithinMs) return 'missed'
  return next !== null && next - detectedAtMs <= nextLikelyWithinMs ? 'next' : 'none'
}
