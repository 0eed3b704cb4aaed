import { plainAnchor, uniqueNames } from '../../shared/runbook/text/slug.ts'
import { lineOfAnchor } from '../state/document-place.ts'
import { blockOfLine } from './block-of-line.ts'
import { arriveAt } from './open-dialog.ts'

function headingCalled(view: Element, anchor: string): HTMLElement | undefined {
  const unique = uniqueNames()
  const wanted = plainAnchor(anchor)
  return [...view.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].find(
    (heading) => unique(plainAnchor(heading.textContent)) === wanted,
  )
}

/** What an anchor means in a rendered document: a line, or a heading by one of its names for links. */
export function elementAt(view: Element, anchor: string): HTMLElement | undefined {
  const line = lineOfAnchor(anchor)
  if (line === null) return headingCalled(view, anchor)
  const block = blockOfLine(view, line)
  return block?.closest('pre') ?? block
}

/** Brings an element to the top and the focus with it, so that reading goes on from there. */
export function jumpTo(element: HTMLElement): void {
  element.tabIndex = -1
  arriveAt(element, { preventScroll: true })
  element.scrollIntoView({ block: 'start' })
}
