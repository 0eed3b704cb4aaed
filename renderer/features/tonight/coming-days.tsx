import { useMemo } from 'react'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { hashOf } from '../../state/route.ts'
import { selectMe } from '../../state/selectors.ts'
import { useNow, useSelected } from '../../state/store-context.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Panel } from '../../ui/panel.tsx'
import { dayWords, thisQuarter } from './duty.ts'
import styles from './tonight.module.css'
import { type DayCell, nextTwoWeeks, type RiskLine } from './two-weeks.ts'

const riskClass = { none: undefined, holiday: styles.dayHoliday, trouble: styles.dayTrouble } as const
const SHOWN_RISKS = 4

const Day = ({ cell }: { readonly cell: DayCell }) => (
  <li className={classNames(styles.day, cell.isMine && styles.mine, riskClass[cell.risk])} title={cell.words}>
    <span aria-hidden="true">{cell.day}</span>
    <span className="visually-hidden">{cell.words}</span>
  </li>
)

const Risk = ({ risk }: { readonly risk: RiskLine }) => (
  <li>
    <b className={risk.isError ? styles.trouble : styles.warn}>{dayWords(risk.date)}:</b> {risk.words}{' '}
    <a
      href={hashOf({ screen: 'schedule', finding: risk.id })}
      aria-label={`Fix: ${dayWords(risk.date)}, ${risk.words}`}
    >
      Fix
    </a>
  </li>
)

/** The next fourteen days: whose they are, and what has to be settled before they come. */
export function ComingDays({ zone }: { readonly zone: string }) {
  const quarterMs = thisQuarter(useNow(60_000))
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const me = useSelected(selectMe)
  const { cells, risks } = useMemo(() => nextTwoWeeks(team, me, quarterMs, zone), [team, me, quarterMs, zone])
  if (team.rotations.length === 0) return null
  return (
    <Panel title="Next two weeks" tools={<a href={hashOf({ screen: 'schedule', finding: null })}>Schedule</a>}>
      <ol className={styles.days}>
        {cells.map((cell) => (
          <Day key={cell.key} cell={cell} />
        ))}
      </ol>
      <p className={styles.legend}>
        <span>outlined: your days</span>
        <span>underlined: holiday or something to settle</span>
      </p>
      <ul className={styles.risks}>
        {risks.length === 0 ? <li className="dim">No holiday, absence or gap in these days.</li> : null}
        {risks.slice(0, SHOWN_RISKS).map((risk) => (
          <Risk key={risk.id} risk={risk} />
        ))}
        {risks.length > SHOWN_RISKS ? <li className="faint">and {risks.length - SHOWN_RISKS} more</li> : null}
      </ul>
    </Panel>
  )
}
