import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Refusal, Reply } from '../../shared/contract/refusal.ts'
import type { Serve } from '../../shared/contract/serve.ts'
import { checkInput } from './bounded-input.ts'
import { callChannel, eventChannel } from './channels.ts'
import { isDeskAddress } from './desk-address.ts'

type IpcTransportOptions = {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>
  readonly serve: Serve
  /** The contents of the windows that this program opened itself. */
  readonly ownContents: () => readonly WebContents[]
  readonly log: (line: string) => void
}

const stranger: Refusal = { code: 'notAllowed', message: 'Only the Nightdesk window may call the host.' }

type Caller = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>

/** A caller is trusted only as the main frame of a window of ours that shows our own page, looked at on every call. */
function isOwnPage({ sender, senderFrame }: Caller, own: readonly WebContents[]): boolean {
  if (senderFrame === null || !own.includes(sender)) return false
  return senderFrame.parent === null && isDeskAddress(senderFrame.url)
}

/** Carries calls and events between the windows and the host over one channel each way. */
export function createIpcTransport({ ipcMain, serve, ownContents, log }: IpcTransportOptions) {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOwnPage(event, ownContents())) {
      log(`refused a call from ${event.senderFrame?.url ?? 'a frame that is gone'}`)
      return { ok: false, error: stranger }
    }
    const checked = checkInput(name, input)
    return checked.ok ? serve(checked.value, input) : checked
  })
  return {
    /** Tells every open window. */
    tell: (event: HostEvent): void => {
      for (const contents of ownContents()) {
        if (!contents.isDestroyed()) contents.send(eventChannel, event)
      }
    },
    close: (): void => ipcMain.removeHandler(callChannel),
  }
}
