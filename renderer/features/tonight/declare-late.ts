import { emptyTeam, type Pipeline } from '../../../shared/schedule/team.ts'
import type { DeskStore } from '../../state/desk-store.ts'
import { openDeclare } from '../../state/open-declare.ts'

const lateTitle = ({ name }: Pipeline): string => `${name} is late`

/** The title that somebody typed and has not declared; what an alert or another deadline filled in is none. */
function typedTitle(store: DeskStore): string {
  const title = store.keptDraft('declare.title')
  const { pipelines } = store.getState().desk?.workspace.team ?? emptyTeam
  const isFilledIn = store.keptDraft('declare.alert') !== '' || pipelines.some((each) => lateTitle(each) === title)
  return isFilledIn ? '' : title
}

/** Opens the declare dialog for a pipeline that looks late. */
export function declareLate(store: DeskStore, pipeline: Pipeline): void {
  openDeclare(store, {
    title: typedTitle(store) || lateTitle(pipeline),
    pipeline: pipeline.id,
    severity: '',
    detectedAt: '',
    impactStartedAt: '',
    runbook: '',
    sla: '',
    alert: '',
  })
}
