import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../../../shared/schedule/finding.ts'
import { scheduleQuality } from '../../../../shared/schedule/schedule-quality.ts'
import { effectHorizonMs } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import type { Team } from '../../../../shared/schedule/team.ts'
import { useCommands } from '../../../state/commands.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { Begin } from '../intent.ts'
import { SeverityMark, severityWords } from '../severity-mark.tsx'
import { dateWords } from '../words.ts'
import { findingsAhead } from './findings-ahead.ts'
import { remedyKeys } from './remedies.ts'
import styles from './settle.module.css'

/** The keys below say how; what is left of the hint says why now, or who. */
const adviceOf = ({ hint }: Finding): string =>
  hint.replace(/(?:^|: |\. )agree a swap and write it under overrides\.$/i, '.').replace(/^\.$/, '')

const FindingRow = memo(function FindingRow(props: {
  readonly team: Team
  readonly finding: Finding
  readonly isCurrent: boolean
  /** Came to be the current one by a key or a link, so it has to be seen. */
  readonly isSought: boolean
  readonly isReadOnly: boolean
  readonly onCurrent: (id: string) => void
  readonly onBegin: Begin
}) {
  const { finding, isCurrent, isSought } = props
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isSought) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isSought])
  const keys = remedyKeys(props.team, finding)
  const advice = adviceOf(finding)
  return (
    <li
      ref={row}
      className={classNames(styles.finding, isCurrent && styles.current)}
      aria-current={isCurrent ? 'true' : undefined}
      onFocus={() => props.onCurrent(finding.id)}
    >
      <span className={styles.severity}>
        <SeverityMark severity={finding.severity} />
        <span className="visually-hidden">{severityWords[finding.severity]}</span>
      </span>
      <div>
        <p>
          <strong className="num">{dateWords(finding.date)}</strong> {finding.why}
        </p>
        {advice === '' ? null : <p className="faint">{advice}</p>}
        <div className={styles.remedies}>
          {keys.map(({ key, label, intent, keys: stroke }) =>
            intent === null ? (
              <span key={key} className="faint">
                {label}.
              </span>
            ) : (
              <ActionButton
                key={key}
                size="small"
                disabled={props.isReadOnly}
                {...(isCurrent && stroke !== undefined ? { keys: stroke } : {})}
                onClick={() => props.onBegin(intent)}
              >
                <span>
                  {label}
                  <span className="visually-hidden">{` ${dateWords(finding.date)}, ${finding.why}`}</span>
                </span>
              </ActionButton>
            ),
          )}
        </div>
      </div>
    </li>
  )
})

function Quality({ team, nowMs }: { readonly team: Team; readonly nowMs: number }) {
  const { score, parts } = useMemo(() => scheduleQuality(team, nowMs, nowMs + effectHorizonMs), [team, nowMs])
  return (
    <details className={styles.quality}>
      <summary>
        Quality of the next 12 weeks <strong className="num">{score}</strong> of 100
      </summary>
      <table className={styles.plain}>
        <caption className="visually-hidden">What the quality is made of</caption>
        <tbody>
          {parts.map(({ name, value, weight, why }) => (
            <tr key={name}>
              <td className="num dim">
                {Math.round(value * weight)} of {weight}
              </td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Keys go from one thing to settle to the next, and begin what would settle the current one. */
function useFindingKeys(
  team: Team,
  findings: readonly Finding[],
  current: Finding | undefined,
  setCurrent: (id: string) => void,
  onBegin: Begin,
): void {
  const at = findings.findIndex(({ id }) => id === current?.id)
  const move = (by: number): void => {
    const next = findings[at === -1 ? 0 : Math.min(findings.length - 1, Math.max(0, at + by))]
    if (next !== undefined) setCurrent(next.id)
  }
  const remedies = current === undefined ? [] : remedyKeys(team, current)
  useCommands([
    {
      id: 'schedule.next',
      label: 'Next thing to settle',
      group: 'Schedule',
      keys: 'j',
      whileHeld: true,
      run: () => move(1),
    },
    {
      id: 'schedule.previous',
      label: 'Previous thing to settle',
      group: 'Schedule',
      keys: 'k',
      whileHeld: true,
      run: () => move(-1),
    },
    ...remedies.flatMap(({ key, label, keys, intent }) =>
      intent === null || keys === undefined
        ? []
        : [
            {
              id: `schedule.${key}`,
              label: `${label} (the current finding)`,
              group: 'Schedule',
              keys,
              run: () => onBegin(intent),
            },
          ],
    ),
  ])
}

/** What has to be settled before the night comes: how bad, when, why, and the keys that settle it. */
export const FindingsPanel = memo(function FindingsPanel(props: {
  readonly team: Team
  readonly nowMs: number
  readonly chosen: string | null
  readonly isReadOnly: boolean
  readonly onBegin: Begin
}) {
  const { team, nowMs, chosen, onBegin, isReadOnly } = props
  const [currentId, setCurrent] = useState<string | null>(chosen)
  const [soughtId, setSought] = useState<string | null>(chosen)
  const seek = (id: string | null): void => {
    setCurrent(id)
    setSought(id)
  }
  useEffect(() => {
    setCurrent(chosen)
    setSought(chosen)
  }, [chosen])
  const findings = findingsAhead(team, nowMs)
  const pressing = findings.filter(({ severity }) => severity !== 'note')
  const notes = findings.filter(({ severity }) => severity === 'note')
  const current = findings.find(({ id }) => id === currentId) ?? pressing[0]
  useFindingKeys(team, pressing, current, seek, onBegin)
  const row = (finding: Finding) => (
    <FindingRow
      key={finding.id}
      {...{ team, finding, isReadOnly, onBegin }}
      isCurrent={finding.id === current?.id}
      isSought={finding.id === soughtId}
      onCurrent={setCurrent}
    />
  )
  return (
    <Panel title="To settle" note="in the next 12 weeks" tools={<span className="faint num">{pressing.length}</span>}>
      {pressing.length === 0 ? (
        <EmptyState title="Nothing to settle in the next 12 weeks.">
          Gaps, holidays, leave, missing phones and rungs that reach nobody would stand here, weeks ahead.
        </EmptyState>
      ) : (
        <ul>{pressing.map(row)}</ul>
      )}
      {notes.length === 0 ? null : (
        <details className={styles.notes} open={notes.some(({ id }) => id === chosen)}>
          <summary>{notes.length === 1 ? '1 note, good to know' : `${notes.length} notes, good to know`}</summary>
          <ul>{notes.map(row)}</ul>
        </details>
      )}
      {team.rotations.length === 0 ? null : <Quality team={team} nowMs={nowMs} />}
    </Panel>
  )
})
