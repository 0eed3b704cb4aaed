import { useMemo } from 'react'
import type { OnCallEntry, Shift } from '../../../../shared/schedule/on-call.ts'
import { shiftsBetween } from '../../../../shared/schedule/on-call.ts'
import { personName, type Rotation } from '../../../../shared/schedule/team.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import type { Begin } from '../intent.ts'
import { SeverityMark, severityWords } from '../severity-mark.tsx'
import type { Board } from '../use-board.ts'
import { placeWords, spanInWords } from '../words.ts'
import styles from './views.module.css'

type Row = { readonly rotation: Rotation; readonly shift: Shift; readonly fromMs: number; readonly toMs: number }

function rowsOf({ rotations, team, span }: Board): readonly Row[] {
  return rotations
    .flatMap((rotation) =>
      shiftsBetween(rotation, team, span.fromMs, span.toMs).map((shift): Row => {
        return { rotation, shift, fromMs: Date.parse(shift.startsAt), toMs: Date.parse(shift.endsAt) }
      }),
    )
    .filter(({ shift: { primary } }) => primary.kind === 'person' || primary.cause !== 'outside-hours')
    .toSorted((one, other) => one.fromMs - other.fromMs)
}

function Who({ entry, board }: { readonly entry: OnCallEntry; readonly board: Board }) {
  if (entry.kind === 'gap') return <strong className={styles.nobody}>Nobody</strong>
  const { standsInFor } = entry
  return (
    <>
      <strong>{entry.person.name}</strong>
      {standsInFor === undefined ? null : <span className="dim"> for {personName(board.team, standsInFor)}</span>}
    </>
  )
}

function Wrong({ row, board }: { readonly row: Row; readonly board: Board }) {
  const blocks = board.lanes
    .flatMap(({ blocks: all }) => all)
    .filter(({ rotation, fromMs, toMs }) => rotation === row.rotation && fromMs < row.toMs && toMs > row.fromMs)
  const findings = new Map(blocks.flatMap((block) => block.findings).map((finding) => [finding.id, finding]))
  const pressing = [...findings.values()].filter(({ severity }) => severity !== 'note')
  return (
    <ul>
      {pressing.map(({ id, severity, why }) => (
        <li key={id} className={styles.inCell}>
          <SeverityMark severity={severity} />
          <span className="visually-hidden">{severityWords[severity]}</span>
          {why}
        </li>
      ))}
    </ul>
  )
}

/** The same turns as a table: for reading out, for copying, and for those who like lists. */
export function ShiftTable({
  board,
  isReadOnly,
  onBegin,
}: {
  readonly board: Board
  readonly isReadOnly: boolean
  readonly onBegin: Begin
}) {
  const rows = useMemo(() => rowsOf(board), [board])
  const hasMany = board.team.rotations.length > 1
  const place = placeWords(board.zone, board.nowMs)
  const begin = ({ rotation, fromMs, toMs }: Row): void =>
    onBegin({
      kind: 'turn',
      rotationId: rotation.id,
      role: 'primary',
      fromMs,
      toMs,
      mode: 'swap',
      partner: null,
    })
  return (
    <div className={styles.tableBox}>
      <table className={styles.table}>
        <caption className="visually-hidden">Turns, times in {place}</caption>
        <thead>
          <tr>
            <th scope="col">When, in {place}</th>
            {hasMany ? <th scope="col">Rotation</th> : null}
            <th scope="col">On call</th>
            <th scope="col">Backup</th>
            <th scope="col">To settle</th>
            <th scope="col">
              <span className="visually-hidden">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isNow = row.fromMs <= board.nowMs && board.nowMs < row.toMs
            const words = spanInWords(row, board.zone)
            return (
              <tr key={`${row.rotation.id}/${row.fromMs}`} className={classNames(isNow && styles.nowRow)}>
                <td className="num">
                  {words}
                  {isNow ? <span className={styles.nowTag}> now</span> : null}
                </td>
                {hasMany ? <td>{row.rotation.name}</td> : null}
                <td>
                  <Who entry={row.shift.primary} board={board} />
                </td>
                <td>
                  <Who entry={row.shift.backup} board={board} />
                </td>
                <td>
                  <Wrong row={row} board={board} />
                </td>
                <td>
                  {row.toMs <= board.nowMs ? null : (
                    <ActionButton
                      size="small"
                      disabled={isReadOnly}
                      aria-label={`Change ${words}`}
                      onClick={() => begin(row)}
                    >
                      Change
                    </ActionButton>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
