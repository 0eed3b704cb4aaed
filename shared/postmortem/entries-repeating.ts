import { type Fact, type FactRecord, knownFact } from '../incident/facts/fact-catalog.ts'
import { createValueFinder } from '../kit/find-value.ts'
import { hideInFact } from './redact-fact.ts'

function repeats(fact: Fact, isIn: (text: string) => boolean): boolean {
  let isThere = false
  const look = (text: string): string => {
    isThere ||= isIn(text)
    return text
  }
  if (fact.type === 'postmortem.edited') look(fact.data.text)
  else hideInFact(fact, look)
  return isThere
}

/**
 * The entries of a log that repeat a whole value, however it is written there, by their ids. The text of a runbook and the name of a secret
 * do not count: no export has the one, and the other tells no value. Nor does a mask, which stands for any value.
 */
export function entriesRepeating(records: readonly FactRecord[], value: string): ReadonlySet<string> {
  const isIn = createValueFinder(value)
  const facts = records.flatMap((record) => knownFact(record) ?? [])
  const mayRepeat = ({ type }: Fact): boolean => type !== 'runbook.opened' && type !== 'secret.given'
  return new Set(facts.filter((fact) => mayRepeat(fact) && repeats(fact, isIn)).map(({ id }) => id))
}
