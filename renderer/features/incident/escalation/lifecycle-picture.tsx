import { timeInStates } from '../../../../shared/incident/time-in-state.ts'
import { useNow, useOpenIncident } from '../../../state/store-context.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { type MarkedState, StateMark, stateWords } from '../../../ui/state-mark.tsx'
import { spanWords } from '../../../ui/time-words.ts'
import styles from './lifecycle-picture.module.css'

const states = [
  'detected',
  'debugging',
  'mitigated',
  'resolved',
  'reviewed',
  'closed',
] as const satisfies readonly MarkedState[]

/** The lifecycle as the statechart has it: where the incident is, where it has been, and for how long. */
export function LifecyclePicture() {
  const nowMs = useNow(10_000)
  const { ladder, stretches } = useOpenIncident().state
  const spent = timeInStates(stretches, nowMs)
  const here = states.indexOf(ladder.value.lifecycle)
  return (
    <ol className={styles.lifecycle} aria-label="Lifecycle">
      {states.map((state, index) => {
        const ms = spent[state] ?? 0
        const isHere = index === here
        return (
          <li
            key={state}
            className={classNames(
              styles.state,
              index <= here && styles.reached,
              index < here && styles.passed,
              isHere && styles.here,
            )}
            aria-current={isHere ? 'step' : undefined}
          >
            <span className={styles.node}>
              <StateMark state={state} size={14} inherit={index > here} />
            </span>
            {stateWords[state]}
            <span className={styles.spent}>{ms > 0 ? spanWords(ms) : ' '}</span>
          </li>
        )
      })}
    </ol>
  )
}
