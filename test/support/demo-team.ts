import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTeam } from '../../shared/schedule/parse-team.ts'

/** team.yaml of the demo workspace, as it stands on the disk. */
export const demoTeamText = readFileSync(join(import.meta.dirname, '../../fixtures/workspace/team.yaml'), 'utf8')

/** The team that it tells of. */
export const { team: demoTeam } = parseTeam({ path: 'team.yaml', text: demoTeamText })
