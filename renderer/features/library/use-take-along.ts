import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import type { RunbookRun } from '../../../shared/incident/runbook-run.ts'
import { currentCommands } from '../../state/commands.ts'
import { goTo } from '../../state/route.ts'
import { openSummaries, selectReadOnly } from '../../state/selectors.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import type { Listed } from './shelve.ts'

/** What to do with the runbook that is being read. */
export type TakeAlong = {
  /** The incident that is open: the one looked at last, else the most urgent one. */
  readonly incident: IncidentSummary | null
  readonly readOnly: string | null
  /** The run that opening this one would replace; null when there is none, or it is of this very text. */
  readonly runInForce: () => Promise<RunbookRun | null>
  readonly openInIncident: () => Promise<void>
  readonly declareWith: () => void
}

/** Takes a runbook from the library to where it is needed. */
export function useTakeAlong(runbook: Pick<Listed, 'path' | 'pipeline' | 'sha256'>): TakeAlong {
  const store = useDeskStore()
  const looking = useSelected((state) => state.open?.incident)
  const open = openSummaries(useSelected((state) => state.summaries))
  const readOnly = useSelected(selectReadOnly)
  const pipelines = useSelected((state) => state.desk?.workspace.team.pipelines)
  const incident = open.find((each) => each.incident === looking) ?? open[0] ?? null

  const currentRun = async (): Promise<RunbookRun | null> => {
    if (incident === null) return null
    const opened = await store.client.call('incidents.open', { incident: incident.incident, tail: 1 })
    return opened.ok ? opened.value.state.run : null
  }
  const isThis = (run: RunbookRun | null): boolean => run?.path === runbook.path && run.sha256 === runbook.sha256

  return {
    incident,
    readOnly,
    runInForce: async () => {
      const run = await currentRun()
      return isThis(run) ? null : run
    },
    openInIncident: async () => {
      if (incident === null) return
      if (!isThis(await currentRun())) {
        const reason = 'opened from the Library'
        const reply = await store.openRunbook({ incident: incident.incident, path: runbook.path, reason })
        if (!reply.ok) return store.showRefusal(refusalWords(reply.error))
      }
      goTo({ screen: 'incident', incident: incident.incident })
    },
    declareWith: () => {
      const isKnown = pipelines?.some(({ id }) => id === runbook.pipeline) ?? false
      store.setDraft('declare.pipeline', isKnown ? (runbook.pipeline ?? '') : '')
      store.setDraft('declare.sla', '')
      store.setDraft('declare.runbook', runbook.path)
      currentCommands()
        .find(({ id }) => id === 'declare.open')
        ?.run()
    },
  }
}
