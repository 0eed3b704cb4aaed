import { type RefObject, useEffect, useRef } from 'react'

/** The focus goes on within a dialog, to what has `data-phase-focus`, when the button that had it goes away with its phase. */
export function usePhaseFocus(phase: string): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const isLost = phase !== '' && document.activeElement === document.body
    if (isLost) body.current?.querySelector<HTMLElement>('[data-phase-focus]')?.focus()
  }, [phase])
  return body
}
