import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { rungCandidates } from '../../../shared/schedule/rung-candidates.ts'
import type { Team } from '../../../shared/schedule/team.ts'

/**
 * Who would hear of the next rung as the schedule stands at an instant (epoch ms), as the host would choose them: somebody away is passed
 * over, and so is whoever has command (E5). Null when it tells nobody.
 */
export function toldNext(
  { nextRung, pipeline, commander }: Pick<IncidentSummary, 'nextRung' | 'pipeline' | 'commander'>,
  team: Team,
  nowMs: number,
): string | null {
  if (nextRung === null || nextRung.who === null) return null
  const atMs = Math.max(Date.parse(nextRung.dueAt), nowMs)
  const told = rungCandidates(team, pipeline?.id ?? '', nextRung.who, atMs, commander === null ? [] : [commander])
  return told.candidates[0]?.person.name ?? 'nobody who can be told'
}
