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
import { type IncidentToSearch, lookForSecrets, type Places } from '../host/look-for-secrets.ts'
import { firstToldFor, type ToldValue, valuesOf } from '../host/told-values.ts'
import { askUnseen } from './ask-unseen.ts'
import { type Terminal, UsageError } from './terminal.ts'

/** Asks for the value of one secret; empty when it is not known. */
export type AskSecret = (question: string) => Promise<string>

/** Asks on the terminal and shows nothing of what is typed; null where there is none. Never an argument: those stand in the process list and in the shell's history. */
export const askOnTerminal = (): AskSecret | null =>
  process.stdin.isTTY === true ? (question) => askUnseen(question, 'Nothing was exported.') : null

/** Values from NIGHTDESK_HIDE, in their order: one `name=value` on a line, also several of one name. Throws a UsageError for a name that was not given. */
function valuesGiven(lines: string, secrets: ReadonlyMap<string, GivenSecret>): readonly ToldValue[] {
  const pairs = lines.split('\n').filter((line) => line.trim() !== '')
  return pairs.flatMap((pair) => {
    const at = pair.indexOf('=')
    if (at < 1) throw new UsageError('A line of NIGHTDESK_HIDE is no name=value. Nothing was exported.')
    const name = pair.slice(0, at)
    const value = pair.slice(at + 1).trim()
    if (!secrets.has(variableKey(name))) throw new UsageError(unknownName(name.trim(), [...secrets.values()]))
    return value === '' ? [] : [{ key: variableKey(name), value }]
  })
}

function unknownName(name: string, secrets: readonly GivenSecret[]): string {
  const names = secrets.map(({ written }) => written).join(', ')
  const known = secrets.length === 0 ? 'No secret was given in it.' : `Those that were given: ${names}.`
  return `NIGHTDESK_HIDE names ${name}, which is no secret of this incident. ${known} Nothing was exported.`
}

/** Looks for what was given; in a terminal nobody was told what the log names. */
function lookFor(source: IncidentToSearch, told: readonly ToldValue[]) {
  const byKey = told.map(({ key }) => [key, { values: valuesOf(told, key), told: 0 }] as const)
  return lookForSecrets(source, Object.fromEntries(byKey))
}

const placesInWords = (count: number): string => (count === 1 ? '1 place' : `${count} places`)

/** Asks for one secret until its values are known, or until nothing more is typed; says of each where it stands. */
async function askFor(
  secret: UnknownSecret,
  source: IncidentToSearch,
  before: readonly ToldValue[],
  ask: AskSecret,
  terminal: Terminal,
): Promise<readonly ToldValue[]> {
  const key = variableKey(secret.name)
  let told = before
  let question = `Value of ${secret.written}, to hide it (empty: not known): `
  for (;;) {
    const value = (await ask(question)).trim()
    if (value === '') return told
    if (value.length < SHORTEST_HIDDEN) {
      question = `Too short to be hidden. At least ${SHORTEST_HIDDEN} letters of ${secret.written} (empty: go on): `
      continue
    }
    const first = firstToldFor(told, value)
    if (first !== null && first !== key) {
      const other = givenSecrets(source.records).get(first)?.written ?? first
      question = `The same value as for ${other}: is it the right one? ${secret.written} again (empty: go on): `
      continue
    }
    told = [...told, { key, value }]
    const { unknown, places } = await lookFor(source, told)
    const count = places.get(value)?.size ?? 0
    if (count > 0) terminal.error(`  ${secret.written}: found in ${placesInWords(count)}, hidden.`)
    if (!unknown.some(({ name }) => name === secret.name)) return told
    question =
      count > 0
        ? `Another value of ${secret.written} (empty: there is none): `
        : `Found nowhere in this incident: is it typed right? ${secret.written} again (empty: go on): `
  }
}

function whyUnknown({ written, nowhere, known, times }: UnknownSecret): string {
  if (nowhere > 0) return `what NIGHTDESK_HIDE gives for ${written} stands nowhere in this incident: is it typed right?`
  return known === 0
    ? `NIGHTDESK_HIDE gives no value of its own for ${written}.`
    : `NIGHTDESK_HIDE gives ${known} of the ${times} values of ${written}.`
}

function nobodyToAsk(unknown: readonly UnknownSecret[]): string {
  const next = 'Put one name=value on a line of NIGHTDESK_HIDE, or leave out --hide. Nothing was exported.'
  return `There is no terminal to ask, and ${unknown.map(whyUnknown).join(' And ')} ${next}`
}

/** Says of the values that NIGHTDESK_HIDE gives where they stand, and which of them is the same as that of another name. */
function tellGiven(
  told: readonly ToldValue[],
  places: Places,
  secrets: ReadonlyMap<string, GivenSecret>,
  terminal: Terminal,
): void {
  const written = (key: string): string => secrets.get(key)?.written ?? key
  for (const key of new Set(told.map((each) => each.key))) {
    const count = new Set(valuesOf(told, key).flatMap((value) => [...(places.get(value) ?? [])])).size
    if (count > 0) terminal.error(`${written(key)}: found in ${placesInWords(count)}, hidden.`)
  }
  for (const { key, value } of told) {
    const first = firstToldFor(told, value)
    if (first === null || first === key) continue
    terminal.error(
      `Warning: NIGHTDESK_HIDE gives ${written(key)} the same value as ${written(first)}. It counts for ${written(first)} alone.`,
    )
  }
}

/**
 * The values to hide in an export: those of NIGHTDESK_HIDE, and with `--hide` those that are typed. The terminal remembers none of what the console was
 * told, so where each was found and which secrets stay in the clear is said before anything is written.
 * Throws a UsageError, also where there is nobody to ask.
 */
export async function hiddenValues(
  source: IncidentToSearch,
  { isToAsk, ask }: { readonly isToAsk: boolean; readonly ask: AskSecret | null },
  environment: string,
  terminal: Terminal,
): Promise<SecretsOfExport> {
  const secrets = givenSecrets(source.records)
  let told = valuesGiven(environment, secrets)
  const first = await lookFor(source, told)
  tellGiven(told, first.places, secrets, terminal)
  if (isToAsk && first.unknown.length > 0) {
    if (ask === null) throw new UsageError(nobodyToAsk(first.unknown))
    for (const secret of first.unknown) told = await askFor(secret, source, told, ask, terminal)
  }
  const { unknown } = isToAsk ? await lookFor(source, told) : first
  for (const each of unknown) terminal.error(openInWords(each))
  if (unknown.length > 0) {
    terminal.error(
      '  Values are only in the memory of the console that was told. Give them with --hide, or export from that console.',
    )
  }
  return { secrets: told.map(({ value }) => value), ...openSecrets(unknown) }
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
