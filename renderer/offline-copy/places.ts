/** Where somebody was: how far down the page and the document are, in pixels, and the link or field they were on. */
export type Place = { readonly pageY: number; readonly viewY: number; readonly on: Element | null }

const viewY = (): number => document.getElementById('views')?.scrollTop ?? 0

const placeOn = (on: Element | null): Place => ({ pageY: window.scrollY, viewY: viewY(), on })

/** The link by which a click leaves for another address of the page; null for every other click. */
function followed({ target, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): Element | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null
  const isElsewhere = ctrlKey || metaKey || shiftKey || altKey || link?.hash === window.location.hash
  return isElsewhere ? null : link
}

/**
 * Remembers where somebody was at each address, as the browser's own "back" cannot: what it would scroll is hidden by then. What
 * it gives is asked at each new address, and answers with the place that was left there: by going back or forth, or at the list in
 * whatever way; null where nobody was yet.
 */
export function startPlaces(): (isHome: boolean) => Place | null {
  const places = new Map<number, Place>()
  let nextId = Date.now()
  let home: Place | null = null
  let here: { readonly id: number; readonly isHome: boolean } | null = null
  // The browser may scroll on its way to where a link leads, so the place is taken at the click.
  let leaving: Place | null = null
  document.addEventListener('click', (event) => {
    const link = followed(event)
    if (link !== null) leaving = placeOn(link)
  })
  window.history.scrollRestoration = 'manual'
  window.addEventListener('pagehide', () => {
    window.history.scrollRestoration = 'auto'
  })
  return (isHome) => {
    if (here !== null) {
      const left = leaving ?? placeOn(document.activeElement)
      places.set(here.id, left)
      if (here.isHome) home = left
    }
    leaving = null
    const known: unknown = window.history.state
    if (typeof known === 'number') here = { id: known, isHome }
    else {
      here = { id: nextId, isHome }
      window.history.replaceState(nextId, '')
      nextId += 1
    }
    return places.get(here.id) ?? (isHome ? home : null)
  }
}
