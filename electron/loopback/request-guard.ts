import type { IncomingMessage } from 'node:http'
import { isForThisPort } from '../host/http/loopback-server.ts'

const ownFetchSites = ['same-origin', 'none']

/**
 * Why a request does not come from this door's own window, or null when it may.
 * The exact Host stops DNS rebinding; Origin and Sec-Fetch-Site stop the pages of other sites, which a browser cannot forge.
 */
export function foreignReason(request: IncomingMessage, port: number): string | null {
  if (!isForThisPort(request, port)) return 'This door answers only to its own address.'
  const origin = request.headers.origin
  if (origin !== undefined && origin !== `http://${request.headers.host}`)
    return 'This door answers only to its own window.'
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && !ownFetchSites.includes(String(site))) return 'This door answers only to its own window.'
  return null
}
