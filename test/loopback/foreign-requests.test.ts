import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openTestDoor, type TestDoor } from '../support/open-test-door.ts'
import { type RawResponse, rawBytes, rawRequest } from '../support/raw-request.ts'
import { scriptHandlers } from '../support/scripted-handlers.ts'

const handler = vi.fn(async () => ({ ok: true as const, value: [] }))
const json = 'application/json'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor({ handlers: scriptHandlers({ 'incidents.list': handler }) })
})
afterAll(() => door.close())

/** The same call that works for the door's own window, with other headers. */
const callWith = (headers: Record<string, string>): Promise<RawResponse> =>
  rawRequest({
    port: door.port,
    method: 'POST',
    path: '/rpc/incidents.list',
    headers: { cookie: door.cookie, 'content-type': json, ...headers },
    body: '{}',
  })

describe('foreign requests', () => {
  it('S9 a page of another name that resolves to this machine is refused', async () => {
    const hosts = [
      'rebind.test',
      `rebind.test:${door.port}`,
      `evil:${door.port}`,
      '127.0.0.1',
      'localhost',
      `127.0.0.1:${door.port + 1}`,
      `127.0.0.1.evil.test:${door.port}`,
      `localhost.:${door.port}`,
      `[::1]:${door.port}`,
      `0.0.0.0:${door.port}`,
      `user@127.0.0.1:${door.port}`,
    ]
    const answers = await Promise.all(hosts.map((host) => callWith({ host })))
    expect(answers.map((answer) => answer.status)).toEqual(hosts.map(() => 403))
  })

  it('S8 a foreign Origin is refused, with the cookie and without', async () => {
    const origins = [
      'https://evil.test',
      'null',
      'http://127.0.0.1',
      `http://127.0.0.1:${door.port + 1}`,
      `https://127.0.0.1:${door.port}`,
      `http://localhost:${door.port}`,
      'file://',
      '',
    ]
    const answers = await Promise.all(origins.map((origin) => callWith({ origin })))
    expect(answers.map((answer) => answer.status)).toEqual(origins.map(() => 403))
  })

  it.each(['cross-site', 'same-site', 'Same-Origin', 'anything'])('S8 Sec-Fetch-Site %s is refused', async (site) => {
    expect((await callWith({ 'sec-fetch-site': site })).status).toBe(403)
  })

  it('refuses on every address, also the one that spends a token', async () => {
    const token = door.tokens.issue()
    const paths = ['/', '/events', '/assets/app.js', `/?token=${token}`]
    const headers = { cookie: door.cookie, origin: 'https://evil.test' }
    const answers = await Promise.all(paths.map((path) => rawRequest({ port: door.port, path, headers })))
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403])
    expect((await rawRequest({ port: door.port, path: `/?token=${token}` })).status).toBe(302)
  })

  it('nothing that was refused reached the host', () => {
    expect(handler).not.toHaveBeenCalled()
  })

  it('its own window gets through, by number and by name', async () => {
    const own = await callWith({ origin: `http://127.0.0.1:${door.port}`, 'sec-fetch-site': 'same-origin' })
    const host = `localhost:${door.port}`
    const byName = await callWith({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })
    const typed = await callWith({ 'sec-fetch-site': 'none' })
    expect([own.status, byName.status, typed.status]).toEqual([200, 200, 200])
    expect(handler).toHaveBeenCalledTimes(3)
  })

  it('no answer gives another site leave', async () => {
    const preflight = await rawRequest({
      port: door.port,
      method: 'OPTIONS',
      path: '/rpc/incidents.list',
      headers: { cookie: door.cookie, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(405)
    const answers = [preflight, await callWith({}), await callWith({ origin: 'https://evil.test' })]
    const names = answers.flatMap((answer) => Object.keys(answer.headers))
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([])
  })

  it('listens on the loopback address alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter((each) => !each.internal && each.family === 'IPv4')
      .map((each) => each.address)
    const isReached = (host: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect({ port: door.port, host })
        socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
      })
    expect(await Promise.all(['::1', '127.0.0.2', ...others].map(isReached))).not.toContain(true)
  })
})

describe('broken HTTP', () => {
  const head = () => `POST /rpc/incidents.list HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\n`

  it('S8 a request of two lengths is refused', async () => {
    const before = handler.mock.calls.length
    const smuggled = `${head()}Content-Type: ${json}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${head()}\r\n`
    expect(await rawBytes(door.port, smuggled)).toMatch(/^HTTP\/1\.1 400 /)
    const twice = `${head()}Content-Type: ${json}\r\nContent-Length: 2\r\nContent-Length: 40\r\n\r\n{}`
    expect(await rawBytes(door.port, twice)).toMatch(/^HTTP\/1\.1 400 /)
    expect(handler).toHaveBeenCalledTimes(before)
  })

  it('headers over 8 KiB are refused', async () => {
    expect(await rawBytes(door.port, `${head()}X-Long: ${'a'.repeat(9_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  })

  it.each(['http://evil.test/', '//evil.test/', '*', 'http://['])('the target %s leads nowhere', async (target) => {
    const request = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\nConnection: close\r\n\r\n`
    expect(await rawBytes(door.port, request)).toMatch(/^HTTP\/1\.1 40[04] /)
  })

  it('an upgrade is not taken', async () => {
    const request = `GET /events HTTP/1.1\r\nHost: rebind.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
    expect(await rawBytes(door.port, request)).toMatch(/^HTTP\/1\.1 403 /)
  })
})
