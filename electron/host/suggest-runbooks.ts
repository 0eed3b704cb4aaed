import { wordsOf } from '../../shared/alerts/alert-facts.ts'
import type { RunbookSuggestion } from '../../shared/contract/answers.ts'
import { type AlertWords, matchRunbook } from '../../shared/runbook/match-runbook.ts'
import type { HostContext } from './host-context.ts'

/** What an incident is about, as far as it is known when a runbook is looked for. */
type Asked = { readonly pipeline: string | null; readonly title: string; readonly alert: string | null }

function alertWords({ inbox, workspace }: HostContext, { pipeline, title, alert }: Asked): AlertWords {
  const row = alert === null ? null : inbox.row(alert)
  if (row !== null) return wordsOf(row, workspace.team(), pipeline)
  return { labels: pipeline === null ? { alertname: title } : { alertname: title, pipeline }, annotations: {} }
}

/** The runbooks that fit, best first, each with its reason (R5): by the alert's own words where there is one, else by title and pipeline. */
export function suggestRunbooks(context: HostContext, asked: Asked): readonly RunbookSuggestion[] {
  return matchRunbook(context.workspace.runbooks(), alertWords(context, asked)).map(
    ({ runbook, reason, scenarioId }): RunbookSuggestion => {
      const scenario = runbook.scenarios.find(({ id }) => id === scenarioId)
      return {
        path: runbook.path,
        title: runbook.title,
        reason,
        scenario: scenario === undefined ? null : { id: scenario.id, title: scenario.title },
      }
    },
  )
}
