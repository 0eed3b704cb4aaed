import type { FactDraft, FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { engineer, lead, minuteAt, recordOf, stated } from '../../support/log-builder.ts'

const sha256 = 'a'.repeat(64)

/** Facts that do not move the machine, with keys that are names of what every object inherits among the ordinary ones. */
export const otherDrafts: readonly FactDraft[] = [
  stated('runbook.opened', { path: 'late.md', title: 'Late data', sha256, text: '# Late data', matchedBy: 'by hand' }),
  stated('scenario.chosen', { scenario: 'late', title: 'Late data' }),
  ...['look', 'constructor', '__proto__', 'toString'].flatMap((step) => [
    stated('step.checked', { step, text: 'Look at the scheduler', note: 'it is red' }),
    stated('step.noted', { step, text: 'Look at the scheduler', note: 'since 02:00' }),
    stated('step.skipped', { step, text: 'Look at the scheduler', reason: 'no access' }),
    stated('step.unchecked', { step, text: 'Look at the scheduler' }),
  ]),
  ...['entry', 'constructor', '__proto__', 'hasOwnProperty', '7'].flatMap((of) => [
    stated('entry.starred', { of, starred: true }),
    stated('entry.amended', { of, text: 'better words', occurredAt: minuteAt(3) }),
    stated('entry.amended', { of, retracted: true, reason: 'wrong incident' }),
    stated('evidence.redacted', { of, reason: 'a token' }),
  ]),
  ...['summary', '__proto__'].map((section) => stated('postmortem.edited', { section, text: 'What happened' })),
  stated('dataset.affected', { dataset: 'mart.profit', detail: 'two partitions' }),
  stated('dataset.quarantined', { dataset: 'mart.profit', detail: 'swapped out' }),
  stated('publication.stated', { published: 'unknown' }),
  stated('backfill.planned', { dataset: 'mart.profit', detail: 'tonight' }),
  stated('backfill.verified', { dataset: 'mart.profit', detail: 'counts agree' }),
  stated('action.added', { action: 'a1', what: 'alert earlier', type: 'detect', owner: lead, due: '2026-12-01' }),
  stated('action.changed', { action: 'a1', owner: engineer, status: 'done' }),
  stated('update.promised', { dueAt: minuteAt(40) }),
  stated('status.updated', { text: 'We are on it' }),
  stated('note.added', { text: 'a note' }),
]

type Foreign = Pick<FactRecord, 'type' | 'data'>

/** What this version cannot read: types of a later one, known types with data of another shape, hostile keys. */
export const foreignFacts: readonly Foreign[] = [
  { type: 'weather.reported', data: { sky: 'clear' } },
  { type: 'constructor', data: {} },
  { type: '__proto__', data: {} },
  { type: 'toString', data: {} },
  { type: 'incident.mitigated', data: { note: 7 } },
  { type: 'rung.fired', data: {} },
  { type: 'rung.fired', data: { rungId: 'secondary', deadlineId: 'rung:0:secondary', dueAt: 'soon', outcome: 'sent' } },
  { type: 'rung.snoozed', data: { rungId: 'debug', deadlineId: 'rung:0:debug', until: 'NaN', reason: 'x' } },
  { type: 'rung.snoozed', data: { rungId: 'debug', deadlineId: 'rung:0:debug', until: Number.NaN, reason: 'x' } },
  { type: 'rung.advanced', data: { rungId: 'secondary', deadlineId: 'rung:0:secondary', reason: '   ' } },
  { type: 'question.answered', data: { answer: 'moreTime', round: 1, until: '2026-02-31T00:00:00.000Z', reason: 'x' } },
  { type: 'severity.changed', data: { from: 2, to: 0 } },
  { type: 'severity.changed', data: { from: 2, to: '4' } },
  { type: 'role.assumed', data: { role: '__proto__', person: engineer } },
  { type: 'notification.requested', data: { notification: 'n', rungId: 'lead' } },
  { type: 'impact.stated', data: { startedAt: null } },
  { type: 'entry.starred', data: { starred: true } },
]

/** A foreign record as it would stand in a journal. */
export const foreignRecord = (foreign: Foreign, seq: number, atMs: number): FactRecord => ({
  ...recordOf(stated('note.added', { text: 'stands in' }), seq, atMs),
  ...foreign,
})
