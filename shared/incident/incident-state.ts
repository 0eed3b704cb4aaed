import { type AttachedAlerts, rememberAlert } from './attached-alerts.ts'
import { type DataState, noDataState, rememberData, rememberResolutions } from './data-state.ts'
import { changeEntry, type EntryChange, type EntryChanges, isEntryFact, rememberEntryChange } from './entry-changes.ts'
import { type Fact, type FactRecord, knownFact } from './facts/fact-catalog.ts'
import { type GivenValues, noValues, rememberValue } from './given-values.ts'
import { incidentMachine, type LadderEffect, type LadderSnapshot, ladderFactTypes } from './incident-machine.ts'
import type { LadderFact } from './ladder-fact.ts'
import { beginLadder, correctLadder, type LadderPart, moveLadder } from './ladder-said.ts'
import { endOfCommand, type OpenCommands, rememberCommand } from './open-commands.ts'
import { retractionIn } from './retraction.ts'
import { type RunbookRun, rememberCommandEnd, rememberRuns } from './runbook-run.ts'

/** All that a log means, folded: what the screens, the alarm and the postmortem read. */
export type IncidentState = GivenValues &
  LadderPart & {
    readonly incident: string
    readonly seq: number
    readonly hash: string
    readonly lastAt: string
    /** The runbook that is being followed. */
    readonly run: RunbookRun | null
    /** Runbooks that were left for another, with what was done in them: each can be gone on with. */
    readonly otherRuns: readonly RunbookRun[]
    readonly entries: EntryChanges
    readonly data: DataState
    /** Commands that were started and whose end is not in the log. */
    readonly openCommands: OpenCommands
    /** Alerts that belong to it; the intake looks here what the log knows already. */
    readonly alerts: AttachedAlerts
  }

const ladderTypes: ReadonlySet<string> = new Set(ladderFactTypes)
const isLadderFact = (fact: Fact): fact is LadderFact => ladderTypes.has(fact.type)

function begin(record: FactRecord, fact: Fact | null): IncidentState | null {
  if (fact?.type !== 'incident.declared') return null
  return {
    incident: record.incident,
    seq: record.seq,
    hash: record.hash,
    lastAt: record.at,
    ...beginLadder(fact),
    run: null,
    otherRuns: [],
    entries: {},
    data: noDataState,
    ...noValues,
    openCommands: {},
    alerts: [],
  }
}

/** The state after a record, save for what it says about earlier entries. */
function step(
  state: IncidentState | null,
  record: FactRecord,
  fact: Fact | null,
): { readonly state: IncidentState | null; readonly effects: readonly LadderEffect[] } {
  if (state === null) return { state: begin(record, fact), effects: [] }
  const moved = { ...state, seq: record.seq, hash: record.hash, lastAt: record.at }
  if (fact === null) return { state: moved, effects: [] }
  if (isLadderFact(fact)) {
    const { part, effects } = moveLadder(state, fact)
    const data =
      fact.type === 'incident.resolved' || part.turns !== state.turns
        ? rememberResolutions(state.data, fact, part.turns)
        : state.data
    return { state: { ...moved, ...part, data }, effects }
  }
  const retraction = retractionIn(fact)
  const part = retraction === null ? null : correctLadder(state, retraction, fact.at)
  const ended = endOfCommand(state.openCommands, fact)
  const { run, otherRuns } = rememberCommandEnd(rememberRuns(state, fact), ended)
  const known = rememberData(state.data, fact)
  const data = part === null ? known : rememberResolutions(known, fact, part.turns)
  const openCommands = rememberCommand(state.openCommands, fact)
  const alerts = rememberAlert(state.alerts, fact)
  return {
    state: { ...moved, ...part, ...rememberValue(state, fact), run, otherRuns, data, openCommands, alerts },
    effects: [],
  }
}

/**
 * One step of the fold: the state after a record, with the effects that a live shell must perform and a replay drops.
 * Total: records before a declaration give null, foreign ones only move seq and hash, illegal ones change nothing else.
 */
export function advance(
  state: IncidentState | null,
  record: FactRecord,
): { readonly state: IncidentState | null; readonly effects: readonly LadderEffect[] } {
  const fact = knownFact(record)
  const next = step(state, record, fact)
  if (state === null || next.state === null || fact === null || !isEntryFact(fact)) return next
  return { ...next, state: { ...next.state, entries: rememberEntryChange(state.entries, fact) } }
}

/**
 * Folds records onto a state: any split of a log gives the same result as `advance` record by record (the replay law).
 * What is said about entries is gathered first and joined once, because a copy per star would take minutes on a long log.
 */
export function foldIncident(state: IncidentState | null, records: Iterable<FactRecord>): IncidentState | null {
  let folded = state
  let gathered: Map<string, EntryChange> | null = null
  for (const record of records) {
    const fact = knownFact(record)
    folded = step(folded, record, fact).state
    if (folded === null || fact === null || !isEntryFact(fact)) continue
    gathered ??= new Map(Object.entries(folded.entries))
    gathered.set(fact.data.of, changeEntry(gathered.get(fact.data.of) ?? null, fact))
  }
  return folded === null || gathered === null ? folded : { ...folded, entries: Object.fromEntries(gathered) }
}

/** The state as plain JSON, for the wire and for caches. */
export type IncidentStateJson = Omit<IncidentState, 'ladder'> & {
  readonly ladder: Pick<LadderSnapshot, 'value' | 'context'>
}

/** Leaves out the machine's own objects. */
export const toJson = (state: IncidentState): IncidentStateJson => ({
  ...state,
  ladder: { value: state.ladder.value, context: state.ladder.context },
})

/** Gives the machine back its snapshot: `can` and further facts work as before. */
export const fromJson = (json: IncidentStateJson): IncidentState => ({
  ...json,
  ladder: incidentMachine.resolveState(json.ladder),
})
