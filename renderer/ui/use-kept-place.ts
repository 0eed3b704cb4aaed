import { type RefObject, useEffect } from 'react'

type Place = { readonly row: HTMLElement; readonly fromTop: number }

const fromTopOf = (row: HTMLElement, box: HTMLElement): number =>
  row.getBoundingClientRect().top - box.getBoundingClientRect().top

/** The row somebody is at: the one in view that has the focus, else the first in view. */
function placeIn(box: HTMLElement): Place | null {
  const inView = [...box.querySelectorAll('li')].filter((row) => {
    const fromTop = fromTopOf(row, box)
    return fromTop + row.clientHeight > 0 && fromTop < box.clientHeight
  })
  const row = inView.find((each) => each.contains(document.activeElement)) ?? inView[0]
  return row === undefined ? null : { row, fromTop: fromTopOf(row, box) }
}

/**
 * Keeps the place in a list that scrolls when its box gets another size: the lines break elsewhere then, and the same
 * distance from the top would show other rows.
 */
export function useKeptPlace(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current
    if (element === null) return
    let place = placeIn(element)
    const remember = (): void => {
      if (element.clientWidth > 0) place = placeIn(element)
    }
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === 0) return
      if (place !== null && element.contains(place.row)) {
        element.scrollTop += fromTopOf(place.row, element) - place.fromTop
        if (place.row.contains(document.activeElement)) {
          place.row.scrollIntoView({ block: 'nearest' })
          // A row may be higher than the box.
          document.activeElement?.scrollIntoView({ block: 'nearest' })
        }
      }
      remember()
    })
    observer.observe(element)
    element.addEventListener('scroll', remember, { passive: true })
    element.addEventListener('focusin', remember)
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', remember)
      element.removeEventListener('focusin', remember)
    }
  }, [box])
}
