import { openSteps } from '../../../../shared/incident/checklist.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'
import { useRecord } from '../use-record.ts'
import { factOfMove } from './move-words.ts'
import { useBeginMove } from './moves-context.tsx'

/** Says by a click that it is over: at once, or in the dialog of the move while a step of the runbook is open, which tells so. */
export function useSayOver(): (move: 'fixed' | 'mitigate' | 'resolve') => void {
  const { state } = useOpenIncident()
  const record = useRecord()
  const begin = useBeginMove()
  return (move) => {
    const fact = factOfMove(move, state, { reason: '', untilMs: 0, nowMs: 0 })
    if (fact === null || (state.run !== null && openSteps(state.run).length > 0)) begin(move)
    else void record(fact)
  }
}
