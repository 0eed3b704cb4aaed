import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../electron/host/content-security-policy.ts'
import { openTestDoor, type TestDoor } from '../support/open-test-door.ts'
import { rawBytes, rawRequest } from '../support/raw-request.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
})
afterAll(() => door.close())

const read = (path: string, method = 'GET') =>
  rawRequest({ port: door.port, method, path, headers: { cookie: door.cookie } })

/** Ways out of a folder that have worked on somebody's server (S7). */
const escapes = [
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/./../secret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/%252e%252e/secret.txt',
  '/%c0%ae%c0%ae/secret.txt',
  '/....//secret.txt',
  '/..;/secret.txt',
  '//secret.txt',
  '///etc/passwd',
  '/etc/passwd',
  '/C:/Windows/win.ini',
  '/%5c%5cserver%5cshare',
  '/index.html%00.js',
  '/index.html::$DATA',
  '/assets',
  '/assets/',
  '/index.html/',
  '/INDEX.HTML',
  '/%69ndex.html%2f..%2f..%2fsecret.txt',
]

describe("the window's files", () => {
  it('are served with their types', async () => {
    expect(await read('/')).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
    const script = await read('/assets/app.js?v=1')
    expect(script).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } })
    expect(script.body).toBe('export {}')
  })

  it.each(escapes)('S7 %s is 404', async (path) => {
    const answer = await read(path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('outside')
  })

  it('S7 a NUL in the address is refused', async () => {
    const request = `GET /index.html\0.js HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\nConnection: close\r\n\r\n`
    expect(await rawBytes(door.port, request)).toMatch(/^HTTP\/1\.1 40[04] /)
  })

  it('HEAD answers as GET without the body', async () => {
    const [head, get] = [await read('/assets/app.js', 'HEAD'), await read('/assets/app.js')]
    expect(head).toMatchObject({ status: 200, body: '' })
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused', async (method) => {
    expect(await read('/', method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it('a range is answered with the whole', async () => {
    const headers = { cookie: door.cookie, range: 'bytes=5-1' }
    expect((await rawRequest({ port: door.port, path: '/assets/app.js', headers })).body).toBe('export {}')
  })

  it('every answer carries the policy and the other guards', async () => {
    const answers = [await read('/'), await read('/nothing'), await rawRequest({ port: door.port })]
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      })
    }
    expect(contentSecurityPolicy).toContain("default-src 'none'; script-src 'self'; ")
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|\*/)
  })

  it('outlive the folder that they were read from', async () => {
    const other = await openTestDoor()
    rmSync(join(other.folder, 'renderer'), { recursive: true })
    const answer = await rawRequest({ port: other.port, path: '/assets/app.js', headers: { cookie: other.cookie } })
    await other.close()
    expect(answer.status).toBe(200)
  })
})
