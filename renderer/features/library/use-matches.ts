import { type RefObject, useEffect, useState } from 'react'
import { marksIn } from '../../../shared/library/mark-terms.ts'

/** Where the searched words stand in the text, and a way from one to the next. */
export type Matches = { readonly count: number; readonly next: () => void }

/** The product's own buttons stand among the text and are no part of it. */
const isProse = (node: Node): number =>
  node.parentElement?.closest('button') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT

function rangesOf(view: Element, terms: readonly string[]): readonly Range[] {
  const wanted = new Set(terms)
  if (wanted.size === 0) return []
  const texts = document.createTreeWalker(view, NodeFilter.SHOW_TEXT, isProse)
  const ranges: Range[] = []
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    for (const { from, to } of marksIn(node.textContent ?? '', wanted)) {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      ranges.push(range)
    }
  }
  return ranges
}

const NAME = 'library-match'
const CURRENT = 'library-current'

function show(ranges: readonly Range[], at: number): void {
  const current = ranges[at]
  CSS.highlights.set(NAME, new Highlight(...ranges))
  if (current === undefined) return
  CSS.highlights.set(CURRENT, new Highlight(current))
  current.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}

/** Marks the words in a rendered text without touching it. `text` is what was rendered. */
export function useMatches(view: RefObject<Element | null>, text: string, terms: readonly string[]): Matches {
  const [ranges, setRanges] = useState<readonly Range[]>([])
  const [at, setAt] = useState(-1)
  const words = JSON.stringify(terms)
  useEffect(() => {
    const wanted = JSON.parse(words) as string[]
    const found = view.current === null || text === '' ? [] : rangesOf(view.current, wanted)
    setRanges(found)
    setAt(-1)
    show(found, -1)
    return () => {
      CSS.highlights.delete(NAME)
      CSS.highlights.delete(CURRENT)
    }
  }, [view, text, words])
  const next = (): void => {
    if (ranges.length === 0) return
    const following = (at + 1) % ranges.length
    show(ranges, following)
    setAt(following)
  }
  return { count: ranges.length, next }
}
