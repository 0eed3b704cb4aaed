import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { callChannel, eventChannel } from '../../electron/desktop/channels.ts'
import { deskPage } from '../../electron/desktop/desk-address.ts'
import { createIpcTransport } from '../../electron/desktop/ipc-transport.ts'
import type { HostEvent } from '../../shared/contract/contract.ts'
import { serve } from '../../shared/contract/serve.ts'
import type { Transport } from './transport.ts'

type IpcOptions = Parameters<typeof createIpcTransport>[0]
type Listener = Parameters<IpcOptions['ipcMain']['handle']>[1]

/** A window that stands in for Electron's: its own page in its own main frame, and messages copied as IPC copies them. */
function standInWindow() {
  const received = new EventEmitter()
  const mainFrame = { url: deskPage, parent: null }
  const contents = {
    mainFrame,
    isDestroyed: () => false,
    send: (channel: string, event: HostEvent) => received.emit(channel, structuredClone(event)),
  }
  return {
    received,
    caller: { sender: contents, senderFrame: mainFrame },
    contents: contents as unknown as WebContents,
  }
}

/** The desktop's transport over a stand-in for ipcMain and ipcRenderer; Electron itself is met in the desktop's end-to-end run. */
export const ipcTransport: Transport = {
  name: 'ipc',
  open: async (handlers, onError) => {
    const listeners = new Map<string, Listener>()
    const { received, caller, contents } = standInWindow()
    const transport = createIpcTransport({
      ipcMain: {
        handle: (channel, listener) => void listeners.set(channel, listener),
        removeHandler: (channel) => void listeners.delete(channel),
      },
      serve: serve(handlers, onError),
      ownContents: () => [contents],
      log: () => undefined,
    })
    return {
      wire: {
        send: async (name, input) => {
          const listener = listeners.get(callChannel)
          if (!listener) throw new Error('no handler')
          const event = caller as unknown as Parameters<Listener>[0]
          return structuredClone(await listener(event, name, structuredClone(input)))
        },
        listen: (hear) => {
          received.on(eventChannel, hear)
          return () => received.off(eventChannel, hear)
        },
      },
      emit: transport.tell,
      settled: async () => undefined,
      close: async () => transport.close(),
    }
  },
}
