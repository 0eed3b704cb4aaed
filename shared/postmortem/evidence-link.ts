import { evidenceEnding } from '../incident/evidence-ending.ts'
import type { LogEntry } from './read-log.ts'

/** A piece of evidence beside the exported file. */
export type EvidenceLink = {
  readonly sha256: string
  readonly name: string
  /** Relative to the export: `evidence/<sha256>.<ext>` (J1). Null when the evidence is withheld (J8). */
  readonly path: string | null
}

/** Where an entry's evidence lies, or null when the entry has none. */
export function evidenceLink(entry: LogEntry): EvidenceLink | null {
  if (entry.fact.type !== 'evidence.attached') return null
  const { sha256, name } = entry.fact.data
  return { sha256, name, path: entry.redacted ? null : `evidence/${sha256}.${evidenceEnding(name)}` }
}
