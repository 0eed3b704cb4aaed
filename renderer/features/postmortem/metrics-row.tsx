import { type Metric, metricNames, metricTitles } from '../../../shared/postmortem/measure-incident.ts'
import type { Postmortem } from '../../../shared/postmortem/postmortem.ts'
import { localMoment, spokenDuration } from '../../../shared/postmortem/spoken-time.ts'
import { hashOf } from '../../state/route.ts'
import { TimeText } from '../../ui/time-text.tsx'
import { ImpactStart } from './impact-start.tsx'
import styles from './metrics-row.module.css'

const kindWords = { recorded: 'Recorded', pending: 'Pending', notRecorded: 'Not recorded', invalid: 'Invalid' } as const

function Ends(props: { readonly metric: Metric; readonly incident: string; readonly zone: string }) {
  const { metric, zone } = props
  if (metric.kind !== 'recorded') return null
  const href = hashOf({ screen: 'incident', incident: props.incident })
  const [from, to] = [localMoment(metric.fromAt, zone), localMoment(metric.toAt, zone)]
  const isOneDay = from.date === to.date
  return (
    <span className={styles.ends}>
      <a href={href}>
        {isOneDay ? null : `${from.date} `}
        <TimeText at={metric.fromAt} zone={zone} />
      </a>
      {' to '}
      <a href={href}>
        {isOneDay ? null : `${to.date} `}
        <TimeText at={metric.toAt} zone={zone} />
      </a>
    </span>
  )
}

/** The four durations with what they mean and the facts that made them; never a number that nobody recorded. */
export function MetricsRow({ postmortem, readOnly }: { readonly postmortem: Postmortem; readonly readOnly: boolean }) {
  const { metrics, incident, timezone } = postmortem
  return (
    <dl className={styles.metrics} aria-label="Metrics">
      {metricNames.map((name) => {
        const metric = metrics[name]
        return (
          <div key={name} className={styles.metric} data-kind={metric.kind} title={metric.definition}>
            <dt className="caption">{metricTitles[name]}</dt>
            <dd>
              <span className={styles.value}>
                {metric.kind === 'recorded' ? spokenDuration(metric.ms) : kindWords[metric.kind]}
              </span>
              <Ends metric={metric} incident={incident} zone={timezone} />
              <p className={styles.definition}>{'why' in metric ? metric.why : metric.definition}</p>
              {name === 'detect' && 'why' in metric && !readOnly ? <ImpactStart postmortem={postmortem} /> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
