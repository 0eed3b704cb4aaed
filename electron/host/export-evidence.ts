import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FactRecord, knownFact } from '../../shared/incident/facts/fact-catalog.ts'
import { createEvidenceStore, evidenceFileName } from './journal/evidence-store.ts'

/** The hashes of evidence that was redacted: its sealed original stays local and is never exported (J8). */
function redactedEvidence(records: readonly FactRecord[]): ReadonlySet<string> {
  const redacted = new Set<string>()
  for (const record of records) {
    const fact = knownFact(record)
    if (fact?.type === 'evidence.redacted') redacted.add(fact.data.of)
  }
  return redacted
}

/** Copies an incident's evidence beside its export, under the names that the postmortem links to. Throws what the disk throws. */
export function exportEvidence(
  dataFolder: string,
  incident: string,
  records: readonly FactRecord[],
  toFolder: string,
): void {
  const store = createEvidenceStore({ dataFolder })
  const redacted = redactedEvidence(records)
  const folder = join(toFolder, 'evidence')
  for (const record of records) {
    const fact = knownFact(record)
    if (fact?.type !== 'evidence.attached' || redacted.has(fact.id)) continue
    const bytes = store.get(incident, fact.data.sha256)
    if (!bytes.ok) continue
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, evidenceFileName(fact.data.sha256, fact.data.name)), bytes.value)
  }
}
