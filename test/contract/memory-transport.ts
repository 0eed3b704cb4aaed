import type { HostEvent } from '../../shared/contract/host-event.ts'
import { serve } from '../../shared/contract/serve.ts'
import type { Transport } from './transport.ts'

/** No wire at all: the client calls `serve` in the same process, as the renderer's own tests do. */
export const memoryTransport: Transport = {
  name: 'memory',
  open: async (handlers, onError) => {
    const hearing = new Set<(event: HostEvent) => void>()
    return {
      wire: {
        send: serve(handlers, onError),
        listen: (hear) => {
          hearing.add(hear)
          return () => hearing.delete(hear)
        },
      },
      emit: (event) => {
        for (const hear of hearing) hear(event)
      },
      settled: async () => undefined,
      close: async () => undefined,
    }
  },
}
