import { connect } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openTestDoor, type TestDoor } from '../support/open-test-door.ts'
import { rawBytes, rawRequest, rawStart } from '../support/raw-request.ts'
import { scriptHandlers } from '../support/scripted-handlers.ts'

describe('the door', () => {
  let door: TestDoor
  afterEach(() => door.close())

  it('says so when its port is taken', async () => {
    door = await openTestDoor()
    await expect(openTestDoor({ port: door.port })).rejects.toThrow(
      `Port ${door.port} is taken by another program. Choose another with --port, or leave it out for a free one.`,
    )
  })

  it('S8 hangs up on senders that never finish, and answers others meanwhile', async () => {
    door = await openTestDoor({ timeouts: { headersMs: 200, requestMs: 400 } })
    const head = `POST /rpc/desk.describe HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n`
    const session = `Cookie: ${door.cookie}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`
    const slow = [rawBytes(door.port, head), rawBytes(door.port, `${head}${session}`)]
    expect((await rawRequest({ port: door.port, headers: { cookie: door.cookie } })).status).toBe(200)
    expect(await Promise.all(slow)).toEqual([
      expect.stringMatching(/^HTTP\/1\.1 408 /),
      expect.stringMatching(/^HTTP\/1\.1 408 /),
    ])
  })

  it("keeps the line of its own window for a minute, and nobody else's", async () => {
    door = await openTestDoor()
    const ask = (...more: string[]) => rawStart(door.port, ['GET / HTTP/1.1', `Host: 127.0.0.1:${door.port}`, ...more])
    expect(await ask(`Cookie: ${door.cookie}`)).toMatch(/^keep-alive: timeout=65\r$/im)
    expect(await ask()).toMatch(/^connection: close\r$/im)
  })

  it('outlives senders that vanish in the middle', async () => {
    door = await openTestDoor()
    const head = `POST /rpc/desk.describe HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\n`
    for (const rest of ['', 'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{']) {
      await new Promise((resolve) => {
        const socket = connect(door.port, '127.0.0.1', () => {
          socket.write(`${head}${rest}`, () => socket.resetAndDestroy())
        })
        socket.on('close', resolve)
      })
    }
    expect((await rawRequest({ port: door.port, headers: { cookie: door.cookie } })).status).toBe(200)
  })

  it('closes while a call hangs', async () => {
    const hang = vi.fn(() => new Promise<never>(() => undefined))
    door = await openTestDoor({ handlers: scriptHandlers({ 'desk.describe': hang }) })
    const headers = { cookie: door.cookie, 'content-type': 'application/json' }
    const path = '/rpc/desk.describe'
    const call = rawRequest({ port: door.port, method: 'POST', path, headers, body: '{}' })
    const refused = expect(call).rejects.toThrow('socket hang up')
    await vi.waitFor(() => expect(hang).toHaveBeenCalled())
    await door.close()
    await refused
    door = await openTestDoor()
  })

  it('never writes a token or a cookie to its log', async () => {
    door = await openTestDoor()
    const token = door.tokens.issue()
    await rawRequest({ port: door.port, path: `/?token=${token}` })
    await rawRequest({ port: door.port, path: `/?token=${token}` })
    expect(door.lines).toEqual([])
  })
})
