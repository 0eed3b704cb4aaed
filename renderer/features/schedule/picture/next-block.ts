import type { Block, Lane } from './lanes.ts'

const middle = ({ fromMs, toMs }: Block): number => (fromMs + toMs) / 2

const laneWith = (lanes: readonly Lane[], id: string): number =>
  lanes.findIndex(({ blocks }) => blocks.some((block) => block.id === id))

/** The turn of a lane that is nearest in time. */
function nearest(lane: Lane, atMs: number): Block | undefined {
  const distance = (block: Block): number =>
    block.fromMs <= atMs && atMs < block.toMs ? 0 : Math.abs(middle(block) - atMs)
  return lane.blocks.toSorted((one, other) => distance(one) - distance(other))[0]
}

/** The turn that stands for a key pressed on another: along the lane in time, or up and down to who is next to it. Null when there is none. */
export function nextBlock(lanes: readonly Lane[], id: string, key: string): Block | null {
  const at = laneWith(lanes, id)
  const along = (lanes[at]?.blocks ?? []).toSorted((one, other) => one.fromMs - other.fromMs)
  const here = along.findIndex((block) => block.id === id)
  const current = along[here]
  if (current === undefined) return null
  switch (key) {
    case 'ArrowRight':
      return along[here + 1] ?? null
    case 'ArrowLeft':
      return along[here - 1] ?? null
    case 'Home':
      return along[0] ?? null
    case 'End':
      return along.at(-1) ?? null
    case 'ArrowDown':
    case 'ArrowUp': {
      const beyond = key === 'ArrowDown' ? lanes.slice(at + 1) : lanes.slice(0, at).toReversed()
      const lane = beyond.find(({ blocks }) => blocks.length > 0)
      return lane === undefined ? null : (nearest(lane, middle(current)) ?? null)
    }
    default:
      return null
  }
}

/** Where the keys begin: the turn of the person at this desk that runs now or comes next, else anybody's. */
export function firstBlock(lanes: readonly Lane[], meId: string | null, nowMs: number): Block | null {
  const blocks = lanes.flatMap((lane) => lane.blocks).filter(({ role }) => role === 'primary')
  const coming = blocks.filter(({ toMs }) => toMs > nowMs).toSorted((one, other) => one.fromMs - other.fromMs)
  return coming.find(({ person }) => person?.id === meId && meId !== null) ?? coming[0] ?? blocks[0] ?? null
}
