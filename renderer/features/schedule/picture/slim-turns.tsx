import { memo } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { placeIn, type Span } from '../window-of-weeks.ts'
import { laneHeight, slimTurns, turnRow } from './lane-geometry.ts'
import type { Block, Lane } from './lanes.ts'
import styles from './track.module.css'

/** The drawing is this wide in its own units, whatever it is on screen. */
const WIDTH = 10_000
/** Narrower than four pixels of a thousand there is no room for an edge around a turn. */
const HAIR = WIDTH * 0.004

type Kind = 'primary' | 'backup' | 'standIn' | 'gap'

function kindOf(block: Block): Kind {
  if (block.person === null) return 'gap'
  return block.standsInFor !== null ? 'standIn' : block.role
}

/** One path for all turns that look alike: a year of a large team has more than a thousand of them. */
function pathsOf(lane: Lane, span: Span): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  for (const block of slimTurns(lane, span)) {
    const { top, height } = turnRow(lane, block)
    const left = Math.round(placeIn(span, block.fromMs) * WIDTH)
    const width = Math.max(6, Math.round(placeIn(span, block.toMs) * WIDTH) - left)
    const key = `${kindOf(block)}${width < HAIR ? ' hair' : ''}`
    paths.set(key, `${paths.get(key) ?? ''}M${left} ${top + 0.5}h${width}v${height - 1}h${-width}z`)
  }
  return paths
}

const kindClass: Readonly<Record<string, string | undefined>> = {
  primary: styles.slimPrimary,
  backup: styles.slimBackup,
  standIn: styles.slimStandIn,
  gap: styles.slimGap,
}

/** The turns of a lane that are too narrow to be buttons, drawn at once. The pointer finds them by where it is, the keys one by one. */
export const SlimTurns = memo(function SlimTurns(props: {
  readonly lane: Lane
  readonly span: Span
  readonly isMe: boolean
}) {
  const { lane, span } = props
  const paths = pathsOf(lane, span)
  if (paths.size === 0) return null
  return (
    <svg
      className={classNames(styles.slim, props.isMe && styles.slimMine)}
      viewBox={`0 0 ${WIDTH} ${laneHeight(lane)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {[...paths].map(([key, path]) => {
        const [kind = '', hair] = key.split(' ')
        return <path key={key} className={classNames(kindClass[kind], hair && styles.hair)} d={path} />
      })}
    </svg>
  )
})
