import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../shared/contract/client.ts'
import { type CallName, contract } from '../../shared/contract/contract.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import { scriptHandlers } from '../support/scripted-handlers.ts'
import { httpTransport } from './http-transport.ts'
import { ipcTransport } from './ipc-transport.ts'
import { memoryTransport } from './memory-transport.ts'
import { sampleInputs } from './sample-inputs.ts'
import type { OpenTransport } from './transport.ts'

const callNames = Object.keys(contract) as CallName[]

describe.each([memoryTransport, httpTransport, ipcTransport])('over $name', ({ open }) => {
  let opened: OpenTransport | undefined
  const begin = async (
    script: Parameters<typeof scriptHandlers>[0] = {},
    onError: (name: string, error: unknown) => void = () => undefined,
  ) => {
    opened = await open(scriptHandlers(script), onError)
    return opened
  }
  afterEach(async () => opened?.close())

  it.each(callNames)('%s carries its input there and its reply back', async (name) => {
    const handler = vi.fn(async (input: unknown) => ({ ok: true as const, value: { echoed: input } }))
    const { wire } = await begin({ [name]: handler })
    const checked = contract[name].input.parse(sampleInputs[name])
    await expect(createClient(wire).call(name, sampleInputs[name])).resolves.toEqual({
      ok: true,
      value: { echoed: checked },
    })
    expect(handler).toHaveBeenCalledOnce()
  })

  it.each(callNames)('%s refuses bad input before its handler', async (name) => {
    const handler = vi.fn(async () => ({ ok: true as const, value: null }))
    const { wire } = await begin({ [name]: handler })
    for (const bad of [42, 'text', null, [], [{}]]) {
      await expect(wire.send(name, bad)).resolves.toMatchObject({ ok: false, error: { code: 'badInput' } })
    }
    expect(handler).not.toHaveBeenCalled()
  })

  it.each(['desk.destroy', 'toString', 'constructor', '__proto__', '', '../desk.describe', 'desk.describe '])(
    'refuses the unknown call "%s"',
    async (name) => {
      const { wire } = await begin()
      await expect(wire.send(name, {})).resolves.toMatchObject({ ok: false, error: { code: 'badInput' } })
    },
  )

  it('turns a handler that throws into a refusal, and reports it', async () => {
    const broken = new Error('disk on fire')
    const onError = vi.fn()
    const script = { 'desk.describe': async () => Promise.reject(broken) }
    const { wire } = await begin(script, onError)
    const reply = await createClient(wire).call('desk.describe', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(onError).toHaveBeenCalledWith('desk.describe', broken)
    await expect(createClient(wire).call('incidents.list', {})).resolves.toMatchObject({ error: { code: 'notFound' } })
  })

  it('brings a refusal back whole', async () => {
    const error = { code: 'notAllowed' as const, message: 'The rung fired at 03:12.', hint: 'Look at the ladder.' }
    const { wire } = await begin({ 'facts.record': async () => ({ ok: false, error }) })
    await expect(createClient(wire).call('facts.record', sampleInputs['facts.record'])).resolves.toEqual({
      ok: false,
      error,
    })
  })

  it('carries megabytes both ways', async () => {
    const base64 = 'QUJD'.repeat(1_000_000)
    const { wire } = await begin({ 'evidence.attach': async (input) => ({ ok: true, value: input }) })
    const input = { ...sampleInputs['evidence.attach'], base64 }
    await expect(createClient(wire).call('evidence.attach', input)).resolves.toEqual({ ok: true, value: input })
  })

  it('answers calls made at the same time, each with its own reply', async () => {
    const { wire } = await begin({ 'library.read': async (input) => ({ ok: true, value: input }) })
    const paths = Array.from({ length: 50 }, (_, index) => `reference/${index}.md`)
    const replies = await Promise.all(paths.map((path) => createClient(wire).call('library.read', { path })))
    expect(replies).toEqual(paths.map((path) => ({ ok: true, value: { path } })))
  })

  it('brings events in order to every listener, until it stops listening', async () => {
    const { wire, emit, settled } = await begin()
    const events = Array.from({ length: 300 }, (_, index): HostEvent => ({ type: 'clock', now: `moment ${index}\n` }))
    const first: HostEvent[] = []
    const second: HostEvent[] = []
    const stopFirst = wire.listen((event) => first.push(event))
    wire.listen((event) => second.push(event))
    await settled()
    for (const event of events.slice(0, 200)) emit(event)
    await vi.waitFor(() => expect(first).toHaveLength(200))
    stopFirst()
    for (const event of events.slice(200)) emit(event)
    await vi.waitFor(() => expect(second).toHaveLength(300))
    expect(first).toEqual(events.slice(0, 200))
    expect(second).toEqual(events)
  })
})
