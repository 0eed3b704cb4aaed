import { checklistOf, isOpenStep, parsedPin } from './checklist.ts'
import type { IncidentState } from './incident-state.ts'
import { runStanding } from './run-standing.ts'

/** A length of time (ms) as it is said on the phone: `12 min`, `1 h 05 min`. */
export const spanInWords = (ms: number): string => {
  const total = Math.max(0, Math.floor(ms / 60_000))
  const hours = Math.floor(total / 60)
  return hours === 0 ? `${total} min` : `${hours} h ${String(total % 60).padStart(2, '0')} min`
}

/** How far the runbook is, from its pinned text, so that a stranger knows where to go on. */
export function progressWords(state: IncidentState): string {
  if (state.run === null) return 'No runbook is open.'
  const items = checklistOf(state.run, parsedPin(state.run))
  if (items.length === 0) {
    const isUnchosen = runStanding(state.run, items).is === 'unchosen'
    const why = isUnchosen ? 'its failure scenario is not chosen yet' : 'read as it is, it has no steps'
    return `Runbook ${state.run.title}: ${why}.`
  }
  const done = items.filter(({ progress }) => progress?.state === 'done').length
  const scenario = state.run.scenario === null ? '' : `, ${state.run.scenario.title}`
  const next = items.find(isOpenStep)
  const at = next === undefined ? '' : ` Now at: ${next.step.text}`
  return `Runbook ${state.run.title}${scenario}: ${done} of ${items.length} steps done.${at}`
}

/** The runbooks that were left for another with something done in them, so that whoever goes on knows of them. */
export function otherProgressWords(state: IncidentState): readonly string[] {
  return state.otherRuns.flatMap((run) => {
    const items = checklistOf(run, parsedPin(run))
    const done = items.filter(({ progress }) => progress?.state === 'done').length
    return done === 0 ? [] : [`Before that, runbook ${run.title}: ${done} of ${items.length} steps done.`]
  })
}

/** The gate before any repair, as a sentence: whoever hears it decides whom to warn. */
export function gateWords(state: IncidentState): string {
  switch (state.data.publication) {
    case 'yes':
      return 'Bad data has been published.'
    case 'no':
      return 'No bad data has been published.'
    default:
      return 'Not known yet whether bad data was published.'
  }
}
