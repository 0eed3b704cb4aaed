import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FactOf, type FactRecord, knownFact } from '../../shared/incident/facts/fact-catalog.ts'
import { createValueHider } from '../../shared/kit/hide-values.ts'
import { clearSecretsIn } from '../../shared/postmortem/clear-secrets.ts'
import { redact } from '../../shared/postmortem/redact.ts'
import { type Decoded, decodeAs, decodeText } from './decode-text.ts'
import { encodeText } from './encode-text.ts'
import { createEvidenceStore, evidenceFileName } from './journal/evidence-store.ts'
import { isTextType, mediaTypeOf } from './media-type.ts'

type Attached = FactOf<'evidence.attached'>

/** Evidence that may leave: what was withheld stays local, and so does every other copy of the same bytes (J8). */
function evidenceToExport(records: readonly FactRecord[]): readonly Attached[] {
  const attached: Attached[] = []
  const withheld = new Set<string>()
  for (const record of records) {
    const fact = knownFact(record)
    if (fact?.type === 'evidence.attached') attached.push(fact)
    if (fact?.type === 'evidence.redacted') withheld.add(fact.data.of)
  }
  const withheldBytes = new Set(attached.filter(({ id }) => withheld.has(id)).map(({ data }) => data.sha256))
  return attached.filter(({ data }) => !withheldBytes.has(data.sha256))
}

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

/**
 * Copies an incident's evidence beside its export, under the names that the postmortem links to, made anew each time so that
 * nothing withheld meanwhile stays behind. `redacted.txt` lists the files that lost a secret. Throws what the disk throws.
 */
export function exportEvidence(
  dataFolder: string,
  incident: string,
  records: readonly FactRecord[],
  toFolder: string,
): void {
  const store = createEvidenceStore({ dataFolder })
  const folder = join(toFolder, 'evidence')
  const hide = createValueHider(alsoMisread(clearSecretsIn(records)))
  const redacted: string[] = []
  rmSync(folder, { recursive: true, force: true })
  for (const fact of evidenceToExport(records)) {
    const read = store.get(incident, fact.data.sha256)
    if (!read.ok) continue
    const name = evidenceFileName(fact.data.sha256, fact.data.name)
    const leaving = withoutSecrets(read.value, hide)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), leaving.bytes)
    if (leaving.isRedacted && !redacted.includes(name)) redacted.push(name)
  }
  if (redacted.length === 0) return
  const words =
    'Secrets were taken out of these files; the originals stay with the incident, and the names are their hashes.'
  writeFileSync(join(folder, 'redacted.txt'), `${words}\n\n${redacted.join('\n')}\n`)
}
