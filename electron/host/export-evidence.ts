import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { OpenSecrets } from '../../shared/incident/unknown-secrets.ts'
import { clearSecretsIn } from '../../shared/postmortem/clear-secrets.ts'
import { type CopiedEvidence, copyEvidence, type EvidenceCopy } from './copy-evidence.ts'
import { copyEvidenceInThread } from './evidence-thread.ts'
import { evidenceToExport, isMuchEvidence } from './evidence-to-export.ts'
import { readEvidence } from './journal/evidence-store.ts'

/** Where evidence comes from: an incident by its records, and the folder in which its evidence is. */
export type EvidenceSource = {
  readonly from: string
  readonly incident: string
  readonly records: readonly FactRecord[]
}
/** Values that are known and hidden, and the names of secrets whose values are not (P5). */
export type SecretsOfExport = { readonly secrets: readonly string[] } & OpenSecrets

/** What would be missing in an export, where none is written: to a terminal. */
export function missingEvidence({ from, records }: EvidenceSource): CopiedEvidence {
  const lost = evidenceToExport(records).filter(({ data }) => !readEvidence(from, data.sha256).ok)
  const missing = [...new Set(lost.map(({ data }) => data.name))]
  return { missing, absent: lost.map(({ data }) => data.sha256), unsearched: [] }
}

/**
 * Copies an incident's evidence beside its export; large evidence in a thread, so that the alarm and the windows never wait for it.
 * Rejects with what the disk throws.
 */
export async function exportEvidence(
  { from, incident, records }: EvidenceSource,
  toFolder: string,
  { secrets: given, notHidden, toldNowhere }: SecretsOfExport,
): Promise<CopiedEvidence> {
  const evidence = evidenceToExport(records)
  const files = evidence.map(({ data: { sha256, name } }) => ({ sha256, name }))
  const secrets = [...new Set([...given, ...clearSecretsIn(records)])]
  const copy: EvidenceCopy = { from, incident, toFolder, files, secrets, notHidden, toldNowhere }
  return isMuchEvidence(evidence) ? copyEvidenceInThread(copy) : copyEvidence(copy)
}
