import { useCallback, useEffect, useRef, useState } from 'react'
import type { Begin, Intent } from './intent.ts'

/** What is being done to the schedule, if anything. When its last dialog goes, the focus returns to where it began. */
export function useIntent(): { readonly intent: Intent | null; readonly begin: Begin; readonly end: () => void } {
  const [intent, setIntent] = useState<Intent | null>(null)
  const opener = useRef<Element | null>(null)
  const begin = useCallback((next: Intent): void => {
    opener.current ??= document.activeElement
    setIntent(next)
  }, [])
  const end = useCallback(() => setIntent(null), [])
  useEffect(() => {
    const { current } = opener
    if (intent !== null || current === null) return
    opener.current = null
    if (current instanceof HTMLElement) current.focus()
  }, [intent])
  return { intent, begin, end }
}
