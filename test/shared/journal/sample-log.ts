import { createHash } from 'node:crypto'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { genesisHash, hashRecord } from '../../../shared/journal/record-hash.ts'

export const incident = '20260306-4k7m'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A record with its hash set right. */
export function sealed(body: Omit<FactRecord, 'hash'>): FactRecord {
  return { ...body, hash: hashRecord(body, sha256) }
}

export function noteAfter(before: FactRecord | null, changes: Partial<FactRecord> = {}): FactRecord {
  const seq = (before?.seq ?? 0) + 1
  return sealed({
    v: 1,
    seq,
    id: `01kk0000000000000000000${String(seq).padStart(3, '0')}`,
    incident,
    type: 'note.added',
    at: new Date(Date.UTC(2026, 2, 6, 3, 0, seq)).toISOString(),
    by: { kind: 'person', id: 'eng-a' },
    data: { text: `Nóte ${seq}: "loader" stopped\nat row 48\u001f211` },
    prev: before?.hash ?? genesisHash,
    ...changes,
  })
}

/** A sound log of so many notes, as the lines of its file. */
export function sampleLines(count: number): string[] {
  const lines: string[] = []
  let last: FactRecord | null = null
  for (let seq = 1; seq <= count; seq += 1) {
    last = noteAfter(last)
    lines.push(JSON.stringify(last))
  }
  return lines
}
