import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createValueHider } from '../../shared/kit/hide-values.ts'
import { redact } from '../../shared/postmortem/redact.ts'
import { type Decoded, decodeAs, decodeText } from './decode-text.ts'
import { encodeText } from './encode-text.ts'
import { createEvidenceStore, evidenceFileName } from './journal/evidence-store.ts'
import { isTextType, mediaTypeOf } from './media-type.ts'

/** What is to be copied from a data folder into the folder of an export: plain data, so that a thread can be given it. */
export type EvidenceCopy = {
  readonly dataFolder: string
  readonly incident: string
  readonly toFolder: string
  readonly files: readonly { readonly sha256: string; readonly name: string }[]
  /** Known values, hidden in every text. */
  readonly secrets: readonly string[]
}

/** What became of it: `missing` are the names of those that are gone from the data folder, or were changed after they were attached. */
export type CopiedEvidence = { readonly missing: readonly string[] }

/** The bytes as they may leave: a text loses its secrets (P5), and says that it did. What a text is, its bytes tell: older logs did not know all. */
function withoutSecrets(
  bytes: Buffer,
  hide: (text: string) => string,
): { readonly bytes: Buffer; readonly isRedacted: boolean } {
  const decoded: Decoded = isTextType(mediaTypeOf(bytes, '')) ? decodeText(bytes) : { encoding: 'binary' }
  if (decoded.encoding === 'binary') return { bytes, isRedacted: false }
  const redacted = redact(hide(decoded.text), 'secrets')
  if (redacted.text === decoded.text) return { bytes, isRedacted: false }
  return { bytes: encodeText(decoded.encoding, redacted.text), isRedacted: true }
}

/** Values with the letters that their bytes have in a UTF-8 file which is read as Windows-1252 because of one bad byte. */
const alsoMisread = (values: readonly string[]): string[] =>
  values.flatMap((value) => [value, decodeAs('windows-1252', Buffer.from(value, 'utf8'))])

const REDACTED =
  'Secrets were taken out of these files; the originals stay with the incident, and the names are their hashes.'
const MISSING =
  'These files are linked and not here: they were gone, or were changed after they were attached. The names are the hashes of the originals; look for them in a backup.'

/** A list that says what it is about; none when there is nothing to list. */
function writeList(file: string, words: string, names: ReadonlySet<string>): void {
  if (names.size > 0) writeFileSync(file, `${words}\n\n${[...names].join('\n')}\n`)
}

/**
 * Copies evidence beside an export, under the names that the postmortem links to, made anew each time so that nothing withheld meanwhile
 * stays behind. `redacted.txt` lists the files that lost a secret, `missing.txt` those that could not be copied. Slow for large texts, about
 * 100 ms for a megabyte. Throws what the disk throws.
 */
export function copyEvidence({ dataFolder, incident, toFolder, files, secrets }: EvidenceCopy): CopiedEvidence {
  const store = createEvidenceStore({ dataFolder })
  const folder = join(toFolder, 'evidence')
  const hide = createValueHider(alsoMisread(secrets))
  const redacted = new Set<string>()
  const missing = new Map<string, string>()
  rmSync(folder, { recursive: true, force: true })
  if (files.length === 0) return { missing: [] }
  mkdirSync(folder, { recursive: true })
  for (const { sha256, name } of files) {
    const file = evidenceFileName(sha256, name)
    const read = store.get(incident, sha256)
    if (!read.ok) {
      missing.set(file, name)
      continue
    }
    const leaving = withoutSecrets(read.value, hide)
    writeFileSync(join(folder, file), leaving.bytes)
    if (leaving.isRedacted) redacted.add(file)
  }
  writeList(join(folder, 'redacted.txt'), REDACTED, redacted)
  writeList(join(folder, 'missing.txt'), MISSING, new Set(missing.keys()))
  return { missing: [...missing.values()] }
}
