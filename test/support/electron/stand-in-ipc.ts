import { EventEmitter } from 'node:events'
import type { StandInContents, StandInFrame } from './stand-in-contents.ts'

type Caller = { readonly sender: StandInContents; readonly senderFrame: StandInFrame | null }
type Handler = (event: Caller, ...args: unknown[]) => unknown

/** The main process's end: one handler a channel, as Electron insists. */
export class StandInIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  channels(): readonly string[] {
    return [...this.#handlers.keys()]
  }

  /** Everything crosses by structured clone, both ways, as between processes. */
  async invoke(caller: Caller, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    const cloned = structuredClone(args)
    return structuredClone(await handler(caller, ...cloned))
  }
}

/** What a preload script finds behind `require('electron')`, and what it gave its page. */
export type StandInPage = {
  readonly ipcRenderer: {
    readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>
    readonly on: (channel: string, hear: (event: unknown, ...args: unknown[]) => void) => never
    readonly removeListener: (channel: string, hear: (event: unknown, ...args: unknown[]) => void) => never
  }
  readonly contextBridge: { readonly exposeInMainWorld: (key: string, api: unknown) => void }
  readonly exposed: ReadonlyMap<string, unknown>
}

/** Opens a page of some contents; another frame than the main one may call as well. */
export function openPage(
  ipcMain: StandInIpcMain,
  contents: StandInContents,
  senderFrame: StandInFrame | null = contents.mainFrame,
): StandInPage {
  const exposed = new Map<string, unknown>()
  const invoke = (channel: string, ...args: unknown[]) =>
    ipcMain.invoke({ sender: contents, senderFrame }, channel, args)
  return {
    ipcRenderer: {
      invoke,
      on: (channel, hear) => contents.messages.on(channel, hear) as never,
      removeListener: (channel, hear) => contents.messages.off(channel, hear) as never,
    },
    contextBridge: {
      exposeInMainWorld: (key, api) => {
        if (exposed.has(key)) throw new Error(`Cannot bind an API on top of an existing property on the window object`)
        exposed.set(key, Object.freeze(api))
      },
    },
    exposed,
  }
}
