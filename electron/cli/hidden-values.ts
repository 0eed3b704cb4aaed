import process from 'node:process'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { type UnknownSecret, unknownSecrets } from '../../shared/incident/unknown-secrets.ts'
import { SHORTEST_HIDDEN } from '../../shared/kit/hide-values.ts'
import { variableKey } from '../../shared/runbook/variables/variable.ts'
import type { SecretsOfExport } from '../host/export-evidence.ts'
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

/** Values by `variableKey` from NIGHTDESK_HIDE: one `name=value` on a line. */
function valuesGiven(lines: string): ReadonlyMap<string, string> {
  const pairs = lines.split('\n').filter((line) => line.trim() !== '')
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new UsageError('A line of NIGHTDESK_HIDE is no name=value. Nothing was exported.')
      return [variableKey(pair.slice(0, at)), pair.slice(at + 1).trim()]
    }),
  )
}

const isLongEnough = (value: string): boolean => value.length >= SHORTEST_HIDDEN

/**
 * The values to hide in an export: those of NIGHTDESK_HIDE, and with `--hide` those that are typed. The terminal remembers none of what the console was
 * told, so which secrets stay in the clear is said before anything is written. Throws a UsageError.
 */
export async function hiddenValues(
  records: readonly FactRecord[],
  ask: AskSecret | null,
  environment: string,
  terminal: Terminal,
): Promise<SecretsOfExport> {
  const unknown = unknownSecrets(records, {})
  if (unknown.length === 0) return { secrets: [], notHidden: [] }
  const given = new Map(valuesGiven(environment))
  for (const { name, written } of ask === null ? [] : unknown) {
    if (ask === null || given.has(variableKey(name))) continue
    given.set(variableKey(name), (await ask(`Value of ${written}, to hide it (empty: not known): `)).trim())
  }
  const hidden = unknown.flatMap(({ name }) => given.get(variableKey(name)) ?? []).filter(isLongEnough)
  const open = unknown.filter(({ name }) => !isLongEnough(given.get(variableKey(name)) ?? ''))
  for (const each of open) terminal.error(openInWords(each))
  if (open.length > 0) {
    terminal.error(
      '  Values are only in the memory of the console that was told. Give them with --hide, or export from that console.',
    )
  }
  return { secrets: hidden, notHidden: open.map(({ written }) => written) }
}

const openInWords = ({ written, lastAt }: UnknownSecret): string =>
  `Warning: not hidden: the value of ${written}, given ${lastAt.slice(0, 16).replace('T', ' ')}Z, is not known here. Where a note or evidence repeats it, it stands in the clear.`
