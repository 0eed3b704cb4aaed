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
  /** How many different values of it are known now that the incident repeats. */
  readonly known: number
  /** How many values were told that stand nowhere in the incident: typed wrong, or nothing repeats them. */
  readonly nowhere: number
}

/** What somebody remembers of the secrets of an incident, by `variableKey`: how many different values the incident repeats, how many stand nowhere in it, and how often it was told one that the log names. */
export type RememberedSecrets = Readonly<
  Record<string, { readonly found: number; readonly nowhere: number; readonly told: number }>
>

const nothing = { found: 0, nowhere: 0, told: 0 }

/** A secret of which the log says that it was given: its names, and when (UTC ISO). */
export type GivenSecret = { readonly name: string; readonly written: string; readonly at: readonly string[] }

/** The secrets of which a log says that they were given, by `variableKey`. */
export function givenSecrets(records: readonly FactRecord[]): ReadonlyMap<string, GivenSecret> {
  const given = new Map<string, GivenSecret>()
  for (const record of records) {
    if (record.type !== 'secret.given') continue
    const fact = knownFact(record)
    if (fact?.type !== 'secret.given') continue
    const { name, written = name } = fact.data
    const at = given.get(variableKey(name))?.at ?? []
    given.set(variableKey(name), { name, written, at: [...at, fact.at] })
  }
  return given
}

/**
 * The secrets of which the log says that they were given, while whoever remembers values was not told them, as after a restart: they cannot be
 * hidden (P5). A value that was given twice counts twice, because no log can say that it was the same; one that stands nowhere counts for none,
 * because nothing says that it is the right one.
 */
export function unknownSecrets(
  records: readonly FactRecord[],
  remembered: RememberedSecrets,
): readonly UnknownSecret[] {
  return [...givenSecrets(records)].flatMap(([key, { name, written, at }]) => {
    const { found: known, nowhere, told } = Object.hasOwn(remembered, key) ? (remembered[key] ?? nothing) : nothing
    const before = at.slice(0, at.length - told)
    const lastAt = before.at(-1)
    return lastAt === undefined || before.length <= known
      ? []
      : [{ name, written, lastAt, times: before.length, known, nowhere }]
  })
}

/** Secrets as the runbook writes them that an export cannot be sure to hide: all of them, and those of which a value was told that stands nowhere. */
export type OpenSecrets = { readonly notHidden: readonly string[]; readonly toldNowhere: readonly string[] }

/** The names for what is said in an export and beside it. */
export const openSecrets = (unknown: readonly UnknownSecret[]): OpenSecrets => ({
  notHidden: unknown.map(({ written }) => written),
  toldNowhere: unknown.filter(({ nowhere }) => nowhere > 0).map(({ written }) => written),
})
