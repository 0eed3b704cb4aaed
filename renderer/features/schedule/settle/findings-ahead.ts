import type { Finding } from '../../../../shared/schedule/finding.ts'
import { scheduleFindings } from '../../../../shared/schedule/schedule-findings.ts'
import { effectHorizonMs } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import type { Team } from '../../../../shared/schedule/team.ts'
import type { Span } from '../window-of-weeks.ts'

const MOST_KEPT = 60
const none: readonly Finding[] = []
const known = new WeakMap<Team, Map<string, readonly Finding[]>>()

/** What is to be settled in a span, each span of a team worked out once: going to and fro is free. What is over is not settled any more. */
export function findingsIn(team: Team, span: Span, nowMs: number): readonly Finding[] {
  const fromMs = Math.max(span.fromMs, nowMs)
  if (fromMs >= span.toMs) return none
  const ofTeam = known.get(team) ?? new Map<string, readonly Finding[]>()
  known.set(team, ofTeam)
  const key = `${fromMs}/${span.toMs}`
  const before = ofTeam.get(key)
  if (before !== undefined) return before
  if (ofTeam.size >= MOST_KEPT) ofTeam.clear()
  const findings = scheduleFindings(team, fromMs, span.toMs)
  ofTeam.set(key, findings)
  return findings
}

/** What is to be settled in the next twelve weeks, whatever one looks at. */
export const findingsAhead = (team: Team, nowMs: number): readonly Finding[] =>
  findingsIn(team, { fromMs: nowMs, toMs: nowMs + effectHorizonMs }, nowMs)
