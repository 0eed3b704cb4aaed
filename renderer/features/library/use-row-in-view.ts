import { type RefObject, useEffect, useRef } from 'react'

/** Brings the row of the open document into the window of its list when it is opened from elsewhere: by a link, or from an address. */
export function useRowInView(isOpen: boolean): RefObject<HTMLAnchorElement | null> {
  const row = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return row
}
