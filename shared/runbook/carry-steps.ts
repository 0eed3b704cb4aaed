import { parseRunbook } from './parse-runbook.ts'
import type { Runbook, Step } from './runbook.ts'
import { samePlaces } from './same-places.ts'

/** Where the steps of one version of a runbook stand in another, by id, and which scenarios the other one has. */
export type CarriedSteps = {
  /** The steps of the other version that this one has not. */
  readonly added: readonly string[]
  readonly stepOf: (id: string) => string | null
  readonly hasScenario: (id: string) => boolean
}

/** The lists of a runbook, each under its name: the general one under none. */
const listsOf = ({ steps, scenarios }: Runbook): ReadonlyMap<string, readonly Step[]> =>
  new Map([['', steps], ...scenarios.map(({ id, steps: own }) => [`#${id}`, own] as const)])

/** What a step asks, and where: its words, what is to be typed, and the headings that say about what. */
const askedBy = ({ text, section, above, commands }: Step): string =>
  JSON.stringify([text, section, above, commands.map((command) => command.text)])

/**
 * Finds the steps again after the file was edited: a step with the same words and commands under the same headings of the same list is the same
 * step, wherever it moved to. Ids cannot say so, because they count. What was changed is new: nobody has done it as it is written now; and of steps
 * that say the same, one whose place nobody can tell is new, too (R6).
 */
export function carriedSteps(path: string, before: string, after: string): CarriedSteps {
  const next = parseRunbook({ path, text: after })
  const lists = listsOf(next)
  const found = new Map<string, string>()
  for (const [name, steps] of listsOf(parseRunbook({ path, text: before }))) {
    const list = lists.get(name) ?? []
    samePlaces(steps.map(askedBy), list.map(askedBy)).forEach((place, at) => {
      const [id, there] = [steps[at]?.id, place === null ? undefined : list[place]?.id]
      if (id !== undefined && there !== undefined) found.set(id, there)
    })
  }
  const scenarios = new Set(next.scenarios.map(({ id }) => id))
  const kept = new Set(found.values())
  return {
    added: [...lists.values()].flat().flatMap(({ id }) => (kept.has(id) ? [] : [id])),
    stepOf: (id) => found.get(id) ?? null,
    hasScenario: (id) => scenarios.has(id),
  }
}

/**
 * What is kept by a step's id, at the places of the other version; what is about a step that went away stays where it was. Where both come to one id,
 * `join` says what is kept of the two.
 */
export function carryEntries<T>(
  entries: Readonly<Record<string, T>>,
  { stepOf }: Pick<CarriedSteps, 'stepOf'>,
  join: (left: T, moved: T) => T = (_, moved) => moved,
): Readonly<Record<string, T>> {
  const places = Object.entries(entries).map(([id, entry]) => [stepOf(id), id, entry] as const)
  const kept = new Map(places.flatMap(([place, id, entry]) => (place === null ? [[id, entry] as const] : [])))
  for (const [place, , entry] of places) {
    if (place === null) continue
    const left = kept.get(place)
    kept.set(place, left === undefined ? entry : join(left, entry))
  }
  return Object.fromEntries(kept)
}
