import type { Fact, FactOf } from '../incident/facts/fact-catalog.ts'
import { carriedSteps, carryEntries, splitEntries } from '../runbook/carry-steps.ts'

/** What names steps, by the ids that one version gives them. */
type NamesInVersion = { readonly text: string; readonly names: Readonly<Record<string, string>> }

/** What names each step that facts were about, and the names of steps of versions before that are not there now. */
type Following = {
  readonly text: string
  readonly names: Map<string, string>
  readonly waiting: readonly NamesInVersion[]
}

/** The names at the places of a version that keeps only what stays the same, and those that wait for their steps to come back. */
function keptNames({ text: textBefore, names, waiting }: Following, path: string, text: string): Following {
  const parts = [...waiting, { text: textBefore, names: Object.fromEntries(names) }].map((version) => {
    const carried = carriedSteps(path, version.text, text)
    const { goesAlong, waits } = splitEntries(version.names, carried)
    return { kept: carryEntries(goesAlong, carried), waits: { text: version.text, names: waits } }
  })
  return {
    text,
    names: new Map(parts.flatMap(({ kept }) => Object.entries(kept))),
    waiting: parts.map(({ waits }) => waits).filter((waits) => Object.keys(waits.names).length > 0),
  }
}

function opened(before: Following | undefined, { data }: FactOf<'runbook.opened'>): Following {
  const { path, text, keepsOnlySame } = data
  if (before === undefined) return { text, names: new Map(), waiting: [] }
  if (before.text === text || before.text === '') return { ...before, text }
  if (keepsOnlySame) return keptNames(before, path, text)
  const names = carryEntries(Object.fromEntries(before.names), carriedSteps(path, before.text, text))
  return { ...before, text, names: new Map(Object.entries(names)) }
}

/**
 * What names the step that each fact about one means, by the fact's id: the same in all versions of its runbook. Ids of steps change with
 * the file; here a step keeps the name that it had first, by the rule by which the run keeps what was done with it (R6).
 */
export function stepNames(facts: Iterable<Fact>): ReadonlyMap<string, string> {
  const followings = new Map<string, Following>()
  const found = new Map<string, string>()
  let following: Following = { text: '', names: new Map(), waiting: [] }
  let versions = 0
  for (const fact of facts) {
    if (fact.type === 'runbook.opened') {
      versions += 1
      const { path, movedFrom } = fact.data
      const from = movedFrom === undefined || followings.has(path) ? path : movedFrom
      following = opened(followings.get(from), fact)
      followings.delete(from)
      followings.set(path, following)
    } else if (fact.type === 'step.checked' || fact.type === 'step.skipped' || fact.type === 'step.unchecked') {
      const name = following.names.get(fact.data.step) ?? `${versions} ${fact.data.step}`
      following.names.set(fact.data.step, name)
      found.set(fact.id, name)
    }
  }
  return found
}
