import { type KeyboardEvent, type MouseEvent, memo, useEffect, useMemo, useRef, useState } from 'react'
import { holidayModesBetween } from '../../../../shared/schedule/holiday-modes.ts'
import { rangeBounds } from '../../../../shared/schedule/rotation-slots.ts'
import type { Team } from '../../../../shared/schedule/team.ts'
import { useNow } from '../../../state/store-context.tsx'
import { useAfterPaint } from '../../../ui/after-paint.ts'
import { classNames } from '../../../ui/class-names.ts'
import type { Board } from '../use-board.ts'
import { placeIn, type Span, sharedPart } from '../window-of-weeks.ts'
import { type Axis, axisOf } from './axis.ts'
import { Inspector } from './inspector.tsx'
import { percent, slimTurnAt, slimTurns } from './lane-geometry.ts'
import { LaneRow } from './lane-row.tsx'
import type { Block, Lane } from './lanes.ts'
import { Legend } from './legend.tsx'
import { firstBlock, nextBlock } from './next-block.ts'
import styles from './picture.module.css'
import track from './track.module.css'

const Background = memo(function Background({ axis }: { readonly axis: Axis }) {
  return (
    <div className={styles.layer} aria-hidden="true">
      {axis.weekends.map(({ key, from, to }) => (
        <span key={key} className={styles.weekend} style={{ left: percent(from), width: percent(to - from) }} />
      ))}
      {axis.weeks.map(({ key, at }) => (
        <span key={key} className={styles.week} style={{ left: percent(at) }} />
      ))}
    </div>
  )
})

function NowLine({ span }: { readonly span: Span }) {
  const nowMs = useNow(60_000)
  if (nowMs < span.fromMs || nowMs >= span.toMs) return null
  return (
    <div className={styles.layer} aria-hidden="true">
      <span className={styles.now} style={{ left: percent(placeIn(span, nowMs)) }}>
        <span className={styles.nowWord}>now</span>
      </span>
    </div>
  )
}

