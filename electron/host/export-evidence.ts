import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FactOf, type FactRecord, knownFact } from '../../shared/incident/facts/fact-catalog.ts'
import { createValueHider } from '../../shared/kit/hide-values.ts'
import { clearSecretsIn } from '../../shared/postmortem/clear-secrets.ts'
import { redact } from '../../shared/postmortem/redact.ts'
import { createEvidenceStore, evidenceFileName } from './journal/evidence-store.ts'

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

const isText = ({ data }: Attached): boolean =>
  data.mediaType.startsWith('text/') || data.mediaType === 'application/json'

/** The bytes as they may leave: a text loses its secrets (P5), and says that it did. */
function withoutSecrets(
  fact: Attached,
  bytes: Buffer,
  hide: (text: string) => string,
): { readonly bytes: Buffer | string; readonly isRedacted: boolean } {
  if (!isText(fact)) return { bytes, isRedacted: false }
  const text = bytes.toString('utf8')
  const redacted = redact(hide(text), 'secrets')
  return redacted.text === text ? { bytes, isRedacted: false } : { bytes: redacted.text, isRedacted: true }
}

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
  const hide = createValueHider(clearSecretsIn(records))
  const redacted: string[] = []
  rmSync(folder, { recursive: true, force: true })
  for (const fact of evidenceToExport(records)) {
    const read = store.get(incident, fact.data.sha256)
    if (!read.ok) continue
    const name = evidenceFileName(fact.data.sha256, fact.data.name)
    const leaving = withoutSecrets(fact, read.value, hide)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), leaving.bytes)
    if (leaving.isRedacted && !redacted.includes(name)) redacted.push(name)
  }
  if (redacted.length === 0) return
  const words =
    'Secrets were taken out of these files; the originals stay with the incident, and the names are their hashes.'
  writeFileSync(join(folder, 'redacted.txt'), `${words}\n\n${redacted.join('\n')}\n`)
}
