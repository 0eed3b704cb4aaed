import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import { type Command, useCommands } from '../../state/commands.ts'
import { useOpenIncident } from '../../state/store-context.tsx'
import { useLastEntry } from './composer/use-entry-scene.ts'
import { useCan } from './escalation/ladder-buttons.tsx'
import { advanceTo } from './escalation/ladder-moves.ts'
import type { Move } from './escalation/move-words.ts'
import { useBeginMove } from './escalation/moves-context.tsx'
import { useRecord } from './use-record.ts'

const group = 'Incident'

/** The keys and palette entries of the screen. Keys that change the ladder ask for a word first: they are easily hit. */
export function IncidentCommands() {
  const { context } = useOpenIncident().state.ladder
  const can = useCan()
  const record = useRecord()
  const begin = useBeginMove()
  const last = useLastEntry()
  const acknowledged: PersonFact = { type: 'incident.acknowledged', data: {} }
  const move = (id: Move, label: string, fact: PersonFact | null, keys?: string): Command => ({
    id: `move.${id}`,
    label,
    group,
    run: () => begin(id),
    isEnabled: () => can(fact),
    ...(keys === undefined ? {} : { keys }),
  })
  const reason = 'probe'
  useCommands([
    {
      id: 'acknowledge',
      label: 'Acknowledge',
      group,
      keys: 'a',
      run: () => void record(acknowledged),
      isEnabled: () => can(acknowledged),
    },
    move('mitigate', 'Mitigated', { type: 'incident.mitigated', data: {} }, 'm'),
    move('resolve', 'Resolve', { type: 'incident.resolved', data: {} }, 'r'),
    move('secondary', 'Notify secondary now', advanceTo(context, 'secondaryNotified', reason)),
    move('lead', 'Escalate to lead now', advanceTo(context, 'leadEscalated', reason)),
    move('recur', 'Recurring', { type: 'incident.recurred', data: { reason } }),
    move('reopen', 'Reopen', { type: 'incident.reopened', data: { reason } }),
    {
      id: 'entry.star',
      label: 'Star the last entry',
      group: 'Timeline',
      keys: 's',
      run: () => last !== null && void record({ type: 'entry.starred', data: { of: last, starred: true } }),
      isEnabled: () => last !== null,
    },
  ])
  return null
}
