import type { ReactNode, Ref } from 'react'
import { FEED_NAME, FeedEnd } from './feed-parts.tsx'
import styles from './timeline.module.css'

/** No entry is less high than this (px). */
const LOWEST_ROW = 28

/** The bar, the header, the tools and the composer take at least this much of the window's height (px). */
const ABOVE_AND_BELOW = 240

/**
 * The end of the log as plain rows. They are on screen with the first frame of an incident, and stand there for the few
 * frames that the list of all entries needs to measure itself.
 */
export function LastRows(props: {
  /** The element that scrolls; its scrollTop is 0 at the end and below 0 above it. */
  readonly ref: Ref<HTMLDivElement>
  readonly count: number
  readonly keyOf: (index: number) => number
  readonly rowAt: (index: number) => ReactNode
}) {
  const { count } = props
  const first = Math.max(0, count - Math.ceil((window.innerHeight - ABOVE_AND_BELOW) / LOWEST_ROW))
  const indexes = Array.from({ length: count - first }, (_, place) => first + place)
  return (
    <div ref={props.ref} className={styles.lastRows}>
      <div>
        <div role="feed" aria-label={FEED_NAME}>
          {indexes.map((index) => (
            <div key={props.keyOf(index)}>{props.rowAt(index)}</div>
          ))}
        </div>
        <FeedEnd />
      </div>
    </div>
  )
}
