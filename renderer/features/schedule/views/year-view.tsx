import { memo, useMemo, useState } from 'react'
import { useAfterPaint, useGrowing } from '../../../ui/after-paint.ts'
import { classNames } from '../../../ui/class-names.ts'
import type { Block } from '../picture/lanes.ts'
import { Picture } from '../picture/picture.tsx'
import type { Board } from '../use-board.ts'
import { dateWords } from '../words.ts'
import { type HolidayRow, holidayRows, type Standing } from './holiday-rows.ts'
import styles from './views.module.css'

const standingWords: Readonly<Record<Standing, string>> = {
  onCall: 'on call',
  backup: 'backup',
  away: 'away',
  off: 'free',
  working: '',
}

function Cell({ person, hasHoliday, standing }: HolidayRow['people'][number]) {
  const isWorking = hasHoliday && (standing === 'onCall' || standing === 'backup')
  return (
    <td key={person.id} className={classNames(hasHoliday && styles.hasHoliday, isWorking && styles.worksHoliday)}>
      {standingWords[standing]}
      {isWorking ? <span className="visually-hidden">, on their holiday</span> : null}
    </td>
  )
}

/** A row of a large team has twenty cells: as many as are made between two keys. */
const ROWS_IN_A_SLICE = 12

/** Who works on which holiday of the year. */
const HolidayPlan = memo(function HolidayPlan({ lanes }: { readonly lanes: Board['lanes'] }) {
  const [isMajorOnly, setMajorOnly] = useState(true)
  const rows = useMemo(() => holidayRows(lanes, isMajorOnly), [lanes, isMajorOnly])
  const shown = useGrowing(rows, ROWS_IN_A_SLICE, ROWS_IN_A_SLICE)
  const people = lanes.flatMap(({ person }) => person ?? [])
  return (
    <>
      <div className={styles.planHead}>
        <h2>Who works on which holiday</h2>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={isMajorOnly}
            onChange={(event) => setMajorOnly(event.currentTarget.checked)}
          />
          Major holidays only
        </label>
      </div>
      <div className={styles.tableBox}>
        <table className={classNames(styles.table, styles.plan)}>
          <caption className="visually-hidden">Holidays of the year, and how everybody stands to them</caption>
          <thead>
            <tr>
              <th scope="col">Holiday</th>
              {people.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.date}>
                <th scope="row">
                  <span className="num">{dateWords(row.date)}</span> <span className="dim">{row.names.join(', ')}</span>
                </th>
                {row.people.map((each) => (
                  <Cell key={each.person.id} {...each} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.footnote}>Tinted: a holiday where they live. Marked: they work on it.</p>
    </>
  )
})

const nobodyYet: Board['lanes'] = []

/** A year to plan feasts by: the picture at once, and the table of holidays a moment later. */
export function YearView({ board, onChange }: { readonly board: Board; readonly onChange: (block: Block) => void }) {
  const lanes = useAfterPaint(board.lanes, nobodyYet)
  return (
    <>
      <Picture board={board} onChange={onChange} />
      {lanes === nobodyYet ? null : <HolidayPlan lanes={lanes} />}
    </>
  )
}
