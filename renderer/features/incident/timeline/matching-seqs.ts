import type { EntryChanges } from '../../../../shared/incident/entry-changes.ts'
import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { type IncidentLog, recordAt } from '../../../state/incident-log.ts'
import { type EntryFilter, passes } from './entry-filter.ts'

/** What somebody is looking for. */
export type Wanted = { readonly filter: EntryFilter; readonly query: string }

const CHUNK = 2_000

/** Everything that was written into a record, in lower case; a pinned runbook's text is not meant. */
function searchText(record: FactRecord): string {
  const words = Object.entries(record.data).map(([key, value]) =>
    record.type === 'runbook.opened' && key === 'text' ? '' : typeof value === 'string' ? value : JSON.stringify(value),
  )
  return `${record.type} ${words.join(' ')}`.toLowerCase()
}

/** Whether an entry is wanted: it passes the filter and holds every word, in what was written or in its amendment. */
export function isWanted(record: FactRecord, changes: EntryChanges, { filter, query }: Wanted): boolean {
  const change = changes[record.id]
  if (!passes(filter, { type: record.type, isStarred: change?.starred === true })) return false
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const text = `${searchText(record)} ${change?.text?.toLowerCase() ?? ''}`
  return words.every((word) => text.includes(word))
}

/**
 * The seqs that are wanted, in order. Between chunks it lets the window breathe, so that a filter over 100,000 facts
 * never holds up a key press; `isStale` ends it when it is no longer asked for.
 */
export async function matchingSeqs(
  log: IncidentLog,
  changes: EntryChanges,
  wanted: Wanted,
  isStale: () => boolean,
): Promise<readonly number[] | null> {
  const seqs: number[] = []
  for (let from = 1; from <= log.total; from += CHUNK) {
    for (let seq = from; seq < from + CHUNK && seq <= log.total; seq += 1) {
      const record = recordAt(log, seq)
      if (record !== undefined && isWanted(record, changes, wanted)) seqs.push(seq)
    }
    if (log.total > CHUNK) await new Promise((resolve) => setTimeout(resolve, 0))
    if (isStale()) return null
  }
  return seqs
}
