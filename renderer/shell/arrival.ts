import { useEffect, useRef } from 'react'
import { arriveAt } from '../ui/open-dialog.ts'

/** How long a part of the screen that is led to may take to stand there, and how often it is looked for, ms. */
const PATIENCE_MS = 1_000
const LOOK_MS = 20

const screenNow = (): HTMLElement | null => document.getElementById('main')

const isNowhere = (): boolean => document.activeElement === document.body

/** The focus goes to the screen at once, and on to a part of it (a selector) as soon as that stands there, unless somebody has gone elsewhere meanwhile. */
export function arriveOnScreen(part: string | null = null, waitedMs = 0): void {
  const found = part === null ? null : screenNow()?.querySelector<HTMLElement>(part)
  arriveAt(found ?? screenNow(), { preventScroll: true })
  // Words that were searched for are gone on with behind their end.
  if (found instanceof HTMLInputElement) found.setSelectionRange(found.value.length, found.value.length)
  if (found || part === null || waitedMs >= PATIENCE_MS) return
  setTimeout(() => {
    if (isNowhere() || document.activeElement === screenNow()) arriveOnScreen(part, waitedMs + LOOK_MS)
  }, LOOK_MS)
}

/** After another address has come, the focus is on its screen where what had it is gone: Tab goes on from there, and not from the top of the window. */
export function useArrival(): void {
  const { hash } = window.location
  const before = useRef(hash)
  useEffect(() => {
    if (hash === before.current) return
    before.current = hash
    const timer = setTimeout(() => isNowhere() && arriveOnScreen())
    return () => clearTimeout(timer)
  }, [hash])
}
