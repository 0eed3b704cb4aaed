import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { OpenSecrets } from '../../shared/incident/unknown-secrets.ts'
import { isIncidentId } from '../../shared/journal/incident-id.ts'
import { oneLine } from '../../shared/postmortem/escape-markdown.ts'
import { redact } from '../../shared/postmortem/redact.ts'
import { evidenceBeside } from './evidence-beside.ts'
import { evidenceFileName, readEvidence } from './journal/evidence-store.ts'
import { maskBytes } from './mask-bytes.ts'
import { createKnownValueMask } from './mask-known-values.ts'

/** What is to be copied from a folder of evidence into the folder of an export: plain data, so that a thread can be given it. */
export type EvidenceCopy = {
  readonly from: string
  readonly incident: string
  readonly toFolder: string
  readonly files: readonly { readonly sha256: string; readonly name: string }[]
  /** Known values, hidden in every text. */
  readonly secrets: readonly string[]
} & OpenSecrets

/** What became of it, by the names that were given. */
export type CopiedEvidence = {
  /** Gone from where they were kept, or changed after they were attached. */
  readonly missing: readonly string[]
  /** The hashes of those: nothing is to link to them. */
  readonly absent: readonly string[]
  /** No text, so that no secret was looked for in them: archives, pictures. */
  readonly unsearched: readonly string[]
}

/** Takes out of a text the values that are known, and what looks like a secret (P5). */
function createMask(secrets: readonly string[]): (text: string) => string {
  const hide = createKnownValueMask(secrets)
  return (text) => redact(hide(text), 'secrets').text
}

const REDACTED =
  'Secrets were taken out of these files; the originals stay with the incident, and the files have the hashes of those as names.'
const UNSEARCHED =
  'No secret was looked for in these files, because they are no text: archives, pictures and the like. Open them before you hand them on; the files are named by their hashes.'
const NOT_HIDDEN =
  'The values of these secrets were given, but were not known when this was made: a file that repeats one still holds it. Look for them before you hand this on, or give them again and export once more.'
const TOLD_NOWHERE =
  'A value was told for these secrets, but it stands nowhere in this incident. What the console wrote itself is masked already; if the value was typed wrong, a file that repeats the true one still holds it. Look for them before you hand this on, or give them again and export once more.'
const MISSING =
  'These files are not here: they were gone, or were changed after they were attached. They are named by the hashes of the originals; look for them in a backup.'

/** What a list says of the lines below it. */
type Part = { readonly words: string; readonly lines: readonly string[] }

type Write = (file: string, content: string | Buffer) => void

/** A list that says what it is about; none when there is nothing to list. */
function writeList(write: Write, file: string, ...parts: readonly Part[]): void {
  const listed = parts.filter(({ lines }) => lines.length > 0)
  const text = listed.map(({ words, lines }) => `${words}\n\n${[...new Set(lines)].join('\n')}\n`).join('\n')
  if (text !== '') write(file, text)
}

const LISTS = ['redacted.txt', 'not-searched.txt', 'not-hidden.txt', 'missing.txt'] as const
/** The names that `evidenceFileName` gives. */
const IS_EVIDENCE = /^[0-9a-f]{64}\.\w+$/

/** One at a time: asked for several where none can be made, as in /proc, Node never ends. */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) mkdirSync(folder)
}

function removeIfBare(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}

/** Takes away what a former export of the same incident left there; whatever else somebody keeps in a folder of that name stays. */
function clearFormer(folder: string): void {
  if (!existsSync(folder)) return
  const isOurs = (name: string): boolean => IS_EVIDENCE.test(name) || LISTS.some((list) => list === name)
  for (const name of readdirSync(folder).filter(isOurs)) rmSync(join(folder, name))
  removeIfBare(folder)
  removeIfBare(dirname(folder))
}

/** A file of an export, and the name that it was attached under. */
type Listed = { readonly file: string; readonly name: string }

const namesOf = (listed: readonly Listed[]): string[] => [
  ...new Map(listed.map(({ file, name }) => [file, name])).values(),
]

/** Puts what was made in one folder in another, in place of what a former export of the same incident left there. */
function putInPlace(made: string, folder: string): void {
  clearFormer(folder)
  makeFolder(folder)
  for (const name of readdirSync(made)) renameSync(join(made, name), join(folder, name))
  rmdirSync(made)
}

/** Makes the files of an export in a folder of their own. */
function makeFiles(folder: string, copy: EvidenceCopy, write: Write): CopiedEvidence {
  const { from, files, notHidden, toldNowhere } = copy
  const mask = createMask(copy.secrets)
  const redacted: Listed[] = []
  const unsearched: Listed[] = []
  const missing: Listed[] = []
  const absent: string[] = []
  for (const { sha256, name } of files) {
    const file = evidenceFileName(sha256, name)
    const read = readEvidence(from, sha256)
    if (!read.ok) {
      missing.push({ file, name })
      absent.push(sha256)
      continue
    }
    // What a text is, its bytes tell: older logs did not know all.
    const masked = maskBytes(read.value, mask)
    write(join(folder, file), masked ?? read.value)
    if (masked === null) unsearched.push({ file, name })
    else if (masked !== read.value) redacted.push({ file, name })
  }
  const linesOf = (listed: readonly Listed[]): string[] =>
    listed.map(({ file, name }) => `${mask(oneLine(name))} (evidence ${file})`)
  writeList(write, join(folder, 'redacted.txt'), { words: REDACTED, lines: linesOf(redacted) })
  writeList(write, join(folder, 'not-searched.txt'), { words: UNSEARCHED, lines: linesOf(unsearched) })
  const neverTold = notHidden.filter((name) => !toldNowhere.includes(name))
  writeList(
    write,
    join(folder, 'not-hidden.txt'),
    { words: NOT_HIDDEN, lines: neverTold },
    { words: TOLD_NOWHERE, lines: toldNowhere },
  )
  writeList(write, join(folder, 'missing.txt'), { words: MISSING, lines: linesOf(missing) })
  return { missing: namesOf(missing), absent, unsearched: namesOf(unsearched) }
}

/**
 * Copies evidence beside an export, under the names that the postmortem links to, made anew each time so that nothing withheld meanwhile
 * stays behind; never through a link. `redacted.txt` lists the files that lost a secret, `not-searched.txt` those that are no text, `not-hidden.txt` secrets that
 * are not known, `missing.txt` those that could not be copied. Slow for large texts, about
 * 100 ms for a megabyte. Throws what the disk throws; what a former export put there then still stands. `write` is for tests.
 */
export function copyEvidence(copy: EvidenceCopy, write: Write = writeFileSync): CopiedEvidence {
  const { incident, files } = copy
  // A log by itself may claim any name, and only an id is a safe part of a path.
  if (!isIncidentId(incident)) {
    return { missing: files.map(({ name }) => name), absent: files.map(({ sha256 }) => sha256), unsearched: [] }
  }
  const folder = evidenceBeside(copy.toFolder, incident)
  if (files.length === 0) {
    clearFormer(folder)
    return { missing: [], absent: [], unsearched: [] }
  }
  const made = `${folder}.nightdesk-new`
  makeFolder(dirname(folder))
  try {
    rmSync(made, { recursive: true, force: true })
    mkdirSync(made)
    const copied = makeFiles(made, copy, write)
    putInPlace(made, folder)
    return copied
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    removeIfBare(dirname(folder))
    throw error
  }
}
