import type { Finding } from '../../../../shared/schedule/finding.ts'
import { scheduleFindings } from '../../../../shared/schedule/schedule-findings.ts'
import { effectHorizonMs } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import type { Team } from '../../../../shared/schedule/team.ts'

type Found = { readonly toMs: number; readonly nowMs: number; readonly findings: readonly Finding[] }

const known = new WeakMap<Team, Found>()

/** What is to be settled from now on: at least twelve weeks ahead, further when one looks further. Worked out once for a team and an hour. */
export function findingsAhead(team: Team, nowMs: number, toMs: number): readonly Finding[] {
  const untilMs = Math.max(nowMs + effectHorizonMs, toMs)
  const before = known.get(team)
  if (before?.nowMs === nowMs && before.toMs === untilMs) return before.findings
  const findings = scheduleFindings(team, nowMs, untilMs)
  known.set(team, { toMs: untilMs, nowMs, findings })
  return findings
}
