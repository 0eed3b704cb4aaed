import { sourceWords } from '../../../shared/alerts/alert.ts'
import { type AlertRow, wordsOfRow } from '../../../shared/alerts/alert-row.ts'
import { descriptionIn } from '../../../shared/alerts/alert-words.ts'
import { differencesAmong } from '../../../shared/alerts/alike-alerts.ts'
import { briefLabels } from '../../../shared/alerts/told-labels.ts'
import { useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { BriefLabels } from '../../ui/alert-details.tsx'
import { ClampedText } from '../../ui/clamped-text.tsx'
import { timeWithDay } from '../../ui/time-words.ts'
import styles from './declare.module.css'

const MOST_LABELS = 6
const MOST_LINES = 2
const PER_LINE = 78

/** The alert that the form was filled from, and the way to declare without it. */
export function FromAlert(props: {
  readonly alert: AlertRow
  readonly nowMs: number
  readonly zone: string
  readonly onLeaveOut: () => void
}) {
  const { alert } = props
  const { name, source, status, since, resolvedAt } = alert
  const rows = useSelected((state) => state.alerts?.rows)
  const labels = briefLabels(wordsOfRow(alert), MOST_LABELS, differencesAmong(rows ?? [])(alert))
  const description = descriptionIn(alert.annotations, alert.summary)
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
      <div className={styles.says}>
        {description === '' ? null : (
          <p>
            <ClampedText text={description} lines={MOST_LINES} perLine={PER_LINE}>
              <bdi>{description}</bdi>
            </ClampedText>
          </p>
        )}
        <BriefLabels labels={labels} />
      </div>
    </div>
  )
}
