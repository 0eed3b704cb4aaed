import { type ReactNode, useEffect, useRef, useState } from 'react'
import { sourceWords } from '../../../../shared/alerts/alert.ts'
import { type AlertRow, wordsOfRow } from '../../../../shared/alerts/alert-row.ts'
import { descriptionIn } from '../../../../shared/alerts/alert-words.ts'
import { pipelineOfAlert } from '../../../../shared/alerts/pipeline-of-alert.ts'
import { briefLabels, labelWords, orderedLabels } from '../../../../shared/alerts/told-labels.ts'
import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { hashOf } from '../../../state/route.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useNow, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { AlertDetails, BriefLabels } from '../../../ui/alert-details.tsx'
import { AlertSeverityMark, severityWords } from '../../../ui/alert-severity.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { MoreButton } from '../../../ui/more-button.tsx'
import { arriveAt } from '../../../ui/open-dialog.ts'
import { OutLink } from '../../../ui/out-link.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { spanWords, timeWithDay } from '../../../ui/time-words.ts'
import styles from './alerts.module.css'
import { AttachMenu } from './attach-menu.tsx'
import type { AlertActions } from './use-alert-actions.ts'
import { isQuiet } from './waiting-alerts.ts'

/** Where it comes from, how often, and where it was seen before; what is not known is left out. `children` stands last. */
function Meta(props: {
  readonly row: AlertRow
  readonly nowMs: number
  readonly zone: string
  readonly children: ReactNode
}) {
  const { row, nowMs, zone, children } = props
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const before = useSelected((state) =>
    state.summaries.find(({ incident }) => incident === (row.incident ?? row.before)),
  )
  const sender = sourceWords[row.source]
  const pipeline = pipelineOfAlert(team, row)?.name ?? row.pipeline
  const parts: readonly ReactNode[] = [
    <b key="severity" className={styles.severity}>
      {severityWords(row.severity)}
      {row.severity === null && row.severityWord !== null ? ` (“${row.severityWord}”)` : ''}
    </b>,
    pipeline === null ? null : <bdi key="pipeline">{pipeline}</bdi>,
    row.reports > 1 ? `reported ${row.reports} times` : null,
    row.times > 1 ? `fired ${row.times} times` : null,
    row.acknowledged ? 'acknowledged there' : null,
    isQuiet(row, nowMs) ? `last heard ${timeWithDay(row.lastAt, nowMs, zone)}, may be over` : null,
    row.link === null ? (
      sender
    ) : (
      <OutLink key="sender" url={row.link}>
        {sender}
      </OutLink>
    ),
    row.runbookUrl === null ? null : (
      <OutLink key="runbook" url={row.runbookUrl}>
        its runbook
      </OutLink>
    ),
    before === undefined ? null : (
      <span key="before">
        {row.incident === null ? 'was in' : 'still fires after'}{' '}
        <a href={hashOf({ screen: 'incident', incident: before.incident })}>
          <bdi>{before.title}</bdi>
        </a>
      </span>
    ),
  ]
  return (
    <span className={styles.meta}>
      {parts
        .filter((part) => part !== null)
        .map((part, index) => (
          <span key={`${row.id}${index.toString()}`}>{part}</span>
        ))}
      {children}
    </span>
  )
}

function Since({ row, nowMs, zone }: { readonly row: AlertRow; readonly nowMs: number; readonly zone: string }) {
  const at = row.resolvedAt ?? row.since
  const ageMs = nowMs - Date.parse(at)
  const words = row.status === 'resolved' ? 'Resolved' : ageMs < 60_000 ? 'now' : spanWords(ageMs)
  return (
    <span className={styles.since}>
      <b>{words}</b>
      <time dateTime={at} className="num">
        {row.status === 'firing' ? 'since ' : ''}
        {timeWithDay(at, nowMs, zone)}
      </time>
    </span>
  )
}

/** So many labels stand in a row; all of them in its details. */
const LABELS_IN_ROW = 4

/** All that it says; its links stand in the line above. */
function Details({ row, differing }: { readonly row: AlertRow; readonly differing: ReadonlySet<string> }) {
  return (
    <AlertDetails
      description={descriptionIn(row.annotations, row.summary)}
      labels={orderedLabels(wordsOfRow(row), differing)}
      sender={sourceWords[row.source]}
      link={null}
      runbookUrl={null}
    />
  )
}

/** One alert, and what can be done with it. */
export function AlertRowView(props: {
  readonly row: AlertRow
  /** The labels in which it differs from others of its name. */
  readonly differing: ReadonlySet<string>
  readonly isReadOnly: boolean
  readonly actions: AlertActions
}) {
  const { row, differing, isReadOnly, actions } = props
  const nowMs = useNow(15_000)
  const zone = useSelected(selectZone)
  const isOver = row.status === 'resolved'
  const [isOpen, setOpen] = useState(false)
  const dismiss = useRef<HTMLButtonElement & HTMLAnchorElement>(null)
  const isBack = actions.restored === row.id
  useEffect(() => {
    if (isBack) arriveAt(dismiss.current)
  }, [isBack])
  const labels = briefLabels(wordsOfRow(row), LABELS_IN_ROW, differing)
  const hasMore = descriptionIn(row.annotations, row.summary) !== '' || orderedLabels(wordsOfRow(row)).length > 0
  const telling = labels.filter(({ name }) => differing.has(name)).map(labelWords)
  /** What the buttons are about: three alerts of one name are told apart by ear as well. */
  const called = [row.name, ...telling].join(', ')
  const isSameText = row.summary === '' || row.summary === row.name
  return (
    <li className={classNames(styles.row, isOver && styles.over)}>
      {isOver ? <StateMark state="resolved" size={14} /> : <AlertSeverityMark severity={row.severity} />}
      <span className={styles.what}>
        <bdi className={styles.name}>{row.name}</bdi>
        {isSameText ? null : <bdi className={styles.summary}>{row.summary}</bdi>}
        {isOpen ? null : <BriefLabels labels={labels} />}
        <Meta row={row} nowMs={nowMs} zone={zone}>
          {hasMore ? (
            <MoreButton isOpen={isOpen} onToggle={setOpen} label={`Details: ${called}`}>
              Details
            </MoreButton>
          ) : null}
        </Meta>
        {isOpen ? <Details row={row} differing={differing} /> : null}
      </span>
      <Since row={row} nowMs={nowMs} zone={zone} />
      <span className={styles.actions}>
        <ActionButton
          size="small"
          tone={isOver ? 'quiet' : 'plain'}
          disabled={isReadOnly}
          aria-label={`Declare: ${called}`}
          onClick={() => actions.declare(row)}
        >
          Declare
        </ActionButton>
        <AttachMenu
          row={row}
          called={called}
          isReadOnly={isReadOnly}
          onAttach={(incident, title) => void actions.attach(row, incident, title)}
        />
        <ActionButton
          ref={dismiss}
          size="small"
          tone="quiet"
          disabled={isReadOnly}
          aria-label={`Dismiss: ${called}`}
          onClick={() => void actions.dismiss([row])}
        >
          Dismiss
        </ActionButton>
      </span>
    </li>
  )
}
