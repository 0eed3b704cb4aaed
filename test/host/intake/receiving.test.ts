import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { alertBody, alertBodyText } from '../../support/alert-bodies.ts'
import { openTestDesk, type TestDesk } from '../../support/open-host.ts'
import { freePort } from '../../support/open-intake.ts'
import { type Post, postAlert, testToken } from '../../support/post-alert.ts'
import { rawBytes } from '../../support/raw-request.ts'

let desk: TestDesk
afterEach(async () => desk.close())

const given = { port: 0, token: testToken }
const open = async (): Promise<number> => {
  desk = await openTestDesk({ intake: given })
  return (await desk.call('intake.describe', {})).port
}
const firing = alertBodyText('alertmanager-firing-one')
const rows = async () => (await desk.call('alerts.list', {})).rows

describe('what is taken', () => {
  it('A1 A22 a captured body is answered 202, on the disk, in the list and told to the windows', async () => {
    const port = await open()
    const answer = await postAlert({ port, body: firing })
    expect([answer.status, JSON.parse(answer.body)]).toEqual([202, { accepted: 1 }])
    expect(readFileSync(join(desk.dataFolder, 'alerts/inbox.jsonl'), 'utf8')).toContain('9cec721d7ab53afd')
    expect(await rows()).toMatchObject([{ name: 'PipelineFreshnessLate', status: 'firing', reports: 1 }])
    expect(desk.events.find(({ type }) => type === 'alerts')).toMatchObject({
      rows: [{ name: 'PipelineFreshnessLate' }],
    })
    expect(await desk.call('intake.describe', {})).toMatchObject({ listening: true, received: 1, lastRefusal: null })
  })

  it('A1 each sender has its address', async () => {
    const port = await open()
    await postAlert({ port, to: 'grafana', body: alertBodyText('grafana-firing') })
    const pagerduty = await postAlert({ port, to: 'pagerduty', body: alertBodyText('pagerduty-trigger') })
    expect(JSON.parse(pagerduty.body)).toMatchObject({ status: 'success', dedup_key: 'profit_daily/late' })
    await postAlert({ port, to: 'generic?x=1', body: '{"title":"Loader stuck"}' })
    expect((await rows()).map(({ source }) => source).sort()).toEqual(['generic', 'grafana', 'pagerduty'])
  })

  it('A22 kill -9 right after the answer loses nothing', async () => {
    const port = await open()
    await postAlert({ port, body: firing })
    desk.crash()
    await desk.restart()
    expect(await rows()).toMatchObject([{ name: 'PipelineFreshnessLate', status: 'firing' }])
  })

  it('A13 A22 a burst of 200 is taken whole, and a repeat of it makes no second row', async () => {
    const port = await open()
    const bodies = Array.from({ length: 200 }, (_, index) => `{"title":"Alert ${index}"}`)
    for (const reports of [1, 2]) {
      const answers = await Promise.all(bodies.map((body) => postAlert({ port, to: 'generic', body })))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
      const found = await rows()
      expect([found.length, new Set(found.map((row) => row.reports))]).toEqual([200, new Set([reports])])
    }
    desk.crash()
    await desk.restart()
    expect(await rows()).toHaveLength(200)
  })

  it('A6 says that the sender left alerts out', async () => {
    const port = await open()
    await postAlert({ port, body: alertBodyText('alertmanager-firing-truncated') })
    expect(await desk.call('alerts.list', {})).toMatchObject({ cutShort: { source: 'alertmanager', leftOut: 1 } })
  })
})

