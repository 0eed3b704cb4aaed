import { checklistOf, parsedPin } from './checklist.ts'
import type { IncidentState } from './incident-state.ts'

const minutes = (ms: number): string => {
  const total = Math.max(0, Math.floor(ms / 60_000))
  const hours = Math.floor(total / 60)
  return hours === 0 ? `${total} min` : `${hours} h ${String(total % 60).padStart(2, '0')} min`
}

function progressWords(state: IncidentState): string {
  if (state.run === null) return 'No runbook is open.'
  const items = checklistOf(state.run, parsedPin(state.run))
  const done = items.filter(({ progress }) => progress?.state === 'done').length
  const scenario = state.run.scenario === null ? '' : `, ${state.run.scenario.title}`
  const next = items.find(({ progress }) => progress === null || progress.state === 'open')
  const at = next === undefined ? '' : ` Now at: ${next.step.text}`
  return `Runbook ${state.run.title}${scenario}: ${done} of ${items.length} steps done.${at}`
}

function gateWords(state: IncidentState): string {
  switch (state.data.publication) {
    case 'yes':
      return 'Bad data has been published.'
    case 'no':
      return 'No bad data has been published.'
    default:
      return 'Not known yet whether bad data was published.'
  }
}

/**
 * The words to read out or send when a rung tells somebody: conditions, actions, needs, in that order, so that a tired
 * person need not compose them. `nowMs` is epoch milliseconds.
 */
export function callMessage(state: IncidentState, tellName: string, nowMs: number): string {
  const { context } = state.ladder
  const age = minutes(nowMs - Date.parse(context.originAt))
  const who = context.roles.commander?.name ?? context.declaration.onCall?.name ?? 'The on-call engineer'
  const dataset = context.declaration.dataset === null ? '' : ` Dataset: ${context.declaration.dataset}.`
  return [
    `${tellName}, this is ${who}. ${context.title}: SEV-${context.severity}, open for ${age}.${dataset}`,
    `${gateWords(state)} ${progressWords(state)}`,
    `I need your help now. Incident ${state.incident}.`,
  ].join('\n')
}
