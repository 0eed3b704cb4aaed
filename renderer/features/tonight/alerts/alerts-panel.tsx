import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import { sourceWords } from '../../../../shared/alerts/alert.ts'
import { differencesAmong } from '../../../../shared/alerts/alike-alerts.ts'
import type { AlertList, Intake } from '../../../../shared/contract/alert-answers.ts'
import { useCommands } from '../../../state/commands.ts'
import { hashOf } from '../../../state/route.ts'
import { selectReadOnly, selectZone } from '../../../state/selectors.ts'
import { useNow, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { arriveAt } from '../../../ui/open-dialog.ts'
import { Panel } from '../../../ui/panel.tsx'
import { timeWithDay } from '../../../ui/time-words.ts'
import { useFocusGoesOn } from '../../../ui/use-focus-goes-on.ts'
import { focusNext } from '../../../ui/use-kept-focus.ts'
import { AlertRowView } from './alert-row-view.tsx'
import { stormsAmong } from './alert-storms.ts'
import styles from './alerts.module.css'
import { StormRows } from './storm-rows.tsx'
import { type AlertActions, useAlertActions } from './use-alert-actions.ts'
import { waitingAlerts } from './waiting-alerts.ts'

/** As many are shown before the rest: a storm does not push the deadlines off the screen. */
const SHOWN_FIRST = 6

const settings = <a href={hashOf({ screen: 'settings' })}>Settings</a>

function Empty(props: { readonly intake: Intake; readonly alerts: AlertList; readonly isReadOnly: boolean }) {
  const { intake, alerts, isReadOnly } = props
  const nowMs = useNow(60_000)
  const zone = useSelected(selectZone)
  // Whether anything comes in is known to the console that writes only: it may have been opened with an intake of its own.
  if (isReadOnly) {
    return (
      <EmptyState title="No alert waits.">
        This console only reads. What comes in at the one that writes shows here.
      </EmptyState>
    )
  }
  if (!intake.enabled) {
    return (
      <EmptyState title="Nothing comes in yet.">
        Alertmanager, Grafana, PagerDuty or any webhook can send alerts here. Switch the intake on in {settings}.
      </EmptyState>
    )
  }
  if (intake.problem !== null) {
    return (
      <EmptyState title="The intake is on, but not open.">
        {intake.problem} See {settings}.
      </EmptyState>
    )
  }
  const { lastAt } = alerts
  return (
    <EmptyState
      title={
        lastAt === null ? 'Nothing has come in yet.' : `Nothing has come in since ${timeWithDay(lastAt, nowMs, zone)}.`
      }
    >
      {lastAt === null ? (
        <>The intake is open. {settings} shows what to give your monitoring, and sends a test alert.</>
      ) : (
        'The intake is open. What fires shows here at once.'
      )}
    </EmptyState>
  )
}

/** What was done last, and the way back or on from it, which takes the focus that the button lost with its row. */
function LastDone({ actions }: { readonly actions: AlertActions }) {
  const way = useRef<HTMLButtonElement & HTMLAnchorElement>(null)
  const { last } = actions
  useEffect(() => {
    if (last !== null) arriveAt(way.current)
  }, [last])
  if (last === null) return null
  if (last.did === 'attach')
    return (
      <p className={styles.undo}>
        <span>
          Attached <bdi>{last.row.name}</bdi> to{' '}
          <a ref={way} {...focusNext} href={hashOf({ screen: 'incident', incident: last.incident })}>
            <bdi>{last.title}</bdi>
          </a>
          .
        </span>
      </p>
    )
  const [first, ...others] = last.rows
  return (
    <p className={styles.undo}>
      <span>
        Dismissed {others.length === 0 ? null : `${last.rows.length} `}
        <bdi>{first.name}</bdi>.{' '}
        {others.length === 0 ? 'It shows again when it fires' : 'Each shows again when it fires'} anew.
      </span>
      <ActionButton ref={way} {...focusNext} size="small" onClick={() => void actions.undo()}>
        Undo
      </ActionButton>
    </p>
  )
}

function Notes({ alerts, nowMs, zone }: { readonly alerts: AlertList; readonly nowMs: number; readonly zone: string }) {
  const { cutShort, problem } = alerts
  const isRecent = cutShort !== null && nowMs - Date.parse(cutShort.at) < 12 * 3_600_000
  if (!isRecent && problem === null) return null
  return (
    <div className={styles.notes}>
      {isRecent ? (
        <p>
          {sourceWords[cutShort.source]} left {cutShort.leftOut} more out of its message at{' '}
          {timeWithDay(cutShort.at, nowMs, zone)} (its <code>max_alerts</code>). Look there too.
        </p>
      ) : null}
      {problem === null ? null : <p>{problem}</p>}
    </div>
  )
}

/** Where the focus goes on when the row goes that had it: what was done last, the first alert, where alerts are switched on. */
const goesOnTo = ['[data-focus-next]', 'li button:enabled', 'a[href]'] as const

/** What monitoring says and nobody has dealt with: declared from, put to an incident, or dismissed. */
export function AlertsPanel() {
  const alerts = useSelected((state) => state.alerts)
  const intake = useSelected((state) => state.intake)
  const summaries = useSelected((state) => state.summaries)
  const isReadOnly = useSelected(selectReadOnly) !== null
  const zone = useSelected(selectZone)
  const nowMs = useNow(60_000)
  const actions = useAlertActions()
  const [isWhole, setWhole] = useState(false)
  const panel = useRef<HTMLElement>(null)
  useFocusGoesOn(panel, goesOnTo)
  const rows = waitingAlerts(alerts?.rows ?? [], summaries, nowMs)
  const storms = stormsAmong(rows)
  const differing = useMemo(() => differencesAmong(alerts?.rows ?? []), [alerts])
  const [newestOfAll] = rows
  useCommands([
    {
      id: 'alerts.declare',
      label: 'Declare from the newest alert',
      group: 'Alerts',
      run: () => newestOfAll && actions.declare(newestOfAll),
      isEnabled: () => newestOfAll !== undefined && !isReadOnly,
    },
    {
      id: 'alerts.undo',
      label: 'Take back the last dismissal',
      group: 'Alerts',
      run: () => void actions.undo(),
      isEnabled: () => actions.last?.did === 'dismiss',
    },
  ])
  if (alerts === null || intake === null) return null
  const firing = rows.filter(({ status }) => status === 'firing').length
  return (
    <Panel
      ref={panel}
      title="Alerts"
      note={firing === 0 ? undefined : `${firing} firing`}
      tools={intake.listening || rows.length > 0 ? <span className="faint num">{rows.length}</span> : undefined}
    >
      <LastDone actions={actions} />
      <Notes alerts={alerts} nowMs={nowMs} zone={zone} />
      {rows.length === 0 ? <Empty intake={intake} alerts={alerts} isReadOnly={isReadOnly} /> : null}
      <ul>
        {(isWhole ? storms : storms.slice(0, SHOWN_FIRST)).map(({ newest: row, rest }) => (
          <Fragment key={row.id}>
            <AlertRowView row={row} differing={differing(row)} isReadOnly={isReadOnly} actions={actions} />
            {rest.length === 0 ? null : (
              <StormRows newest={row} rest={rest} differing={differing} isReadOnly={isReadOnly} actions={actions} />
            )}
          </Fragment>
        ))}
      </ul>
      {storms.length > SHOWN_FIRST ? (
        <p className={styles.more}>
          <ActionButton size="small" tone="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${storms.length}`}
          </ActionButton>
        </p>
      ) : null}
    </Panel>
  )
}
