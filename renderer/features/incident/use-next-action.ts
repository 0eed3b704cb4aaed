import { useMemo } from 'react'
import { type ChecklistItem, checklistOf, isOpenStep, parsedPin } from '../../../shared/incident/checklist.ts'
import { useOpenIncident } from '../../state/store-context.tsx'
import { type NextAction, nextAction } from './next-action.ts'

const noItems: readonly ChecklistItem[] = []

/** The steps of the open run, with what was done about each. */
export function useChecklist(): readonly ChecklistItem[] {
  const { run } = useOpenIncident().state
  return useMemo(() => (run === null ? noItems : checklistOf(run, parsedPin(run))), [run])
}

/** The step that the open run is at; null when none is left. */
export const useCurrentStep = (): ChecklistItem | null => useChecklist().find(isOpenStep) ?? null

/** The one thing to do now. */
export function useNextAction(): NextAction {
  const { state } = useOpenIncident()
  return nextAction(state, useChecklist())
}
