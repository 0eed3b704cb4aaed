import { memo, useMemo } from 'react'
import { useGrowing } from '../../../ui/after-paint.ts'
import { classNames } from '../../../ui/class-names.ts'
import { shortTime } from '../../../ui/time-words.ts'
import { type Block, lanesOf } from '../picture/lanes.ts'
import { SeverityMark } from '../severity-mark.tsx'
import type { Board } from '../use-board.ts'
import { blockInWords, dayInWords, placeWords } from '../words.ts'
import styles from './month.module.css'
import { type DayCell, monthCells, weeksOf } from './month-cells.ts'
import views from './views.module.css'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

function Turn(props: {
  readonly block: Block
  readonly cell: DayCell
  readonly board: Board
  readonly onChange: (block: Block) => void
}) {
  const { block, cell, board } = props
  const { zone, team } = board
  const begins = block.fromMs > cell.fromMs
  const wrong = block.findings.find(({ date, severity }) => date === cell.date && severity !== 'note')
  const words = blockInWords(block, zone, team)
  return (
    <button
      type="button"
      className={classNames(
        styles.dayTurn,
        block.role === 'backup' && styles.dayBackup,
        block.person === null && styles.dayGap,
        block.person !== null && block.person.id === board.me?.id && styles.dayMine,
      )}
      title={words}
      disabled={block.toMs <= board.nowMs}
      onClick={() => props.onChange(block)}
    >
      {wrong === undefined ? null : <SeverityMark severity={wrong.severity} size={10} />}
      <span className={styles.dayName}>
        {begins ? <span className="num">{shortTime(block.fromMs, zone)} </span> : null}
        {block.person?.name ?? 'Nobody'}
        {block.role === 'backup' ? <span className="faint"> backup</span> : null}
        <span className="visually-hidden">{` ${words}`}</span>
      </span>
    </button>
  )
}

const Day = memo(function Day({
  cell,
  board,
  onChange,
}: {
  readonly cell: DayCell
  readonly board: Board
  readonly onChange: (block: Block) => void
}) {
  const isToday = cell.fromMs <= board.nowMs && board.nowMs < cell.toMs
  return (
    <td className={classNames(styles.day, !cell.isInMonth && styles.otherMonth, isToday && styles.today)}>
      <div className={styles.dayHead}>
        <span className="num">
          {Number(cell.date.slice(8))}
          {isToday ? <span className="visually-hidden">, today</span> : null}
        </span>
      </div>
      {[...cell.primary, ...cell.backup].map((block) => (
        <Turn key={block.id} block={block} cell={cell} board={board} onChange={onChange} />
      ))}
      <ul className={styles.dayOff}>
        {cell.off.slice(0, 3).map(({ name, mark }) => (
          <li key={`${name}/${mark.kind}/${mark.words}`} title={`${name}: ${mark.words}`}>
            {mark.kind === 'leave' ? `${name} away` : `${name}: ${mark.words.split(',')[0]}`}
          </li>
        ))}
        {cell.off.length > 3 ? <li>and {cell.off.length - 3} more off</li> : null}
      </ul>
    </td>
  )
})

/** What a screen has room for; the other weeks come a moment later, as many at a time. */
const WEEKS_AT_ONCE = 2

/** A month as a sheet of days: who has each, who is off. */
export function MonthView({ board, onChange }: { readonly board: Board; readonly onChange: (block: Block) => void }) {
  const { team, rotations, span, findings, zone, hourMs } = board
  const rows = useMemo(() => {
    const lanes = lanesOf(team, rotations, weeksOf(span, zone), findings, hourMs)
    return monthCells(span, zone, lanes)
  }, [team, rotations, span, findings, zone, hourMs])
  const shown = useGrowing(rows, WEEKS_AT_ONCE, WEEKS_AT_ONCE)
  return (
    <div className={views.tableBox}>
      <table className={styles.monthTable}>
        <caption className="visually-hidden">
          The month from {dayInWords(span.fromMs, zone)}, times in {placeWords(zone, span.fromMs)}
        </caption>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((days) => (
            <tr key={days[0]?.date}>
              {days.map((cell) => (
                <Day key={cell.date} cell={cell} board={board} onChange={onChange} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
