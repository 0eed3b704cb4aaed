import { type EntryChange, rememberEntryChange } from '../incident/entry-changes.ts'
import { type Fact, type FactOf, type FactRecord, type FactType, knownFact } from '../incident/facts/fact-catalog.ts'
import { foldIncident, type IncidentState } from '../incident/incident-state.ts'
import { retractionIn } from '../incident/retraction.ts'
import { createValueHider } from '../kit/hide-values.ts'
import { clearSecretsIn } from './clear-secrets.ts'
import { peopleIn } from './people-names.ts'
import { type RedactionLevel, redact } from './redact.ts'
import { hideInFact, redactFact } from './redact-fact.ts'
import { type RunChecklist, runChecklists } from './run-checklists.ts'
import { stepNames } from './step-names.ts'

/** One known fact of a log as the postmortem reads it: at the time it happened, with what was later said of it (J8). */
export type LogEntry<F extends Fact = Fact> = {
  readonly fact: F
  /** When it happened, UTC: the last amended time, else the stated one, else the recording. */
  readonly at: string
  /** The words that replace the entry's own, or null. */
  readonly text: string | null
  readonly starred: boolean
  readonly retracted: boolean
  readonly redacted: boolean
  /** The kinds of secrets and personal details that were taken out of this entry (P5). */
  readonly leftOut: readonly string[]
}

/** A log read once, in linear time, into what metrics, drafts and timeline ask for. */
export type IncidentLog = {
  readonly incident: string
  readonly head: { readonly seq: number; readonly hash: string } | null
  readonly declared: LogEntry<FactOf<'incident.declared'>> | null
  /** In log order, retracted ones too. */
  readonly entries: readonly LogEntry[]
  readonly byType: ReadonlyMap<FactType, readonly LogEntry[]>
  /** Records of types or shapes that this version does not know (J7). */
  readonly foreign: number
  readonly lifecycle: IncidentState['ladder']['value']['lifecycle'] | null
  /** The facts that the machine took last for these states, as the incident stands; null again once it came back (E8). */
  readonly mitigated: LogEntry | null
  readonly resolved: LogEntry | null
  readonly people: ReadonlyMap<string, string>
  /** What names the step that a fact is about, by the fact's id; it stays when the runbook's file changes. */
  readonly stepNames: ReadonlyMap<string, string>
  /** What people wrote for the postmortem, as it may leave: without secrets (P5), also those that an old log holds in the clear. */
  readonly clean: (text: string) => { readonly text: string; readonly leftOut: readonly string[] }
  /** How the checklist of each runbook stood at the end, by path; of those that were left, too. */
  readonly checklists: ReadonlyMap<string, RunChecklist>
}

/** The facts on which the lifecycle alone depends: the only ones the machine is asked about here. */
const lifecycleTypes: ReadonlySet<FactType> = new Set<FactType>([
  'incident.declared',
  'incident.acknowledged',
  'incident.mitigated',
  'incident.recurred',
  'incident.resolved',
  'incident.reopened',
  'incident.reviewed',
  'incident.closed',
])

type Known = { readonly record: FactRecord; readonly fact: Fact; readonly leftOut: readonly string[] }

const knownRecords = new WeakMap<FactRecord, { readonly level: RedactionLevel; readonly known: Known | null }>()

/** Checks and redacts a record once: a record never changes, and a live draft reads the whole log after each new fact. */
function knownOf(record: FactRecord, level: RedactionLevel): Known | null {
  const before = knownRecords.get(record)
  if (before?.level === level) return before.known
  const fact = knownFact(record)
  const known = fact === null ? null : { record, ...redactFact(fact, level) }
  knownRecords.set(record, { level, known })
  return known
}

function hideIn(known: Known[], hide: (text: string) => string): void {
  known.forEach((each, index) => {
    known[index] = { ...each, fact: hideInFact(each.fact, hide) }
  })
}

function collectChanges(known: readonly Known[]): ReadonlyMap<string, EntryChange> {
  const changes = new Map<string, EntryChange>()
  for (const { fact } of known) {
    if (fact.type !== 'entry.starred' && fact.type !== 'entry.amended' && fact.type !== 'evidence.redacted') continue
    const { of } = fact.data
    const before = changes.get(of)
    const after = rememberEntryChange(before === undefined ? {} : { [of]: before }, fact)[of]
    if (after !== undefined) changes.set(of, after)
  }
  return changes
}

/** The instant that a fact speaks of where its data carry one; null where only its envelope does. */
function statedInstant(fact: Fact): string | null {
  if (fact.type === 'incident.declared') return fact.data.detectedAt
  return fact.type === 'impact.stated' ? fact.data.startedAt : null
}

