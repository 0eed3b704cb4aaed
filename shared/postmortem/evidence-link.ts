import { evidenceEnding } from '../incident/evidence-ending.ts'
import { isIncidentId } from '../journal/incident-id.ts'
import type { LogEntry } from './read-log.ts'

/** A piece of evidence beside the exported file. */
export type EvidenceLink = {
  readonly sha256: string
  readonly name: string
  /** Relative to the export: `evidence/<incident>/<sha256>.<ext>` (J1), by the incident, so that exports of several can stand in one folder. Null when the evidence is withheld (J8), or is not there. */
  readonly path: string | null
  /** It is gone from where it was kept, so that the export is without it. */
  readonly isMissing?: true
}

/** Where an entry's evidence lies, or null when the entry has none. */
export function evidenceLink(entry: LogEntry): EvidenceLink | null {
  if (entry.fact.type !== 'evidence.attached') return null
  const { sha256, name } = entry.fact.data
  // A log by itself may claim any name, and only an id is a safe part of a path.
  const folder = isIncidentId(entry.fact.incident) ? `evidence/${entry.fact.incident}` : 'evidence'
  return { sha256, name, path: entry.redacted ? null : `${folder}/${sha256}.${evidenceEnding(name)}` }
}
