import type { WebContents } from 'electron'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { maxInputLength } from '../../electron/desktop/bounded-input.ts'
import { callChannel, eventChannel } from '../../electron/desktop/channels.ts'
import { deskPage } from '../../electron/desktop/desk-address.ts'
import { createIpcTransport } from '../../electron/desktop/ipc-transport.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { serve } from '../../shared/contract/serve.ts'
import { StandInContents, type StandInFrame } from '../support/electron/stand-in-contents.ts'
import { openPage, StandInIpcMain } from '../support/electron/stand-in-ipc.ts'
import { scriptHandlers } from '../support/scripted-handlers.ts'

/** A transport over handlers that only count, so that any side effect would show. */
function openTransport() {
  const done = vi.fn(async (): Promise<Reply<unknown>> => ({ ok: true, value: null }))
  const onError = vi.fn()
  const ipcMain = new StandInIpcMain()
  const contents = new StandInContents()
  contents.mainFrame.url = deskPage
  const names = Object.keys(contract)
  const handlers = scriptHandlers(Object.fromEntries(names.map((name) => [name, done])))
  const transport = createIpcTransport({
    ipcMain: ipcMain as never,
    serve: serve(handlers, onError),
    ownContents: () => [contents as unknown as WebContents],
    log: () => undefined,
  })
  const call = (name: unknown, input: unknown, frame?: StandInFrame | null, from = contents) =>
    openPage(ipcMain, from, frame === undefined ? from.mainFrame : frame).ipcRenderer.invoke(
      callChannel,
      name,
      input,
    ) as Promise<Reply<unknown>>
  return { done, onError, contents, transport, call }
}

const codeOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code)

describe('who may call', () => {
  it('S4 the main frame of our own page may', async () => {
    const { call, done } = openTransport()
    expect(codeOf(await call('desk.describe', {}))).toBe('ok')
    expect(done).toHaveBeenCalledTimes(1)
  })

  it.each([
    'about:blank',
    '',
    'https://elsewhere.example/',
    'file:///etc/passwd',
    'app://other/index.html',
    'app://nightdesk.elsewhere.example/index.html',
    'app://nightdesk:8080/index.html',
    'app://nightdesk@elsewhere.example/',
    'app://someone@nightdesk/index.html',
    'data:text/html,app://nightdesk/',
    'https://nightdesk/index.html',
    'chrome-error://chromewebdata/',
  ])('S4 a main frame at %j may not', async (url) => {
    const { call, contents, done } = openTransport()
    contents.mainFrame.url = url
    expect(codeOf(await call('desk.describe', {}))).toBe('notAllowed')
    expect(done).not.toHaveBeenCalled()
  })

  it('S4 a frame inside our page, a frame that is gone and a window that is not ours may not', async () => {
    const { call, contents, done } = openTransport()
    const inner: StandInFrame = { url: deskPage, parent: contents.mainFrame }
    const alien = new StandInContents()
    alien.mainFrame.url = deskPage
    const replies = [
      await call('desk.describe', {}, inner),
      await call('desk.describe', {}, null),
      await call('desk.describe', {}, undefined, alien),
    ]
    expect(replies.map(codeOf)).toEqual(['notAllowed', 'notAllowed', 'notAllowed'])
    expect(done).not.toHaveBeenCalled()
  })

  it('S4 1,000 random calls from elsewhere do nothing', async () => {
    const { call, contents, done } = openTransport()
    const inner: StandInFrame = { url: 'about:blank', parent: contents.mainFrame }
    const name = fc.oneof(fc.constantFrom(...Object.keys(contract)), fc.string())
    await fc.assert(
      fc.asyncProperty(name, fc.jsonValue(), async (chosen, input) => {
        expect(codeOf(await call(chosen, input, inner))).toBe('notAllowed')
      }),
      { numRuns: 1_000 },
    )
    expect(done).not.toHaveBeenCalled()
  })
})

describe('what may be called', () => {
  const cloneable = (value: unknown): boolean => {
    try {
      structuredClone(value)
      return true
    } catch {
      return false
    }
  }
  /** Calls that need no field would rightly accept an empty object. */
  const demanding = ['incidents.declare', 'incidents.open', 'facts.record', 'evidence.attach', 'link.open'] as const

  it('S4 1,000 random inputs are refused in words, reach no handler and break nothing', async () => {
    const { call, done, onError } = openTransport()
    const input = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true })
    const name = fc.oneof(
      fc.constantFrom(...demanding),
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString'),
    )
    await fc.assert(
      fc.asyncProperty(name, input.filter(cloneable), async (chosen, value) => {
        const reply = await call(chosen, value)
        expect(['badInput', 'tooLarge']).toContain(codeOf(reply))
      }),
      { numRuns: 1_000 },
    )
    expect(done).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  it.each([null, 7, {}, ['desk.describe'], 'x'.repeat(10_000)])('S4 the name %j is refused', async (name) => {
    const { call, done } = openTransport()
    expect(codeOf(await call(name, {}))).toBe('badInput')
    expect(done).not.toHaveBeenCalled()
  })

  it('S4 an input with its own __proto__, a cycle, or a class is refused', async () => {
    const { call, done } = openTransport()
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    const replies = [
      await call('desk.describe', JSON.parse('{"__proto__":{"admin":true}}')),
      await call('desk.describe', cycle),
      await call('desk.describe', new Map()),
    ]
    expect(replies.map(codeOf)).toEqual(['badInput', 'tooLarge', 'badInput'])
    expect(done).not.toHaveBeenCalled()
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it('S4 an input that is too long, too deep or too many is refused before it is read', async () => {
    const { call, done } = openTransport()
    const half = 'x'.repeat(maxInputLength / 2 + 1)
    const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 'x')
    const shared = Array.from({ length: 1_000 }, () => 1)
    const replies = [
      await call('desk.describe', { one: half, other: half }),
      await call('desk.describe', deep),
      await call(
        'desk.describe',
        Array.from({ length: 1_000 }, () => shared),
      ),
    ]
    expect(replies.map(codeOf)).toEqual(['tooLarge', 'tooLarge', 'tooLarge'])
    expect(done).not.toHaveBeenCalled()
  })

  it('lets evidence of 32 MiB through', async () => {
    const { call, done } = openTransport()
    const base64 = 'A'.repeat((32 * 1024 * 1024 * 4) / 3 - (((32 * 1024 * 1024 * 4) / 3) % 4))
    const input = { incident: '20261224-abcd', name: 'dump.log', mediaType: 'text/plain', base64 }
    expect(codeOf(await call('evidence.attach', input))).toBe('ok')
    expect(done).toHaveBeenCalledTimes(1)
  })
})

describe('events', () => {
  it('reach the open page, and a page that is gone is passed over', () => {
    const { contents, transport } = openTransport()
    const heard = vi.fn()
    contents.messages.on(eventChannel, (_event, hostEvent) => heard(hostEvent))
    transport.tell({ type: 'library' })
    contents.destroy()
    expect(() => transport.tell({ type: 'reset' })).not.toThrow()
    expect(heard.mock.calls).toEqual([[{ type: 'library' }]])
  })
})
