import type { IncidentState } from './incident-state.ts'
import { gateWords, progressWords, spanInWords } from './incident-words.ts'

/**
 * The words to read out or send when a rung tells somebody: conditions, actions, needs, in that order, so that a tired
 * person need not compose them. `nowMs` is epoch milliseconds.
 */
export function callMessage(state: IncidentState, tellName: string, nowMs: number): string {
  const { context } = state.ladder
  const age = spanInWords(nowMs - Date.parse(context.originAt))
  const who = context.roles.commander?.name ?? context.declaration.onCall?.name ?? 'The on-call engineer'
  const dataset = context.declaration.dataset === null ? '' : ` Dataset: ${context.declaration.dataset}.`
  return [
    `${tellName}, this is ${who}. ${context.title}: SEV-${context.severity}, open for ${age}.${dataset}`,
    `${gateWords(state)} ${progressWords(state)}`,
    `I need your help now. Incident ${state.incident}.`,
  ].join('\n')
}
