import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'

/** Records of one page of the log; seq 1 to 500 are page 0. */
export const PAGE_SIZE = 500

/** One page: a hole stands for a record that has not been read. */
export type Page = readonly (FactRecord | undefined)[]

/** A log of which some pages have been read: 100,000 facts cost nothing until somebody looks at them. */
export type IncidentLog = {
  readonly total: number
  readonly loaded: number
  readonly pages: Readonly<Record<number, Page>>
}

export const emptyLog: IncidentLog = { total: 0, loaded: 0, pages: {} }

const pageOf = (seq: number): number => Math.floor((seq - 1) / PAGE_SIZE)
const placeOf = (seq: number): number => (seq - 1) % PAGE_SIZE

/** The record with this seq, or undefined when it has not been read yet. */
export const recordAt = (log: IncidentLog, seq: number): FactRecord | undefined =>
  log.pages[pageOf(seq)]?.[placeOf(seq)]

/** The log with more records known; those already there stay as they are, because a record never changes. */
export function withRecords(log: IncidentLog, records: readonly FactRecord[]): IncidentLog {
  const pages: Record<number, Page> = { ...log.pages }
  const copied = new Map<number, (FactRecord | undefined)[]>()
  let { loaded, total } = log
  for (const record of records) {
    const number = pageOf(record.seq)
    const page = copied.get(number) ?? [...(pages[number] ?? [])]
    copied.set(number, page)
    if (page[placeOf(record.seq)] === undefined) loaded += 1
    page[placeOf(record.seq)] = record
    total = Math.max(total, record.seq)
  }
  for (const [number, page] of copied) pages[number] = page
  return { total, loaded, pages }
}

/** The first seq from `from` to `to` that has not been read, or null. */
export function firstMissing(log: IncidentLog, from: number, to: number): number | null {
  for (let seq = Math.max(1, from); seq <= Math.min(to, log.total); seq += 1) {
    if (recordAt(log, seq) === undefined) return seq
  }
  return null
}

/** Every record read so far, in the order of the log. */
export function* readRecords(log: IncidentLog): Generator<FactRecord> {
  for (const number of Object.keys(log.pages)
    .map(Number)
    .sort((a, b) => a - b)) {
    for (const record of log.pages[number] ?? []) if (record !== undefined) yield record
  }
}

/** The pages read so far, the latest first: what is asked for is mostly near the end. */
export const pagesOf = (log: IncidentLog): readonly Page[] =>
  Object.keys(log.pages)
    .map(Number)
    .sort((a, b) => b - a)
    .flatMap((number) => (log.pages[number] === undefined ? [] : [log.pages[number]]))
