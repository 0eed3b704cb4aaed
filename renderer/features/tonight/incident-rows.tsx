import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { hashOf } from '../../state/route.ts'
import { openSummaries, selectZone } from '../../state/selectors.ts'
import { useNow, useSelected } from '../../state/store-context.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateMark, stateWords } from '../../ui/state-mark.tsx'
import { clockWords, countdownWords, shortDate } from '../../ui/time-words.ts'
import { promiseWords } from './promise-words.ts'
import { toldNext } from './told-next.ts'
import styles from './tonight.module.css'

function whereItStands(summary: IncidentSummary): string {
  const state = stateWords[summary.lifecycle]
  if (summary.questionOpen) return `${state}. Still stuck? The question is open.`
  if (summary.currentStep === null) return `${state}, SEV-${summary.severity}`
  const { position, of, text } = summary.currentStep
  return `${state}, step ${position} of ${of}: ${text}`
}

function untilWhat({ nextRung }: IncidentSummary, told: string | null): string {
  if (nextRung === null) return 'nobody is paged'
  return nextRung.who === null ? 'until you are asked' : `to ${told ?? nextRung.words}`
}

function Promised({ summary, nowMs }: { readonly summary: IncidentSummary; readonly nowMs: number }) {
  const zone = useSelected(selectZone)
  const promised = promiseWords(summary, nowMs, zone)
  if (promised === null) return null
  return (
    <span className={classNames('num', promised.presses ? styles.warn : 'dim')} style={{ display: 'block' }}>
      {promised.words}
    </span>
  )
}

function OpenIncidentRow({ summary }: { readonly summary: IncidentSummary }) {
  const nowMs = useNow(1_000)
  const ageMs = (summary.mitigatedAt === null ? nowMs : Date.parse(summary.mitigatedAt)) - Date.parse(summary.originAt)
  const { nextRung } = summary
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const told = toldNext(summary, team, nowMs)
  return (
    <li>
      <a
        className={classNames(styles.row, styles.incident)}
        href={hashOf({ screen: 'incident', incident: summary.incident })}
      >
        <StateMark state={summary.lifecycle} size={14} />
        <span style={{ minWidth: 0 }}>
          <span className={styles.incidentTitle} style={{ display: 'block' }}>
            {summary.title}
          </span>
          <span className="faint">{whereItStands(summary)}</span>
          <Promised summary={summary} nowMs={nowMs} />
        </span>
        <span>
          <span className={styles.clock} style={{ display: 'block' }}>
            {clockWords(ageMs)}
          </span>
          <span className={styles.under} style={{ display: 'block' }}>
            {ageMs < 0 ? 'before its SLA' : 'age'}
          </span>
        </span>
        <span>
          <span className={classNames(styles.clock, nextRung !== null && styles.next)} style={{ display: 'block' }}>
            {nextRung === null ? '–' : countdownWords(Date.parse(nextRung.dueAt) - nowMs)}
          </span>
          <span className={styles.under} style={{ display: 'block' }}>
            {untilWhat(summary, told)}
          </span>
        </span>
      </a>
    </li>
  )
}

/** Incidents that need somebody, the most urgent first. */
export function OpenIncidents() {
  const summaries = openSummaries(useSelected((state) => state.summaries))
  return (
    <Panel title="Open incidents" tools={<span className="faint num">{summaries.length}</span>}>
      {summaries.length === 0 ? (
        <EmptyState title="Nothing is open.">
          When something looks wrong, press D. A hunch is enough; a false alarm is closed with one click.
        </EmptyState>
      ) : (
        <ul>
          {summaries.map((summary) => (
            <OpenIncidentRow key={summary.incident} summary={summary} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** Resolved incidents whose postmortem nobody has reviewed yet. */
export function AwaitingPostmortem({ zone }: { readonly zone: string }) {
  const waiting = useSelected((state) => state.summaries)
    .filter((summary) => summary.lifecycle === 'resolved')
    .toSorted((a, b) => b.lastAt.localeCompare(a.lastAt))
    .slice(0, 5)
  if (waiting.length === 0) return null
  return (
    <Panel title="Waiting for a postmortem" tools={<span className="faint num">{waiting.length}</span>}>
      <ul>
        {waiting.map((summary) => (
          <li key={summary.incident}>
            <a
              className={classNames(styles.row, styles.incident, styles.link)}
              style={{ gridTemplateColumns: '16px minmax(0, 1fr) auto' }}
              href={hashOf({ screen: 'postmortem', incident: summary.incident })}
            >
              <StateMark state={summary.lifecycle} size={14} />
              <span className={styles.incidentTitle}>{summary.title}</span>
              <span className="faint num">{shortDate(summary.resolvedAt ?? summary.lastAt, zone)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const YEAR_MS = 365 * 86_400_000
const AROUND_MS = 10 * 86_400_000

/** What happened around this night in earlier years. */
export function YearsAgo({ zone }: { readonly zone: string }) {
  const nowMs = useNow(60_000)
  const then = useSelected((state) => state.summaries).filter((summary) => {
    const agoMs = nowMs - Date.parse(summary.detectedAt)
    const years = Math.round(agoMs / YEAR_MS)
    return years >= 1 && Math.abs(agoMs - years * YEAR_MS) < AROUND_MS
  })
  if (then.length === 0) return null
  return (
    <Panel title="Around this night in earlier years">
      <ul>
        {then.slice(0, 3).map((summary) => (
          <li key={summary.incident}>
            <a
              className={classNames(styles.row, styles.link)}
              style={{ color: 'inherit', textDecoration: 'none' }}
              href={hashOf({ screen: 'incident', incident: summary.incident })}
            >
              <span>{summary.title}</span>
              <span className="faint num">{shortDate(summary.detectedAt, zone)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
