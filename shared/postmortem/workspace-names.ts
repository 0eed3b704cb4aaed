import { findPipeline, type Team } from '../schedule/team.ts'
import type { WorkspaceNames } from './postmortem.ts'

/** The names that a team file offers to the postmortem of one pipeline; every door passes the same, so that bytes agree (P1). */
export const workspaceNamesOf = (team: Team, pipelineId: string | undefined): WorkspaceNames => ({
  people: Object.fromEntries(team.people.map((person) => [person.id, person.name])),
  consumers: findPipeline(team, pipelineId)?.consumers.map((consumer) => consumer.name) ?? [],
})
