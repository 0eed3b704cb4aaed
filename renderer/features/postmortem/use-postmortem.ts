import { useMemo } from 'react'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import type { Postmortem } from '../../../shared/postmortem/postmortem.ts'
import { workspaceNamesOf } from '../../../shared/postmortem/workspace-names.ts'
import { emptyTeam, findPipeline, type Team } from '../../../shared/schedule/team.ts'
import { useOpenIncident, useSelected } from '../../state/store-context.tsx'

/** The zone of an export: the reader's choice, else the one of the pipeline's SLA, else UTC; the host decides alike. */
const zoneOf = (chosen: string | null, team: Team, pipeline: string | undefined): string =>
  chosen ?? findPipeline(team, pipeline)?.sla?.timezone ?? 'UTC'

/** The postmortem of a whole log, as its export will say it. */
export function usePostmortem(records: readonly FactRecord[]): Postmortem {
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const chosen = useSelected((state) => state.desk?.preferences.timezone ?? null)
  const pipeline = useOpenIncident().state.ladder.context.declaration.pipeline?.id
  return useMemo(
    () =>
      composePostmortem(records, {
        timezone: zoneOf(chosen, team, pipeline),
        workspaceNames: workspaceNamesOf(team, pipeline),
      }),
    [records, team, chosen, pipeline],
  )
}
