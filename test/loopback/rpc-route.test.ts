import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openTestDoor, type TestDoor } from '../support/open-test-door.ts'
import { rawRequest } from '../support/raw-request.ts'
import { scriptHandlers } from '../support/scripted-handlers.ts'

const handler = vi.fn(async (input: unknown) => ({ ok: true as const, value: input }))

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor({ handlers: scriptHandlers({ 'desk.describe': handler }) })
})
afterAll(() => door.close())

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  rawRequest({
    port: door.port,
    method: 'POST',
    path: '/rpc/desk.describe',
    headers: { cookie: door.cookie, 'content-type': 'application/json', ...headers },
    body,
  })

describe('POST /rpc/<noun.verb>', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/json',
    '',
  ])('refuses a body of type "%s", as a page of another site may send it unasked', async (type) => {
    expect((await post('{}', { 'content-type': type })).status).toBe(415)
  })

  it('refuses a compressed body', async () => {
    expect((await post(gzipSync('{}'), { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    const headers = { cookie: door.cookie }
    const answer = await rawRequest({ port: door.port, method, path: '/rpc/desk.describe', headers })
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST' } })
  })

  it.each(['', '{', '{"a":}', 'undefined', '{} {}', '\uFEFF{'])('refuses "%s", which is not JSON', async (body) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'badInput' } })
  })

  it('refuses bytes that are not UTF-8', async () => {
    expect((await post(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).status).toBe(400)
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s, however deep', async (key) => {
    const answers = await Promise.all([post(`{"${key}":{"x":1}}`), post(`{"a":[{"b":{"${key}":1}}]}`)])
    expect(answers.map((answer) => answer.status)).toEqual([400, 400])
  })

  it('refuses JSON that is 100,000 deep, and still answers', async () => {
    expect((await post('['.repeat(100_000) + ']'.repeat(100_000))).status).toBe(400)
    expect((await post(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)).status).toBe(400)
    expect((await post('{}')).status).toBe(200)
  })

  it('takes 40 MiB and refuses more, in words that a screen can show', async () => {
    const limit = 40 * 1_048_576
    const fits = await post(`{"a":"${'x'.repeat(limit - 8)}"}`)
    expect(fits.status).toBe(200)
    const over = await post(`{"a":"${'x'.repeat(limit - 7)}"}`)
    expect(over.status).toBe(413)
    expect(JSON.parse(over.body)).toEqual({
      ok: false,
      error: { code: 'tooLarge', message: 'That is larger than 40 MiB. Nothing was saved.' },
    })
  })

  it('answers refusals of the host with 200 and a reply', async () => {
    const headers = { cookie: door.cookie, 'content-type': 'application/json; charset=utf-8' }
    const answer = await rawRequest({ port: door.port, method: 'POST', path: '/rpc/no.call', headers, body: '{}' })
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    })
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'badInput' } })
  })
})