const Heads = memo(function Heads({ axis }: { readonly axis: Axis }) {
  return (
    <div className={styles.head} aria-hidden="true">
      <span />
      <div className={styles.months}>
        {axis.months.map(({ key, at, label }) => (
          <span key={key} className={styles.month} style={{ left: percent(at) }}>
            {label}
          </span>
        ))}
      </div>
      <span />
      <div className={styles.weeks}>
        {axis.weeks.map(({ key, at, label }) => (
          <span key={key} className={styles.weekLabel} style={{ left: percent(at) }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
})

type Range = Span & { readonly key: string; readonly words: string }

/** Days that want two people; once where several rotations agreed on the same ones. */
function doubleCoverOf(rotations: Board['rotations'], span: Span): readonly Range[] {
  const ranges = new Map<string, Range>()
  for (const rotation of rotations) {
    for (const { from, to, reason = rotation.name } of rotation.doubleCover) {
      const key = `${from}/${to}/${reason}`
      const part = sharedPart(rangeBounds({ from, to }, rotation.handover.timezone), span)
      if (part !== null && !ranges.has(key)) ranges.set(key, { ...part, key, words: reason })
    }
  }
  return [...ranges.values()]
}

/** Days on which the team has relaxed something. */
const relaxedOf = (team: Team, span: Span): readonly Range[] =>
  holidayModesBetween(team, span.fromMs, span.toMs).flatMap(({ startsAt, endsAt, words }): Range[] => {
    const part = sharedPart({ fromMs: Date.parse(startsAt), toMs: Date.parse(endsAt) }, span)
    return part === null ? [] : [{ ...part, key: startsAt, words }]
  })

function Ranges(props: {
  readonly name: string
  readonly className: string | undefined
  readonly ranges: readonly Range[]
  readonly span: Span
}) {
  if (props.ranges.length === 0) return null
  return (
    <div className={styles.lane}>
      <span className={styles.rangeName}>{props.name}</span>
      <ul className={styles.ranges}>
        {props.ranges.map((range) => {
          const left = placeIn(props.span, range.fromMs)
          const width = placeIn(props.span, range.toMs) - left
          return (
            <li
              key={range.key}
              className={classNames(styles.range, props.className)}
              style={{ left: percent(left), width: percent(width) }}
              title={`${props.name}: ${range.words}`}
            >
              {range.words}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const blockWith = (lanes: readonly Lane[], id: string | null): Block | null => {
  for (const { blocks } of lanes) {
    const found = blocks.find((block) => block.id === id)
    if (found !== undefined) return found
  }
  return null
}

/** The turn under a pointer: a button of its own, or one of those that are drawn together, by where the pointer is. */
function turnUnder(event: MouseEvent, lanes: readonly Lane[], span: Span): Block | null {
  const { target } = event
  if (!(target instanceof Element)) return null
  const own = target.closest('[data-block]')?.getAttribute('data-block')
  if (own !== undefined && own !== null) return blockWith(lanes, own)
  const row = target.closest('[data-lane]')
  const lane = lanes.find(({ id }) => id === row?.getAttribute('data-lane'))
  if (row === null || lane === undefined) return null
  const box = row.getBoundingClientRect()
  return slimTurnAt(lane, span, { share: (event.clientX - box.left) / box.width, y: event.clientY - box.top })
}

/** What a screen has room for: these lanes follow a key at once, those below a moment later. */
const LANES_AT_ONCE = 10

/** The lanes as they are drawn: the first ones as they are, the others as they were until there is time for them. */
function useDrawnLanes(lanes: readonly Lane[]): readonly Lane[] {
  const late = useAfterPaint(lanes, noLanes)
  return useMemo(() => {
    if (late === lanes) return lanes
    const before = new Map(late.map((lane) => [lane.id, lane]))
    return lanes.flatMap((lane, at) => (at < LANES_AT_ONCE ? lane : (before.get(lane.id) ?? [])))
  }, [lanes, late])
}

const noLanes: readonly Lane[] = []

/** Which turn the keys stand on, and the way to the others. A turn that keys go to gets the focus as soon as it is a button. */
function useTurnKeys(board: Board) {
  const { lanes, me, nowMs } = board
  const [focusedId, setFocused] = useState<string | null>(null)
  const soughtId = useRef<string | null>(null)
  const box = useRef<HTMLFieldSetElement>(null)
  const active = useMemo(
    () => blockWith(lanes, focusedId) ?? firstBlock(lanes, me?.id ?? null, nowMs),
    [lanes, focusedId, me, nowMs],
  )
  useEffect(() => {
    const id = soughtId.current
    if (id === null || id !== focusedId) return
    const button = box.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`)
    if (button === null || button === undefined) return
    soughtId.current = null
    button.focus()
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (active === null || event.ctrlKey || event.metaKey || event.altKey) return
    const next = nextBlock(lanes, active.id, event.key)
    if (next === null) return
    event.preventDefault()
    soughtId.current = next.id
    setFocused(next.id)
  }
  return { active, box, onKeyDown, setFocused }
}

/** The schedule as a picture. One turn at a time is reached by Tab; arrow keys move from turn to turn; Enter changes one. */
export function Picture(props: { readonly board: Board; readonly onChange: (block: Block) => void }) {
  const { board, onChange } = props
  const { lanes, span, zone, team, me } = board
  const [hoveredId, setHovered] = useState<string | null>(null)
  const { active, box, onKeyDown, setFocused } = useTurnKeys(board)
  const axis = useMemo(() => axisOf(span, zone), [span, zone])
  const doubleCover = useMemo(() => doubleCoverOf(board.rotations, span), [board.rotations, span])
  const relaxed = useMemo(() => relaxedOf(team, span), [team, span])
  const drawn = useDrawnLanes(lanes)
  const hovered = hoveredId === null ? null : blockWith(lanes, hoveredId)
  const hover = (event: MouseEvent): void => setHovered(turnUnder(event, lanes, span)?.id ?? null)
  const idIn = ({ blocks }: Lane, id: string | null | undefined): string | null =>
    blocks.some((block) => block.id === id) ? (id ?? null) : null
  return (
    <>
      <div className={styles.picture} data-picture="">
        <Heads axis={axis} />
        <div className={styles.body}>
          <Background axis={axis} />
          <Ranges name="Double cover" className={undefined} ranges={doubleCover} span={span} />
          <Ranges name="Holiday mode" className={styles.relaxed} ranges={relaxed} span={span} />
          <fieldset
            ref={box}
            className={track.turns}
            aria-label="Turns. Arrow keys move between them, Enter changes one."
            onKeyDown={onKeyDown}
            onFocus={({ target }) => setFocused(target.getAttribute('data-block'))}
            onClick={(event) => {
              const turn = turnUnder(event, lanes, span)
              if (turn !== null) onChange(turn)
            }}
            onPointerOver={hover}
            onPointerMove={hover}
            onPointerLeave={() => setHovered(null)}
          >
            {drawn.map((lane) => (
              <LaneRow
                key={lane.id}
                lane={lane}
                span={span}
                zone={zone}
                team={team}
                isMe={lane.person !== null && lane.person.id === me?.id}
                activeId={idIn(lane, active?.id)}
                pointedId={hovered !== null && slimTurns(lane, span).includes(hovered) ? hovered.id : null}
              />
            ))}
          </fieldset>
          <NowLine span={span} />
        </div>
      </div>
      <Legend hasNobody={lanes.some(({ person }) => person === null)} />
      <Inspector block={hovered ?? active} board={board} onChange={onChange} />
    </>
  )
}
