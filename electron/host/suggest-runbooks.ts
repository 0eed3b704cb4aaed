import { type AskedAlert, wordsOf } from '../../shared/alerts/alert-facts.ts'
import { type AlertQuestion, answersByAlert, distinctQuestions } from '../../shared/alerts/alert-questions.ts'
import type { RunbookSuggestion } from '../../shared/contract/answers.ts'
import type { CheckedInput } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { AttachedAlert } from '../../shared/incident/attached-alerts.ts'
import type { IncidentState } from '../../shared/incident/incident-state.ts'
import { standing } from '../../shared/incident/retraction.ts'
import { guessesIn, HITS_TO_GUESS_FROM, type RunbookGuess } from '../../shared/library/guess-runbooks.ts'
import { mergedSuggestions, withFurther } from '../../shared/library/merged-suggestions.ts'
import { decisiveLabels, withoutStrangePipeline } from '../../shared/runbook/decisive-words.ts'
import { type AlertWords, isContradicted, matchRunbook } from '../../shared/runbook/match-runbook.ts'
import type { HostContext } from './host-context.ts'
import type { Library } from './library.ts'

/** What an incident is about, as far as it is known while it is being declared. */
type Declared = { readonly pipeline: string | null; readonly title: string; readonly alert: string | null }

const titleWords = ({ pipeline, title }: Pick<Declared, 'pipeline' | 'title'>): AlertWords => ({
  labels: pipeline === null ? { alertname: title } : { alertname: title, pipeline },
  annotations: {},
  nameIs: "the incident's title",
})

/** Reads what alerts say by the team and the runbooks as they are now; a pipeline that somebody chose goes before the alert's own. */
function alertReader({ workspace }: HostContext): (alert: AskedAlert, chosen: string | null) => AlertWords {
  const team = workspace.team()
  const withoutStrange = withoutStrangePipeline(team.pipelines, workspace.runbooks())
  return (alert, chosen) => withoutStrange(wordsOf(alert, team, chosen))
}

function declaredWords(context: HostContext, { alert, ...declared }: Declared): AlertWords {
  const row = alert === null ? null : context.inbox.row(alert)
  return row === null ? titleWords(declared) : alertReader(context)(row, declared.pipeline)
}

const suggestionsFor = ({ workspace }: HostContext, words: AlertWords): readonly RunbookSuggestion[] =>
  matchRunbook(workspace.runbooks(), words).map(({ runbook, reason, scenarioId }): RunbookSuggestion => {
    const scenario = runbook.scenarios.find(({ id }) => id === scenarioId)
    return {
      path: runbook.path,
      title: runbook.title,
      reason,
      scenario: scenario === undefined ? null : { id: scenario.id, title: scenario.title },
    }
  })

/** The runbooks that fit what is being declared, best first (R5): by the alert's own words where there is one, else by title and pipeline. */
export const suggestRunbooks = (context: HostContext, declared: Declared): readonly RunbookSuggestion[] =>
  suggestionsFor(context, declaredWords(context, declared))

type Known = Pick<IncidentState, 'ladder' | 'alerts'>

const aboutOf = ({ ladder }: Known): Pick<Declared, 'pipeline' | 'title'> => ({
  pipeline: ladder.context.declaration.pipeline?.id ?? null,
  title: ladder.context.title,
})

/** More alerts than these that runbooks tell apart are not asked about. */
const MOST_QUESTIONS = 40

/** What is asked about the alerts of an incident, those that still fire first. */
function alertQuestions(context: HostContext, state: Known): readonly AlertQuestion[] {
  const { pipeline } = aboutOf(state)
  const read = alertReader(context)
  const questionOf = ({ source, fingerprint, name, labels }: AttachedAlert): AlertQuestion => {
    const fromLog = { name, labels, annotations: {}, pipeline: null, runbookUrl: null }
    const alert = context.inbox.row(`${source}/${fingerprint}`) ?? fromLog
    const own = read(alert, null)
    const here = read(alert, pipeline)
    if (own.labels.pipeline === undefined || own.labels.pipeline === pipeline) return { name, asks: [here] }
    return { name, asks: pipeline === null ? [own] : [own, here] }
  }
  const alerts = standing(state.alerts)
  const firingFirst = [
    ...alerts.filter(({ status }) => status === 'firing'),
    ...alerts.filter(({ status }) => status === 'resolved'),
  ]
  const decisive = decisiveLabels(context.workspace.runbooks())
  return distinctQuestions(firingFirst.map(questionOf), decisive).slice(0, MOST_QUESTIONS)
}

/**
 * The runbooks that fit an incident under way (R5): those of its alerts, by their own words and then as if they were of the incident's pipeline,
 * then those of its title and pipeline.
 */
export function suggestForIncident(context: HostContext, state: Known): readonly RunbookSuggestion[] {
  const answers = alertQuestions(context, state).map((question) => {
    const [own = [], ...others] = question.asks.map((words) => suggestionsFor(context, words))
    return { question, list: others.reduce(withFurther, own) }
  })
  return withFurther(mergedSuggestions(answersByAlert(answers)), suggestionsFor(context, titleWords(aboutOf(state))))
}

/** What is said of an incident, under way or being declared, in all the ways in which runbooks are asked. */
async function wordsFor(
  context: HostContext,
  about: CheckedInput<'runbooks.suggest'>,
): Promise<Reply<readonly AlertWords[]>> {
  if (!('incident' in about)) return { ok: true, value: [declaredWords(context, about)] }
  const state = await context.registry.reading(about.incident, (session) => session.state())
  if (!state.ok) return state
  const asks = alertQuestions(context, state.value).flatMap((question) => question.asks)
  return { ok: true, value: asks.length === 0 ? [titleWords(aboutOf(state.value))] : asks }
}

/**
 * The runbooks that share words with what is wrong (L30), without those that say themselves that they are for something else (R5): of several alerts,
 * for none of them.
 */
export async function guessRunbooks(
  context: HostContext,
  library: Pick<Library, 'search'>,
  { query, about }: CheckedInput<'runbooks.guess'>,
): Promise<Reply<readonly RunbookGuess[]>> {
  const said = await wordsFor(context, about)
  if (!said.ok) return said
  const { hits } = await library.search(query, { kinds: ['runbook'] }, { limit: HITS_TO_GUESS_FROM })
  const found = new Set(hits.map(({ ref }) => ref))
  const others = context.workspace
    .runbooks()
    .filter((runbook) => found.has(runbook.path) && said.value.every((words) => isContradicted(runbook, words)))
  const isOther = new Set(others.map(({ path }) => path))
  const guesses = guessesIn(
    hits.filter(({ ref }) => !isOther.has(ref)),
    query,
  )
  return { ok: true, value: guesses }
}
