/** The window's history; an older Firefox or Safari tells nothing of it, and nothing is remembered by its addresses there. */
const history = (): Navigation | undefined => ('navigation' in window ? window.navigation : undefined)

/** What tells an address of the window's history from the same address that one came to another time. */
export const entryNow = (): string | undefined => history()?.currentEntry?.key

/** Calls `leave` whenever the window goes elsewhere, before it does; gives what ends that. */
export function onGoing(leave: () => void): () => void {
  const entries = history()
  entries?.addEventListener('navigate', leave)
  return () => entries?.removeEventListener('navigate', leave)
}
