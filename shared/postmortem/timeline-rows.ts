import type { FactType } from '../incident/facts/fact-catalog.ts'
import { entryWords } from './entry-words.ts'
import { type EvidenceLink, evidenceLink } from './evidence-link.ts'
import { actorName } from './people-names.ts'
import { type IncidentLog, type LogEntry, lastOf } from './read-log.ts'

/** One row of the postmortem's timeline. */
export type TimelineRow = {
  /** The fact's id. */
  readonly id: string
  readonly at: string
  readonly who: string
  readonly text: string
  /** How much the story needs it: 3 turns the incident, 2 explains it, 1 is detail. */
  readonly weight: 1 | 2 | 3
  readonly starred: boolean
  readonly evidence: EvidenceLink | null
}

/** The rows, how they were chosen, and how many entries of the log are not among them. */
export type Timeline = {
  readonly chosenBy: 'star' | 'significance'
  readonly rows: readonly TimelineRow[]
  /** What turned the incident, starred or not: the picture is drawn from these. */
  readonly turns: readonly TimelineRow[]
  readonly notShown: number
}

/** More rows than this nobody reads: when nothing is starred, detail gives way first. */
export const MOST_UNSTARRED_ROWS = 200

/** How much the story needs each kind of fact; 0 is bookkeeping that only a star brings in. */
const weights: Readonly<Record<FactType, TimelineRow['weight'] | 0>> = {
  'incident.declared': 3,
  'incident.acknowledged': 3,
  'incident.mitigated': 3,
  'incident.recurred': 3,
  'incident.resolved': 3,
  'incident.reopened': 3,
  'incident.reviewed': 2,
  'incident.closed': 2,
  'incident.retitled': 0,
  'impact.stated': 3,
  'severity.changed': 3,
  'relief.setAside': 2,
  'role.assumed': 2,
  'role.renounced': 1,
  'handoff.offered': 1,
  'handoff.accepted': 2,
  'handoff.declined': 1,
  'handoff.withdrawn': 0,
  'rung.fired': 3,
  'rung.withheld': 2,
  'rung.snoozed': 2,
  'rung.advanced': 3,
  'rung.exhausted': 3,
  'question.asked': 1,
  'question.answered': 2,
  'notification.requested': 2,
  'notification.sent': 0,
  'notification.failed': 2,
  'notification.acknowledged': 2,
  'call.made': 2,
  'runbook.opened': 2,
  'scenario.chosen': 2,
  'step.checked': 1,
  'step.unchecked': 1,
  'step.skipped': 1,
  'step.noted': 1,
  'step.extended': 0,
  'step.stuck': 1,
  'value.given': 0,
  'secret.given': 0,
  'command.started': 0,
  'command.lost': 1,
  'command.ran': 1,
  'note.added': 1,
  'evidence.attached': 2,
  'evidence.redacted': 0,
  'decision.made': 3,
  'hypothesis.raised': 2,
  'hypothesis.ruledOut': 2,
  'status.updated': 2,
  'update.promised': 0,
  'update.missed': 2,
  'entry.starred': 0,
  'entry.amended': 0,
  'alert.attached': 2,
  'alert.resolved': 1,
  'clock.jumped': 1,
  'host.slept': 2,
  'dataset.affected': 3,
  'dataset.quarantined': 3,
  'publication.stated': 3,
  'backfill.planned': 2,
  'backfill.verified': 3,
  'action.added': 0,
  'action.changed': 0,
  'postmortem.edited': 0,
}

function toRow(entry: LogEntry, log: IncidentLog): TimelineRow {
  return {
    id: entry.fact.id,
    at: entry.at,
    who: actorName(entry.fact.by, log.people),
    text: entryWords(entry),
    weight: weights[entry.fact.type] || 1,
    starred: entry.starred,
    evidence: evidenceLink(entry),
  }
}

