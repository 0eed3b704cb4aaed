import type { LadderContext } from '../../../../shared/incident/ladder-context.ts'
import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { shortTime, spanWords, zoneName } from '../../../ui/time-words.ts'
import styles from './escalation.module.css'
import { type LadderRow, ladderRows, rowFallsTo, rungTitle } from './ladder-rows.ts'
import { RungBadge } from './rung-badge.tsx'

const colours = {
  holding: 'var(--hold)',
  debugBudgetSpent: 'var(--debug)',
  secondaryNotified: 'var(--secondary)',
  leadEscalated: 'var(--lead)',
} as const

type RowProps = {
  readonly row: LadderRow
  readonly context: LadderContext
  readonly number: number
  readonly isHere: boolean
  readonly nowMs: number
}

function whenWords({ row, context, nowMs }: RowProps, zone: string): string {
  const { progress } = row
  if (progress.firedAt !== null) return shortTime(progress.firedAt, zone)
  if (!context.active) return 'not needed'
  return row.dueAtMs > nowMs ? `in ${spanWords(row.dueAtMs - nowMs)}` : 'due'
}

function outcomeWords({ progress }: LadderRow): string {
  if (progress.status === 'advanced') return 'by hand'
  switch (progress.outcome) {
    case 'asked':
      return 'asked'
    case 'sent':
      return 'call due'
    case 'recorded':
      return 'recorded, a higher rung was sent'
    case null:
      return ''
  }
}

function RungNotes({ row, context }: RowProps) {
  const zone = useSelected(selectZone)
  const { progress } = row
  const falls = progress.firedAt === null && context.active ? rowFallsTo(row) : null
  const due = `${shortTime(row.dueAtMs, zone)} ${zoneName(row.dueAtMs, zone)}`
  const there = row.told.candidates[0]
  const local =
    there !== undefined && falls === null && row.rung.action.do === 'tell'
      ? `, ${shortTime(row.dueAtMs, there.person.timezone)} there`
      : ''
  const outcome = outcomeWords(row)
  return (
    <div className={styles.notes}>
      {progress.firedAt === null ? `due ${due}${local}` : outcome}
      {progress.lateCause === null ? null : (
        <div className={styles.falls}>
          {spanWords(progress.lateMs)} late: {progress.lateCause}
        </div>
      )}
      {progress.snoozedUntil === null ? null : <div>snoozed to {shortTime(progress.snoozedUntil, zone)}</div>}
      {progress.status === 'withheld' ? <div>Would have been told. {progress.withheldReason}</div> : null}
      {falls === null ? null : <div>{falls.because}</div>}
      {falls?.to ? <div className={styles.falls}>falls to {falls.to}</div> : null}
      {falls !== null && falls.to === null ? <div className={styles.bad}>nobody can be told</div> : null}
      {progress.exhausted ? <div className={styles.bad}>Nobody is left to tell on this rung</div> : null}
    </div>
  )
}

/** Says that the incident stands on this rung. */
const Here = ({ colour }: { readonly colour: string }) => (
  <>
    {' '}
    <span className={styles.here} style={{ color: colour }}>
      now
    </span>
  </>
)

function RungRow(props: RowProps) {
  const { row, context, number, isHere } = props
  const zone = useSelected(selectZone)
  const isGone = row.progress.firedAt !== null
  const isWithheld = row.progress.status === 'withheld'
  const colour = isWithheld || (!context.active && !isGone) ? 'var(--hold)' : colours[row.level]
  return (
    <li
      className={classNames(styles.rung, isGone && styles.gone)}
      style={{ color: colour }}
      aria-current={isHere ? 'step' : undefined}
    >
      <RungBadge level={row.level} isSolid={isGone} colour={colour} glyph={String(number)} />
      <div>
        <div className={styles.name}>
          {rungTitle(row, context)}
          {isHere ? <Here colour={colour} /> : null}
        </div>
        <RungNotes {...props} />
      </div>
      <span className={styles.when} style={row.isNext ? { color: colour, fontWeight: 600 } : undefined}>
        {whenWords(props, zone)}
      </span>
    </li>
  )
}

/** The ladder as the statechart has it: each rung with its shape, whom it tells, and when. */
export function LadderPicture() {
  const nowMs = useNow(1_000)
  const zone = useSelected(selectZone)
  const { context, value } = useOpenIncident().state.ladder
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const rows = ladderRows(context, team, Math.floor(nowMs / 60_000) * 60_000)
  const isHolding = value.escalation === 'holding'
  const last = rows.findLast((row) => row.progress.firedAt !== null)
  return (
    <ol className={styles.ladder} aria-label="Ladder">
      <li
        className={classNames(styles.rung, styles.gone)}
        style={{ color: 'var(--hold)' }}
        aria-current={isHolding ? 'step' : undefined}
      >
        <RungBadge level="holding" isSolid={!isHolding} colour="var(--hold)" glyph="0" />
        <div>
          <div className={styles.name}>Holding{isHolding ? <Here colour="var(--hold)" /> : null}</div>
          <div className={styles.notes}>
            counts from {shortTime(context.originAt, zone)}, {context.policy.clock === 'sla' ? 'the SLA' : 'detection'}
          </div>
        </div>
        <span />
      </li>
      {rows.map((row, index) => (
        <RungRow
          key={row.rung.id}
          row={row}
          context={context}
          number={index + 1}
          isHere={context.active && row === last}
          nowMs={nowMs}
        />
      ))}
    </ol>
  )
}
