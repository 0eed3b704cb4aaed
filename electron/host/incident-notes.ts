import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'

/** What of a long log goes into the search index. Characters; the beginning of an incident says most about it. */
const MOST_CHARACTERS = 20_000

const wordKeys = ['text', 'note', 'reason', 'detail', 'caption', 'name', 'what', 'title'] as const

/** The words that people wrote into a log, for "have we seen this before?". */
export function notesOf(records: Iterable<FactRecord>): string {
  let notes = ''
  for (const { type, data } of records) {
    if (type === 'runbook.opened') continue
    for (const key of wordKeys) {
      const value = data[key]
      if (typeof value === 'string') notes += `${value}\n`
    }
    if (notes.length > MOST_CHARACTERS) return notes.slice(0, MOST_CHARACTERS)
  }
  return notes
}