/** A timeline that links to none of the evidence with these hashes, because it is not beside the export. */
export function withoutAbsent(timeline: Timeline, hashes: readonly string[]): Timeline {
  const absent = new Set(hashes)
  const unlinked = (row: TimelineRow): TimelineRow =>
    row.evidence === null || row.evidence.path === null || !absent.has(row.evidence.sha256)
      ? row
      : { ...row, evidence: { ...row.evidence, path: null, isMissing: true } }
  return { ...timeline, rows: timeline.rows.map(unlinked), turns: timeline.turns.map(unlinked) }
}

/** The weight below which detail is left out, so that the rest fits. */
function threshold(entries: readonly LogEntry[]): number {
  for (const least of [1, 2]) {
    const rows = entries.filter((entry) => weights[entry.fact.type] >= least)
    if (rows.length <= MOST_UNSTARRED_ROWS) return least
  }
  return 3
}

/** What there is room for: the beginning and the end of the story always, and of the rest what is nearest to them. */
function fitted(entries: readonly LogEntry[]): readonly LogEntry[] {
  if (entries.length <= MOST_UNSTARRED_ROWS) return entries
  const between = entries.filter((entry) => !frame.has(entry.fact.type))
  const room = Math.max(0, MOST_UNSTARRED_ROWS - (entries.length - between.length))
  const first = Math.ceil(room / 2)
  const left = new Set(between.slice(first, between.length - (room - first)))
  return entries.filter((entry) => !left.has(entry))
}

/** Impact has one start: when it was stated again, the earlier statements are history of the log, not of the incident. */
const isOutdated = (entry: LogEntry, log: IncidentLog): boolean =>
  entry.fact.type === 'impact.stated' && !entry.starred && entry.fact.id !== lastOf(log, 'impact.stated')?.fact.id

/** Beginning and end belong to every story, starred or not. */
const frame: ReadonlySet<FactType> = new Set<FactType>([
  'incident.declared',
  'impact.stated',
  'incident.mitigated',
  'incident.recurred',
  'incident.resolved',
  'incident.reopened',
])

/** The impact's start where only the declaration states it: no fact of its own, and still where the story begins. */
function impactAtDeclaration(log: IncidentLog): readonly TimelineRow[] {
  const at = log.declared?.fact.data.impactStartedAt ?? null
  if (at === null || log.declared === null || lastOf(log, 'impact.stated') !== null) return []
  const row = toRow(log.declared, log)
  return [{ ...row, at, text: 'Impact started, as stated at declaration', starred: false }]
}

/** Entries as rows, in the order of when they happened, then of the log. */
function inOrder(entries: readonly LogEntry[], log: IncidentLog): readonly TimelineRow[] {
  const rows = entries.toSorted((one, other) => one.fact.seq - other.fact.seq).map((entry) => toRow(entry, log))
  return [...impactAtDeclaration(log), ...rows]
    .map((row) => ({ row, ms: Date.parse(row.at) }))
    .sort((one, other) => one.ms - other.ms)
    .map(({ row }) => row)
}

/**
 * The timeline of a postmortem (P3): what people starred, between the beginning and the end of the incident; while nothing
 * is starred, what turned or explains it. In order of when things happened, then of the log. Retracted entries stay out;
 * the journal keeps them (J8).
 */
export function timelineOf(log: IncidentLog): Timeline {
  const standing = log.entries.filter((entry) => !entry.retracted && !isOutdated(entry, log))
  const told = standing.filter((entry) => weights[entry.fact.type] > 0)
  const turns = inOrder(
    told.filter((entry) => weights[entry.fact.type] === 3),
    log,
  )
  if (standing.some((entry) => entry.starred)) {
    const chosen = standing.filter((entry) => entry.starred || frame.has(entry.fact.type))
    const notShown = told.filter((entry) => !entry.starred && !frame.has(entry.fact.type)).length
    return { chosenBy: 'star', rows: inOrder(chosen, log), turns, notShown }
  }
  const least = threshold(told)
  const fitting = fitted(told.filter((entry) => weights[entry.fact.type] >= least))
  return { chosenBy: 'significance', rows: inOrder(fitting, log), turns, notShown: told.length - fitting.length }
}
