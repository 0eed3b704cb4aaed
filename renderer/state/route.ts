import { useEffect, useState, useSyncExternalStore } from 'react'

/** Where the window stands; kept in the address so that a reload comes back to it. */
export type Route =
  | { readonly screen: 'tonight' }
  | { readonly screen: 'incident'; readonly incident: string }
  | { readonly screen: 'postmortem'; readonly incident: string }
  | { readonly screen: 'library'; readonly path: string | null }
  /** `finding` is the id of one thing to settle, brought into view. */
  | { readonly screen: 'schedule'; readonly finding: string | null }
  | { readonly screen: 'settings' }

export type ScreenName = Route['screen']

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Reads an address's hash; whatever it does not know leads home. */
export function parseRoute(hash: string): Route {
  const [screen = '', ...rest] = hash.replace(/^#\/?/, '').split('/')
  const argument = decoded(rest.join('/'))
  // No incident is called by two words with a slash between them: what stands behind one is left out.
  const incident = decoded(rest[0] ?? '')
  switch (screen) {
    case 'incident':
    case 'postmortem':
      return incident === '' ? { screen: 'tonight' } : { screen, incident }
    case 'library':
      return { screen, path: argument === '' ? null : argument }
    case 'schedule':
      return { screen, finding: argument === '' ? null : argument }
    case 'settings':
      return { screen }
    default:
      return { screen: 'tonight' }
  }
}

/** The hash that leads to a route; the inverse of `parseRoute`. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'incident':
    case 'postmortem':
      return `#/${route.screen}/${encodeURIComponent(route.incident)}`
    case 'library':
      return route.path === null ? '#/library' : `#/library/${encodeURIComponent(route.path)}`
    case 'schedule':
      return route.finding === null ? '#/schedule' : `#/schedule/${encodeURIComponent(route.finding)}`
    case 'tonight':
    case 'settings':
      return `#/${route.screen}`
  }
}

/** Goes to a route. */
export function goTo(route: Route): void {
  window.location.hash = hashOf(route)
}

function onHashChange(notify: () => void): () => void {
  window.addEventListener('hashchange', notify)
  return () => window.removeEventListener('hashchange', notify)
}

const addressNow = (): string => window.location.hash

/** The route in force. */
export const useRoute = (): Route => parseRoute(useSyncExternalStore(onHashChange, addressNow))

/** Whether something is open that belongs to the screen at which it was opened: it closes when the address changes. */
export function useOpenHere(): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const here = useSyncExternalStore(onHashChange, addressNow)
  const [openedAt, setOpenedAt] = useState<string | null>(null)
  useEffect(() => {
    if (openedAt !== null && openedAt !== here) setOpenedAt(null)
  }, [openedAt, here])
  return [openedAt === here, (isOpen) => setOpenedAt(isOpen ? addressNow() : null)]
}
