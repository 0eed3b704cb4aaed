import type { ContextBridge, IpcRenderer } from 'electron'
import type { Wire } from '../../shared/contract/client.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import { callChannel, eventChannel } from './channels.ts'

type PageApis = {
  readonly contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>
  readonly ipcRenderer: Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>
}

/** Gives the page `window.nightdesk`, the contract's wire and nothing more: no channel names, no event objects of Electron. */
export function exposeWire({ contextBridge, ipcRenderer }: PageApis): void {
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
}
