import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { CustomScheme, Protocol } from 'electron'
import { contentSecurityPolicy } from '../host/content-security-policy.ts'
import { deskHost, deskScheme } from './desk-address.ts'

/** What the scheme may do; to be registered before the app is ready. No service workers, no CSP bypass, no extensions. */
export const deskSchemePrivileges: CustomScheme = {
  scheme: deskScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

const responseHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * The only paths that are looked at: plain names without a leading dot, no escape of any kind. What the bundler writes fits;
 * `..`, `%2e`, backslashes, drives, streams, NUL and UNC do not.
 */
const plainPath = /^\/(?:[A-Za-z0-9_@-][A-Za-z0-9_@.-]*\/)*[A-Za-z0-9_@-][A-Za-z0-9_@.-]*$/

/** The authority and the path as they were sent: a URL parser would already have folded `..` away. */
const addressParts = new RegExp(`^${deskScheme}://([^/?#]*)(/[^?#]*)?(?:[?#].*)?$`, 's')

const plainText = (status: number, text: string): Response =>
  new Response(text, { status, headers: { ...responseHeaders, 'content-type': 'text/plain; charset=utf-8' } })

/** Reads a file that truly lies in the folder: a link that leads out of it counts as absent, as does everything unreadable. */
async function readInside(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, path))
    return file.startsWith(root + sep) ? new Uint8Array(await readFile(file)) : null
  } catch {
    return null
  }
}

/** Answers the window's requests from one folder and from nothing else. */
export function createDeskFiles(folder: string): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  return async (request) => {
    const [, host, sent] = addressParts.exec(request.url) ?? []
    if (request.method !== 'GET' && request.method !== 'HEAD') return plainText(405, 'Method not allowed')
    const path = sent === undefined || sent === '/' ? '/index.html' : sent
    const mediaType = mediaTypes[extname(path)]
    if (host !== deskHost || mediaType === undefined || !plainPath.test(path)) return plainText(404, 'Not found')
    const bytes = await readInside(folder, path)
    if (bytes === null) return plainText(404, 'Not found')
    return new Response(request.method === 'HEAD' ? null : bytes, {
      headers: { ...responseHeaders, 'content-type': mediaType },
    })
  }
}

/** Puts the window's files under `app://nightdesk/`. */
export function serveDeskFiles(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle(deskScheme, createDeskFiles(folder))
}
