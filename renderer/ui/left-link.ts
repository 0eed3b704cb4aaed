import { entryNow, onGoing } from './history-entry.ts'

/** A link of the screen by where it leads, and which it is of those that lead there. */
type LeftLink = { readonly href: string; readonly nth: number }

/** Of more addresses than one goes back to. */
const MOST = 50

/** By address of the window's history, the one left last at the end; gone with a reload, as the focus is. */
const leftAt = new Map<string, LeftLink>()

function alike(href: string): readonly HTMLAnchorElement[] {
  const links = document.getElementById('main')?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []
  return [...links].filter((link) => link.getAttribute('href') === href)
}

function focusedLink(): LeftLink | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLAnchorElement)) return null
  const href = focused.getAttribute('href') ?? ''
  const nth = alike(href).indexOf(focused)
  return nth < 0 ? null : { href, nth }
}

/** Remembers which link of the screen has the focus whenever the window goes elsewhere, so that who comes back finds it; gives what ends that. */
export function rememberLeftLinks(): () => void {
  return onGoing(() => {
    const entry = entryNow()
    if (entry === undefined) return
    leftAt.delete(entry)
    const link = focusedLink()
    if (link !== null) leftAt.set(entry, link)
    const [oldest] = leftAt.keys()
    if (leftAt.size > MOST && oldest !== undefined) leftAt.delete(oldest)
  })
}

/** Whether a link led on from this address of the window's history. */
export const wasLeftByLink = (): boolean => leftAt.has(entryNow() ?? '')

/** The link in a part of the screen that led on from this address of the window's history; undefined where none did or it does not stand there. */
export function linkLeftIn(part: Node | null): HTMLElement | undefined {
  const left = leftAt.get(entryNow() ?? '')
  const link = left === undefined ? undefined : alike(left.href)[left.nth]
  return link !== undefined && part?.contains(link) ? link : undefined
}
