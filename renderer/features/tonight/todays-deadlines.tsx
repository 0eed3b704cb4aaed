import { emptyTeam } from '../../../shared/schedule/team.ts'
import { hashOf } from '../../state/route.ts'
import { useDeskStore, useNow, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { zoneName } from '../../ui/time-words.ts'
import { type DeadlineRow, deadlinesToday } from './deadlines-today.ts'
import { declareLate } from './declare-late.ts'
import styles from './tonight.module.css'

function Row({ row, onDeclare }: { readonly row: DeadlineRow; readonly onDeclare: () => void }) {
  return (
    <li className={classNames(styles.row, styles.deadline)}>
      <span className="num dim">{row.time}</span>
      <span>
        {row.pipeline.name} <span className="faint">{row.pipeline.tier}</span>
      </span>
      <span
        className={classNames(
          'num',
          row.state === 'later' ? 'dim' : row.state === 'soon' ? styles.soon : styles.passed,
        )}
      >
        {row.words}
      </span>
      {row.incident === null ? (
        <ActionButton
          size="small"
          tone={row.state === 'passed' ? 'plain' : 'quiet'}
          aria-label={`${row.state === 'passed' ? 'Missed? Declare' : 'Declare'}: ${row.pipeline.name}`}
          onClick={onDeclare}
        >
          {row.state === 'passed' ? 'Missed? Declare' : 'Declare'}
        </ActionButton>
      ) : (
        <a
          href={hashOf({ screen: 'incident', incident: row.incident })}
          aria-label={`Open incident: ${row.pipeline.name}`}
        >
          Open incident
        </a>
      )}
    </li>
  )
}

/** Today's SLA deadlines. The console cannot see the data: whether one was met is for the person to say. */
export function TodaysDeadlines({ zone }: { readonly zone: string }) {
  const nowMs = useNow(30_000)
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const summaries = useSelected((state) => state.summaries)
  const store = useDeskStore()
  const rows = deadlinesToday(team, summaries, nowMs, zone)
  return (
    <Panel title="Today's deadlines" tools={<span className="faint">times in {zoneName(nowMs, zone)}, your zone</span>}>
      {rows.length === 0 ? (
        <EmptyState title="No deadline today.">
          Pipelines with an SLA in team.yaml show here on the days it holds.
        </EmptyState>
      ) : (
        <ul>
          {rows.map((row) => (
            <Row key={row.pipeline.id + row.at} row={row} onDeclare={() => declareLate(store, row.pipeline)} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
