import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'
import { type ParsedTeam, parseTeam } from '../../shared/schedule/parse-team.ts'
import { emptyTeam } from '../../shared/schedule/team.ts'
import { whyTeamNotTaken } from './last-good-version.ts'
import type { GoodTeam } from './team-memory.ts'
import { readWorkspaceFile } from './workspace-files.ts'

/** The team in force, and how it stands to the file. */
export type LoadedTeam = ParsedTeam & {
  /** The file's text when nothing is wrong with it, else null. */
  readonly goodText: string | null
  /** When the earlier file was read that is in force instead of this one (UTC ISO); null when this one is. */
  readonly asOf: string | null
}

const workspaceMissing = (folder: string): Problem => ({
  file: folder,
  rule: 'workspace/missing',
  severity: 'error',
  message: 'The workspace folder is not there.',
  hint: 'Choose another one in Settings. Incidents and their journals are not in it and are safe.',
})

const teamMissing: Problem = {
  file: 'team.yaml',
  rule: 'team/missing',
  severity: 'error',
  message: 'There is no team.yaml in this workspace.',
  hint: 'Without one nobody can be on call or told. Put it back, copy the demo workspace, or choose another folder in Settings.',
}

type ReadTeam = ParsedTeam & Pick<LoadedTeam, 'goodText'>

function readTeam(folder: string): ReadTeam {
  const bad = (problem: Problem) => ({ team: emptyTeam, problems: [problem], goodText: null })
  if (!existsSync(folder)) return bad(workspaceMissing(folder))
  const file = join(folder, 'team.yaml')
  if (!existsSync(file)) return bad(teamMissing)
  const read = readWorkspaceFile(folder, file)
  if (!('text' in read)) return bad(read)
  const understood = parseTeam(read)
  const parsed = { ...understood, problems: [...read.problems, ...understood.problems] }
  const isBad = parsed.problems.some(({ severity }) => severity === 'error')
  return { ...parsed, goodText: isBad ? null : read.text }
}

/** What has no error is no good text all the same where it is only a part of the one before. */
function againstLastGood(read: ReadTeam, lastGood: GoodTeam | null): ReadTeam {
  if (read.goodText === null || lastGood === null) return read
  const problem = whyTeamNotTaken(lastGood, { team: read.team, text: read.goodText })
  return problem === undefined ? read : { ...read, problems: [problem, ...read.problems], goodText: null }
}

/** The team, or the last good one when the file has an error, was emptied or cut off, or is gone (W1); without one whatever could be understood. */
export function loadTeam(folder: string, lastGood: GoodTeam | null): LoadedTeam {
  const read = againstLastGood(readTeam(folder), lastGood)
  if (read.goodText !== null || lastGood === null) return { ...read, asOf: null }
  return { ...read, team: lastGood.team, asOf: lastGood.readAt }
}
