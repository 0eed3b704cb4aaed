import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import { checklistOf, isOpenStep, parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun, RunbookRuns } from '../../../../shared/incident/runbook-run.ts'

/** What fits one alert of the incident, best first; `alert` is its name, null when the incident has none. */
export type SuggestedFor = { readonly alert: string | null; readonly list: readonly RunbookSuggestion[] }

const placeOf = ({ path, scenario }: RunbookSuggestion): string => JSON.stringify([path, scenario?.id ?? null])

/**
 * What fits any alert of the incident, the best of each alert first. With several alerts each reason says whose it is. A runbook that fits
 * one alert at a scenario is offered at that scenario, and once more for another.
 */
export function mergedSuggestions(perAlert: readonly SuggestedFor[]): readonly RunbookSuggestion[] {
  const isOne = perAlert.filter(({ list }) => list.length > 0).length < 2
  const named = perAlert.map(({ alert, list }) =>
    list.map((each) =>
      isOne || alert === null ? each : { ...each, reason: `${alert}: ${each.reason}`.slice(0, 300) },
    ),
  )
  const longest = Math.max(0, ...named.map((list) => list.length))
  const inTurn = Array.from({ length: longest }, (_, rank) => named.flatMap((list) => list[rank] ?? [])).flat()
  const atScenario = new Set(inTurn.flatMap(({ path, scenario }) => (scenario === null ? [] : [path])))
  const found = new Map<string, RunbookSuggestion>()
  for (const offer of inTurn) {
    const isLess = offer.scenario === null && atScenario.has(offer.path)
    if (!isLess && !found.has(placeOf(offer))) found.set(placeOf(offer), offer)
  }
  return [...found.values()]
}

/** A runbook of this incident that was opened before, and how far it is. */
export type BegunRunbook = { readonly run: RunbookRun; readonly isInForce: boolean; readonly words: string }

/** The runbooks that were opened in this incident: the one in force, then the one left last. */
export function begunRunbooks({ run, otherRuns }: RunbookRuns): readonly BegunRunbook[] {
  return [...(run === null ? [] : [run]), ...otherRuns.toReversed()].map((each) => {
    const items = checklistOf(each, parsedPin(each))
    const done = items.filter((item) => !isOpenStep(item)).length
    const progress = items.length === 0 ? 'opened before' : `${done} of ${items.length} done`
    const isInForce = each === run
    return { run: each, isInForce, words: isInForce ? `followed now, ${progress}` : `${progress}, go on` }
  })
}

/** Whether an offer says more than that its runbook was begun: it leads to a scenario that was not chosen there. */
export const isNews = (offer: RunbookSuggestion, begun: readonly BegunRunbook[]): boolean => {
  const known = begun.find(({ run }) => run.path === offer.path)
  return known === undefined || (offer.scenario !== null && offer.scenario.id !== known.run.scenario?.id)
}
