import { type CSSProperties, memo } from 'react'
import type { Finding } from '../../../../shared/schedule/finding.ts'
import { personName, type Team } from '../../../../shared/schedule/team.ts'
import { dayNumber, startOfDay } from '../../../../shared/schedule/zone-clock.ts'
import { classNames } from '../../../ui/class-names.ts'
import { SeverityMark } from '../severity-mark.tsx'
import { placeIn, type Span } from '../window-of-weeks.ts'
import { blockInWords } from '../words.ts'
import { laneHeight, percent, slimTurns, turnRow } from './lane-geometry.ts'
import { type Block, type Lane, type Mark, NOBODY } from './lanes.ts'
import styles from './picture.module.css'
import { SlimTurns } from './slim-turns.tsx'
import track from './track.module.css'

const DAY_MS = 86_400_000
/** Five days of twelve weeks: on a narrower block a word would be cut to nothing. */
const LABEL_SHARE = 0.055

/** Margins place what stands on a track: a positioned box would be a layer of its own to the browser, hundreds of them. */
const across = (span: Span, part: Span): CSSProperties => {
  const left = placeIn(span, part.fromMs)
  return { marginLeft: percent(left), width: percent(placeIn(span, part.toMs) - left) }
}

const markClass = { leave: track.leave, holiday: track.holiday, majorHoliday: track.majorHoliday } as const

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
}) {
  const { block, lane, span, team } = props
  const { top, height } = turnRow(lane, block)
  const hasRoom = placeIn(span, block.toMs) - placeIn(span, block.fromMs) > LABEL_SHARE
  const label = block.role === 'primary' && hasRoom ? labelOf(block, team) : ''
  return (
    <button
      type="button"
      data-block={block.id}
      className={classNames(
        track.block,
        block.role === 'backup' && track.backup,
        props.isMe && track.mine,
        block.standsInFor !== null && track.standIn,
        block.person === null && track.gap,
        label !== '' && track.named,
      )}
      style={{ ...across(span, block), marginTop: top, height }}
      tabIndex={props.isActive ? 0 : -1}
      aria-label={blockInWords(block, props.zone, team)}
    >
      {label}
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

/** The slim turn under the pointer, by its edge. */
function Pointed({ lane, span, id }: { readonly lane: Lane; readonly span: Span; readonly id: string }) {
  const block = lane.blocks.find((each) => each.id === id)
  if (block === undefined) return null
  const { top, height } = turnRow(lane, block)
  return <span className={track.pointed} style={{ ...across(span, block), marginTop: top, height }} />
}

/** One person's turns, leave and holidays; drawn again only when something of it changes. */
export const LaneRow = memo(function LaneRow(props: {
  readonly lane: Lane
  readonly span: Span
  readonly zone: string
  readonly team: Team
  readonly isMe: boolean
  /** The turn of this lane that the keys stand on. */
  readonly activeId: string | null
  /** The slim turn of this lane that the pointer is on. */
  readonly pointedId: string | null
}) {
  const { lane, span, activeId, pointedId, ...rest } = props
  const height = laneHeight(lane)
  const slim = new Set(slimTurns(lane, span))
  const buttons = lane.blocks.filter((block) => block.id === activeId || !slim.has(block))
  return (
    <div
      className={classNames(styles.lane, styles.person, lane.id === NOBODY && styles.nobody)}
      style={{ containIntrinsicBlockSize: height }}
    >
      <span className={styles.name} data-lane-name="" title={lane.person?.timezone}>
        {lane.person?.name ?? 'Nobody'}
        {props.isMe ? <span className={styles.you}>you</span> : null}
        {slim.size === 0 ? null : (
          <span className="visually-hidden">{`: ${slim.size} short turns, by arrow keys or in the list`}</span>
        )}
      </span>
      <div className={track.track} style={{ height }} data-lane={lane.id}>
        {lane.marks.map((mark) => (
          <MarkBand key={`${mark.kind}/${mark.fromMs}`} mark={mark} span={span} />
        ))}
        <SlimTurns lane={lane} span={span} isMe={props.isMe} />
        {buttons.map((block) => (
          <TurnBlock key={block.id} block={block} lane={lane} span={span} isActive={block.id === activeId} {...rest} />
        ))}
        {pointedId === null ? null : <Pointed lane={lane} span={span} id={pointedId} />}
        {signsOf(lane, span).map(({ key, severity, at }) => (
          <span key={key} className={track.sign} style={{ marginLeft: `calc(${percent(at)} - 8px)` }}>
            <SeverityMark severity={severity} />
          </span>
        ))}
      </div>
    </div>
  )
})
