import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fail, ok, type Result } from '../../shared/kit/result.ts'
import { closeServer, listenOnLoopback, loopbackAddress } from '../host/http/loopback-server.ts'
import { guardingHeaders, type Route, turnAway } from './answer.ts'
import { foreignReason } from './request-guard.ts'
import { sessionCookie, sessionIn } from './session-cookie.ts'
import type { SessionTokens } from './session-token.ts'

/** Node hangs up after 5 s without a request, and one that is sent at that moment is lost. */
const KEEP_ALIVE_MS = 65_000

/** How long a slow sender is waited for. */
export type DoorTimeouts = { readonly headersMs: number; readonly requestMs: number }

export type DoorOptions = {
  /** 0 takes any free port. */
  readonly port: number
  /** Whether another free port will do when this one is taken. */
  readonly mayTakeAnother?: boolean
  readonly tokens: SessionTokens
  readonly files: Route
  readonly rpc: Route
  readonly events: Route
  /** Null unless the door was started with a test clock. */
  readonly testClock: Route | null
  readonly log: (line: string) => void
  readonly timeouts?: DoorTimeouts
}

export type Door = {
  readonly port: number
  /** The address that spends a token. */
  readonly addressWith: (token: string) => string
  readonly close: () => Promise<void>
}

const noKey =
  'This window has no key to Nightdesk. Open the address that Nightdesk printed in its terminal; it works once. For a new one, press Enter there or start Nightdesk again.'

/** Spends the token in the address for a cookie, and takes it out of the address. A window that has its cookie just goes on. */
function enter(tokens: SessionTokens, port: number, token: string, isOpen: boolean, response: ServerResponse) {
  const session = tokens.spend(token)
  if (session === null && !isOpen) return turnAway(response, 403, noKey)
  if (session !== null) response.setHeader('Set-Cookie', sessionCookie(port, session))
  response.writeHead(302, { Location: '/' }).end()
}

function routeFor(path: string, options: DoorOptions): Route {
  if (path.startsWith('/rpc/')) return options.rpc
  if (path === '/events') return options.events
  if (path === '/test/clock' && options.testClock) return options.testClock
  return options.files
}

async function answer(request: IncomingMessage, response: ServerResponse, port: number, options: DoorOptions) {
  for (const [name, value] of Object.entries(guardingHeaders)) response.setHeader(name, value)
  const foreign = foreignReason(request, port)
  if (foreign !== null) return turnAway(response, 403, foreign)
  const target = request.url ?? ''
  if (!target.startsWith('/') || !URL.canParse(target, `http://${loopbackAddress}`))
    return turnAway(response, 404, 'There is nothing at this address.')
  const isOpen = options.tokens.isOpen(sessionIn(port, request.headers.cookie))
  const [path = '', query = ''] = target.split('?', 2)
  const token = new URLSearchParams(query).get('token')
  if (path === '/' && token !== null && request.method === 'GET')
    return enter(options.tokens, port, token, isOpen, response)
  if (!isOpen) return turnAway(response, 401, noKey)
  return routeFor(path, options)(request, response)
}

/** Opens the door on this machine's loopback address; nothing of it can be reached from outside. */
export async function openDoor(options: DoorOptions): Promise<Result<Door>> {
  const { headersMs, requestMs } = options.timeouts ?? { headersMs: 5_000, requestMs: 30_000 }
  let port = options.port
  const server = createServer(
    { maxHeaderSize: 8_192, headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: 500 },
    (request, response) => {
      answer(request, response, port, options).catch((error: unknown) => {
        options.log(`The door failed at ${request.method} ${request.url?.split('?')[0]}: ${String(error)}`)
        if (response.headersSent) response.destroy()
        else turnAway(response, 500, 'Nightdesk failed to answer. What was saved is safe; try again.')
      })
    },
  )
  server.maxConnections = 64
  server.keepAliveTimeout = KEEP_ALIVE_MS
  const asked = await listenOnLoopback(server, port)
  const listening = asked.ok || options.mayTakeAnother !== true ? asked : await listenOnLoopback(server, 0)
  if (!listening.ok) {
    const { isTaken, message } = listening.error
    return fail(isTaken ? `${message} Choose another with --port, or leave it out for a free one.` : message)
  }
  port = listening.value
  return ok({
    port,
    addressWith: (token) => `http://${loopbackAddress}:${port}/?token=${token}`,
    close: () => closeServer(server),
  })
}
