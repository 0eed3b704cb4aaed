import { wordRanges } from '../ui/word-ranges.ts'
import { element } from './element.ts'

const ALL = 'library-match'
const CURRENT = 'library-current'

/** What was searched for, and the document that was opened from what was found. */
type Sought = { readonly hash: string; readonly terms: readonly string[] }

/** Shows a place also where it is folded away. */
function goTo(range: Range): void {
  CSS.highlights.set(CURRENT, new Highlight(range))
  const place = range.startContainer.parentElement
  for (let fold = place?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
  place?.scrollIntoView({ block: 'center' })
}

/**
 * Marks in a document that was opened from the search what was searched for, and leads from one to the next, as the console does. Gives what is told of
 * each view that is shown; null for the list. Does nothing where a browser has no highlights.
 */
export function startMatches(): (view: Element | null) => void {
  const next = element('button', { type: 'button', class: 'next-match', hidden: '', 'aria-keyshortcuts': 'n' })
  document.querySelector('.buttons')?.prepend(next)
  let sought: Sought | null = null
  let ranges: readonly Range[] = []
  let at = -1
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.finder a') : null
    if (link === null) return
    const terms = link.dataset.terms?.split(' ') ?? []
    sought = terms.length === 0 ? null : { hash: link.hash, terms }
  })
  next.addEventListener('click', () => {
    at = (at + 1) % ranges.length
    const range = ranges[at]
    if (range !== undefined) goTo(range)
  })
  document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
    const isTyping = target instanceof HTMLInputElement && target.type !== 'checkbox'
    if (key === 'n' && !isTyping && !ctrlKey && !metaKey && !altKey && !next.hidden) next.click()
  })
  return (view) => {
    if (!('highlights' in CSS)) return
    CSS.highlights.delete(CURRENT)
    ranges = view !== null && sought?.hash === `#${view.id}` ? wordRanges(view, sought.terms) : []
    at = -1
    CSS.highlights.set(ALL, new Highlight(...ranges))
    next.hidden = ranges.length === 0
    next.textContent = `Next of ${ranges.length} ${ranges.length === 1 ? 'match' : 'matches'}`
  }
}
