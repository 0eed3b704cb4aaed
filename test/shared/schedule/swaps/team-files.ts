import { parseTeam } from '../../../../shared/schedule/parse-team.ts'
import type { Proposal, Team } from '../../../../shared/schedule/team.ts'
import { demoTeamText } from '../../../support/demo-team.ts'
import { sampleText } from '../sample-team.ts'
import { proposal } from './sample-swaps.ts'

/** The team that a text of team.yaml tells of. */
export const parse = (text: string): Team => parseTeam({ path: 'team.yaml', text }).team

/** A proposal whose reason has to be quoted, and that gives days back. */
export const quotedProposal: Proposal = {
  ...proposal,
  returns: { from: '2027-01-11', to: '2027-01-13' },
  reason: 'Christmas: "family", #1',
}

const inLists = sampleText.replace('rotation:\n', 'rotations:\n -\n')

/** The ways people write the same file: block maps, flow maps, a list of rotations, empty lists, Windows line ends, no last line break. */
export const teamFiles: readonly (readonly [what: string, text: string])[] = [
  ['the demo file', demoTeamText],
  ['flow maps', sampleText],
  ['a list of rotations', inLists],
  ['empty lists', `${sampleText}  overrides: []\n  proposals: []\n  temporary:\nholidayModes: []\n`],
  ['Windows line ends', demoTeamText.replaceAll('\n', '\r\n')],
  ['no line break at the end', sampleText.trimEnd()],
  ['a remark at the end', `${sampleText}# the end\n`],
  ['flow lists', `${sampleText}  overrides: [{from: 2026-12-01, to: 2026-12-01, person: eng-b}, ]\n`],
]
