import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso'
import { useCommands } from '../../../state/commands.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { afterPaint } from '../../../ui/after-paint.ts'
import { usePrinting } from '../../../ui/use-printing.ts'
import type { EntryActions } from './entry-row.tsx'
import { FeedEnd, FeedList } from './feed-parts.tsx'
import { LastRows } from './last-rows.tsx'
import { PaperEntries } from './paper-entries.tsx'
import styles from './timeline.module.css'
import { useRowAt } from './use-row-at.tsx'

/** Arrow keys walk through the entries; only the one in focus is a stop for the Tab key. */
function useWalk(count: number, seqAt: (index: number) => number, list: { readonly current: VirtuosoHandle | null }) {
  const [focused, setFocused] = useState<number | null>(null)
  const [shown, setShown] = useState({ startIndex: 0, endIndex: Number.POSITIVE_INFINITY })
  const wanted = focused ?? count - 1
  const index = Math.min(Math.max(wanted, shown.startIndex), shown.endIndex, count - 1)
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || !(event.target instanceof Element) || event.target.closest('article') === null) return
    event.preventDefault()
    const next = Math.min(count - 1, Math.max(0, index + by))
    setFocused(next)
    list.current?.scrollIntoView({
      index: next,
      done: () => document.querySelector<HTMLElement>(`article[data-seq="${seqAt(next)}"]`)?.focus(),
    })
  }
  return { index, setShown, onKeyDown }
}

/** Facts that came while one looks at earlier ones: counted, never scrolled to by themselves. */
function useNews(count: number, isAtEnd: boolean): number {
  const [seen, setSeen] = useState(count)
  useEffect(() => {
    if (isAtEnd || count < seen) setSeen(count)
  }, [isAtEnd, count, seen])
  return count - seen
}

/** Leads back to the end, and says how much has come since. */
function JumpToEnd(props: { readonly isAtEnd: boolean; readonly count: number; readonly onJump: () => void }) {
  const news = useNews(props.count, props.isAtEnd)
  useCommands([
    { id: 'timeline.end', label: 'Jump to the end of the timeline', group: 'Timeline', keys: 'g e', run: props.onJump },
  ])
  if (props.isAtEnd) return null
  return (
    <ActionButton
      size="small"
      tone={news > 0 ? 'primary' : 'plain'}
      className={styles.news ?? ''}
      keys="g e"
      onClick={props.onJump}
    >
      {news > 0 ? `${news} new, jump to the end` : 'Jump to the end'}
    </ActionButton>
  )
}

/** The entries, of which only those on screen exist. `seqs` narrows them down; null shows all. */
export function EntryFeed(props: { readonly seqs: readonly number[] | null; readonly actions: EntryActions }) {
  const store = useDeskStore()
  const { log, incident } = useOpenIncident()
  const list = useRef<VirtuosoHandle>(null)
  const [isListWanted, wantList] = useState(false)
  useEffect(() => afterPaint(() => wantList(true)), [])
  const [placed, setPlaced] = useState<string | null>(null)
  const range = useRef({ startIndex: 0, endIndex: Number.POSITIVE_INFINITY })
  const [isAtEnd, setAtEnd] = useState(true)
  const isPrinting = usePrinting()
  const { seqs } = props
  const listKey = `${incident}.${seqs === null}`
  const lastRows = useRef<HTMLDivElement>(null)
  const onPlaced = useCallback(
    (scroller: Element) => {
      scroller.scrollTop += lastRows.current?.scrollTop ?? 0
      setPlaced(listKey)
    },
    [listKey],
  )
  const isPlaced = placed === listKey
  const count = seqs === null ? log.total : seqs.length
  const seqAt = (index: number): number => (seqs === null ? index + 1 : (seqs[index] ?? 0))
  const walk = useWalk(count, seqAt, list)
  const rowAt = useRowAt(seqAt, walk.index, props.actions)
  const readShown = ({ startIndex, endIndex }: { readonly startIndex: number; readonly endIndex: number }): void => {
    range.current = { startIndex, endIndex }
    for (const index of [startIndex - 30, startIndex, endIndex, endIndex + 30]) {
      if (index >= 0 && index < count) void store.readAround(seqAt(index))
    }
  }
  return (
    <div className={styles.body}>
      {isPrinting ? <PaperEntries count={count} seqAt={seqAt} rowAt={rowAt} /> : null}
      {isPlaced ? null : <LastRows ref={lastRows} count={count} keyOf={seqAt} rowAt={rowAt} />}
      {isListWanted ? (
        <Virtuoso
          key={listKey}
          ref={list}
          className={styles.feed ?? ''}
          tabIndex={-1}
          context={{ onKeyDown: walk.onKeyDown, isPlaced, onPlaced }}
          totalCount={count}
          initialTopMostItemIndex={{ index: Math.max(0, count - 1), align: 'end' }}
          itemContent={rowAt}
          computeItemKey={seqAt}
          components={{ List: FeedList, Footer: FeedEnd }}
          followOutput={(isAtBottom) => (isAtBottom ? 'auto' : false)}
          atBottomThreshold={24}
          atBottomStateChange={setAtEnd}
          rangeChanged={readShown}
          isScrolling={(isMoving) => isMoving || walk.setShown(range.current)}
          increaseViewportBy={{ top: 400, bottom: 200 }}
          alignToBottom={false}
          defaultItemHeight={48}
          skipAnimationFrameInResizeObserver
        />
      ) : null}
      <JumpToEnd
        isAtEnd={isAtEnd}
        count={count}
        onJump={() => list.current?.scrollToIndex({ index: 'LAST', align: 'end' })}
      />
    </div>
  )
}
