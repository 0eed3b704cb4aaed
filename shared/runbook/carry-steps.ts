import { parseRunbook } from './parse-runbook.ts'
import type { Runbook, Step } from './runbook.ts'

/** Where the steps of one version of a runbook stand in another, by id, and which scenarios the other one has. */
export type CarriedSteps = {
  /** The steps of the other version that this one has not. */
  readonly added: readonly string[]
  readonly stepOf: (id: string) => string | null
  readonly hasScenario: (id: string) => boolean
}

/** All steps with a key that says which list they are in, what they ask, and the how-manieth of these words they are. */
function keyed({ steps, scenarios }: Runbook): readonly (readonly [key: string, id: string])[] {
  const seen = new Map<string, number>()
  const keysOf = (scope: string, list: readonly Step[]) =>
    list.map(({ text, id }) => {
      const words = JSON.stringify([scope, text])
      const count = seen.get(words) ?? 0
      seen.set(words, count + 1)
      return [`${words}${count}`, id] as const
    })
  return [...keysOf('', steps), ...scenarios.flatMap((scenario) => keysOf(`#${scenario.id}`, scenario.steps))]
}

/**
 * Finds the steps again after the file was edited: a step with the same words in the same list is the same step, wherever it
 * moved to. Ids cannot say so, because they count. What was reworded is new: nobody has done it as it is written now (R6).
 */
export function carriedSteps(path: string, before: string, after: string): CarriedSteps {
  const next = parseRunbook({ path, text: after })
  const placeOf = new Map(keyed(next))
  const found = new Map<string, string>()
  for (const [key, id] of keyed(parseRunbook({ path, text: before }))) {
    const place = placeOf.get(key)
    if (place !== undefined) found.set(id, place)
  }
  const scenarios = new Set(next.scenarios.map(({ id }) => id))
  const kept = new Set(found.values())
  return {
    added: [...placeOf.values()].filter((id) => !kept.has(id)),
    stepOf: (id) => found.get(id) ?? null,
    hasScenario: (id) => scenarios.has(id),
  }
}

/** What is kept by a step's id, at the places of the other version; what is about a step that went away stays where it was. */
export function carryEntries<T>(
  entries: Readonly<Record<string, T>>,
  { stepOf }: Pick<CarriedSteps, 'stepOf'>,
): Readonly<Record<string, T>> {
  const places = Object.entries(entries).map(([id, entry]) => [stepOf(id), id, entry] as const)
  const left = places.flatMap(([place, id, entry]) => (place === null ? [[id, entry] as const] : []))
  const moved = places.flatMap(([place, _, entry]) => (place === null ? [] : [[place, entry] as const]))
  return Object.fromEntries([...left, ...moved])
}
