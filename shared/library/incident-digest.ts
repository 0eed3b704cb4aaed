import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import type { LibraryEntry } from './library-entry.ts'
import { foldRuns, noRuns, type RunFold, runsOf } from './run-fold.ts'
import { isWords, textsOf, type Written, withWritten, wordsIn } from './written-words.ts'

/**
 * Raised whenever a digest made by an older version would hold something else: a cached one with another number is thrown away.
 */
export const DIGEST_VERSION = 9

/** A fact that gives the incident another title, says how it ended, or that it goes on. */
type Turn = {
  /** The id of the entry. */
  readonly of: string
  readonly title: string | null
  readonly ending: string | null
  readonly goesOn: boolean
  readonly isRetracted: boolean
}

/** What the library remembers of one incident, for search, for "have we seen this before?" and for trust signals. Plain JSON. */
export type IncidentDigest = {
  readonly incident: string
  readonly title: string
  readonly pipeline: { readonly id: string; readonly name: string } | null
  readonly detectedAt: string
  /** The labels of its alerts, each with the values it had. */
  readonly labels: Readonly<Record<string, readonly string[]>>
  readonly scenarios: readonly string[]
  /** What people wrote, and what the alerts said, entry by entry. */
  readonly written: readonly Written[]
  /** What was written when it ended the last time, mitigated or resolved; null while it goes on, and where nothing was. */
  readonly ending: string | null
  /** What title and ending were made from, so that they can be made again without an entry that was retracted. */
  readonly declaredTitle: string
  readonly turns: readonly Turn[]
  readonly runs: RunFold
  readonly seq: number
  readonly hash: string
}

function withLabels(before: IncidentDigest['labels'], labels: unknown): IncidentDigest['labels'] {
  const known = new Map(Object.entries(before))
  for (const [label, value] of textsOf(labels)) {
    const values = known.get(label) ?? []
    if (!values.includes(value)) known.set(label, [...values, value])
  }
  return Object.fromEntries(known)
}

/** What is known of an incident that is being declared: its title as far as it is typed, and the id of its pipeline. */
export const digestOfDraft = (title: string, pipeline: string | null): IncidentDigest => ({
  incident: '',
  title,
  pipeline: pipeline === null ? null : { id: pipeline, name: pipeline },
  detectedAt: '',
  labels: {},
  scenarios: [],
  written: [],
  ending: null,
  declaredTitle: title,
  turns: [],
  runs: noRuns,
  seq: 0,
  hash: '',
})

function begin(record: FactRecord): IncidentDigest | null {
  const { title, pipeline, detectedAt } = record.data
  if (record.type !== 'incident.declared' || !isWords(title) || !isWords(detectedAt)) return null
  const { id, name } = Object.fromEntries(textsOf(pipeline))
  return {
    incident: record.incident,
    title,
    pipeline: id === undefined ? null : { id, name: name ?? id },
    detectedAt,
    labels: {},
    scenarios: [],
    written: [],
    ending: null,
    declaredTitle: title,
    turns: [],
    runs: noRuns,
    seq: record.seq,
    hash: record.hash,
  }
}

function turnOf({ id, type, data }: FactRecord): Turn | null {
  const isEnding = type === 'incident.mitigated' || type === 'incident.resolved'
  const title = type === 'incident.retitled' && isWords(data.title) ? data.title : null
  const ending = isEnding && isWords(data.note) ? data.note : null
  const goesOn = type === 'incident.recurred' || type === 'incident.reopened'
  return title === null && ending === null && !goesOn ? null : { of: id, title, ending, goesOn, isRetracted: false }
}

/** The turns after a record: one more, or one of them retracted or restored. */
function withTurn(turns: readonly Turn[], record: FactRecord): readonly Turn[] {
  const turn = turnOf(record)
  if (turn !== null) return [...turns, turn]
  const { of, retracted } = record.data
  if (record.type !== 'entry.amended' || typeof retracted !== 'boolean') return turns
  if (!turns.some((each) => each.of === of)) return turns
  return turns.map((each) => (each.of === of ? { ...each, isRetracted: retracted } : each))
}

function turned(digest: IncidentDigest, turns: readonly Turn[]): Pick<IncidentDigest, 'title' | 'ending' | 'turns'> {
  const standing = turns.filter(({ isRetracted }) => !isRetracted)
  const title = standing.findLast((each) => each.title !== null)?.title ?? digest.declaredTitle
  const last = standing.findLast((each) => each.ending !== null || each.goesOn)
  return { title, ending: last?.ending ?? null, turns }
}

function add(digest: IncidentDigest, record: FactRecord): IncidentDigest {
  const { type, data } = record
  const next = { ...digest, written: withWritten(digest.written, record), seq: record.seq, hash: record.hash }
  if (type === 'alert.attached') return { ...next, labels: withLabels(digest.labels, data.labels) }
  if (type === 'scenario.chosen' && isWords(data.title) && !digest.scenarios.includes(data.title)) {
    return { ...next, scenarios: [...digest.scenarios, data.title] }
  }
  const turns = withTurn(digest.turns, record)
  return turns === digest.turns ? next : { ...next, ...turned(digest, turns) }
}

/**
 * Adds records to a digest, or begins one at the declaration; null while there is none. Only records after those already
 * added count, so the same stretch of a log may be given twice, and any split of a log gives the same digest.
 */
export function foldDigest(before: IncidentDigest | null, records: Iterable<FactRecord>): IncidentDigest | null {
  let digest = before
  const added: FactRecord[] = []
  for (const record of records) {
    if (digest !== null && record.seq <= digest.seq) continue
    digest = digest === null ? begin(record) : add(digest, record)
    if (digest !== null) added.push(record)
  }
  return digest === null ? null : { ...digest, runs: foldRuns(digest.runs, added) }
}

/** The names of the alerts that were attached. */
export const alertnamesOf = ({ labels }: Pick<IncidentDigest, 'labels'>): readonly string[] =>
  Object.hasOwn(labels, 'alertname') ? (labels.alertname ?? []) : []

/** An incident as an entry of the library. */
export function incidentEntry(digest: IncidentDigest): LibraryEntry {
  const { incident, title, pipeline, scenarios } = digest
  const runbooks = runsOf(digest.runs).map(({ path }) => path)
  return {
    id: `incident:${incident}`,
    kind: 'incident',
    ref: incident,
    pipeline: pipeline?.id ?? null,
    scenarios,
    at: digest.detectedAt,
    title,
    alertname: alertnamesOf(digest).join('\n'),
    headings: '',
    errors: '',
    keys: [incident, pipeline?.id ?? '', pipeline?.name ?? '', ...scenarios, ...new Set(runbooks)].join(' '),
    text: wordsIn(digest.written),
  }
}
