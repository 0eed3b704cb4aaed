import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { OpenSecrets } from '../../shared/incident/unknown-secrets.ts'
import { clearSecretsIn } from '../../shared/postmortem/clear-secrets.ts'
import { type CopiedEvidence, copyEvidence, type EvidenceCopy } from './copy-evidence.ts'
import { copyEvidenceInThread } from './evidence-thread.ts'
import { evidenceToExport, isMuchEvidence } from './evidence-to-export.ts'

/** Where evidence comes from: an incident of a data folder, by its records. */
export type EvidenceSource = {
  readonly dataFolder: string
  readonly incident: string
  readonly records: readonly FactRecord[]
}
/** Values that are known and hidden, and the names of secrets whose values are not (P5). */
export type SecretsOfExport = { readonly secrets: readonly string[] } & OpenSecrets

/**
 * Copies an incident's evidence beside its export; large evidence in a thread, so that the alarm and the windows never wait for it.
 * Rejects with what the disk throws.
 */
export async function exportEvidence(
  { dataFolder, incident, records }: EvidenceSource,
  toFolder: string,
  { secrets: given, notHidden, toldNowhere }: SecretsOfExport,
): Promise<CopiedEvidence> {
  const evidence = evidenceToExport(records)
  const files = evidence.map(({ data: { sha256, name } }) => ({ sha256, name }))
  const secrets = [...new Set([...given, ...clearSecretsIn(records)])]
  const copy: EvidenceCopy = { dataFolder, incident, toFolder, files, secrets, notHidden, toldNowhere }
  return isMuchEvidence(evidence) ? copyEvidenceInThread(copy) : copyEvidence(copy)
}
