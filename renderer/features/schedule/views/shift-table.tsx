import { memo, useMemo } from 'react'
import type { Finding } from '../../../../shared/schedule/finding.ts'
import type { OnCallEntry, Shift } from '../../../../shared/schedule/on-call.ts'
import { shiftsBetween } from '../../../../shared/schedule/on-call.ts'
import type { OnCallRole } from '../../../../shared/schedule/rotation-slots.ts'
import { personName, type Rotation, type Team } from '../../../../shared/schedule/team.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useGrowing } from '../../../ui/after-paint.ts'
import { classNames } from '../../../ui/class-names.ts'
import type { Begin } from '../intent.ts'
import { SeverityMark, severityWords } from '../severity-mark.tsx'
import type { Board } from '../use-board.ts'
import type { Span } from '../window-of-weeks.ts'
import { placeWords, spanInWords } from '../words.ts'
import styles from './views.module.css'

type Row = { readonly rotation: Rotation; readonly shift: Shift; readonly fromMs: number; readonly toMs: number }

/** A turn ends with its week at the latest, which DST may make an hour longer: so far beyond the edges, all are whole. */
const LONGEST_TURN_MS = 8 * 86_400_000

/** The turns that touch a span, whole also where they begin or end beyond it. */
export function rowsOf(rotations: readonly Rotation[], team: Team, span: Span): readonly Row[] {
  return rotations
    .flatMap((rotation) =>
      shiftsBetween(rotation, team, span.fromMs - LONGEST_TURN_MS, span.toMs + LONGEST_TURN_MS).map((shift): Row => {
        return { rotation, shift, fromMs: Date.parse(shift.startsAt), toMs: Date.parse(shift.endsAt) }
      }),
    )
    .filter(({ fromMs, toMs }) => fromMs < span.toMs && toMs > span.fromMs)
    .filter(({ shift: { primary } }) => primary.kind === 'person' || primary.cause !== 'outside-hours')
    .toSorted((one, other) => one.fromMs - other.fromMs)
}

function Who({ entry, team }: { readonly entry: OnCallEntry; readonly team: Team }) {
  if (entry.kind === 'gap') return <strong className={styles.nobody}>Nobody</strong>
  const { standsInFor } = entry
  return (
    <>
      <strong>{entry.person.name}</strong>
      {standsInFor === undefined ? null : <span className="dim"> for {personName(team, standsInFor)}</span>}
    </>
  )
}

function Wrong({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <ul>
      {findings.map(({ id, severity, why }) => (
        <li key={id} className={styles.inCell}>
          <SeverityMark severity={severity} />
          <span className="visually-hidden">{severityWords[severity]}</span>
          {why}
        </li>
      ))}
    </ul>
  )
}

/** What is pressing about each turn: found once for the whole table, since each row would search all turns. */
function pressingOf(rows: readonly Row[], lanes: Board['lanes']): ReadonlyMap<Row, readonly Finding[]> {
  const wrong = lanes
    .flatMap(({ blocks }) => blocks)
    .map((block) => ({ block, pressing: block.findings.filter(({ severity }) => severity !== 'note') }))
    .filter(({ pressing }) => pressing.length > 0)
  return new Map(
    rows.map((row) => {
      const meant = wrong.filter(
        ({ block }) => block.rotation === row.rotation && block.fromMs < row.toMs && block.toMs > row.fromMs,
      )
      const findings = new Map(meant.flatMap(({ pressing }) => pressing).map((finding) => [finding.id, finding]))
      return [row, [...findings.values()]]
    }),
  )
}

/** Whether a rotation ever has a backup, who could be changed. */
const hasBackups = ({ weeks, layers }: Rotation): boolean =>
  [...weeks, ...layers.flatMap((layer) => layer.weeks)].some(({ backup }) => backup !== undefined)

const ShiftRow = memo(function ShiftRow(props: {
  readonly row: Row
  readonly team: Team
  readonly zone: string
  readonly isNow: boolean
  readonly isOver: boolean
  readonly findings: readonly Finding[]
  readonly isReadOnly: boolean
  readonly onBegin: Begin
}) {
  const { row, team, zone, isNow } = props
  const { rotation, fromMs, toMs } = row
  const words = spanInWords(row, zone)
  const begin = (role: OnCallRole): void =>
    props.onBegin({
      kind: 'turn',
      rotationId: rotation.id,
      role,
      fromMs,
      toMs,
      mode: row.shift[role].kind === 'gap' ? 'cover' : 'swap',
      partner: null,
    })
  return (
    <tr className={classNames(isNow && styles.nowRow)}>
      <td className="num">
        {words}
        {isNow ? <span className={styles.nowTag}> now</span> : null}
      </td>
      {team.rotations.length > 1 ? <td>{rotation.name}</td> : null}
      <td>
        <Who entry={row.shift.primary} team={team} />
      </td>
      <td>
        <Who entry={row.shift.backup} team={team} />
      </td>
      <td>
        <Wrong findings={props.findings} />
      </td>
      <td>
        {props.isOver ? null : (
          <span className={styles.changes}>
            <ActionButton
              size="small"
              disabled={props.isReadOnly}
              aria-label={`Change ${words}`}
              onClick={() => begin('primary')}
            >
              Change
            </ActionButton>
            {hasBackups(rotation) ? (
              <ActionButton
                size="small"
                disabled={props.isReadOnly}
                aria-label={`Change backup: ${words}`}
                onClick={() => begin('backup')}
              >
                Change backup
              </ActionButton>
            ) : null}
          </span>
        )}
      </td>
    </tr>
  )
})

/** More rows than a screen has room for: the rest comes a moment later, in slices that leave room for the next key. */
const ROWS_AT_ONCE = 18
const ROWS_IN_A_SLICE = 48
const nothing: readonly Finding[] = []

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
  const { rotations, team, span, lanes, zone, nowMs } = board
  const rows = useMemo(() => rowsOf(rotations, team, span), [rotations, team, span])
  const pressing = useMemo(() => pressingOf(rows, lanes), [rows, lanes])
  const shown = useGrowing(rows, ROWS_AT_ONCE, ROWS_IN_A_SLICE)
  const place = placeWords(zone, nowMs)
  return (
    <div className={styles.tableBox}>
      <table className={styles.table}>
        <caption className="visually-hidden">Turns, times in {place}</caption>
        <thead>
          <tr>
            <th scope="col">When, in {place}</th>
            {team.rotations.length > 1 ? <th scope="col">Rotation</th> : null}
            <th scope="col">On call</th>
            <th scope="col">Backup</th>
            <th scope="col">To settle</th>
            <th scope="col">
              <span className="visually-hidden">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <ShiftRow
              key={`${row.rotation.id}/${row.fromMs}`}
              {...{ row, team, zone, isReadOnly, onBegin }}
              isNow={row.fromMs <= nowMs && nowMs < row.toMs}
              isOver={row.toMs <= nowMs}
              findings={pressing.get(row) ?? nothing}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
