import type { LadderContext } from '../../../../shared/incident/ladder-context.ts'
import { shortTime, spanWords, zoneName } from '../../../ui/time-words.ts'
import { type LadderRow, toldName } from '../escalation/ladder-rows.ts'

/** How long the incident has lasted: from the ladder's origin (detection, while an SLA is still ahead) until mitigated. */
export type Age = { readonly ms: number; readonly since: string; readonly stoppedBy: 'mitigated' | 'resolved' | null }

/** Reads the age clock. It runs until somebody says that the harm has stopped (two clocks, E4). */
export function ageOf(context: LadderContext, nowMs: number, zone: string): Age {
  const { detectedAt, slaAt } = context.declaration
  const originMs = Date.parse(context.originAt)
  const isAhead = originMs > nowMs
  const startMs = isAhead ? Date.parse(detectedAt) : originMs
  const stoppedAt = context.mitigatedAt ?? context.resolvedAt
  const endMs = stoppedAt === null ? nowMs : Date.parse(stoppedAt)
  const at = `${shortTime(startMs, zone)} ${zoneName(startMs, zone)}`
  const isSla = !isAhead && context.epoch === 0 && slaAt === context.originAt && context.policy.clock === 'sla'
  const origin = isSla ? 'the SLA' : context.epoch > 0 ? 'it came back' : 'detection'
  return {
    ms: Math.max(0, endMs - startMs),
    since: `${origin}, ${at}`,
    stoppedBy: stoppedAt === null ? null : context.mitigatedAt === null ? 'resolved' : 'mitigated',
  }
}

/** What the next rung will do, in words that a stranger understands. */
export function rungWords(row: LadderRow, context: LadderContext, nowMs: number): string {
  const inWords = row.dueAtMs > nowMs ? `in ${spanWords(row.dueAtMs - nowMs)}` : 'now'
  if (row.rung.action.do === 'ask') return `You are asked “still stuck?” ${inWords}`
  const name = toldName(row, context)
  return row.progress.status === 'withheld' ? `${name} would be told ${inWords}` : `${name} is told ${inWords}`
}

/** How much of the way to a rung has gone, 0 to 1, counted from the rung before it. */
export function wayGone(rows: readonly LadderRow[], row: LadderRow, originMs: number, nowMs: number): number {
  const before = rows[rows.indexOf(row) - 1]
  const startMs = before === undefined ? originMs : before.dueAtMs
  const span = row.dueAtMs - startMs
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (nowMs - startMs) / span))
}
