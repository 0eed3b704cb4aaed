import { changeEntry, type EntryChange, isEntryFact } from '../../shared/incident/entry-changes.ts'
import { type FactOf, type FactRecord, knownFact } from '../../shared/incident/facts/fact-catalog.ts'

type Attached = FactOf<'evidence.attached'>

/** Fewer bytes than this are read at once: starting a thread would take longer. Of text, some 50 ms. */
const FEW_BYTES = 512 * 1024

/**
 * Evidence that may leave: what was withheld stays local, and so does every other copy of the same bytes (J8). What was retracted stays too,
 * as in the postmortem (P3.1).
 */
export function evidenceToExport(records: readonly FactRecord[]): readonly Attached[] {
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

/** Whether it takes so long to read evidence that it is a thread's work. */
export const isMuchEvidence = (evidence: readonly Attached[]): boolean =>
  evidence.reduce((sum, { data }) => sum + data.bytes, 0) >= FEW_BYTES