function toEntry({ fact, leftOut }: Known, change: EntryChange | undefined): LogEntry {
  return {
    fact,
    at: change?.occurredAt ?? statedInstant(fact) ?? fact.occurredAt ?? fact.at,
    text: change?.text ?? null,
    starred: change?.starred ?? false,
    retracted: change?.retracted ?? false,
    redacted: change?.redacted ?? false,
    leftOut,
  }
}

/** Follows the lifecycle as the incident itself does, so that a fact which was refused or retracted moves nothing here either. */
function followLifecycle(
  known: readonly Known[],
  entries: readonly LogEntry[],
): Pick<IncidentLog, 'lifecycle' | 'mitigated' | 'resolved'> {
  const counting = known.filter(({ fact }) => lifecycleTypes.has(fact.type) || retractionIn(fact) !== null)
  const state = foldIncident(
    null,
    counting.map(({ record }) => record),
  )
  let mitigated: string | null = null
  let resolved: string | null = null
  for (const { id, to } of state?.turns ?? []) {
    if (to === 'mitigated') mitigated = id
    if (to === 'resolved') resolved = id
    if (to === 'debugging') {
      mitigated = null
      resolved = null
    }
  }
  const entryOf = (id: string | null): LogEntry | null =>
    id === null ? null : (entries.find(({ fact }) => fact.id === id) ?? null)
  return {
    lifecycle: state?.ladder.value.lifecycle ?? null,
    mitigated: entryOf(mitigated),
    resolved: entryOf(resolved),
  }
}

const knownRunbookFacts = new WeakMap<FactRecord, Fact | null>()

/** The facts about runbooks and steps as they were written: the texts that they pin say which step is which, and leave here only cleaned. */
function* runbookFacts(records: readonly FactRecord[]): Generator<Fact> {
  for (const record of records) {
    if (!/^(?:runbook|step|scenario)\./.test(record.type)) continue
    const fact = knownRunbookFacts.get(record) ?? knownFact(record)
    knownRunbookFacts.set(record, fact)
    if (fact !== null) yield fact
  }
}

/**
 * Reads a whole log, in the order of the log, taking secrets out of every text as it goes (P5): nothing built from the
 * result can leak one, also none of those that were `given`. Total: foreign records are counted, a log without a declaration still reads.
 */
export function readLog(
  records: readonly FactRecord[],
  redaction: RedactionLevel,
  given: readonly string[] = [],
): IncidentLog {
  const known: Known[] = []
  for (const record of records) {
    const each = knownOf(record, redaction)
    if (each !== null) known.push(each)
  }
  const secrets = redaction === 'none' ? [] : [...given, ...clearSecretsIn(records)]
  const hide = secrets.length > 0 ? createValueHider(secrets) : (text: string): string => text
  if (secrets.length > 0) hideIn(known, hide)
  const changes = collectChanges(known)
  const entries = known.map((each) => toEntry(each, changes.get(each.fact.id)))
  const byType = new Map<FactType, LogEntry[]>()
  for (const entry of entries) {
    const same = byType.get(entry.fact.type)
    if (same === undefined) byType.set(entry.fact.type, [entry])
    else same.push(entry)
  }
  const last = records.at(-1)
  const clean: IncidentLog['clean'] = (text) => {
    const redacted = redact(text, redaction)
    return { ...redacted, text: hide(redacted.text) }
  }
  const aboutRunbooks = [...runbookFacts(records)]
  return {
    incident: last?.incident ?? '',
    head: last === undefined ? null : { seq: last.seq, hash: last.hash },
    declared: (byType.get('incident.declared')?.[0] as IncidentLog['declared'] | undefined) ?? null,
    entries,
    byType,
    foreign: records.length - known.length,
    ...followLifecycle(known, entries),
    people: peopleIn(known.map(({ fact }) => fact)),
    stepNames: stepNames(aboutRunbooks),
    checklists: runChecklists(
      aboutRunbooks,
      ({ id }) => changes.get(id)?.retracted !== true,
      (text) => clean(text).text,
    ),
    clean,
  }
}

/** The entries of one type that still stand: retracted ones are left out. */
export function entriesOf<T extends FactType>(log: IncidentLog, type: T): readonly LogEntry<FactOf<T>>[] {
  return ((log.byType.get(type) ?? []) as readonly LogEntry<FactOf<T>>[]).filter((entry) => !entry.retracted)
}

/** The last standing entry of one type, or null. */
export function lastOf<T extends FactType>(log: IncidentLog, type: T): LogEntry<FactOf<T>> | null {
  return entriesOf(log, type).at(-1) ?? null
}
