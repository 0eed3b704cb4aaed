import { type ChecklistItem, checklistOf, isOpenStep, parsedPin } from './checklist.ts'
import type { RunbookRun } from './runbook-run.ts'

/**
 * How far a run is (R3). `unchosen`: a failure scenario has to be chosen first; `text`: nothing in it can be ticked; `at`: the
 * first open step, counted from 1; `finished`: there were steps, and each is done or skipped. No step at all is never finished.
 */
export type RunStanding =
  | { readonly is: 'unchosen' }
  | { readonly is: 'text' }
  | { readonly is: 'at'; readonly item: ChecklistItem; readonly position: number; readonly of: number }
  | { readonly is: 'finished'; readonly of: number }

function isUnchosen(run: RunbookRun, items: readonly ChecklistItem[]): boolean {
  const { scenarios } = parsedPin(run)
  const isUntouched = Object.keys(run.steps).length === 0 && run.waiting.length === 0
  if (run.scenario === null && isUntouched && scenarios.length > 0) return true
  return items.length === 0 && run.scenario?.id == null && scenarios.some(({ steps }) => steps.length > 0)
}

/** Says how far a run is; `items` is its checklist, for who has it already. */
export function runStanding(run: RunbookRun, items = checklistOf(run, parsedPin(run))): RunStanding {
  if (isUnchosen(run, items)) return { is: 'unchosen' }
  if (items.length === 0) return { is: 'text' }
  const at = items.findIndex(isOpenStep)
  const item = items[at]
  return item === undefined
    ? { is: 'finished', of: items.length }
    : { is: 'at', item, position: at + 1, of: items.length }
}
