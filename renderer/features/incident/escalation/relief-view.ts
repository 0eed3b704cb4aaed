import type { LadderContext } from '../../../../shared/incident/ladder-context.ts'
import { relaxedDueAtMs, reliefAhead, reliefInForce } from '../../../../shared/incident/relief.ts'
import { parseDurationMs, type Rung } from '../../../../shared/schedule/policy.ts'
import { shortDate, shortTime, spanWords } from '../../../ui/time-words.ts'

/** What the panel says of a relief: which, until when, what it does to this incident. */
export type ReliefNotice = { readonly words: string; readonly effects: readonly string[] }

/** `until 3 Jan`: the last whole day for a mode that ends at midnight there, else day and time. */
function untilWords(endsAt: string, zone: string): string {
  const isMidnight = shortTime(endsAt, zone) === '00:00'
  return isMidnight ? shortDate(Date.parse(endsAt) - 1, zone) : `${shortDate(endsAt, zone)} ${shortTime(endsAt, zone)}`
}

/** A rung's delay as agreed and as relaxed, when they differ: `after 1 h instead of 30 min`. */
export function relaxedDelay(context: LadderContext, rung: Rung): string | null {
  const delayMs = parseDurationMs(rung.after) ?? 0
  const relaxedMs = relaxedDueAtMs(context, delayMs) - Date.parse(context.originAt)
  return relaxedMs === delayMs ? null : `after ${spanWords(relaxedMs)} instead of ${spanWords(delayMs)}`
}

const roleWords: Readonly<Record<string, string>> = { secondary: 'Secondary', lead: 'Lead', backup: 'Backup' }

const roleOf = ({ action }: Rung): string => (action.do === 'ask' ? 'Question' : (roleWords[action.who] ?? action.who))

/** What relaxes this ladder now, or will while it runs; null when nothing does, or it was set aside (E15). */
export function reliefNotice(context: LadderContext, nowMs: number, zone: string): ReliefNotice | null {
  const inForce = reliefInForce(context, nowMs)
  const coming = context.severity === 1 ? [] : reliefAhead(context, nowMs)
  const delays = context.policy.rungs.flatMap((rung) => {
    const words = relaxedDelay(context, rung)
    return words === null ? [] : [`${roleOf(rung)} ${words}`]
  })
  const relief = inForce[0] ?? (delays.length > 0 ? coming[0] : undefined)
  if (relief === undefined) return null
  const isNow = inForce.length > 0
  const when = isNow ? '' : ` from ${shortDate(relief.startsAt, zone)} ${shortTime(relief.startsAt, zone)}`
  const waits =
    isNow && inForce.every(({ severityFloor }) => severityFloor !== null && context.severity > severityFloor)
  const morning = relief.hours?.from ?? 'morning'
  const effects = [...delays, ...(waits ? [`Pages of SEV-${context.severity} wait until ${morning}`] : [])]
  return {
    words: `Relaxed by “${relief.reason}”${when} until ${untilWords(relief.endsAt, zone)}`,
    effects: effects.length === 0 ? ['It changes nothing for this severity'] : effects,
  }
}
