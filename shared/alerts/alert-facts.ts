import type { FactDraft } from '../incident/facts/fact-catalog.ts'
import type { PersonRef } from '../incident/primitives.ts'
import type { AlertWords } from '../runbook/match-runbook.ts'
import type { Team } from '../schedule/team.ts'
import { type AlertRow, wordsOfRow } from './alert-row.ts'
import { pipelineOfAlert } from './pipeline-of-alert.ts'

const intake = ({ source }: AlertRow) => ({ kind: 'intake', id: source }) as const

/** A sender tells within so long: then the recording says it as well. */
const SAME_MS = 60_000

/** When it happened, where that differs from now. A sender's clock may be ahead of this one: nothing is recorded before it happened. */
const occurred = (at: string | null, nowMs: number) =>
  at === null || nowMs - Date.parse(at) < SAME_MS ? {} : { occurredAt: at }

/** The fact that an alert belongs to an incident, at an instant (epoch ms); `attachedBy` is null where it fired again by itself. */
export const attachedDraft = (row: AlertRow, attachedBy: PersonRef | null, nowMs: number): FactDraft => ({
  type: 'alert.attached',
  by: intake(row),
  data: {
    fingerprint: row.fingerprint,
    source: row.source,
    status: row.status,
    startsAt: row.since,
    ...wordsOfRow(row),
    ...(row.link !== null && { link: row.link }),
    ...(attachedBy !== null && { attachedBy }),
  },
  ...occurred(row.since, nowMs),
})

/** The fact that an attached alert is over. */
export const resolvedDraft = (row: AlertRow, nowMs: number): FactDraft => ({
  type: 'alert.resolved',
  by: intake(row),
  data: { fingerprint: row.fingerprint, source: row.source, name: row.name, endsAt: row.resolvedAt },
  ...occurred(row.resolvedAt, nowMs),
})

/** What is known of an alert when runbooks are looked for: its row of the inbox, or what an incident's log says of it. */
export type AskedAlert = Pick<AlertRow, 'name' | 'labels' | 'annotations' | 'pipeline' | 'runbookUrl'>

/** What a runbook is matched by (R5): the alert's own words, with the pipeline as the team calls it, or as somebody chose it. */
export function wordsOf(row: AskedAlert, team: Pick<Team, 'pipelines'>, chosen: string | null): AlertWords {
  const pipeline = chosen ?? pipelineOfAlert(team, row)?.id ?? row.pipeline
  const labels = { alertname: row.name, ...row.labels, ...(pipeline !== null && { pipeline }) }
  const annotations = row.runbookUrl === null ? row.annotations : { ...row.annotations, runbook_url: row.runbookUrl }
  return { labels, annotations }
}
