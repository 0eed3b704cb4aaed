import type { RunbookSuggestion } from '../contract/answers.ts'

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

/** What was found, and behind it those runbooks of another list that are not among it. */
export const withFurther = (
  found: readonly RunbookSuggestion[],
  further: readonly RunbookSuggestion[],
): readonly RunbookSuggestion[] => [
  ...found,
  ...further.filter((offer) => !found.some(({ path }) => path === offer.path)),
]
