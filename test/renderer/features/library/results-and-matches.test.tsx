// @vitest-environment happy-dom
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SearchResults } from '../../../../renderer/features/library/search-results.tsx'
import { useMatches } from '../../../../renderer/features/library/use-matches.ts'
import type { Search } from '../../../../renderer/features/library/use-search.ts'
import { type Rendered, render } from '../../../support/rendered.tsx'

let page: Rendered | undefined
let marked = ''

/** What the browser has and happy-dom has not: it remembers what was marked last. */
class MarkedRanges {
  constructor(...ranges: readonly Range[]) {
    marked = ranges.map(String).join(' ')
  }
}

beforeEach(() => {
  vi.stubGlobal('Highlight', MarkedRanges)
  vi.stubGlobal('CSS', { highlights: new Map() })
})

afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

const searchOf = (count: number): Search => ({
  hits: Array.from({ length: count }, (_, at) => ({
    kind: 'reference',
    ref: `reference/${at}.md`,
    title: `Page ${at}`,
    snippet: '',
    terms: [],
    score: 1,
  })),
  totals: { runbook: 0, reference: 200, incident: 0 },
  holding: 'every',
  unfiltered: null,
  index: 'ready',
  query: 'page',
  setQuery: () => undefined,
  narrowing: { kind: '', pipeline: '', scenario: '', days: 0 },
  setNarrowing: () => undefined,
  showMore: () => undefined,
  isSearching: false,
  problem: null,
})

it('more results that come late do not take the focus out of the search box', () => {
  let found: (count: number) => void = () => undefined
  function Results() {
    const [count, setCount] = useState(40)
    found = (next) => flushSync(() => setCount(next))
    return (
      <>
        <input />
        <SearchResults search={searchOf(count)} openPath={null} onWiden={() => undefined} />
      </>
    )
  }
  page = render(<Results />)
  const [box, more] = [page.box.querySelector('input'), page.box.querySelector('button')]
  more?.focus()
  more?.click()
  found(80)
  expect(document.activeElement?.textContent).toContain('Page 40')
  more?.focus()
  more?.click()
  box?.focus()
  found(12)
  found(90)
  expect(document.activeElement).toBe(box)
})

it('says that the workspace is still being read, also when nothing is found', () => {
  const reading = 'The workspace is still being read. More may be found in a moment.'
  for (const count of [0, 3]) {
    const search: Search = { ...searchOf(count), index: 'reading' }
    page = render(<SearchResults search={search} openPath={null} onWiden={() => undefined} />)
    expect(page.box.textContent).toContain(reading)
    page.unmount()
  }
})

it('the words are marked anew in a text that was changed and is as long as before', () => {
  let write: (text: string) => void = () => undefined
  const terms = ['disk']
  function Text() {
    const [text, setText] = useState('The disk is full.')
    write = (next) => flushSync(() => setText(next))
    const view = useRef<HTMLParagraphElement>(null)
    const { count } = useMatches(view, text, terms)
    return (
      <p ref={view} data-count={count}>
        {text}
      </p>
    )
  }
  page = render(<Text />)
  write('No d is full it..')
  write('Disk, disk, disk.')
  expect(marked).toBe('Disk disk disk')
})
