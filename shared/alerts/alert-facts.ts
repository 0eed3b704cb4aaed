import type { AttachedAlerts } from '../incident/attached-alerts.ts'
import type { FactDraft } from '../incident/facts/fact-catalog.ts'
import type { PersonRef } from '../incident/primitives.ts'
import { standing } from '../incident/retraction.ts'
import type { AlertWords } from '../runbook/match-runbook.ts'
import type { Team } from '../schedule/team.ts'
import { type AlertRow, wordsOfRow } from './alert-row.ts'
import { pipelineOfAlert } from './pipeline-of-alert.ts'
import { differingLabels, labelWords, orderedLabels } from './told-labels.ts'

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

/** So many labels tell an alert from others of its name. */
const MOST_LABELS = 3

/** What tells an alert from the others of its name in an incident; empty when it is the only one, or nothing does. */
function whichOf(row: AlertRow, attached: AttachedAlerts): string {
  const like = standing(attached).filter(({ name }) => name === row.name)
  const differing = differingLabels(like)
  const labels = orderedLabels(wordsOfRow(row), differing).filter(({ name }) => differing.has(name))
  return labels.slice(0, MOST_LABELS).map(labelWords).join(', ')
}

/** The fact that an alert is over that is among those of an incident. */
export function resolvedDraft(row: AlertRow, attached: AttachedAlerts, nowMs: number): FactDraft {
  const { fingerprint, source, name, resolvedAt: endsAt } = row
  const which = whichOf(row, attached)
  return {
    type: 'alert.resolved',
    by: intake(row),
    data: { fingerprint, source, name, endsAt, ...(which !== '' && { which }) },
    ...occurred(endsAt, nowMs),
  }
}

/** What is known of an alert when runbooks are looked for: its row of the inbox, or what an incident's log says of it. */
export type AskedAlert = Pick<AlertRow, 'name' | 'labels' | 'annotations' | 'pipeline' | 'runbookUrl'>

/** What a runbook is matched by (R5): the alert's own words, with the pipeline as the team calls it, or as somebody chose it. */
export function wordsOf(row: AskedAlert, team: Pick<Team, 'pipelines'>, chosen: string | null): AlertWords {
  const pipeline = chosen ?? pipelineOfAlert(team, row)?.id ?? row.pipeline
  const labels = { alertname: row.name, ...row.labels, ...(pipeline !== null && { pipeline }) }
  const annotations = row.runbookUrl === null ? row.annotations : { ...row.annotations, runbook_url: row.runbookUrl }
  return { labels, annotations }
}
