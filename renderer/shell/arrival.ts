import { useEffect, useRef } from 'react'
import { linkLeftIn, rememberLeftLinks, wasLeftByLink } from '../ui/left-link.ts'
import { arriveAt } from '../ui/open-dialog.ts'

/** How long a part of the screen that is led to may take to stand there, and how often it is looked for, ms. */
const PATIENCE_MS = 1_000
const LOOK_MS = 20

const screenNow = (): HTMLElement | null => document.getElementById('main')

const isNowhere = (): boolean => document.activeElement === document.body

/** The focus goes to the screen at once, and on to a part of it as soon as that stands there, unless somebody has gone elsewhere meanwhile. */
function arriveWithin(find: (screen: HTMLElement | null) => HTMLElement | null | undefined, waitedMs = 0): void {
  const found = find(screenNow())
  arriveAt(found ?? screenNow(), { preventScroll: true })
  // Words that were searched for are gone on with behind their end.
  if (found instanceof HTMLInputElement) found.setSelectionRange(found.value.length, found.value.length)
  if (found || waitedMs >= PATIENCE_MS) return
  setTimeout(() => {
    if (isNowhere() || document.activeElement === screenNow()) arriveWithin(find, waitedMs + LOOK_MS)
  }, LOOK_MS)
}

/** The focus goes to the screen, and on to a part of it (a selector) if one is named. */
export function arriveOnScreen(part: string | null = null): void {
  if (part === null) arriveAt(screenNow(), { preventScroll: true })
  else arriveWithin((screen) => screen?.querySelector<HTMLElement>(part))
}

/**
 * After another address has come, the focus is on its screen where what had it is gone: Tab goes on from there, and not from the top of the window. Who comes
 * back is at the link that led away.
 */
export function useArrival(): void {
  const { hash } = window.location
  const before = useRef(hash)
  useEffect(rememberLeftLinks, [])
  useEffect(() => {
    if (hash === before.current) return
    before.current = hash
    const timer = setTimeout(() => {
      if (!isNowhere()) return
      if (wasLeftByLink()) arriveWithin(linkLeftIn)
      else arriveOnScreen()
    })
    return () => clearTimeout(timer)
  }, [hash])
}
