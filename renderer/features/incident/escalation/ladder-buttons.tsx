import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useNextAction } from '../use-next-action.ts'
import { useRecord } from '../use-record.ts'
import styles from './escalation.module.css'
import { advanceTo, canState, snoozeEnds } from './ladder-moves.ts'
import { useBeginMove } from './moves-context.tsx'
import { useSayOver } from './use-say-over.ts'

/** Whether a fact may be stated now; what is not possible shows its button, switched off. */
export function useCan(): (fact: PersonFact | null) => boolean {
  const { state } = useOpenIncident()
  const nowMs = useNow(1_000)
  const isReadOnly = useSelected(selectReadOnly) !== null
  return (fact) => !isReadOnly && fact !== null && canState(state, fact, nowMs)
}

function LifecycleButtons() {
  const can = useCan()
  const record = useRecord()
  const begin = useBeginMove()
  const sayOver = useSayOver()
  const action = useNextAction()
  const { lifecycle } = useOpenIncident().state.ladder.value
  const mitigated: PersonFact = { type: 'incident.mitigated', data: {} }
  const resolved: PersonFact = { type: 'incident.resolved', data: {} }
  const isOver = lifecycle === 'resolved' || lifecycle === 'reviewed' || lifecycle === 'closed'
  if (isOver) {
    const reviewed: PersonFact = { type: 'incident.reviewed', data: {} }
    return (
      <>
        {lifecycle === 'resolved' ? (
          <ActionButton disabled={!can(reviewed)} onClick={() => void record(reviewed)}>
            Reviewed
          </ActionButton>
        ) : null}
        <ActionButton
          disabled={!can({ type: 'incident.reopened', data: { reason: 'probe' } })}
          onClick={() => begin('reopen')}
        >
          Reopen
        </ActionButton>
      </>
    )
  }
  return (
    <>
      {lifecycle === 'mitigated' ? <ActionButton onClick={() => begin('recur')}>Recurring</ActionButton> : null}
      {action.do === 'mitigate' || lifecycle === 'mitigated' ? null : (
        <ActionButton keys="m" disabled={!can(mitigated)} onClick={() => sayOver('mitigate')}>
          Mitigated
        </ActionButton>
      )}
      {action.do === 'resolve' ? null : (
        <ActionButton keys="r" disabled={!can(resolved)} onClick={() => sayOver('resolve')}>
          Resolve
        </ActionButton>
      )}
    </>
  )
}

function LadderMoves() {
  const can = useCan()
  const record = useRecord()
  const begin = useBeginMove()
  const action = useNextAction()
  const nowMs = useNow(10_000)
  const isReadOnly = useSelected(selectReadOnly) !== null
  const { state } = useOpenIncident()
  const { context } = state.ladder
  const acknowledged: PersonFact = { type: 'incident.acknowledged', data: {} }
  if (context.resolvedAt !== null) return null
  return (
    <>
      <ActionButton
        disabled={!can(advanceTo(context, 'secondaryNotified', 'probe'))}
        onClick={() => begin('secondary')}
      >
        Notify secondary now
      </ActionButton>
      <ActionButton disabled={!can(advanceTo(context, 'leadEscalated', 'probe'))} onClick={() => begin('lead')}>
        Escalate to lead now
      </ActionButton>
      <ActionButton disabled={isReadOnly || snoozeEnds(state, nowMs).length === 0} onClick={() => begin('snooze')}>
        Snooze
      </ActionButton>
      {action.do === 'acknowledge' ? null : (
        <ActionButton keys="a" disabled={!can(acknowledged)} onClick={() => void record(acknowledged)}>
          Acknowledge
        </ActionButton>
      )}
    </>
  )
}

/**
 * The moves that a person can make, enabled by the machine itself; the next action's own button stands above, not here.
 * `part` leaves out one half where there is little room.
 */
export function LadderButtons({ part }: { readonly part?: 'lifecycle' | 'ladder' }) {
  return (
    <div className={styles.acts}>
      {part === 'ladder' ? null : <LifecycleButtons />}
      {part === 'lifecycle' ? null : <LadderMoves />}
    </div>
  )
}
