import { nextRung } from '../../../../shared/incident/deadlines.ts'
import type { LadderContext } from '../../../../shared/incident/ladder-context.ts'
import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { nameOf, selectZone } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ClockFace } from '../../../ui/clock-face.tsx'
import { clockWords, countdownWords, timeWithDay } from '../../../ui/time-words.ts'
import { ladderRows } from '../escalation/ladder-rows.ts'
import { ageOf, rungWords, wayGone } from './clock-words.ts'
import styles from './incident-header.module.css'
import { RungRing } from './rung-ring.tsx'

const rungColours = {
  holding: 'var(--hold)',
  debugBudgetSpent: 'var(--debug)',
  secondaryNotified: 'var(--secondary)',
  leadEscalated: 'var(--lead)',
} as const

/** How long it has lasted. */
export function AgeClock() {
  const nowMs = useNow()
  const zone = useSelected(selectZone)
  const { context } = useOpenIncident().state.ladder
  const who = useSelected((state) => (context.acknowledged === null ? null : nameOf(state, context.acknowledged.by)))
  const isMe = useSelected((state) => context.acknowledged?.by === state.desk?.preferences.me)
  const age = ageOf(context, nowMs, zone)
  const owned =
    context.acknowledged === null
      ? 'Nobody has acknowledged it'
      : `${isMe ? 'You' : who} acknowledged at ${timeWithDay(context.acknowledged.at, nowMs, zone)}`
  return (
    <div className={styles.age}>
      <ClockFace
        label="Age"
        note={<span>since {age.since}</span>}
        digits={clockWords(age.ms)}
        words={age.stoppedBy === null ? owned : `Stopped: ${age.stoppedBy}`}
      />
    </div>
  )
}

function restWords(context: LadderContext): string {
  if (context.resolvedAt !== null) return 'Resolved: nobody is told'
  if (!context.active) return 'Mitigated: nobody is told'
  return 'Every rung has gone off'
}

/** When the ladder does something next, and what. */
export function NextRungClock() {
  const nowMs = useNow()
  const { context } = useOpenIncident().state.ladder
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const rows = ladderRows(context, team, Math.floor(nowMs / 60_000) * 60_000)
  const row = rows.find((each) => each.rung.id === nextRung(context)?.id)
  if (row === undefined) {
    return (
      <div className={styles.rung}>
        <ClockFace label="Next rung" digits="none" colour="var(--faint)" words={restWords(context)} />
      </div>
    )
  }
  const isWithheld = row.progress.status === 'withheld'
  const colour = isWithheld ? 'var(--hold)' : rungColours[row.level]
  return (
    <div className={styles.rung}>
      <RungRing gone={wayGone(rows, row, Date.parse(context.originAt), nowMs)} colour={colour} />
      <ClockFace
        label="Next rung"
        digits={countdownWords(row.dueAtMs - nowMs)}
        colour={colour}
        words={rungWords(row, context, nowMs)}
      />
    </div>
  )
}
