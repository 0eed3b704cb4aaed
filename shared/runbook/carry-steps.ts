import { parseRunbook } from './parse-runbook.ts'
import type { Runbook, Step } from './runbook.ts'
import { samePlaces } from './same-places.ts'

/** Where the steps of one version of a runbook stand in another, by id, and which scenarios the other one has. */
export type CarriedSteps = {
  /** The steps of the other version that this one has not. */
  readonly added: readonly string[]
  readonly stepOf: (id: string) => string | null
  /** Whether the first version has a step of this id, as it is read today. */
  readonly hadStep: (id: string) => boolean
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
  const had = new Set<string>()
  for (const [name, steps] of listsOf(parseRunbook({ path, text: before }))) {
    for (const { id } of steps) had.add(id)
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
    hadStep: (id) => had.has(id),
    hasScenario: (id) => scenarios.has(id),
  }
}

type Entries<T> = Readonly<Record<string, T>>

/**
 * What is kept by a step's id, in two: what is about steps that the other version has too, and what is about those that went away or were changed. An
 * id that the first version does not give, as when an earlier Nightdesk read it, is about neither and goes along as it is.
 */
export function splitEntries<T>(
  entries: Entries<T>,
  { stepOf, hadStep }: Pick<CarriedSteps, 'stepOf' | 'hadStep'>,
): { readonly goesAlong: Entries<T>; readonly waits: Entries<T> } {
  const isGone = ([id]: readonly [string, T]): boolean => hadStep(id) && stepOf(id) === null
  const all = Object.entries(entries)
  return {
    goesAlong: Object.fromEntries(all.filter((entry) => !isGone(entry))),
    waits: Object.fromEntries(all.filter(isGone)),
  }
}

/**
 * What is kept by a step's id, at the places of the other version; what is about a step that went away stays where it was. Where both come to one id,
 * `join` says what is kept of the two.
 */
export function carryEntries<T>(
  entries: Entries<T>,
  { stepOf }: Pick<CarriedSteps, 'stepOf'>,
  join: (left: T, moved: T) => T = (_, moved) => moved,
): Entries<T> {
  const places = Object.entries(entries).map(([id, entry]) => [stepOf(id), id, entry] as const)
  const left = places.flatMap(([place, id, entry]) => (place === null ? [[id, entry] as const] : []))
  const moved = places.flatMap(([place, , entry]) => (place === null ? [] : [[place, entry] as const]))
  return joinEntries(Object.fromEntries(left), Object.fromEntries(moved), join)
}

/** What is kept by a step's id in either of two; where both have one id, `join` says what is kept of the two. */
export function joinEntries<T>(one: Entries<T>, other: Entries<T>, join: (left: T, right: T) => T): Entries<T> {
  const all = new Map(Object.entries(one))
  for (const [id, entry] of Object.entries(other)) {
    const known = all.get(id)
    all.set(id, known === undefined ? entry : join(known, entry))
  }
  return Object.fromEntries(all)
}
