import { type FocusEvent, useCallback, useRef } from 'react'

/** For a field that Escape leaves: `remember` is its `onFocus`, `goBack` gives the focus to what had it before, else to the screen. */
export function useWayBack() {
  const before = useRef<HTMLElement | null>(null)
  const remember = useCallback(({ relatedTarget }: FocusEvent): void => {
    before.current = relatedTarget instanceof HTMLElement ? relatedTarget : null
  }, [])
  const goBack = useCallback((): void => {
    // What had it may be gone, or stand behind what was brought to the front since.
    const isThere = before.current?.checkVisibility() === true
    const to = isThere ? before.current : document.getElementById('main')
    to?.focus({ preventScroll: true })
  }, [])
  return { remember, goBack }
}
