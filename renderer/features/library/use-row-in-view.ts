import { type RefObject, useEffect, useRef } from 'react'

/** What somebody does to look elsewhere. */
const looking = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Brings the row of the open document into the window of its list when it is opened from elsewhere: by a link, or from an address. It stays
 * there while the rows around it come in, until somebody looks elsewhere.
 */
export function useRowInView(isOpen: boolean): RefObject<HTMLAnchorElement | null> {
  const row = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const shelves = row.current?.closest('[data-shelves]')
    if (!isOpen || shelves == null) return
    const coming = new ResizeObserver(() => row.current?.scrollIntoView({ block: 'nearest' }))
    coming.observe(shelves)
    const end = new AbortController()
    end.signal.addEventListener('abort', () => coming.disconnect())
    for (const each of looking)
      window.addEventListener(each, () => end.abort(), { capture: true, passive: true, signal: end.signal })
    return () => end.abort()
  }, [isOpen])
  return row
}
