import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import type { LibraryEntry } from './library-entry.ts'
import { foldRuns, noRuns, type RunFold, runsOf } from './run-fold.ts'
import { namesIn, rowsIn } from './telling-signs.ts'

/**
 * Raised whenever a digest made by an older version would hold something else: a cached one with another number is thrown away.
 */
export const DIGEST_VERSION = 5

/** What of a long log goes into the search index. Characters; the beginning of an incident says most about it. */
const MOST_CHARACTERS = 20_000

/** So many names, and so many rows of words, are remembered of one incident; the first say most about it. */
const MOST_SIGNS = 300

/** What the library remembers of one incident, for search, for "have we seen this before?" and for trust signals. Plain JSON. */
export type IncidentDigest = {
  readonly incident: string
  readonly title: string
  readonly pipeline: { readonly id: string; readonly name: string } | null
  readonly detectedAt: string
  /** The labels of its alerts, each with the values it had. */
  readonly labels: Readonly<Record<string, readonly string[]>>
  readonly scenarios: readonly string[]
  /** Everything people wrote, and what the alerts said. */
  readonly notes: string
  /** What nobody writes by chance: names of machines, and words in a row, in what people wrote and pasted. */
  readonly signs: Signs
  /** What was written when it was mitigated or resolved; the last wins. */
  readonly ending: string | null
  readonly runs: RunFold
  readonly seq: number
  readonly hash: string
}

type Signs = { readonly names: readonly string[]; readonly rows: readonly string[] }

const noSigns: Signs = { names: [], rows: [] }

const proseKeys = ['text', 'note', 'reason', 'detail', 'caption', 'excerpt', 'name', 'what', 'title'] as const

const isWords = (value: unknown): value is string => typeof value === 'string'

const entriesOf = (value: unknown): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => (isWords(each) ? [[key, each] as const] : []))
    : []

/** Facts whose `name` is that of a variable: the runbook's word, and nobody's of this incident. */
const NAMES_VARIABLE: ReadonlySet<string> = new Set(['value.given', 'secret.given'])

function wordsOf({ type, data }: FactRecord): string {
  if (NAMES_VARIABLE.has(type)) return ''
  if (type === 'runbook.opened' || type.startsWith('step.')) return isWords(data.note) ? `${data.note}\n` : ''
  const prose = proseKeys.flatMap((key) => (isWords(data[key]) ? [data[key]] : []))
  const alert = type === 'alert.attached' ? entriesOf(data.annotations).map(([, words]) => words) : []
  return [...prose, ...alert].map((words) => `${words}\n`).join('')
}

/** What people word themselves; status updates begin as a draft of ours, and a variable has the name that the runbook gives it. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'note.added',
  'entry.amended',
  'hypothesis.raised',
  'hypothesis.ruledOut',
  'decision.made',
  'incident.mitigated',
  'incident.resolved',
])

const firstOf = (before: readonly string[], more: readonly string[]): readonly string[] =>
  before.length >= MOST_SIGNS ? before : [...new Set([...before, ...more])].slice(0, MOST_SIGNS)

/** Adds the signs of a fact. Logs that were pasted as a file and alerts are full of rows that stand in all of their kind, so only names count there. */
function withSigns(before: Signs, { type, data }: FactRecord): Signs {
  const isOwn = OWN_WORDS.has(type) || type.startsWith('step.')
  const own = isOwn ? [type.startsWith('step.') ? null : data.text, data.note].filter(isWords) : []
  const pasted = type === 'evidence.attached' ? [data.caption, data.excerpt].filter(isWords) : []
  const alert = type === 'alert.attached' ? entriesOf(data.annotations).map(([, words]) => words) : []
  const named = [...own, ...pasted, ...alert]
  if (named.length === 0) return before
  return { names: firstOf(before.names, named.flatMap(namesIn)), rows: firstOf(before.rows, own.flatMap(rowsIn)) }
}

function withLabels(before: IncidentDigest['labels'], labels: unknown): IncidentDigest['labels'] {
  const known = new Map(Object.entries(before))
  for (const [label, value] of entriesOf(labels)) {
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
  notes: '',
  signs: noSigns,
  ending: null,
  runs: noRuns,
  seq: 0,
  hash: '',
})

function begin(record: FactRecord): IncidentDigest | null {
  const { title, pipeline, detectedAt } = record.data
  if (record.type !== 'incident.declared' || !isWords(title) || !isWords(detectedAt)) return null
  const { id, name } = Object.fromEntries(entriesOf(pipeline))
  return {
    incident: record.incident,
    title,
    pipeline: id === undefined ? null : { id, name: name ?? id },
    detectedAt,
    labels: {},
    scenarios: [],
    notes: '',
    signs: noSigns,
    ending: null,
    runs: noRuns,
    seq: record.seq,
    hash: record.hash,
  }
}

function add(digest: IncidentDigest, record: FactRecord): IncidentDigest {
  const { type, data } = record
  const words = type === 'incident.declared' || digest.notes.length >= MOST_CHARACTERS ? '' : wordsOf(record)
  const notes = words === '' ? digest.notes : `${digest.notes}${words}`.slice(0, MOST_CHARACTERS)
  const signs = withSigns(digest.signs, record)
  const next = { ...digest, notes, signs, seq: record.seq, hash: record.hash }
  if (type === 'incident.retitled' && isWords(data.title)) return { ...next, title: data.title }
  if (type === 'alert.attached') return { ...next, labels: withLabels(digest.labels, data.labels) }
  if (type === 'scenario.chosen' && isWords(data.title) && !digest.scenarios.includes(data.title)) {
    return { ...next, scenarios: [...digest.scenarios, data.title] }
  }
  const isEnding = type === 'incident.mitigated' || type === 'incident.resolved'
  return isEnding && isWords(data.note) ? { ...next, ending: data.note } : next
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
    alertname: alertnamesOf(digest).join(' '),
    headings: '',
    errors: '',
    keys: [incident, pipeline?.id ?? '', pipeline?.name ?? '', ...scenarios, ...new Set(runbooks)].join(' '),
    text: digest.notes,
  }
}
