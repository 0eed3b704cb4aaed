import type { BrowserContext } from '@playwright/test'

/** What a window may load that is not the network: what it made itself. */
const ownSchemes = ['blob:', 'data:']
const lostLine = /net::ERR_/

/** Everything that should not happen in a window, whatever the test is about. */
export type TroubleWatch = {
  /** Requests to this origin, such as `http://127.0.0.1:4321` or `app://nightdesk`, are the door's own. */
  readonly allowOrigin: (origin: string) => void
  /** The door is about to be gone: a window that cannot reach it is no trouble from now on. */
  readonly expectLostLine: () => void
  /** Console errors like this one are what the test is about. */
  readonly allow: (pattern: RegExp) => void
  readonly found: () => readonly string[]
}

/** Watches a context for console errors, page errors and requests to any host but the door. */
export function watchForTrouble(context: BrowserContext): TroubleWatch {
  const origins = new Set<string>()
  const allowed: RegExp[] = []
  const troubles: string[] = []
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const said = `console error: ${message.text()} (${message.location().url})`
    if (!allowed.some((pattern) => pattern.test(said))) troubles.push(said)
  })
  context.on('weberror', (error) => troubles.push(`page error: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const url = request.url()
    const isOwn = [...ownSchemes, ...origins].some((beginning) => url.startsWith(beginning))
    const said = `request to a foreign host: ${url}`
    const isAllowed = url.startsWith('tel:') && allowed.some((pattern) => pattern.test(said))
    if (!isOwn && !isAllowed) troubles.push(said)
  })
  return {
    allowOrigin: (origin) => origins.add(`${origin}/`),
    expectLostLine: () => allowed.push(lostLine),
    allow: (pattern) => allowed.push(pattern),
    found: () => troubles,
  }
}
