import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ParsedTeam, parseTeam } from '../../shared/schedule/parse-team.ts'
import { emptyTeam, type Team } from '../../shared/schedule/team.ts'
import { readWorkspaceFile } from './workspace-files.ts'

/** The team, or the last good one when the file has an error (W1); at the first reading whatever could be understood. */
export function loadTeam(folder: string, lastGood: Team): ParsedTeam {
  if (!existsSync(folder)) {
    const message = 'The workspace folder is not there.'
    const hint = 'Choose another one in Settings. Incidents and their journals are not in it and are safe.'
    return { team: lastGood, problems: [{ file: folder, rule: 'workspace/missing', severity: 'error', message, hint }] }
  }
  const file = join(folder, 'team.yaml')
  if (!existsSync(file)) {
    const message = 'There is no team.yaml in this workspace, so nobody can be on call or told.'
    const hint = 'Copy the demo workspace, or choose another folder in Settings.'
    return { team: lastGood, problems: [{ file: 'team.yaml', rule: 'team/missing', severity: 'error', message, hint }] }
  }
  const read = readWorkspaceFile(folder, file)
  if (!('text' in read)) return { team: lastGood, problems: [read] }
  const parsed = parseTeam(read)
  const isBad = parsed.problems.some(({ severity }) => severity === 'error')
  return isBad && lastGood !== emptyTeam ? { team: lastGood, problems: parsed.problems } : parsed
}
