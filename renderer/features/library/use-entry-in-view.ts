import { type RefObject, useEffect, useState } from 'react'
import { blockOfLine } from '../../ui/block-of-line.ts'
import type { ContentsEntry } from './contents.ts'

/** How far below the top edge a heading counts as reached. CSS px. */
const REACHED_PX = 72

function entryAtTop(scroller: Element, view: Element, entries: readonly ContentsEntry[]): ContentsEntry | undefined {
  if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2) return entries.at(-1)
  const edge = scroller.getBoundingClientRect().top + REACHED_PX
  return entries.findLast((entry) => {
    const block = blockOfLine(view, entry.line)
    return block !== undefined && block.getBoundingClientRect().top <= edge
  })
}

/** The line of the contents' entry that is being read. */
export function useEntryInView(
  scroller: RefObject<Element | null>,
  view: RefObject<Element | null>,
  entries: readonly ContentsEntry[],
): number | null {
  const [line, setLine] = useState<number | null>(null)
  useEffect(() => {
    const [box, text] = [scroller.current, view.current]
    if (box === null || text === null) return
    let frame = 0
    const look = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setLine(entryAtTop(box, text, entries)?.line ?? null))
    }
    if (box.scrollTop > 0) look()
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      box.removeEventListener('scroll', look)
    }
  }, [scroller, view, entries])
  return line
}
