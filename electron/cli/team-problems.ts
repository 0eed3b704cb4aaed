import { dirname } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'
import { scheduleFindings } from '../../shared/schedule/schedule-findings.ts'
import type { Team } from '../../shared/schedule/team.ts'
import type { FoundFile } from '../host/workspace-files.ts'
import { loadTeam } from '../host/workspace-team.ts'

const DAY_MS = 86_400_000
/** How far ahead the schedule is looked at: the twelve weeks that the Schedule screen shows. */
const LOOK_AHEAD_DAYS = 84

/** A team with what is wrong in its file, and with its schedule of the next twelve weeks (S4, W1), named from the folder that all paths count from. */
export type ReadTeam = {
  readonly team: Team
  readonly problems: readonly Problem[]
  readonly schedule: readonly Problem[]
}

/** Reads a team file as of an instant (epoch ms). */
export function readTeamFile({ file, path }: FoundFile, nowMs: number): ReadTeam {
  const { team, problems } = loadTeam(dirname(file), null)
  return {
    team,
    problems: problems.map((problem) => ({ ...problem, file: path })),
    schedule: scheduleFindings(team, nowMs, nowMs + LOOK_AHEAD_DAYS * DAY_MS).map((finding) => ({
      file: path,
      rule: `schedule/${finding.kind}`,
      severity: finding.severity === 'error' ? 'error' : 'warning',
      message: `${finding.date}: ${finding.why}`,
      hint: finding.hint,
    })),
  }
}
