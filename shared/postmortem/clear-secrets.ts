import { type Fact, type FactRecord, knownFact } from '../incident/facts/fact-catalog.ts'
import { isSecretName } from '../kit/secret-name.ts'

const hasOne = ({ type }: FactRecord): boolean => type === 'value.given'

const secretOf = (fact: Fact | null): string | null =>
  fact?.type === 'value.given' && isSecretName(fact.data.name) ? fact.data.value : null

/**
 * The secret values that a log from before `secret.given` holds in the clear. Such a log stays as it is, but what is made from
 * it leaves without them (P5).
 */
export const clearSecretsIn = (records: readonly FactRecord[]): readonly string[] =>
  records.filter(hasOne).flatMap((record) => secretOf(knownFact(record)) ?? [])
