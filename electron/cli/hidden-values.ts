import process from 'node:process'
import {
  type GivenSecret,
  givenSecrets,
  openSecrets,
  type UnknownSecret,
} from '../../shared/incident/unknown-secrets.ts'
import { SHORTEST_HIDDEN } from '../../shared/kit/hide-values.ts'
import { variableKey } from '../../shared/runbook/variables/variable.ts'
import type { SecretsOfExport } from '../host/export-evidence.ts'
import { type IncidentToSearch, lookForSecrets } from '../host/look-for-secrets.ts'
import { askUnseen } from './ask-unseen.ts'
import { type Terminal, UsageError } from './terminal.ts'

/** Asks for the value of one secret; empty when it is not known. */
export type AskSecret = (question: string) => Promise<string>

/** Asks on the terminal and shows nothing of what is typed. Never an argument: those stand in the process list and in the shell's history. */
export function askSecretUnseen(question: string): Promise<string> {
  if (process.stdin.isTTY !== true) {
    throw new UsageError(
      'There is no terminal to ask for the values. Put them into NIGHTDESK_HIDE, one name=value on a line.',
    )
  }
  return askUnseen(question, 'Nothing was exported.')
}

type Values = ReadonlyMap<string, readonly string[]>

const withValue = (values: Values, key: string, value: string): Values =>
  new Map([...values, [key, [...(values.get(key) ?? []), value]]])

/** Values by `variableKey` from NIGHTDESK_HIDE: one `name=value` on a line, also several of one name. Throws a UsageError for a name that was not given. */
function valuesGiven(lines: string, secrets: ReadonlyMap<string, GivenSecret>): Values {
  let values: Values = new Map()
  for (const pair of lines.split('\n').filter((line) => line.trim() !== '')) {
    const at = pair.indexOf('=')
    if (at < 1) throw new UsageError('A line of NIGHTDESK_HIDE is no name=value. Nothing was exported.')
    const name = pair.slice(0, at)
    const value = pair.slice(at + 1).trim()
    if (!secrets.has(variableKey(name))) throw new UsageError(unknownName(name.trim(), [...secrets.values()]))
    if (value !== '') values = withValue(values, variableKey(name), value)
  }
  return values
}

function unknownName(name: string, secrets: readonly GivenSecret[]): string {
  const names = secrets.map(({ written }) => written).join(', ')
  const known = secrets.length === 0 ? 'No secret was given in it.' : `Those that were given: ${names}.`
  return `NIGHTDESK_HIDE names ${name}, which is no secret of this incident. ${known} Nothing was exported.`
}

/** Looks for what was given; in a terminal nobody was told what the log names. */
function lookFor(source: IncidentToSearch, values: Values) {
  const told = Object.fromEntries([...values].map(([key, each]) => [key, { values: each, told: 0 }]))
  return lookForSecrets(source, told)
}

const placesInWords = (count: number): string => (count === 1 ? '1 place' : `${count} places`)

/** Asks for one secret until its values are known, or until nothing more is typed; says of each where it stands. */
async function askFor(
  secret: UnknownSecret,
  source: IncidentToSearch,
  before: Values,
  ask: AskSecret,
  terminal: Terminal,
): Promise<Values> {
  const key = variableKey(secret.name)
  let values = before
  let question = `Value of ${secret.written}, to hide it (empty: not known): `
  for (;;) {
    const value = (await ask(question)).trim()
    if (value === '') return values
    if (value.length < SHORTEST_HIDDEN) {
      question = `Too short to be hidden. At least ${SHORTEST_HIDDEN} letters of ${secret.written} (empty: go on): `
      continue
    }
    values = withValue(values, key, value)
    const { unknown, places } = await lookFor(source, values)
    const count = places.get(value)?.size ?? 0
    if (count > 0) terminal.error(`  ${secret.written}: found in ${placesInWords(count)}, hidden.`)
    if (!unknown.some(({ name }) => name === secret.name)) return values
    question =
      count > 0
        ? `Another value of ${secret.written} (empty: there is none): `
        : `Found nowhere in this incident: is it typed right? ${secret.written} again (empty: go on): `
  }
}

/**
 * The values to hide in an export: those of NIGHTDESK_HIDE, and with `--hide` those that are typed. The terminal remembers none of what the console was
 * told, so where each was found and which secrets stay in the clear is said before anything is written. Throws a UsageError.
 */
export async function hiddenValues(
  source: IncidentToSearch,
  ask: AskSecret | null,
  environment: string,
  terminal: Terminal,
): Promise<SecretsOfExport> {
  const secrets = givenSecrets(source.records)
  let values = valuesGiven(environment, secrets)
  const first = await lookFor(source, values)
  for (const [key, each] of values) {
    const count = new Set(each.flatMap((value) => [...(first.places.get(value) ?? [])])).size
    if (count > 0) terminal.error(`${secrets.get(key)?.written ?? key}: found in ${placesInWords(count)}, hidden.`)
  }
  if (ask !== null) for (const secret of first.unknown) values = await askFor(secret, source, values, ask, terminal)
  const { unknown } = ask === null ? first : await lookFor(source, values)
  for (const each of unknown) terminal.error(openInWords(each))
  if (unknown.length > 0) {
    terminal.error(
      '  Values are only in the memory of the console that was told. Give them with --hide, or export from that console.',
    )
  }
  return { secrets: [...values.values()].flat(), ...openSecrets(unknown) }
}

function openInWords({ written, lastAt, times, known, nowhere }: UnknownSecret): string {
  if (nowhere > 0) {
    return `Warning: found nowhere: a value was told for ${written}, but it stands nowhere in this incident. Is it typed right? What the console wrote itself is masked already; where a note or evidence repeats another value, it stands in the clear.`
  }
  if (known > 0) {
    return `Warning: not hidden: ${written} was given ${times} times, and ${known} of the values is known here. Where a note or evidence repeats another one, it stands in the clear.`
  }
  return `Warning: not hidden: the value of ${written}, given ${lastAt.slice(0, 16).replace('T', ' ')}Z, is not known here. Where a note or evidence repeats it, it stands in the clear.`
}
