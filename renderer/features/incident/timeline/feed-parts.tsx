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

/**
 * The list inside the scroller. react-virtuoso hides it until it has found its place for good; until then it takes any
 * scrolling back, so it is not shown a moment sooner.
 */
export function FeedList({ context, style, ref, ...rest }: FeedListProps) {
  const list = useRef<HTMLDivElement>(null)
  const both = useMergedRef(list, ref ?? null)
  const hasItsPlace = style?.visibility !== 'hidden'
  const isPlaced = context?.isPlaced ?? true
  const onPlaced = context?.onPlaced
  useLayoutEffect(() => {
    const scroller = list.current?.closest('[data-virtuoso-scroller]')
    if (hasItsPlace && !isPlaced && scroller) onPlaced?.(scroller)
  }, [hasItsPlace, isPlaced, onPlaced])
  return <div {...rest} ref={both} style={style} role="feed" aria-label={FEED_NAME} onKeyDown={context?.onKeyDown} />
}

/** A little air after the last entry. */
export const FeedEnd = () => <div className={styles.end} />
