import { contextBridge, ipcRenderer } from 'electron'
import type { Wire } from '../../shared/contract/client.ts'
import type { HostEvent } from '../../shared/contract/contract.ts'
import { callChannel, eventChannel } from './channels.ts'

const wire: Wire = {
  send: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  listen: (hear) => {
    const onEvent = (_event: unknown, hostEvent: HostEvent): void => hear(hostEvent)
    ipcRenderer.on(eventChannel, onEvent)
    return () => {
      ipcRenderer.removeListener(eventChannel, onEvent)
    }
  },
}

contextBridge.exposeInMainWorld('nightdesk', wire)
