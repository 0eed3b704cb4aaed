import { resolve } from 'node:path'
import { everything, type OfflineChoice, type OfflinePart, offlineParts } from '../../shared/bundle/offline-copy.ts'
import { makeOfflineCopy, type OfflineCopyFailure, writeOfflineCopy } from '../host/make-offline-copy.ts'
import { readWorkspace } from '../host/workspace.ts'
import { type PlaceOptions, workspaceOf } from './places.ts'
import { type ExitCode, type Terminal, UsageError } from './terminal.ts'

/** What `bundle` takes besides the places; `contacts` is false after `--no-contacts`. */
export type BundleOptions = PlaceOptions & {
  readonly out: string
  readonly contacts: boolean
  readonly only?: readonly string[]
  readonly weeks?: string
  readonly encrypt?: boolean
  readonly at?: string
}

const isPart = (word: string): word is OfflinePart => offlineParts.some((part) => part === word)

function partsOf(only: readonly string[] | undefined): readonly OfflinePart[] {
  if (only === undefined) return everything.parts
  const wrong = only.find((word) => !isPart(word))
  if (wrong !== undefined) throw new UsageError(`There is no part "${wrong}". Use --only ${offlineParts.join(', ')}.`)
  return only.filter(isPart)
}

function weeksOf(weeks: string | undefined): number {
  if (weeks === undefined) return everything.weeks
  const count = Number(weeks)
  if (!Number.isInteger(count) || count < 1 || count > 52) {
    throw new UsageError(`"${weeks}" is no number of weeks. Give 1 to 52, for example --weeks 8.`)
  }
  return count
}

function instantOf(at: string | undefined, nowMs: number): number {
  const atMs = at === undefined ? nowMs : Date.parse(at)
  if (Number.isNaN(atMs)) {
    throw new UsageError(`"${at}" is no time. Give an ISO 8601 instant, for example --at 2026-12-25T03:00:00Z`)
  }
  return atMs
}

/** Secrets are findings, so the command ends with 1; anything else is for the caller to mend. */
function sayWhyNot(failure: OfflineCopyFailure, terminal: Terminal): ExitCode {
  if (failure.kind === 'refused') throw new UsageError(`${failure.message} ${failure.hint}`)
  for (const { file, line, message, rule } of failure.problems) {
    terminal.error(`${line === undefined ? file : `${file}:${line}`}: ${message} [${rule}]`)
  }
  terminal.error('No copy was made. Take the secrets out, revoke them, and run the command again.')
  return 1
}

/**
 * `nightdesk bundle [WORKSPACE] --out FILE`: one self-contained page of the workspace, to take along. 1 when a secret in the
 * workspace keeps it from being made.
 */
export async function runBundle(
  options: BundleOptions,
  terminal: Terminal,
  nowMs: number,
  askPassphrase: () => Promise<string>,
): Promise<ExitCode> {
  const choice: OfflineChoice = {
    parts: partsOf(options.only),
    contacts: options.contacts,
    weeks: weeksOf(options.weeks),
  }
  const atMs = instantOf(options.at, nowMs)
  const contents = readWorkspace(workspaceOf(options))
  const passphrase = options.encrypt === true ? await askPassphrase() : null
  const made = await makeOfflineCopy(contents, choice, passphrase, atMs)
  if (!made.ok) return sayWhyNot(made.error, terminal)
  const { text, ...facts } = made.value
  const file = resolve(options.out)
  writeOfflineCopy(file, text)
  if (options.json === true) terminal.out(JSON.stringify({ file, ...facts }, null, 2))
  else {
    const size = facts.bytes < 1e6 ? `${Math.ceil(facts.bytes / 1e3)} kB` : `${(facts.bytes / 1e6).toFixed(1)} MB`
    const sealed = facts.encrypted ? ', encrypted' : ''
    terminal.out(`${file}: ${facts.documents} documents, ${size}${sealed}. Stale from ${facts.staleAt.slice(0, 10)}.`)
    if (!facts.encrypted && choice.contacts) {
      terminal.error('Whoever has the file can read it. To keep numbers private: --encrypt, or --no-contacts.')
    }
  }
  return 0
}
