import type { IncomingMessage } from 'node:http'

const loopbackNames = ['127.0.0.1', 'localhost']
const ownFetchSites = ['same-origin', 'none']

/**
 * Why a request does not come from this door's own window, or null when it may.
 * The exact Host stops DNS rebinding; Origin and Sec-Fetch-Site stop the pages of other sites, which a browser cannot forge.
 */
export function foreignReason(request: IncomingMessage, port: number): string | null {
  const host = request.headers.host
  if (!loopbackNames.some((name) => host === `${name}:${port}`)) return 'This door answers only to its own address.'
  const origin = request.headers.origin
  if (origin !== undefined && origin !== `http://${host}`) return 'This door answers only to its own window.'
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && !ownFetchSites.includes(String(site))) return 'This door answers only to its own window.'
  return null
}
