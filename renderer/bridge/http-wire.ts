import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Connection, DeskWire } from './desk-wire.ts'

const RETRY_MS = 2_000

/** The door turns a window away in a sentence or two (characters); more than that is not the door's. */
const LONGEST_WORDS = 300

type Listeners<T> = Set<(value: T) => void>

/** Browsers say "Failed to fetch" and the like, each in its own words, when nothing listens. */
function nothingAnswers(): never {
  throw new Error('nothing answers at this address')
}

async function send(name: string, input: unknown): Promise<unknown> {
  const response = await fetch(`/rpc/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  }).catch(nothingAnswers)
  const kind = response.headers.get('content-type') ?? ''
  if (kind.startsWith('application/json')) return response.json()
  const words = kind.startsWith('text/plain') ? (await response.text()).slice(0, LONGEST_WORDS) : ''
  throw new Error(words === '' ? `the door answered ${response.status}` : words)
}

/**
 * Keeps one event stream open. The browser resumes it by `Last-Event-ID`; a stream that was refused is opened anew.
 * Each opening asks for a fresh look, also the first: what happened before it was open was heard by nobody.
 */
function keepStreamOpen(events: Listeners<HostEvent>, connections: Listeners<Connection>): void {
  const open = (): void => {
    const stream = new EventSource('/events')
    stream.onopen = () => {
      for (const hear of connections) hear('connected')
      for (const hear of events) hear({ type: 'reset' })
    }
    stream.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as HostEvent
      for (const hear of events) hear(event)
    }
    stream.onerror = () => {
      for (const hear of connections) hear('lost')
      if (stream.readyState !== EventSource.CLOSED) return
      stream.close()
      setTimeout(open, RETRY_MS)
    }
  }
  open()
}

function subscribe<T>(listeners: Listeners<T>, hear: (value: T) => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

/** The loopback door: calls by POST, events by a server-sent stream, the session by a cookie. */
export function createHttpWire(): DeskWire {
  const events: Listeners<HostEvent> = new Set()
  const connections: Listeners<Connection> = new Set()
  let isStreaming = false
  return {
    send,
    listen: (hear) => {
      if (!isStreaming) keepStreamOpen(events, connections)
      isStreaming = true
      return subscribe(events, hear)
    },
    watch: (hear) => subscribe(connections, hear),
  }
}
