import { entryNow, onGoing } from '../../ui/history-entry.ts'
import type { ReadingPlace } from './reading-place.ts'

/** Where places outlive a reload, for as long as the window; another name where what is kept has another form. */
const KEPT = 'nightdesk.places.1'
/** Of more addresses than one goes back to. */
const MOST = 50

type Left = readonly [entry: string, place: ReadingPlace]

function allLeft(): readonly Left[] {
  try {
    return JSON.parse(window.sessionStorage.getItem(KEPT) ?? '[]') as readonly Left[]
  } catch {
    return []
  }
}

/** The place that was left at this address of the window's history, by going on or a reload; undefined where nobody was yet. */
export function placeLeftHere(): ReadingPlace | undefined {
  const entry = entryNow()
  return entry === undefined ? undefined : allLeft().find(([each]) => each === entry)?.[1]
}

function leaveHere(place: ReadingPlace): void {
  const entry = entryNow()
  if (entry === undefined) return
  const others = allLeft().filter(([each]) => each !== entry)
  try {
    window.sessionStorage.setItem(KEPT, JSON.stringify([...others, [entry, place]].slice(-MOST)))
  } catch {
    // Storage that is full or forbidden loses the place, and nothing else.
  }
}

/** Remembers the place whenever the window goes elsewhere, before it does. */
export function onLeaving(placeNow: () => ReadingPlace | null): () => void {
  const keep = (): void => {
    const place = placeNow()
    if (place !== null) leaveHere(place)
  }
  const end = onGoing(keep)
  window.addEventListener('pagehide', keep)
  return () => {
    end()
    window.removeEventListener('pagehide', keep)
  }
}
