import type { Fact, FactOf } from '../incident/facts/fact-catalog.ts'
import { carriedSteps, carryEntries } from '../runbook/carry-steps.ts'

/** What names each step that facts were about, by the id that the pinned version gives it. */
type Following = { readonly text: string; readonly names: Map<string, string> }

function opened(before: Following | undefined, { data }: FactOf<'runbook.opened'>): Following {
  const { path, text } = data
  if (before === undefined || before.text === text || before.text === '') {
    return { text, names: before?.names ?? new Map() }
  }
  const names = carryEntries(Object.fromEntries(before.names), carriedSteps(path, before.text, text))
  return { text, names: new Map(Object.entries(names)) }
}

/**
 * What names the step that each fact about one means, by the fact's id: the same in all versions of its runbook. Ids of steps change with
 * the file; here a step keeps the name that it had first, by the rule by which the run keeps what was done with it (R6).
 */
export function stepNames(facts: Iterable<Fact>): ReadonlyMap<string, string> {
  const followings = new Map<string, Following>()
  const found = new Map<string, string>()
  let following: Following = { text: '', names: new Map() }
  let versions = 0
  for (const fact of facts) {
    if (fact.type === 'runbook.opened') {
      versions += 1
      following = opened(followings.get(fact.data.path), fact)
      followings.set(fact.data.path, following)
    } else if (fact.type === 'step.checked' || fact.type === 'step.skipped' || fact.type === 'step.unchecked') {
      const name = following.names.get(fact.data.step) ?? `${versions} ${fact.data.step}`
      following.names.set(fact.data.step, name)
      found.set(fact.id, name)
    }
  }
  return found
}
