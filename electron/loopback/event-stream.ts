import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import { type Route, turnAway } from './answer.ts'

const MAX_WAITING_BYTES = 32 * 1_048_576

/** `heartbeatMs` between comments that keep the connection alive; `kept` events can be asked for again. */
export type EventStreamOptions = { readonly heartbeatMs: number; readonly kept: number }

const defaults: EventStreamOptions = { heartbeatMs: 15_000, kept: 1_000 }

const messageOf = (id: string, event: HostEvent) => `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`

/** The last events as they were sent. Ids carry the run of the door, so that an id from an earlier run is known to be foreign. */
function createRecentEvents(kept: number) {
  const run = randomBytes(6).toString('hex')
  const recent: string[] = []
  let count = 0
  const lastId = () => `${run}.${count}`
  return {
    /** Sets a browser's last id without an event, so that not even the first one can be lost to it. */
    bareId: () => `id: ${lastId()}\n\n`,
    add: (event: HostEvent): string => {
      count += 1
      const message = messageOf(lastId(), event)
      recent.push(message)
      if (recent.length > kept) recent.shift()
      return message
    },
    /** What came after an id; when that is gone, one `reset` says: read everything again. */
    since: (id: string): string => {
      const missed = count - Number(id.slice(run.length + 1))
      const isKnown = id.startsWith(`${run}.`) && Number.isInteger(missed) && missed >= 0 && missed <= recent.length
      return isKnown ? recent.slice(recent.length - missed).join('') : messageOf(lastId(), { type: 'reset' })
    },
  }
}

/** `GET /events`: host events to every open window, in order, resumed by `Last-Event-ID` without loss or repeat. */
export function createEventStream(
  listen: (hear: (event: HostEvent) => void) => () => void,
  { heartbeatMs, kept }: EventStreamOptions = defaults,
): { readonly route: Route; readonly close: () => void } {
  const open = new Set<ServerResponse>()
  const recent = createRecentEvents(kept)

  const send = (response: ServerResponse, text: string) => {
    response.write(text)
    // A window that does not read is cut off, not waited for; it comes back with its last id.
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy()
  }
  const sendToAll = (text: string) => {
    for (const response of open) send(response, text)
  }
  const stop = listen((event) => sendToAll(recent.add(event)))
  const heartbeat = setInterval(() => sendToAll(': still here\n\n'), heartbeatMs)

  const route: Route = (request, response) => {
    if (request.method !== 'GET') return turnAway(response, 405, 'Events are read by GET.')
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
    const lastId = String(request.headers['last-event-id'] ?? '')
    send(response, `retry: 1000\n\n${lastId === '' ? recent.bareId() : recent.since(lastId)}`)
    open.add(response)
    response.on('close', () => open.delete(response))
  }
  const close = () => {
    stop()
    clearInterval(heartbeat)
    for (const response of open) response.end()
  }
  return { route, close }
}
