import type { WebContents } from 'electron'
import { deskPage } from '../../electron/desktop/desk-address.ts'
import { exposeWire } from '../../electron/desktop/expose-wire.ts'
import { createIpcTransport } from '../../electron/desktop/ipc-transport.ts'
import type { Wire } from '../../shared/contract/client.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Serve } from '../../shared/contract/serve.ts'
import { StandInContents } from './electron/stand-in-contents.ts'
import { openPage, StandInIpcMain } from './electron/stand-in-ipc.ts'

type ServedHost = {
  readonly serve: Serve
  readonly listen: (hear: (event: HostEvent) => void) => () => void
}

/** Both ends of the desktop's wire, joined by structured clone in one process: the real transport and the real preload. */
export function createIpcWirePair(host: ServedHost): { readonly wire: Wire; readonly close: () => void } {
  const ipcMain = new StandInIpcMain()
  const contents = new StandInContents()
  contents.mainFrame.url = deskPage
  const transport = createIpcTransport({
    ipcMain: ipcMain as never,
    serve: host.serve,
    ownContents: () => [contents as unknown as WebContents],
    log: () => undefined,
  })
  const stop = host.listen(transport.tell)
  const page = openPage(ipcMain, contents)
  exposeWire(page as never)
  const close = (): void => {
    stop()
    transport.close()
    contents.destroy()
  }
  return { wire: page.exposed.get('nightdesk') as Wire, close }
}
