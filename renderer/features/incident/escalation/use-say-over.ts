import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import { openSteps } from '../../../../shared/incident/checklist.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'
import { useRecord } from '../use-record.ts'
import { useBeginMove } from './moves-context.tsx'

const facts = {
  mitigate: { type: 'incident.mitigated', data: {} },
  resolve: { type: 'incident.resolved', data: {} },
} as const satisfies Record<string, PersonFact>

/** Says by a click that it is over: at once, or in the dialog of the key while a step of the runbook is open, which tells so. */
export function useSayOver(): (move: keyof typeof facts) => void {
  const { run } = useOpenIncident().state
  const record = useRecord()
  const begin = useBeginMove()
  return (move) => {
    if (run !== null && openSteps(run).length > 0) begin(move)
    else void record(facts[move])
  }
}
