import type { IncidentState } from './incident-state.ts'
import { gateWords, progressWords, spanInWords } from './incident-words.ts'
import { runStanding } from './run-standing.ts'

function conditions(state: IncidentState, nowMs: number): string {
  const { context, value } = state.ladder
  const age = spanInWords(nowMs - Date.parse(context.originAt))
  const affected = state.data.affected.length === 0 ? '' : ` Affected: ${state.data.affected.join(', ')}.`
  const stands = value.lifecycle === 'mitigated' ? 'mitigated, the repair goes on' : `open for ${age}`
  return `${context.title}: SEV-${context.severity}, ${stands}. ${gateWords(state)}${affected}`
}

function actions(state: IncidentState): string {
  const { quarantined, backfills } = state.data
  const held = quarantined.length === 0 ? '' : ` Held back: ${quarantined.join(', ')}.`
  const planned = backfills.filter(({ verified }) => !verified).map(({ dataset }) => dataset)
  return `${progressWords(state)}${held}${planned.length === 0 ? '' : ` Backfill planned: ${planned.join(', ')}.`}`
}

function needs(state: IncidentState): string {
  const waiting = state.ladder.context.notifications.filter(({ status }) => status === 'open')
  const names = [...new Set(waiting.map(({ person }) => person.name))]
  if (names.length > 0) return `an answer from ${names.join(' and ')}.`
  const isFinished = state.run !== null && runStanding(state.run).is === 'finished'
  return isFinished ? 'somebody to check the repair.' : 'nothing for now.'
}

/**
 * A status update to start from: conditions, actions, needs, in that order, as far as the log knows them (E14).
 * A person reads it over before it goes out; `nowMs` is epoch milliseconds.
 */
export function statusDraft(state: IncidentState, nowMs: number): string {
  return [`Conditions: ${conditions(state, nowMs)}`, `Actions: ${actions(state)}`, `Needs: ${needs(state)}`].join('\n')
}
