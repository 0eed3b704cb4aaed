import { useSyncExternalStore } from 'react'

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
  switch (screen) {
    case 'incident':
    case 'postmortem':
      return argument === '' ? { screen: 'tonight' } : { screen, incident: argument }
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

/** The route in force. */
export const useRoute = (): Route => parseRoute(useSyncExternalStore(onHashChange, () => window.location.hash))
