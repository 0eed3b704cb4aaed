import { describe, expect, it, vi } from 'vitest'
import { callChannel, eventChannel } from '../../electron/desktop/channels.ts'
import { exposeWire } from '../../electron/desktop/expose-wire.ts'
import type { Wire } from '../../shared/contract/client.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import { StandInContents } from '../support/electron/stand-in-contents.ts'
import { openPage, StandInIpcMain } from '../support/electron/stand-in-ipc.ts'
import { createIpcWirePair } from '../support/ipc-wire-pair.ts'

function exposedBy() {
  const ipcMain = new StandInIpcMain()
  const contents = new StandInContents()
  const page = openPage(ipcMain, contents)
  exposeWire(page as never)
  return { ipcMain, contents, page, wire: page.exposed.get('nightdesk') as Wire }
}

describe('what the page is given', () => {
  it('is the contract wire and nothing more', () => {
    const { page, wire } = exposedBy()
    expect([...page.exposed.keys()]).toEqual(['nightdesk'])
    expect(Reflect.ownKeys(wire).toSorted()).toEqual(['listen', 'send'])
    expect(Object.isFrozen(wire)).toBe(true)
  })

  it('cannot name a channel: whatever the page passes goes as data over the one channel', async () => {
    const { ipcMain, wire } = exposedBy()
    const heard: unknown[][] = []
    ipcMain.handle(callChannel, (_event, ...args) => heard.push(args))
    await wire.send('electron-store-get-data', { a: 1 })
    expect(heard).toEqual([['electron-store-get-data', { a: 1 }]])
    expect(ipcMain.channels()).toEqual([callChannel])
  })

  it("hands events over without Electron's event object, until it is stopped", () => {
    const { contents, wire } = exposedBy()
    const hear = vi.fn()
    const stop = wire.listen(hear)
    contents.send(eventChannel, { type: 'library' })
    stop()
    contents.send(eventChannel, { type: 'reset' })
    expect(hear.mock.calls).toEqual([[{ type: 'library' }]])
    expect(contents.messages.listenerCount(eventChannel)).toBe(0)
  })

  it('carries a call there, its answer back, and events until the door closes', async () => {
    const hearing = new Set<(event: HostEvent) => void>()
    const { wire, close } = createIpcWirePair({
      serve: async (name, input) => ({ ok: true, value: { name, input } }),
      listen: (hear) => {
        hearing.add(hear)
        return () => hearing.delete(hear)
      },
    })
    const hear = vi.fn()
    wire.listen(hear)
    for (const tell of hearing) tell({ type: 'library' })
    expect(await wire.send('desk.describe', { a: 1 })).toEqual({
      ok: true,
      value: { name: 'desk.describe', input: { a: 1 } },
    })
    expect(hear.mock.calls).toEqual([[{ type: 'library' }]])
    close()
    expect(hearing.size).toBe(0)
    await expect(wire.send('desk.describe', {})).rejects.toThrow('No handler registered')
  })
})
