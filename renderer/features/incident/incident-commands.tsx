import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import { type Command, useCommands } from '../../state/commands.ts'
import { goTo } from '../../state/route.ts'
import { selectMe, selectReadOnly } from '../../state/selectors.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../state/store-context.tsx'
import { useLastEntry } from './composer/use-entry-scene.ts'
import { useCan } from './escalation/ladder-buttons.tsx'
import { advanceTo, snoozeEnds } from './escalation/ladder-moves.ts'
import type { Move } from './escalation/move-words.ts'
import { useBeginMove } from './escalation/moves-context.tsx'
import { type Form, useBeginForm } from './forms/forms-context.tsx'
import { useRecord } from './use-record.ts'

const group = 'Incident'

/** The palette entries of the forms and of command. */
function FormCommands() {
  const { context } = useOpenIncident().state.ladder
  const can = useCan()
  const record = useRecord()
  const begin = useBeginForm()
  const me = useSelected(selectMe)
  const isReadOnly = useSelected(selectReadOnly) !== null
  const isOpen = context.resolvedAt === null
  const form = (id: Form, label: string, isPossible = true): Command => ({
    id: `form.${id}`,
    label,
    group,
    run: () => begin(id),
    isEnabled: () => isPossible && !isReadOnly,
  })
  const holder = { role: 'commander', person: { id: me?.id ?? 'nobody', name: me?.name ?? 'nobody' } } as const
  const assumed: PersonFact = { type: 'role.assumed', data: holder }
  const renounced: PersonFact = { type: 'role.renounced', data: holder }
  useCommands([
    form('handoff', 'Hand over…', isOpen),
    form('rename', 'Rename the incident…'),
    form('impact', 'State when the impact began…'),
    form('status', 'Write a status update…', isOpen),
    form('promise', 'Promise the next update…', isOpen),
    {
      id: 'command.take',
      label: 'Take command',
      group,
      run: () => void record(assumed),
      isEnabled: () => me !== null && context.roles.commander?.id !== me.id && can(assumed),
    },
    {
      id: 'command.renounce',
      label: 'Give up command',
      group,
      run: () => void record(renounced),
      isEnabled: () => can(renounced),
    },
  ])
  return null
}

/** The keys and palette entries of the screen. Keys that change the ladder ask for a word first: they are easily hit. */
export function IncidentCommands() {
  const { now } = useDeskStore()
  const { state, incident } = useOpenIncident()
  const { context } = state.ladder
  const isReadOnly = useSelected(selectReadOnly) !== null
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
    {
      id: 'move.snooze',
      label: 'Snooze the next rung',
      group,
      run: () => begin('snooze'),
      isEnabled: () => !isReadOnly && snoozeEnds(state, now()).length > 0,
    },
    move('recur', 'Recurring', { type: 'incident.recurred', data: { reason } }),
    move('reopen', 'Reopen', { type: 'incident.reopened', data: { reason } }),
    {
      id: 'incident.postmortem',
      label: 'Write or export the postmortem',
      group,
      run: () => goTo({ screen: 'postmortem', incident }),
    },
    {
      id: 'entry.star',
      label: 'Star the last entry',
      group: 'Timeline',
      keys: 's',
      run: () => last !== null && void record({ type: 'entry.starred', data: { of: last, starred: true } }),
      isEnabled: () => last !== null,
    },
  ])
  return <FormCommands />
}
