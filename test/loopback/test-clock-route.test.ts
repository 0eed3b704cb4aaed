import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestClock } from '../../electron/host/test-clock.ts'
import { createTestClockRoute } from '../../electron/loopback/test-clock-route.ts'
import { openTestDoor } from '../support/open-test-door.ts'
import { rawRequest } from '../support/raw-request.ts'

const startAt = '2026-12-24T13:00:00.000Z'

describe('POST /test/clock', () => {
  let server: Server
  let port: number
  beforeEach(async () => {
    const route = createTestClockRoute(createTestClock(startAt))
    server = createServer((request, response) => void route(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterEach(() => server.close())

  const move = async (body: unknown, headers = { 'content-type': 'application/json' }) => {
    const answer = await rawRequest({ port, method: 'POST', path: '/test/clock', headers, body: JSON.stringify(body) })
    return answer.status === 200 ? JSON.parse(answer.body) : answer.status
  }

  it('advances, sleeps and sets, and says the time', async () => {
    expect(await move({ advance: 'PT30M' })).toEqual({ now: '2026-12-24T13:30:00.000Z' })
    expect(await move({ sleep: 'PT41M' })).toEqual({ now: '2026-12-24T14:11:00.000Z' })
    expect(await move({ set: startAt })).toEqual({ now: startAt })
  })

  it.each([
    {},
    { advance: 'half an hour' },
    { advance: 'PT0S' },
    { advance: 'P32D' },
    { advance: 'PT1M', set: startAt },
    { set: 'noon' },
    [],
  ])('%j moves nothing', async (body) => {
    expect(await move(body)).toBe(400)
    expect(await move({ advance: 'PT1S' })).toEqual({ now: '2026-12-24T13:00:01.000Z' })
  })

  it('takes JSON by POST only', async () => {
    expect(await move({ advance: 'PT1M' }, { 'content-type': 'text/plain' })).toBe(415)
    expect((await rawRequest({ port, path: '/test/clock' })).status).toBe(405)
  })

  it('is not there without a test clock', async () => {
    const door = await openTestDoor()
    const headers = { cookie: door.cookie, 'content-type': 'application/json' }
    const answer = await rawRequest({ port: door.port, method: 'GET', path: '/test/clock', headers })
    await door.close()
    expect(answer.status).toBe(404)
  })
})
