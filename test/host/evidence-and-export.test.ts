import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

let desk: TestDesk
afterEach(() => desk.close())

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('evidence', () => {
  it('is kept by hash, told from its bytes, and comes back the same', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    const text = base64('<svg onload=alert(1)></svg>')
    const { records } = await desk.call('evidence.attach', {
      incident,
      name: 'x.png',
      mediaType: 'image/png',
      base64: text,
    })
    const data = records[0]?.data
    expect(data?.mediaType).toBe('text/plain')
    const read = await desk.call('evidence.read', { incident, sha256: String(data?.sha256) })
    expect(read.base64).toBe(text)
  })

  it('refuses what is empty or too large, and records nothing', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    const attach = (data: string) =>
      desk.client().call('evidence.attach', { incident, name: 'x.bin', mediaType: '', base64: data })
    expect(await attach('')).toMatchObject({ ok: false, error: { code: 'badInput' } })
    const large = Buffer.alloc(26 * 1024 * 1024, 1).toString('base64')
    expect(await attach(large)).toMatchObject({ ok: false, error: { code: 'tooLarge' } })
    expect(await desk.typesOf(incident)).toEqual(['incident.declared'])
  })
})

describe('the postmortem export', () => {
  it('P1 is the same bytes each time, with the evidence beside it and the head in its front matter', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    await desk.call('evidence.attach', { incident, name: 'log.txt', mediaType: 'text/plain', base64: base64('boom') })
    await desk.call('facts.record', { incident, facts: [{ type: 'incident.resolved', data: {} }] })
    const first = await desk.call('postmortem.export', { incident, format: 'md' })
    const again = await desk.call('postmortem.export', { incident, format: 'md' })
    expect(again.sha256).toBe(first.sha256)
    expect(readFileSync(first.file, 'utf8')).toBe(first.text)
    expect(readdirSync(join(first.folder, 'evidence', incident))).toHaveLength(1)
    const { state } = await desk.call('incidents.open', { incident, tail: 1 })
    expect(first.text).toContain(state.hash)
  })

  it('P5 takes secrets out of exported texts and says in which', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    const secret = ['AK', 'IAQ3EGR7L2XKZ9V4TB'].join('')
    const log = `export AWS_ACCESS_KEY_ID=${secret}\nrows read: 0\n`
    await desk.call('evidence.attach', { incident, name: 'env.txt', mediaType: 'text/plain', base64: base64(log) })
    const { folder, text } = await desk.call('postmortem.export', { incident, format: 'md' })
    const beside = join(folder, 'evidence', incident)
    const files = readdirSync(beside).map((name) => readFileSync(join(beside, name), 'utf8'))
    expect([text, ...files].join('\n')).not.toContain(secret)
    expect(files.join('\n')).toContain('rows read: 0')
    expect(readdirSync(beside)).toContain('redacted.txt')
  })

  it('J8 leaves redacted evidence out', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    const attached = await desk.call('evidence.attach', {
      incident,
      name: 'secret.txt',
      mediaType: 'text/plain',
      base64: base64('not for others'),
    })
    await desk.call('evidence.attach', { incident, name: 'again.txt', mediaType: '', base64: base64('not for others') })
    const of = attached.records[0]?.id ?? ''
    await desk.call('facts.record', {
      incident,
      facts: [{ type: 'evidence.redacted', data: { of, reason: 'names a customer' } }],
    })
    const { folder, text } = await desk.call('postmortem.export', { incident, format: 'md' })
    expect(existsSync(join(folder, 'evidence'))).toBe(false)
    expect(text).not.toContain('not for others')
  })
})
