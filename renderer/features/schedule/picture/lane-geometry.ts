import { placeIn, type Span } from '../window-of-weeks.ts'
import { MOST_DAYS_IN_WEEKS } from './axis.ts'
import type { Block, Lane } from './lanes.ts'

const PRIMARY_HEIGHT = 22
const BACKUP_HEIGHT = 9
const GAP = 3
const PADDING = 7

/** A share of the picture's width, as CSS has it. */
export const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

/** How high a lane is, in CSS pixels: known before it is drawn, and what a sheet of paper is measured by. */
export const laneHeight = ({ rows }: Lane): number =>
  2 * PADDING -
  GAP +
  Math.max(1, rows.primary) * (PRIMARY_HEIGHT + GAP) +
  Math.max(1, rows.backup) * (BACKUP_HEIGHT + GAP)

/** Where a turn stands from the upper edge of its lane, in CSS pixels. */
export function turnRow({ rows }: Lane, { role, row }: Block): { readonly top: number; readonly height: number } {
  const height = role === 'primary' ? PRIMARY_HEIGHT : BACKUP_HEIGHT
  const above = role === 'primary' ? 0 : rows.primary * (PRIMARY_HEIGHT + GAP)
  return { top: PADDING + above + row * (height + GAP), height }
}

/** Shorter than 20 hours of twelve weeks: too narrow to be a button of its own. */
const SLIM_SHARE = 20 / (12 * 7 * 24)

const DAY_MS = 86_400_000

/** As many short turns as this may be buttons all the same; rotations by night have dozens. */
const MOST_SHORT_BUTTONS = 6

const none: readonly Block[] = []

/** The turns of a lane that are drawn together instead of as a button each: its nights, and everything in a year. */
export function slimTurns({ blocks }: Lane, span: Span): readonly Block[] {
  const wholeMs = span.toMs - span.fromMs
  if (wholeMs > MOST_DAYS_IN_WEEKS * DAY_MS) return blocks
  const short = blocks.filter(({ fromMs, toMs }) => (toMs - fromMs) / wholeMs < SLIM_SHARE)
  return short.length > MOST_SHORT_BUTTONS ? short : none
}

/** How far beside a turn one may point, in shares of the width: two pixels of a thousand. */
const REACH = 0.002

/** The slim turn of a lane at a share of its width and a height in CSS pixels; the nearest one within reach, else null. */
export function slimTurnAt(lane: Lane, span: Span, at: { readonly share: number; readonly y: number }): Block | null {
  const distance = (block: Block): number => {
    const [from, to] = [placeIn(span, block.fromMs), placeIn(span, block.toMs)]
    return Math.max(0, from - at.share, at.share - to)
  }
  const there = slimTurns(lane, span).filter((block) => {
    const { top, height } = turnRow(lane, block)
    return at.y >= top && at.y < top + height && distance(block) <= REACH
  })
  return there.toSorted((one, other) => distance(one) - distance(other))[0] ?? null
}
