import { type AlertRow, wordsOfRow } from '../../shared/alerts/alert-row.ts'
import { plainLine, readInstant } from '../../shared/alerts/alert-text.ts'
import { differencesAmong } from '../../shared/alerts/alike-alerts.ts'
import { pipelineOfAlert } from '../../shared/alerts/pipeline-of-alert.ts'
import { tellingTitle } from '../../shared/alerts/told-labels.ts'
import { emptyTeam } from '../../shared/schedule/team.ts'
import { dayKey, timeOfDay } from '../ui/time-words.ts'
import type { DeskStore } from './desk-store.ts'
import { openDeclare } from './open-declare.ts'
import { selectZone } from './selectors.ts'

const LONGEST_TITLE = 300

/** So much of a summary is a title; what is longer is a description. */
const LONGEST_SUMMARY = 120

const sentenceEnd = /(?<=[.!?])\s/

/** A name of several words is somebody's title; one made for machines gives way to the summary, of which the first sentence is enough. */
function titleOf({ name, summary }: AlertRow): string {
  if (summary === '' || summary === name) return name
  const [first = summary] = summary.length > LONGEST_SUMMARY ? summary.split(sentenceEnd) : [summary]
  if (!/\s/.test(name)) return plainLine(first, LONGEST_SUMMARY)
  return first.length > LONGEST_SUMMARY ? name : `${name}: ${first}`
}

/** `2026-12-24 08:03:10`, as the dialog takes a time; blank for none, and for one that has not come yet. */
function typedTime(at: string | null, nowMs: number, zone: string): string {
  return at === null || Date.parse(at) > nowMs ? '' : `${dayKey(at, zone)} ${timeOfDay(at, zone)}`
}

/** What the alert says of itself about when the harm began; only who wrote the rule can know that. */
const impactOf = ({ annotations, labels }: AlertRow): string | null =>
  readInstant(annotations.impact_started_at ?? labels.impact_started_at)

/** Opens the declare dialog on an alert: the form holds what the alert says, and everything can be changed. */
export function declareFromAlert(store: DeskStore, row: AlertRow): void {
  const state = store.getState()
  const zone = selectZone(state)
  const pipeline = pipelineOfAlert(state.desk?.workspace.team ?? emptyTeam, row)
  openDeclare(store, {
    alert: row.id,
    title: plainLine(
      tellingTitle(titleOf(row), wordsOfRow(row), differencesAmong(state.alerts?.rows ?? [])(row)),
      LONGEST_TITLE,
    ),
    pipeline: pipeline?.id ?? 'none',
    severity: row.severity === null ? '' : String(row.severity),
    detectedAt: typedTime(row.since, store.now(), zone),
    impactStartedAt: typedTime(impactOf(row), store.now(), zone),
    runbook: '',
    sla: '',
  })
}
