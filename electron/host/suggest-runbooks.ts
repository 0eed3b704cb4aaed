import { wordsOf } from '../../shared/alerts/alert-facts.ts'
import type { RunbookSuggestion } from '../../shared/contract/answers.ts'
import type { CheckedInput } from '../../shared/contract/contract.ts'
import { guessesIn, HITS_TO_GUESS_FROM, type RunbookGuess } from '../../shared/library/guess-runbooks.ts'
import { type AlertWords, isContradicted, matchRunbook } from '../../shared/runbook/match-runbook.ts'
import type { HostContext } from './host-context.ts'
import type { Library } from './library.ts'

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

/**
 * The runbooks that share words with what is wrong (L30), without those that say themselves that they are for something else (R5): of several alerts,
 * for none of them.
 */
export async function guessRunbooks(
  context: HostContext,
  library: Pick<Library, 'search'>,
  { query, alerts, ...asked }: CheckedInput<'runbooks.guess'>,
): Promise<readonly RunbookGuess[]> {
  const { hits } = await library.search(query, { kinds: ['runbook'] }, { limit: HITS_TO_GUESS_FROM })
  const found = new Set(hits.map(({ ref }) => ref))
  const said = (alerts.length === 0 ? [null] : alerts).map((alert) => alertWords(context, { ...asked, alert }))
  const others = context.workspace
    .runbooks()
    .filter((runbook) => found.has(runbook.path) && said.every((words) => isContradicted(runbook, words)))
  const isOther = new Set(others.map(({ path }) => path))
  return guessesIn(
    hits.filter(({ ref }) => !isOther.has(ref)),
    query,
  )
}
