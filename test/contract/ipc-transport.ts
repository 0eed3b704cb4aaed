import type { HostEvent } from '../../shared/contract/host-event.ts'
import { serve } from '../../shared/contract/serve.ts'
import { createIpcWirePair } from '../support/ipc-wire-pair.ts'
import type { Transport } from './transport.ts'

/** The desktop's transport and preload over a stand-in for Electron; Electron itself is met in the desktop's end-to-end run. */
export const ipcTransport: Transport = {
  name: 'ipc',
  open: async (handlers, onError) => {
    const hearing = new Set<(event: HostEvent) => void>()
    const { wire, close } = createIpcWirePair({
      serve: serve(handlers, onError),
      listen: (hear) => {
        hearing.add(hear)
        return () => hearing.delete(hear)
      },
    })
    return {
      wire,
      emit: (event) => {
        for (const hear of hearing) hear(event)
      },
      settled: async () => undefined,
      close: async () => close(),
    }
  },
}
