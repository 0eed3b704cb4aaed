import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { type Route, turnAway } from './answer.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

type StaticFile = { readonly bytes: Buffer; readonly mediaType: string }

/** Every file of the folder by its address, read once. */
function readFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const address = `/${relative(folder, path).split(sep).join('/')}`
      const mediaType = mediaTypes[extname(entry.name)] ?? 'application/octet-stream'
      return [address, { bytes: readFileSync(path), mediaType }]
    }),
  )
}

/**
 * The window's own files, from memory: no address can name anything else on the disk, and a rebuild or a vanished folder cannot
 * break a door that is open.
 */
export function createStaticFiles(folder: string): Route {
  const files = readFiles(folder)
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return turnAway(response, 405, 'Files are read by GET.')
    }
    const path = (request.url ?? '').split('?')[0]
    const file = files.get(path === '/' ? '/index.html' : (path ?? ''))
    if (!file) return turnAway(response, 404, 'There is nothing at this address.')
    response.writeHead(200, { 'Content-Type': file.mediaType, 'Content-Length': file.bytes.length })
    response.end(request.method === 'HEAD' ? undefined : file.bytes)
  }
}
