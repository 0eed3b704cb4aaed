import { changeEntry, type EntryChange, isEntryFact } from '../../shared/incident/entry-changes.ts'
import { type FactOf, type FactRecord, knownFact } from '../../shared/incident/facts/fact-catalog.ts'
import { clearSecretsIn } from '../../shared/postmortem/clear-secrets.ts'
import { type CopiedEvidence, copyEvidence, type EvidenceCopy } from './copy-evidence.ts'
import { copyEvidenceInThread } from './copy-evidence-thread.ts'

type Attached = FactOf<'evidence.attached'>

/** Fewer bytes than this are copied at once: starting a thread would take longer. Of text, some 50 ms. */
const FEW_BYTES = 512 * 1024

/**
 * Evidence that may leave: what was withheld stays local, and so does every other copy of the same bytes (J8). What was retracted stays too,
 * as in the postmortem (P3.1).
 */
function evidenceToExport(records: readonly FactRecord[]): readonly Attached[] {
  const attached: Attached[] = []
  const changes = new Map<string, EntryChange>()
  for (const record of records) {
    const fact = knownFact(record)
    if (fact?.type === 'evidence.attached') attached.push(fact)
    if (fact !== null && isEntryFact(fact))
      changes.set(fact.data.of, changeEntry(changes.get(fact.data.of) ?? null, fact))
  }
  const isWithheld = ({ id }: Attached): boolean => changes.get(id)?.redacted === true
  const withheldBytes = new Set(attached.filter(isWithheld).map(({ data }) => data.sha256))
  return attached.filter(({ id, data }) => changes.get(id)?.retracted !== true && !withheldBytes.has(data.sha256))
}

/** Where evidence comes from: an incident of a data folder, by its records. */
export type EvidenceSource = {
  readonly dataFolder: string
  readonly incident: string
  readonly records: readonly FactRecord[]
}
/** Values that are known and hidden, and the names of secrets whose values are not (P5). */
export type SecretsOfExport = { readonly secrets: readonly string[]; readonly notHidden: readonly string[] }

/**
 * Copies an incident's evidence beside its export; large evidence in a thread, so that the alarm and the windows never wait for it.
 * Rejects with what the disk throws.
 */
export async function exportEvidence(
  { dataFolder, incident, records }: EvidenceSource,
  toFolder: string,
  { secrets: given, notHidden }: SecretsOfExport,
): Promise<CopiedEvidence> {
  const evidence = evidenceToExport(records)
  const files = evidence.map(({ data: { sha256, name } }) => ({ sha256, name }))
  const secrets = [...new Set([...given, ...clearSecretsIn(records)])]
  const copy: EvidenceCopy = { dataFolder, incident, toFolder, files, secrets, notHidden }
  const bytes = evidence.reduce((sum, { data }) => sum + data.bytes, 0)
  return bytes < FEW_BYTES ? copyEvidence(copy) : copyEvidenceInThread(copy)
}
