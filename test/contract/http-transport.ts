import type { HostEvent } from '../../shared/contract/host-event.ts'
import { type EventReader, readEvents } from '../support/event-reader.ts'
import { openTestDoor } from '../support/open-test-door.ts'
import { rawRequest } from '../support/raw-request.ts'
import type { Transport } from './transport.ts'

/** The real loopback door on a real socket: calls by POST, events by a server-sent stream. */
export const httpTransport: Transport = {
  name: 'http',
  open: async (handlers, onError) => {
    const door = await openTestDoor({ handlers, onError })
    const readers = new Set<EventReader>()
    const headers = { cookie: door.cookie, 'content-type': 'application/json' }
    return {
      wire: {
        send: async (name, input) => {
          const body = JSON.stringify(input)
          const path = `/rpc/${encodeURIComponent(name)}`
          const reply = await rawRequest({ port: door.port, method: 'POST', path, headers, body })
          return JSON.parse(reply.body)
        },
        listen: (hear) => {
          const reader = readEvents(door, ({ data }) => hear(JSON.parse(data) as HostEvent))
          readers.add(reader)
          return () => reader.close()
        },
      },
      emit: door.emit,
      settled: async () => {
        await Promise.all([...readers].map((reader) => reader.opened))
      },
      close: async () => {
        for (const reader of readers) reader.close()
        await door.close()
      },
    }
  },
}
