import { useCallback, useEffect, useRef, useState } from 'react'
import type { Begin, Intent } from './intent.ts'

/**
 * What is being done to the schedule, if anything, and the way back to the dialog from which it came; null where it came from none. When the
 * last dialog goes, the focus returns to where it all began.
 */
export function useIntent(): {
  readonly intent: Intent | null
  readonly begin: Begin
  readonly back: (() => void) | null
  readonly end: () => void
} {
  const [trail, setTrail] = useState<readonly Intent[]>([])
  const intent = trail.at(-1) ?? null
  const opener = useRef<Element | null>(null)
  const begin = useCallback((next: Intent): void => {
    opener.current ??= document.activeElement
    setTrail((before) => [...before, next])
  }, [])
  const back = useCallback(() => setTrail((before) => before.slice(0, -1)), [])
  const end = useCallback(() => setTrail([]), [])
  useEffect(() => {
    const { current } = opener
    if (intent !== null || current === null) return
    opener.current = null
    if (current instanceof HTMLElement) current.focus()
  }, [intent])
  return { intent, begin, back: trail.length > 1 ? back : null, end }
}
