import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AlertSource, alertSources, type ReadAlerts } from '../../../shared/alerts/alert.ts'
import { readAlerts } from '../../../shared/alerts/read-alerts.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import { readJsonBody } from '../http/json-body.ts'
import { closeServer, isForThisPort, listenOnLoopback, type PortProblem } from '../http/loopback-server.ts'
import { digestOf } from '../http/secret.ts'
import type { AppendFailure } from '../journal/journal-failure.ts'

/** The largest body that is understood; PagerDuty's own limit is twice that, a thousand alerts of Alertmanager fit. */
const limit = { bytes: 262_144, droppedBytes: 1_048_576 }
/** Senders at once, as in an alert storm; without the token none of them costs more than its headers. */
const MOST_CONNECTIONS = 1_024
/** Quitting waits no longer than this for a sender: what was not answered it sends again. */
const GRACE_MS = 200

/** Why a request was not taken: the status for the sender, the words for both. */
export type IntakeRefusal = { readonly status: number; readonly message: string; readonly hint: string }

export type IntakeListenerOptions = {
  readonly port: number
  /** Digests of the tokens that are good now. */
  readonly digests: () => readonly Buffer[]
  readonly receive: (source: AlertSource, read: ReadAlerts) => Promise<Result<void, AppendFailure>>
  readonly refused: (refusal: IntakeRefusal) => void
  readonly log: (line: string) => void
  /** How long a slow sender is waited for. */
  readonly timeouts?: { readonly headersMs: number; readonly requestMs: number }
}

/** An open intake. */
export type IntakeListener = { readonly port: number; readonly close: () => Promise<void> }

const refusal = (status: number, message: string, hint: string): IntakeRefusal => ({ status, message, hint })

/** Why a request does not come from a program on this machine, or null. Browsers send Origin or Sec-Fetch-Site and cannot leave them out. */
function foreign(request: IncomingMessage, port: number): IntakeRefusal | null {
  if (!isForThisPort(request, port))
    return refusal(403, 'The intake answers only to its own address.', `Send to http://127.0.0.1:${port}.`)
  const site = request.headers['sec-fetch-site']
  if (request.headers.origin !== undefined || (site !== undefined && site !== 'none'))
    return refusal(403, 'The intake takes nothing from web pages.', 'Send without an Origin header.')
  return null
}

const prefix = '/intake/'
const isSource = (name: string): name is AlertSource => (alertSources as readonly string[]).includes(name)

function sourceOf(request: IncomingMessage): AlertSource | IntakeRefusal {
  const [path = ''] = (request.url ?? '').split('?', 1)
  const name = path.startsWith(prefix) ? path.slice(prefix.length) : ''
  const addresses = alertSources.map((source) => prefix + source).join(', ')
  if (!isSource(name)) return refusal(404, 'There is nothing at this address.', `Send to one of ${addresses}.`)
  return request.method === 'POST' ? name : refusal(405, 'Alerts are sent by POST.', 'Use POST with a JSON body.')
}

/** Whether the token in the header is good; every comparison takes the same time, whatever the header holds. */
function isAuthorized(request: IncomingMessage, digests: readonly Buffer[]): boolean {
  const [, token = ''] = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  const digest = digestOf(token)
  return digests.map((each) => timingSafeEqual(each, digest)).includes(true)
}

function unauthorized(digests: readonly Buffer[]): IntakeRefusal {
  return digests.length === 0
    ? refusal(401, 'The intake has no token yet.', 'Make one in Nightdesk, Settings, Intake.')
    : refusal(
        401,
        'The token is missing or wrong.',
        'Send "Authorization: Bearer" and the token from Settings, Intake.',
      )
}

/** What PagerDuty's own clients look for in an answer, beside what everybody may read. */
function accepted(source: AlertSource, { alerts }: ReadAlerts): object {
  const count = { accepted: alerts.length }
  if (source !== 'pagerduty') return count
  return { status: 'success', message: 'Event processed', dedup_key: alerts[0]?.fingerprint ?? '', ...count }
}

async function take(
  request: IncomingMessage,
  port: number,
  options: IntakeListenerOptions,
): Promise<IntakeRefusal | object> {
  const digests = options.digests()
  const stranger = foreign(request, port)
  if (stranger !== null) return stranger
  const source = sourceOf(request)
  if (typeof source !== 'string') return source
  if (!isAuthorized(request, digests)) return unauthorized(digests)
  const body = await readJsonBody(request, limit)
  if (!body.ok) {
    return refusal(
      body.error.status,
      body.error.refusal.message,
      'Send one JSON body of at most 256 KiB as application/json.',
    )
  }
  const read = readAlerts(source, body.value)
  if (!read.ok) return refusal(400, read.error.message, read.error.hint)
  const kept = await options.receive(source, read.value)
  return kept.ok ? accepted(source, read.value) : refusal(503, kept.error.message, kept.error.hint)
}

const isRefusal = (answer: IntakeRefusal | object): answer is IntakeRefusal => 'hint' in answer

function say(response: ServerResponse, answer: IntakeRefusal | object): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  if (!isRefusal(answer)) {
    response.writeHead(202).end(`${JSON.stringify(answer)}\n`)
    return
  }
  const { status, message, hint } = answer
  if (status === 405) response.setHeader('Allow', 'POST')
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer')
  if (status === 503) response.setHeader('Retry-After', '5')
  // An unread body is never waited for.
  response.setHeader('Connection', 'close')
  response.writeHead(status).end(`${JSON.stringify({ error: message, hint })}\n`)
}

/** Opens the intake on this machine's loopback address. A taken port is a reason in words, and breaks nothing. */
export async function openIntakeListener(options: IntakeListenerOptions): Promise<Result<IntakeListener, PortProblem>> {
  const { headersMs, requestMs } = options.timeouts ?? { headersMs: 5_000, requestMs: 10_000 }
  let { port } = options
  const server = createServer(
    { maxHeaderSize: 8_192, headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: 500 },
    (request, response) => {
      response.setHeader('X-Content-Type-Options', 'nosniff')
      response.setHeader('Cache-Control', 'no-store')
      take(request, port, options).then(
        (answer) => {
          if (isRefusal(answer)) options.refused(answer)
          say(response, answer)
        },
        (error: unknown) => {
          // A sender that hung up in the middle is none of our failures.
          if (!request.destroyed) options.log(`The intake failed: ${String(error)}`)
          response.destroy()
        },
      )
    },
  )
  server.maxConnections = MOST_CONNECTIONS
  const listening = await listenOnLoopback(server, port)
  if (!listening.ok) return listening
  port = listening.value
  return ok({ port, close: () => closeServer(server, GRACE_MS) })
}
