import type { Finding } from '../../../../shared/schedule/finding.ts'
import { scheduleFindings } from '../../../../shared/schedule/schedule-findings.ts'
import { effectHorizonMs } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import type { Team } from '../../../../shared/schedule/team.ts'
import type { Span } from '../window-of-weeks.ts'

const MOST_KEPT = 60
/** Nothing to settle: one value, so that it equals itself. */
export const none: readonly Finding[] = []
const known = new WeakMap<Team, Map<string, readonly Finding[]>>()

const partAhead = (span: Span, nowMs: number): Span => ({ fromMs: Math.max(span.fromMs, nowMs), toMs: span.toMs })
const keyOf = ({ fromMs, toMs }: Span): string => `${fromMs}/${toMs}`

/** What is known to be settled in a span: at once, or null when it has not been worked out yet. */
export function knownFindingsIn(team: Team, span: Span, nowMs: number): readonly Finding[] | null {
  const ahead = partAhead(span, nowMs)
  return ahead.fromMs >= ahead.toMs ? none : (known.get(team)?.get(keyOf(ahead)) ?? null)
}

/** What is to be settled in a span, each span of a team worked out once: going to and fro is free. What is over is not settled any more. */
export function findingsIn(team: Team, span: Span, nowMs: number): readonly Finding[] {
  const before = knownFindingsIn(team, span, nowMs)
  if (before !== null) return before
  const ahead = partAhead(span, nowMs)
  const ofTeam = known.get(team) ?? new Map<string, readonly Finding[]>()
  known.set(team, ofTeam)
  if (ofTeam.size >= MOST_KEPT) ofTeam.clear()
  const findings = scheduleFindings(team, ahead.fromMs, ahead.toMs)
  ofTeam.set(keyOf(ahead), findings)
  return findings
}

/** What is to be settled in the next twelve weeks, whatever one looks at. */
export const findingsAhead = (team: Team, nowMs: number): readonly Finding[] =>
  findingsIn(team, { fromMs: nowMs, toMs: nowMs + effectHorizonMs }, nowMs)
