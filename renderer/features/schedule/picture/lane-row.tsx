import { type CSSProperties, memo } from 'react'
import type { Finding } from '../../../../shared/schedule/finding.ts'
import { personName, type Team } from '../../../../shared/schedule/team.ts'
import { dayNumber, startOfDay } from '../../../../shared/schedule/zone-clock.ts'
import { classNames } from '../../../ui/class-names.ts'
import { SeverityMark } from '../severity-mark.tsx'
import { placeIn, type Span } from '../window-of-weeks.ts'
import { blockInWords } from '../words.ts'
import { type Block, type Lane, type Mark, NOBODY } from './lanes.ts'
import styles from './picture.module.css'

const PRIMARY_HEIGHT = 22
const BACKUP_HEIGHT = 9
const GAP = 3
const PADDING = 7
const DAY_MS = 86_400_000
/** Five days of twelve weeks: on a narrower block a word would be cut to nothing. */
const LABEL_SHARE = 0.055

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

const across = (span: Span, part: Span): CSSProperties => {
  const left = placeIn(span, part.fromMs)
  return { left: percent(left), width: percent(placeIn(span, part.toMs) - left) }
}

const markClass = { leave: styles.leave, holiday: styles.holiday, majorHoliday: styles.majorHoliday } as const

const MarkBand = ({ mark, span }: { readonly mark: Mark; readonly span: Span }) => (
  <span className={markClass[mark.kind]} style={across(span, mark)} title={mark.words} />
)

/** What stands in a block when there is room for it. */
function labelOf(block: Block, team: Team): string {
  if (block.person === null) return 'nobody'
  const rotation = team.rotations.length > 1 ? block.rotation.name : null
  const instead = block.standsInFor === null ? null : `for ${personName(team, block.standsInFor)}`
  return [rotation, instead].filter((word) => word !== null).join(', ')
}

function TurnBlock(props: {
  readonly block: Block
  readonly lane: Lane
  readonly span: Span
  readonly zone: string
  readonly team: Team
  readonly isMe: boolean
  readonly isActive: boolean
  readonly onFocusBlock: (id: string) => void
  readonly onOpen: (block: Block) => void
}) {
  const { block, lane, span, team } = props
  const above = block.role === 'primary' ? 0 : lane.rows.primary * (PRIMARY_HEIGHT + GAP)
  const height = block.role === 'primary' ? PRIMARY_HEIGHT : BACKUP_HEIGHT
  const hasRoom = (block.toMs - block.fromMs) / (span.toMs - span.fromMs) > LABEL_SHARE
  const top = PADDING + above + block.row * (height + GAP)
  return (
    <button
      type="button"
      data-block={block.id}
      className={classNames(
        styles.block,
        block.role === 'backup' && styles.backup,
        props.isMe && styles.mine,
        block.standsInFor !== null && styles.standIn,
        block.person === null && styles.gap,
      )}
      style={{ ...across(span, block), top, height }}
      tabIndex={props.isActive ? 0 : -1}
      aria-label={blockInWords(block, props.zone, team)}
      onFocus={() => props.onFocusBlock(block.id)}
      onClick={() => props.onOpen(block)}
    >
      {block.role === 'primary' && hasRoom ? (
        <span className={styles.label} aria-hidden="true">
          {labelOf(block, team)}
        </span>
      ) : null}
    </button>
  )
}

type Sign = { readonly key: string; readonly severity: Finding['severity']; readonly at: number }

/** One sign for each day on which something is to be settled, the worst of the day. */
function signsOf(lane: Lane, span: Span): readonly Sign[] {
  const days = new Map<string, Finding['severity']>()
  for (const { findings } of lane.blocks) {
    for (const { date, severity } of findings) {
      if (severity === 'note') continue
      if (days.get(date) !== 'error') days.set(date, severity)
    }
  }
  const zone = lane.person?.timezone ?? lane.blocks[0]?.rotation.handover.timezone ?? 'UTC'
  return [...days].map(([date, severity]) => ({
    key: date,
    severity,
    at: placeIn(span, startOfDay(dayNumber(date), zone) + DAY_MS / 2),
  }))
}

/** How high a lane is, in CSS pixels: known before it is drawn, and what a sheet of paper is measured by. */
export const laneHeight = ({ rows }: Lane): number =>
  2 * PADDING -
  GAP +
  Math.max(1, rows.primary) * (PRIMARY_HEIGHT + GAP) +
  Math.max(1, rows.backup) * (BACKUP_HEIGHT + GAP)

/** One person's turns, leave and holidays; drawn again only when something of it changes. */
export const LaneRow = memo(function LaneRow(props: {
  readonly lane: Lane
  readonly span: Span
  readonly zone: string
  readonly team: Team
  readonly isMe: boolean
  readonly activeId: string | null
  readonly onFocusBlock: (id: string) => void
  readonly onOpen: (block: Block) => void
}) {
  const { lane, span, activeId, ...rest } = props
  const height = laneHeight(lane)
  return (
    <div
      className={classNames(styles.lane, styles.person, lane.id === NOBODY && styles.nobody)}
      style={{ containIntrinsicBlockSize: height }}
    >
      <span className={styles.name} data-lane-name="" title={lane.person?.timezone}>
        {lane.person?.name ?? 'Nobody'}
        {props.isMe ? <span className={styles.you}>you</span> : null}
      </span>
      <div className={styles.track} style={{ height }}>
        {lane.marks.map((mark) => (
          <MarkBand key={`${mark.kind}/${mark.fromMs}`} mark={mark} span={span} />
        ))}
        {lane.blocks.map((block) => (
          <TurnBlock key={block.id} block={block} lane={lane} span={span} isActive={block.id === activeId} {...rest} />
        ))}
        {signsOf(lane, span).map(({ key, severity, at }) => (
          <span key={key} className={styles.sign} style={{ left: percent(at) }}>
            <SeverityMark severity={severity} />
          </span>
        ))}
      </div>
    </div>
  )
})
