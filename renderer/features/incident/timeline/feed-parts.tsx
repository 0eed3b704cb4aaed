import { useMergedRef } from '@mantine/hooks'
import { type HTMLAttributes, type KeyboardEvent, type Ref, useLayoutEffect, useRef } from 'react'
import styles from './timeline.module.css'

/** What assistive technology calls the feed. */
export const FEED_NAME = 'Timeline entries'

/** What the list is told from outside of it. */
export type FeedContext = {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly isPlaced: boolean
  /** The rows are there and the list stands at its end. */
  readonly onPlaced: () => void
}

type FeedListProps = HTMLAttributes<HTMLDivElement> & {
  readonly context?: FeedContext | undefined
  readonly ref?: Ref<HTMLDivElement> | undefined
}

/** Rows that were just measured may still move the list: so many frames it has to stand at its end. */
const SETTLING_FRAMES = 2

const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: Element): boolean =>
  scrollTop + clientHeight >= scrollHeight - 1

/**
 * The list inside the scroller. react-virtuoso hides it until a while after it has found its place; here it is shown as
 * soon as it stands there.
 */
export function FeedList({ context, style, ref, ...rest }: FeedListProps) {
  const list = useRef<HTMLDivElement>(null)
  const both = useMergedRef(list, ref ?? null)
  const isShownAnyway = style?.visibility !== 'hidden'
  const isPlaced = context?.isPlaced ?? true
  const onPlaced = context?.onPlaced
  useLayoutEffect(() => {
    const scroller = list.current?.closest('[data-virtuoso-scroller]')
    if (isPlaced || !scroller) return
    let frame = 0
    const isThere = (): boolean => (list.current?.childElementCount ?? 0) > 0 && isAtEnd(scroller)
    const waitWhileThere = (frames: number): void => {
      if (!isThere()) return
      if (frames === 0) onPlaced?.()
      else frame = requestAnimationFrame(() => waitWhileThere(frames - 1))
    }
    const look = (): void => {
      cancelAnimationFrame(frame)
      if (isShownAnyway) onPlaced?.()
      else waitWhileThere(SETTLING_FRAMES)
    }
    look()
    scroller.addEventListener('scroll', look)
    return () => {
      cancelAnimationFrame(frame)
      scroller.removeEventListener('scroll', look)
    }
  })
  return (
    <div
      {...rest}
      ref={both}
      style={isPlaced ? { ...style, visibility: 'visible' } : style}
      role="feed"
      aria-label={FEED_NAME}
      onKeyDown={context?.onKeyDown}
    />
  )
}

/** A little air after the last entry. */
export const FeedEnd = () => <div className={styles.end} />