describe('what is refused', () => {
  const refused: readonly (readonly [what: string, status: number, post: Partial<Post>])[] = [
    ['no token', 401, { headers: { authorization: '' } }],
    ['a wrong token', 401, { token: 'x'.repeat(43) }],
    ['the token under another scheme', 401, { headers: { authorization: `Basic ${testToken}` } }],
    ['the token in the address', 401, { to: `/intake/alertmanager?token=${testToken}`, token: '' }],
    ['an Origin', 403, { headers: { origin: 'https://evil.example' } }],
    ['its own address as Origin', 403, { headers: { origin: 'http://127.0.0.1' } }],
    ['a page of any site', 403, { headers: { 'sec-fetch-site': 'same-origin' } }],
    ['another Host (DNS rebinding)', 403, { headers: { host: 'rebind.test' } }],
    ['an unknown address', 404, { to: '/intake/opsgenie' }],
    ['an address beside it', 404, { to: '/rpc/desk.describe' }],
    ['GET', 405, { method: 'GET', body: '' }],
    ['OPTIONS', 405, { method: 'OPTIONS', body: '' }],
    ['plain text', 415, { headers: { 'content-type': 'text/plain' } }],
    ['a form', 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['compressed JSON', 415, { headers: { 'content-encoding': 'gzip' } }],
    ['more than 256 KiB', 413, { body: JSON.stringify({ title: 'x'.repeat(262_144) }) }],
    ['no JSON', 400, { body: '{"alerts":' }],
    ['JSON of another shape', 400, { body: '{"text":"late"}' }],
    ['a prototype key', 400, { body: '{"alerts":[],"__proto__":{}}' }],
    ['JSON without end', 400, { body: '['.repeat(100_000) + ']'.repeat(100_000) }],
  ]

  it('A23 is answered with a reason on one line, and changes nothing', async () => {
    const port = await open()
    for (const [what, status, post] of refused) {
      const answer = await postAlert({ port, body: firing, ...post })
      expect(answer.status, what).toBe(status)
      const { error, hint } = JSON.parse(answer.body)
      expect([typeof error, typeof hint, answer.body.trim().includes('\n')], what).toEqual(['string', 'string', false])
      expect(answer.body, what).not.toContain(testToken)
    }
    expect(await rows()).toEqual([])
    expect(await desk.call('intake.describe', {})).toMatchObject({ received: 0, lastRefusal: { status: 400 } })
    expect((await postAlert({ port, body: firing })).status).toBe(202)
  })

  it('A23 a body that says no length is cut where it grows too long', async () => {
    const port = await open()
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const head = `POST /intake/generic HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${testToken}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`
    expect(await rawBytes(port, `${head}${chunk.repeat(6)}0\r\n\r\n`)).toContain('413 Payload Too Large')
    // Without an end: the line is cut, whatever else would have come.
    await rawBytes(port, `${head}${chunk.repeat(32)}`)
    expect(await rows()).toEqual([])
    expect((await postAlert({ port, body: firing })).status).toBe(202)
  })

  it('A23 two lengths for one body are refused, and so are headers without end', async () => {
    const port = await open()
    const smuggled = `POST /intake/generic HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${testToken}\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nPOST`
    expect(await rawBytes(port, smuggled)).toContain('400 Bad Request')
    const long = `POST /intake/generic HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`
    expect(await rawBytes(port, long)).toContain('431')
  })
})

describe('on, off and the token', () => {
  const start = async (): Promise<number> => {
    desk = await openTestDesk()
    expect(await desk.call('intake.describe', {})).toMatchObject({ enabled: false, listening: false, token: null })
    const free = await freePort()
    expect(await desk.call('intake.enable', { port: free })).toMatchObject({ listening: true, port: free })
    return free
  }

  it('A23 without a token nothing gets in, and the answer says where to make one', async () => {
    const port = await start()
    const answer = await postAlert({ port, body: firing })
    expect([answer.status, answer.body]).toEqual([401, expect.stringContaining('no token yet')])
  })

  it('A24 keeps a digest only, in a file for its owner; a new token ends the old one; all of it survives a restart', async () => {
    const port = await start()
    const { token } = await desk.call('intake.renewToken', {})
    const file = join(desk.dataFolder, 'intake.json')
    expect(readFileSync(file, 'utf8')).not.toContain(token)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.stringify(await desk.call('intake.describe', {}))).not.toContain(token)
    const send = (with_: string) => postAlert({ port, body: firing, token: with_ }).then(({ status }) => status)
    expect(await send(token)).toBe(202)
    const { token: next } = await desk.call('intake.renewToken', {})
    expect([await send(token), await send(next)]).toEqual([401, 202])
    await desk.host().close()
    await desk.restart()
    expect(await desk.call('intake.describe', {})).toMatchObject({ enabled: true, listening: true, port })
    expect(await send(next)).toBe(202)
    await desk.call('intake.disable', {})
    await expect(send(next)).rejects.toThrow()
  })

  it('a taken port is said in words, and another one can be chosen', async () => {
    desk = await openTestDesk()
    const other = createServer().listen(0, '127.0.0.1')
    await vi.waitFor(() => expect(other.listening).toBe(true))
    const { port } = other.address() as AddressInfo
    expect(await desk.call('intake.enable', { port })).toMatchObject({
      enabled: true,
      listening: false,
      problem: `Port ${port} is taken by another program. Choose another one. Everything else works.`,
    })
    expect(await desk.call('incidents.list', {})).toEqual([])
    other.close()
    expect(await desk.call('intake.enable', { port: await freePort() })).toMatchObject({
      listening: true,
      problem: null,
    })
  })

  it('a test alert comes in through the open port, and the token lent to it opens nothing afterwards', async () => {
    await start()
    expect(await desk.call('intake.sendTest', {})).toEqual({ accepted: true })
    expect(await rows()).toMatchObject([{ name: 'NightdeskTest', source: 'generic', status: 'firing' }])
    await desk.call('intake.disable', {})
    expect(await desk.client().call('intake.sendTest', {})).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  })

  it('J9 a second Nightdesk on the same data takes nothing in and says who does', async () => {
    const port = await start()
    const second = await openTestDesk({ root: join(desk.dataFolder, '..'), intake: { port: 0, token: testToken } })
    expect(await second.call('intake.describe', {})).toMatchObject({
      listening: false,
      problem: expect.stringContaining('holds'),
    })
    expect(await second.client().call('intake.renewToken', {})).toMatchObject({
      ok: false,
      error: { code: 'readOnly' },
    })
    expect((await postAlert({ port, body: firing })).status).toBe(401)
    await second.host().close()
  })
})

it('keeps an alert whose text would steer a terminal as text', async () => {
  const port = await open()
  const [alert] = alertBody('alertmanager-firing-one').alerts as [Record<string, object>]
  const labels = { ...alert.labels, dataset: '\u001b]0;x\u0007\u202e<script>alert(1)</script>' }
  await postAlert({ port, body: JSON.stringify({ alerts: [{ ...alert, labels }] }) })
  expect((await rows())[0]?.labels.dataset).toBe('\ufffd]0;x\ufffd\ufffd<script>alert(1)</script>')
})
