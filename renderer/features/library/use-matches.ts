import { type RefObject, useEffect, useState } from 'react'
import { wordRanges } from '../../ui/word-ranges.ts'

/** Where the searched words stand in the text, and a way from one to the next. */
export type Matches = { readonly count: number; readonly next: () => void }

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
    const found = view.current === null || text === '' ? [] : wordRanges(view.current, wanted)
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
