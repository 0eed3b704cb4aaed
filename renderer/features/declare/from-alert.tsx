import { sourceWords } from '../../../shared/alerts/alert.ts'
import type { AlertRow } from '../../../shared/alerts/alert-row.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { timeWithDay } from '../../ui/time-words.ts'
import styles from './declare.module.css'

/** The alert that the form was filled from, and the way to declare without it. */
export function FromAlert(props: {
  readonly alert: AlertRow
  readonly nowMs: number
  readonly zone: string
  readonly onLeaveOut: () => void
}) {
  const { name, source, status, since, resolvedAt } = props.alert
  const at = timeWithDay(resolvedAt ?? since, props.nowMs, props.zone)
  return (
    <div className={styles.alert}>
      <p>
        From the alert{' '}
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <span className="faint num">
          {sourceWords[source]}, {status === 'firing' ? `firing since ${at}` : `resolved ${at}`}
        </span>
      </p>
      <ActionButton size="small" tone="quiet" onClick={props.onLeaveOut}>
        Leave it out
      </ActionButton>
    </div>
  )
}
