import { useMergedRef } from '@mantine/hooks'
import { type HTMLAttributes, type KeyboardEvent, type Ref, useLayoutEffect, useRef } from 'react'
import styles from './timeline.module.css'

/** What assistive technology calls the feed. */
export const FEED_NAME = 'Timeline entries'

/** What the list is told from outside of it. */
export type FeedContext = {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly isPlaced: boolean
  /** The rows are there and the list stands at its end; it may be scrolled from now on. */
  readonly onPlaced: (scroller: Element) => void
}

type FeedListProps = HTMLAttributes<HTMLDivElement> & {
  readonly context?: FeedContext | undefined
  readonly ref?: Ref<HTMLDivElement> | undefined
}

/** Rows that were measured late, as in a tab that nobody looked at, still move the list: so many frames it has to stand at its end, at one height. */
const SETTLING_FRAMES = 3

const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: Element): boolean =>
  scrollTop + clientHeight >= scrollHeight - 1

/** Brings the list to its end, and tells when it stays there; gives what calls it off. */
function settleAtEnd(scroller: Element, onSettled: () => void): () => void {
  let frame = 0
  const look = (frames: number, height: number): void => {
    const { scrollHeight } = scroller
    const stands = isAtEnd(scroller) && scrollHeight === height && !document.hidden
    if (stands && frames === 0) {
      onSettled()
      return
    }
    if (!stands) scroller.scrollTop = scrollHeight
    frame = requestAnimationFrame(() => look(stands ? frames - 1 : SETTLING_FRAMES, scrollHeight))
  }
  look(SETTLING_FRAMES, scroller.scrollHeight)
  return () => cancelAnimationFrame(frame)
}

/**
 * The list inside the scroller. react-virtuoso hides it until it has found its place for good, as until then it takes any
 * scrolling back; it is shown when it then stands at its end.
 */
export function FeedList({ context, style, ref, ...rest }: FeedListProps) {
  const list = useRef<HTMLDivElement>(null)
  const both = useMergedRef(list, ref ?? null)
  const hasItsPlace = style?.visibility !== 'hidden'
  const isPlaced = context?.isPlaced ?? true
  const onPlaced = context?.onPlaced
  useLayoutEffect(() => {
    const scroller = list.current?.closest('[data-virtuoso-scroller]')
    if (!hasItsPlace || isPlaced || !scroller) return
    return settleAtEnd(scroller, () => onPlaced?.(scroller))
  }, [hasItsPlace, isPlaced, onPlaced])
  return (
    <div
      {...rest}
      ref={both}
      style={isPlaced ? style : { ...style, visibility: 'hidden' }}
      role="feed"
      aria-label={FEED_NAME}
      onKeyDown={context?.onKeyDown}
    />
  )
}

/** A little air after the last entry. */
export const FeedEnd = () => <div className={styles.end} />
