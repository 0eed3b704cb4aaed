import { openSteps, parsedPin } from '../../../../shared/incident/checklist.ts'
import { stepsFor } from '../../../../shared/runbook/runbook.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'
import styles from './open-steps.module.css'

/** Steps to verify that are named: the dialog asks for a sentence, and that must stay in sight. */
const MOST_NAMED = 3

/** What of the runbook is still open, before somebody says that it is over: it is told and holds nothing up. */
export function OpenSteps() {
  const { run } = useOpenIncident().state
  const open = run === null ? [] : openSteps(run)
  if (run === null || open.length === 0) return null
  const total = stepsFor(parsedPin(run), run.scenario?.id ?? undefined).length
  const verifying = open.filter(({ kind }) => kind === 'verify')
  const rest = verifying.length - MOST_NAMED
  return (
    <div>
      <p className={styles.count}>
        Still open in the runbook: <strong>{open.length}</strong> of {total} {total === 1 ? 'step' : 'steps'}
        {verifying.length === 0 ? '.' : '. Not verified yet:'}
      </p>
      {verifying.length === 0 ? null : (
        <ul className={styles.steps} aria-label="Not verified yet">
          {verifying.slice(0, MOST_NAMED).map(({ id, text }) => (
            <li key={id}>
              <span>{text}</span>
            </li>
          ))}
          {rest > 0 ? <li>and {rest} more</li> : null}
        </ul>
      )}
    </div>
  )
}
