import { emptyTeam } from '../../../shared/schedule/team.ts'
import { currentCommands } from '../../state/commands.ts'
import { selectMe, selectZone } from '../../state/selectors.ts'
import { useNow, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { longDate, shortTime } from '../../ui/time-words.ts'
import { AlertsPanel } from './alerts/alerts-panel.tsx'
import { CallList } from './call-list.tsx'
import { ComingDays } from './coming-days.tsx'
import { dutyWords } from './duty.ts'
import { FirstRun } from './first-run.tsx'
import { HolidayNote } from './holiday-note.tsx'
import { AwaitingPostmortem, OpenIncidents, YearsAgo } from './incident-rows.tsx'
import { TodaysDeadlines } from './todays-deadlines.tsx'
import styles from './tonight.module.css'
import { WorkspaceProblems } from './workspace-problems.tsx'

/** `Thursday night, 24 December`: the part of the day as a person on call would say it. */
function nightWords(nowMs: number, zone: string): string {
  const hour = Number(shortTime(nowMs, zone).slice(0, 2))
  const part = hour < 6 || hour >= 21 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  const [weekday = '', ...date] = longDate(nowMs, zone).split(' ')
  return `${weekday} ${part}, ${date.slice(0, 2).join(' ')}`
}

function Heading({ zone }: { readonly zone: string }) {
  const nowMs = useNow(60_000)
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const me = useSelected(selectMe)
  const isReadOnly = useSelected((state) => state.desk?.readOnly != null)
  const duties = dutyWords(team, me, nowMs, zone)
  return (
    <div className={styles.top}>
      <div>
        <h1 className={styles.heading}>{nightWords(nowMs, zone)}</h1>
        {duties.length === 0 ? <p className="dim">No rotation is set up in team.yaml.</p> : null}
        {duties.map(({ id, rotation, now, next }) => (
          <p key={id} className="dim">
            {rotation === null ? '' : `${rotation}: `}
            {now} {next}
          </p>
        ))}
      </div>
      <ActionButton
        tone="primary"
        size="large"
        keys="d"
        disabled={isReadOnly}
        style={{ flex: 'none' }}
        onClick={() =>
          currentCommands()
            .find(({ id }) => id === 'declare.open')
            ?.run()
        }
      >
        Declare incident
      </ActionButton>
    </div>
  )
}

/** The home of the night: what is open, what is due, whom to call, what comes. */
export function TonightScreen() {
  const zone = useSelected(selectZone)
  const isReady = useSelected((state) => state.desk !== null)
  // While nothing can come in, the panel only teaches: what is due tonight stands before it.
  const isIntakeUnused = useSelected(({ intake, alerts }) => intake?.enabled === false && alerts?.rows.length === 0)
  if (!isReady) return null
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <Heading zone={zone} />
        <HolidayNote zone={zone} />
        <FirstRun />
        <OpenIncidents />
        {isIntakeUnused ? null : <AlertsPanel />}
        <AwaitingPostmortem zone={zone} />
        <TodaysDeadlines zone={zone} />
        {isIntakeUnused ? <AlertsPanel /> : null}
        <WorkspaceProblems />
      </div>
      <div className={styles.column}>
        <CallList />
        <ComingDays zone={zone} />
        <YearsAgo zone={zone} />
      </div>
    </div>
  )
}
