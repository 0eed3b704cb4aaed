import { memo, useMemo } from 'react'
import { fairnessOf, loadPerPerson, type PersonLoad } from '../../../shared/schedule/load.ts'
import type { Team } from '../../../shared/schedule/team.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './schedule.module.css'
import type { Span } from './window-of-weeks.ts'
import { boardSpanWords } from './words.ts'

const rounded = (value: number): string => {
  const shown = Math.round(value * 10) / 10
  return Number.isInteger(shown) ? String(shown) : shown.toFixed(1)
}

/** The one thing the plot says. */
function message(loads: readonly PersonLoad[], average: number): string {
  const { most } = fairnessOf(loads)
  if (most === null || average === 0) return 'Nobody carries anything in this time.'
  const over = Math.round((most.strain / average - 1) * 100)
  return over < 5
    ? 'The load is even: nobody is 5 % over the average.'
    : `${most.person.name} carries most, ${over} % over the average.`
}

function Bar({ strain, most, average }: { readonly strain: number; readonly most: number; readonly average: number }) {
  const share = (value: number): string => `${most === 0 ? 0 : (value / most) * 100}%`
  return (
    <div className={styles.bar} aria-hidden="true">
      <span className={styles.barFill} style={{ width: share(strain) }} />
      <span className={styles.barAverage} style={{ left: share(average) }} />
    </div>
  )
}

/** What each carries in the time that is shown: the figures, and how evenly they are spread. */
export const LoadPanel = memo(function LoadPanel(props: {
  readonly team: Team
  readonly span: Span
  readonly zone: string
}) {
  const { team, span } = props
  const spanWords = boardSpanWords(span, props.zone)
  const loads = useMemo(() => loadPerPerson(team, span.fromMs, span.toMs), [team, span])
  if (loads.length === 0) return null
  const most = loads[0]?.strain ?? 0
  const average = loads.reduce((sum, { strain }) => sum + strain, 0) / loads.length
  return (
    <Panel title="Load per person" note={spanWords}>
      <p className={styles.message}>{message(loads, average)}</p>
      <table className={styles.load}>
        <caption className="visually-hidden">Load per person, {spanWords}</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Weeks</th>
            <th scope="col">Nights</th>
            <th scope="col">Weekends</th>
            <th scope="col">Holidays</th>
            <th scope="col">Backup</th>
            <th scope="col" className={styles.barHead}>
              Strain, in weeks
            </th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <tr key={load.person.id}>
              <th scope="row">{load.person.name}</th>
              <td>{rounded(load.weeks)}</td>
              <td>{rounded(load.nights)}</td>
              <td>{rounded(load.weekends)}</td>
              <td>{rounded(load.holidays)}</td>
              <td>{rounded(load.backupWeeks)}</td>
              <td className={styles.barCell}>
                <Bar strain={load.strain} most={most} average={average} />
                <span>{load.strain.toFixed(1)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.footnote}>
        Strain adds nights, weekends and holidays, where each person lives, to the weeks on call. The line is the
        average, {average.toFixed(1)}, of {loads.length} people.
      </p>
    </Panel>
  )
})
