import { variableKey } from '../runbook/variables/variable.ts'
import { type FactRecord, knownFact } from './facts/fact-catalog.ts'

/** A secret that was given for an incident, and of which fewer values are known than were given. */
export type UnknownSecret = {
  readonly name: string
  /** As the runbook writes it. */
  readonly written: string
  /** When it was last given where it is not known any more (UTC ISO). */
  readonly lastAt: string
  /** How often it was given there. */
  readonly times: number
  /** How many different values of it are known now. */
  readonly known: number
}

/** What somebody remembers of the secrets of an incident, by `variableKey`: how many different values, and how often it was told one that the log names. */
export type RememberedSecrets = Readonly<Record<string, { readonly values: number; readonly told: number }>>

const nothing = { values: 0, told: 0 }

/**
 * The secrets of which the log says that they were given, while whoever remembers values was not told them, as after a restart: they cannot be
 * hidden (P5). A value that was given twice counts twice, because no log can say that it was the same.
 */
export function unknownSecrets(
  records: readonly FactRecord[],
  remembered: RememberedSecrets,
): readonly UnknownSecret[] {
  const given = new Map<string, { name: string; written: string; at: string[] }>()
  for (const record of records) {
    if (record.type !== 'secret.given') continue
    const fact = knownFact(record)
    if (fact?.type !== 'secret.given') continue
    const { name, written = name } = fact.data
    const at = given.get(variableKey(name))?.at ?? []
    given.set(variableKey(name), { name, written, at: [...at, fact.at] })
  }
  return [...given].flatMap(([key, { name, written, at }]) => {
    const { values: known, told } = Object.hasOwn(remembered, key) ? (remembered[key] ?? nothing) : nothing
    const before = at.slice(0, at.length - told)
    const lastAt = before.at(-1)
    return lastAt === undefined || before.length <= known
      ? []
      : [{ name, written, lastAt, times: before.length, known }]
  })
}
