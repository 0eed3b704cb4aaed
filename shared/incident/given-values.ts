import { variableKey } from '../runbook/variables/variable.ts'
import type { Fact } from './facts/fact-catalog.ts'
import { retractIn, retractionIn, standing } from './retraction.ts'

/** A value as it was given once, by the id of its entry. */
type GivenValue = { readonly id: string; readonly key: string; readonly value: string; readonly isRetracted: boolean }

/** What people gave for the variables in commands. */
export type GivenValues = {
  /** The last standing value for each, by `variableKey`. */
  readonly values: Readonly<Record<string, string>>
  /** Each value that was given, so that a retraction gives the one before it back. */
  readonly valuesSaid: readonly GivenValue[]
  /** Secrets that were given at some time, by `variableKey`; whether the host still holds a value, no log can say. */
  readonly secretsGiven: readonly string[]
}

/** Before anybody gave a value. */
export const noValues: GivenValues = { values: {}, valuesSaid: [], secretsGiven: [] }

const valuesOf = (said: readonly GivenValue[]): GivenValues['values'] =>
  Object.fromEntries(standing(said).map(({ key, value }) => [key, value]))

/** What is given after one more fact. A secret takes the place of a value that an older log holds in the clear under its name. */
export function rememberValue({ values, valuesSaid, secretsGiven }: GivenValues, fact: Fact): GivenValues {
  if (fact.type === 'value.given') {
    const { name, value } = fact.data
    const given = { id: fact.id, key: variableKey(name), value, isRetracted: false }
    return { values: { ...values, [given.key]: value }, valuesSaid: [...valuesSaid, given], secretsGiven }
  }
  if (fact.type === 'secret.given') {
    const key = variableKey(fact.data.name)
    const others = valuesSaid.filter((each) => each.key !== key)
    return { values: valuesOf(others), valuesSaid: others, secretsGiven: [...new Set([...secretsGiven, key])] }
  }
  const retraction = retractionIn(fact)
  const said = retraction === null ? valuesSaid : retractIn(valuesSaid, retraction)
  return said === valuesSaid
    ? { values, valuesSaid, secretsGiven }
    : { values: valuesOf(said), valuesSaid: said, secretsGiven }
}
