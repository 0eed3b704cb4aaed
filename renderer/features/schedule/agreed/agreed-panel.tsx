import { memo } from 'react'
import { agreementInWords, holidayModesBetween } from '../../../../shared/schedule/holiday-modes.ts'
import type { Absence, HolidayMode, Person, Team } from '../../../../shared/schedule/team.ts'
import { dateAt } from '../../../../shared/schedule/wall-clock.ts'
import { useCommands } from '../../../state/commands.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { Begin } from '../intent.ts'
import styles from '../settle/settle.module.css'
import { rangeWords } from './ranges.ts'

type Away = { readonly person: Person; readonly absence: Absence }

const leaveAhead = (team: Team, nowMs: number): readonly Away[] =>
  team.people
    .flatMap((person) => person.away.map((absence): Away => ({ person, absence })))
    .filter(({ person, absence }) => absence.to.slice(0, 10) >= dateAt(nowMs, person.timezone))
    .toSorted((one, other) => one.absence.from.localeCompare(other.absence.from))

const sentence = (words: string): string =>
  words === '' ? 'It relaxes nothing.' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

type RowProps = { readonly isReadOnly: boolean; readonly onBegin: Begin }

function ModeRow({ mode, isReadOnly, onBegin }: RowProps & { readonly mode: HolidayMode }) {
  const remove = (): void =>
    onBegin({
      kind: 'review',
      title: 'Take out this holiday mode',
      words: `No holiday mode “${mode.reason}”, ${rangeWords(mode)}`,
      changes: [{ kind: 'remove-holiday-mode', mode }],
    })
  return (
    <li className={styles.swap}>
      <div>
        <p>
          <strong>{mode.reason}</strong>, <span className="num">{rangeWords(mode)}</span>
        </p>
        <p className="faint">{sentence(agreementInWords(mode))}</p>
      </div>
      <div className={styles.remedies}>
        <ActionButton size="small" disabled={isReadOnly} onClick={() => onBegin({ kind: 'mode', mode })}>
          <span>
            Change<span className="visually-hidden"> {mode.reason}</span>
          </span>
        </ActionButton>
        <ActionButton size="small" tone="quiet" disabled={isReadOnly} onClick={remove}>
          <span>
            Take out<span className="visually-hidden"> {mode.reason}</span>
          </span>
        </ActionButton>
      </div>
    </li>
  )
}

function LeaveRow({ away, isReadOnly, onBegin }: RowProps & { readonly away: Away }) {
  const { person, absence } = away
  const remove = (): void =>
    onBegin({
      kind: 'review',
      title: 'Take out this leave',
      words: `${person.name} is not away, ${rangeWords(absence)}`,
      changes: [{ kind: 'remove-leave', person: person.id, absence }],
    })
  return (
    <li className={styles.swap}>
      <p>
        <strong>{person.name}</strong> away, <span className="num">{rangeWords(absence)}</span>
        {absence.reason === undefined ? null : <span className="faint">, {absence.reason}</span>}
      </p>
      <ActionButton size="small" tone="quiet" disabled={isReadOnly} onClick={remove}>
        <span>
          Take out<span className="visually-hidden"> the leave of {person.name}</span>
        </span>
      </ActionButton>
    </li>
  )
}

const LEAVE_SHOWN = 6

/** What is agreed besides turns: holiday modes and leave, to come or in force, with the ways to write more of them. */
export const AgreedPanel = memo(function AgreedPanel(props: {
  readonly team: Team
  readonly nowMs: number
  readonly isReadOnly: boolean
  readonly onBegin: Begin
}) {
  const { team, nowMs, isReadOnly, onBegin } = props
  const modes = holidayModesBetween(team, nowMs, Number.POSITIVE_INFINITY)
  const leave = leaveAhead(team, nowMs)
  const addLeave = (): void => onBegin({ kind: 'leave', person: null })
  const addMode = (): void => onBegin({ kind: 'mode', mode: null })
  useCommands(
    isReadOnly
      ? []
      : [
          { id: 'schedule.leave', label: 'Add leave', group: 'Schedule', keys: 'l', run: addLeave },
          { id: 'schedule.mode', label: 'Add a holiday mode', group: 'Schedule', keys: 'h', run: addMode },
        ],
  )
  const tools = (
    <>
      <ActionButton size="small" keys="l" disabled={isReadOnly} onClick={addLeave}>
        Add leave
      </ActionButton>
      <ActionButton size="small" keys="h" disabled={isReadOnly} onClick={addMode}>
        Add holiday mode
      </ActionButton>
    </>
  )
  const row = { isReadOnly, onBegin }
  return (
    <Panel title="Leave and holiday modes" tools={tools}>
      {modes.length + leave.length === 0 ? (
        <EmptyState title="Nobody is away, and nothing is relaxed.">
          Leave keeps the ladder from calling somebody who is away. A holiday mode gives it more time, or lets lesser
          severities wait until morning, for the days that you agree on.
        </EmptyState>
      ) : null}
      <ul>
        {modes.map(({ mode }) => (
          <ModeRow key={`${mode.from}/${mode.reason}`} mode={mode} {...row} />
        ))}
        {leave.slice(0, LEAVE_SHOWN).map((away) => (
          <LeaveRow key={`${away.person.id}/${away.absence.from}/${away.absence.to}`} away={away} {...row} />
        ))}
      </ul>
      {leave.length <= LEAVE_SHOWN ? null : (
        <details className={styles.notes}>
          <summary>{leave.length - LEAVE_SHOWN} more, later</summary>
          <ul>
            {leave.slice(LEAVE_SHOWN).map((away) => (
              <LeaveRow key={`${away.person.id}/${away.absence.from}/${away.absence.to}`} away={away} {...row} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
})
