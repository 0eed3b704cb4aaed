import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import { type EventReader, readEvents, type StreamMessage } from '../support/event-reader.ts'
import { openTestDoor, type TestDoor, type TestDoorOptions } from '../support/open-test-door.ts'
import { rawRequest } from '../support/raw-request.ts'

const moment = (index: number): HostEvent => ({ type: 'clock', now: `moment ${index}` })

describe('GET /events', () => {
  let door: TestDoor
  const readers: EventReader[] = []
  const begin = async (options: TestDoorOptions = {}) => {
    door = await openTestDoor(options)
    return door
  }
  const read = async (lastId?: string) => {
    const messages: StreamMessage[] = []
    const comments: string[] = []
    const address = { port: door.port, cookie: door.cookie, ...(lastId === undefined ? {} : { lastId }) }
    const reader = readEvents(
      address,
      (message) => messages.push(message),
      (comment) => comments.push(comment),
    )
    readers.push(reader)
    const response = await reader.opened
    return { ...reader, response, comments, messages, events: () => messages.map(({ data }) => JSON.parse(data)) }
  }
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.close()
    await door.close()
  })

  it('is a stream of its own type, each event with an id', async () => {
    await begin()
    const window = await read()
    expect(window.response.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    door.emit(moment(1))
    door.emit(moment(2))
    await vi.waitFor(() => expect(window.events()).toEqual([moment(1), moment(2)]))
    expect(new Set(window.messages.map(({ id }) => id)).size).toBe(2)
  })

  it('resumes from the last id without loss or repeat, wherever the line broke', async () => {
    await begin()
    const whole = await read()
    for (let index = 1; index <= 20; index += 1) door.emit(moment(index))
    await vi.waitFor(() => expect(whole.messages).toHaveLength(20))
    for (const [index, { id }] of [...whole.messages].entries()) {
      const resumed = await read(id)
      door.emit({ type: 'library' })
      await vi.waitFor(() => expect(whole.messages).toHaveLength(21 + index))
      await vi.waitFor(() => expect(resumed.messages).toEqual(whole.messages.slice(index + 1)))
      resumed.close()
    }
  })

  it('resumes for a window that lost the line before its first event', async () => {
    await begin()
    const window = await read()
    await vi.waitFor(() => expect(window.lastId()).not.toBe(''))
    window.close()
    door.emit(moment(1))
    const resumed = await read(window.lastId())
    await vi.waitFor(() => expect(resumed.events()).toEqual([moment(1)]))
  })

  it('says reset, once, when what was missed is gone', async () => {
    await begin({ events: { heartbeatMs: 60_000, kept: 5 } })
    const window = await read()
    for (let index = 1; index <= 7; index += 1) door.emit(moment(index))
    await vi.waitFor(() => expect(window.messages).toHaveLength(7))
    const idOf = (index: number) => window.messages[index - 1]?.id ?? ''
    const tooOld = await read(idOf(1))
    const justKept = await read(idOf(2))
    door.emit(moment(8))
    await vi.waitFor(() => expect(tooOld.events()).toEqual([{ type: 'reset' }, moment(8)]))
    await vi.waitFor(() => expect(justKept.events()).toEqual([3, 4, 5, 6, 7, 8].map(moment)))
  })

  it('says reset for the id of an earlier run, and for nonsense', async () => {
    await begin()
    door.emit(moment(1))
    const ids = ['0123456789ab.1', '1', 'x', `${'a'.repeat(12)}.NaN`, `${'b'.repeat(12)}.-1`, `${'c'.repeat(12)}.1e9`]
    const windows = await Promise.all(ids.map((id) => read(id)))
    for (const window of windows) await vi.waitFor(() => expect(window.events()).toEqual([{ type: 'reset' }]))
  })

  it('a window that came after a reset is told only what is new', async () => {
    await begin()
    door.emit(moment(1))
    const lost = await read('foreign.1')
    await vi.waitFor(() => expect(lost.messages).toHaveLength(1))
    door.emit(moment(2))
    const resumed = await read(lost.messages[0]?.id)
    await vi.waitFor(() => expect(resumed.events()).toEqual([moment(2)]))
  })

  it('keeps the line alive while nothing happens', async () => {
    await begin({ events: { heartbeatMs: 5, kept: 10 } })
    const window = await read()
    await vi.waitFor(() => expect(window.comments.length).toBeGreaterThan(2))
    expect(window.messages).toEqual([])
  })

  it('ends every stream when the door closes', async () => {
    await begin()
    const window = await read()
    const ended = new Promise((resolve) => window.response.on('end', resolve))
    await door.close()
    await ended
    door = await openTestDoor()
  })

  it('is read by GET only', async () => {
    await begin()
    const headers = { cookie: door.cookie, 'content-type': 'application/json' }
    expect((await rawRequest({ port: door.port, method: 'POST', path: '/events', headers })).status).toBe(405)
  })
})
