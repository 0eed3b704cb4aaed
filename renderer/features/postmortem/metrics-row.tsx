import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { type Metric, metricNames, metricTitles } from '../../../shared/postmortem/measure-incident.ts'
import type { Postmortem } from '../../../shared/postmortem/postmortem.ts'
import { spokenDuration } from '../../../shared/postmortem/spoken-time.ts'
import { hashOf } from '../../state/route.ts'
import { TimeText } from '../../ui/time-text.tsx'
import styles from './postmortem.module.css'

const kindWords = { recorded: 'Recorded', pending: 'Pending', notRecorded: 'Not recorded', invalid: 'Invalid' } as const

/** The time that the timeline gives a fact; its recording where the timeline leaves it out. */
type TimeOf = (factId: string) => string | null

function Ends(props: {
  readonly metric: Metric
  readonly timeOf: TimeOf
  readonly incident: string
  readonly zone: string
}) {
  const { metric, incident, zone } = props
  if (metric.kind !== 'recorded') return null
  const ends = [
    ['from', props.timeOf(metric.fromFact)],
    ['to', props.timeOf(metric.toFact)],
  ] as const
  return (
    <span className={styles.ends}>
      {ends.map(([word, at]) =>
        at === null ? null : (
          <span key={word}>
            {word}{' '}
            <a href={hashOf({ screen: 'incident', incident })}>
              <TimeText at={at} zone={zone} />
            </a>{' '}
          </span>
        ),
      )}
    </span>
  )
}

function MetricTile(props: {
  readonly title: string
  readonly metric: Metric
  readonly timeOf: TimeOf
  readonly incident: string
  readonly zone: string
}) {
  const { metric } = props
  return (
    <div className={styles.metric} data-kind={metric.kind}>
      <dt className="caption">{props.title}</dt>
      <dd>
        <span className={styles.value}>
          {metric.kind === 'recorded' ? spokenDuration(metric.ms) : kindWords[metric.kind]}
        </span>
        <Ends metric={metric} timeOf={props.timeOf} incident={props.incident} zone={props.zone} />
        <p className={styles.definition}>{'why' in metric ? metric.why : metric.definition}</p>
      </dd>
    </div>
  )
}

/** The four durations with what they mean and the facts that made them; never a number that nobody recorded. */
export function MetricsRow(props: { readonly postmortem: Postmortem; readonly records: readonly FactRecord[] }) {
  const { metrics, timeline, incident, timezone, detectedAt } = props.postmortem
  const timeOf: TimeOf = (id) => {
    if (id === props.records[0]?.id && detectedAt !== null) return detectedAt
    const row = timeline.rows.find((each) => each.id === id) ?? timeline.turns.find((each) => each.id === id)
    const record = props.records.find((each) => each.id === id)
    return row?.at ?? record?.occurredAt ?? record?.at ?? null
  }
  return (
    <dl className={styles.metrics} aria-label="Metrics">
      {metricNames.map((name) => (
        <MetricTile
          key={name}
          title={metricTitles[name]}
          metric={metrics[name]}
          timeOf={timeOf}
          incident={incident}
          zone={timezone}
        />
      ))}
    </dl>
  )
}
