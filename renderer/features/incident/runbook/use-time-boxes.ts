import { useMemo } from 'react'
import { type TimeBox, timeBoxes } from '../../../../shared/incident/time-boxes.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'
import { useChecklist } from '../use-next-action.ts'

/** The boxes of the steps that are being worked on, the outermost first. */
export function useTimeBoxes(): readonly TimeBox[] {
  const { run, ladder } = useOpenIncident().state
  const items = useChecklist()
  return useMemo(() => (run === null ? [] : timeBoxes(run, items, ladder.context)), [run, items, ladder.context])
}
