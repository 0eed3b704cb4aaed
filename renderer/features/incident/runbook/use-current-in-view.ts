import { type RefObject, useLayoutEffect, useRef } from 'react'

function isWithin(row: Element, box: Element): boolean {
  const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()]
  return inner.top >= outer.top && inner.bottom <= outer.bottom
}

/** Brings the step that the run is at into view when its list comes on the screen, whatever is to be done first; never again while somebody is in it. */
export function useCurrentInView(box: RefObject<HTMLElement | null>, isWanted: boolean): void {
  const isWantedAtFirst = useRef(isWanted)
  // A layout effect, since a row that is selected comes no further than the edge in an effect of its own.
  useLayoutEffect(() => {
    const list = box.current
    const row = list?.querySelector('[aria-current=step]')
    if (!isWantedAtFirst.current || !list || !row || isWithin(row, list)) return
    row.scrollIntoView({ block: row.clientHeight * 2 < list.clientHeight ? 'center' : 'start' })
  }, [box])
}
