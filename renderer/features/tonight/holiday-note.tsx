import { holidayModesBetween } from '../../../shared/schedule/holiday-modes.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { useNow, useSelected } from '../../state/store-context.tsx'
import { shortDate, shortTime } from '../../ui/time-words.ts'
import { thisQuarter } from './duty.ts'
import styles from './tonight.module.css'

const DAY_MS = 86_400_000

/** What the team has relaxed, now or within a day: whoever declares tonight should know before the ladder is slow (S3.2). */
export function HolidayNote({ zone }: { readonly zone: string }) {
  const nowMs = thisQuarter(useNow(60_000))
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const modes = holidayModesBetween(team, nowMs, nowMs + DAY_MS)
  if (modes.length === 0) return null
  return (
    <section className={styles.holiday} aria-label="Holiday mode">
      {modes.map(({ mode, startsAt, words }) => (
        <p key={`${startsAt}/${mode.reason}`}>
          <strong>
            {Date.parse(startsAt) <= nowMs
              ? 'Holiday mode: '
              : `Holiday mode from ${shortDate(startsAt, zone)} ${shortTime(startsAt, zone)}: `}
          </strong>
          {words}
        </p>
      ))}
    </section>
  )
}
