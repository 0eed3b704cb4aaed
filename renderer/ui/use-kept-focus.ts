import { type RefObject, useEffect, useRef } from 'react'

/** Marks where the focus goes on when the button that had it goes away: `<button {...focusNext}>`. */
export const focusNext = { 'data-focus-next': '' } as const

/**
 * Keeps the focus inside a part of the screen when the control that had it is taken away by what it did. `change` says
 * that the part has changed; a focus that the user moved elsewhere is left alone. `next` finds where it goes on within the part.
 */
export function useKeptFocus(part: RefObject<HTMLElement | null>, change: unknown, next = '[data-focus-next]'): void {
  const wasInside = useRef(false)
  useEffect(() => {
    const follow = (event: FocusEvent): void => {
      wasInside.current = event.target instanceof Node && part.current?.contains(event.target) === true
    }
    document.addEventListener('focusin', follow)
    return () => document.removeEventListener('focusin', follow)
  }, [part])
  useEffect(() => {
    const isLost = change !== undefined && document.activeElement === document.body && wasInside.current
    if (isLost) (part.current?.querySelector<HTMLElement>(next) ?? part.current)?.focus()
  }, [part, change, next])
}
