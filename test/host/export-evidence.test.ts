import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { copyEvidence, type EvidenceCopy } from '../../electron/host/copy-evidence.ts'
import { exportEvidence } from '../../electron/host/export-evidence.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

let desk: TestDesk
afterEach(() => desk.close())

const token = ['ghp', '_a8F3kQ9zR1tV7wX2yB4nM6cD5eH0jK8LpQ3s'].join('')
const withToken = (text: string): string => `token ${token}\n${text}`

/** Attaches bytes to a new incident, and gives what the fact says of them. */
async function attach(bytes: Buffer, name = 'job.log') {
  desk = await openTestDesk()
  const incident = await declareOn(desk)
  const input = { incident, name, mediaType: 'text/plain', base64: bytes.toString('base64') }
  const { records } = await desk.call('evidence.attach', input)
  return { incident, id: records[0]?.id ?? '', data: records[0]?.data ?? {} }
}

/** What an export holds of the only piece of evidence, and what it says about it. */
async function exported(incident: string) {
  const { folder: beside } = await desk.call('postmortem.export', { incident, format: 'md' })
  const folder = join(beside, 'evidence', incident)
  const names = existsSync(folder) ? readdirSync(folder) : []
  const file = names.find((name) => name.endsWith('.log')) ?? ''
  const said = (name: string): string => (names.includes(name) ? readFileSync(join(folder, name), 'utf8') : '')
  return { file, bytes: file === '' ? null : readFileSync(join(folder, file)), redacted: said('redacted.txt') }
}

describe('P5 text evidence', () => {
  const short = Buffer.from(withToken('Fehler: Anmeldung am Café.\r\n'))
  const utf16 = (order: 'le' | 'be'): Buffer => {
    const bytes = Buffer.from(`\u{feff}${withToken('Fehler: Anmeldung am Café €\r\n')}`, 'utf16le')
    return order === 'le' ? bytes : bytes.swap16()
  }
  const cases: readonly (readonly [string, Buffer])[] = [
    ['that ends soon after a letter of two bytes', short],
    [
      'with a letter of two bytes across the 8188th',
      Buffer.from(withToken('').padEnd(8_187, '.').concat('é and more\n')),
    ],
    [
      'with a letter of two bytes across the 8192nd',
      Buffer.from(withToken('').padEnd(8_191, '.').concat('é and more\n')),
    ],
    ['in Windows-1252', Buffer.from(withToken('Fehler: Anmeldung am Café.\r\n'), 'latin1')],
    ['in UTF-16, as PowerShell writes it', utf16('le')],
    ['in UTF-16 with the high byte first', utf16('be')],
    ['with a null byte of a crash in it', Buffer.from(withToken('cut off here: \0\0\0\n'))],
  ]

  it.each(cases)('%s is told as text, and leaves without its secrets', async (_, bytes) => {
    const { incident, data } = await attach(bytes)
    expect(data.mediaType).toBe('text/plain')
    expect(data.excerpt).toContain(token)
    const left = await exported(incident)
    expect(left.redacted).toContain(left.file)
    const ascii = left.bytes?.toString('latin1').replaceAll('\0', '')
    expect(ascii).toContain('(left out: ')
    expect(ascii).not.toContain(token)
  })

  const unmarked = (order: 'le' | 'be', text: string): Buffer => {
    const bytes = Buffer.from(text, 'utf16le')
    return order === 'le' ? bytes : bytes.swap16()
  }
  const ascii = 'INFO worker took 33 ms\n'.repeat(20)
  const odd: readonly (readonly [string, Buffer])[] = [
    ['in UTF-16 without its mark', unmarked('le', withToken('Anmeldung am Café €\r\n'))],
    ['in UTF-16 without its mark, the high byte first', unmarked('be', withToken('Anmeldung\r\n'))],
    ['in UTF-16 without its mark, mostly not Latin', unmarked('le', withToken('ошибка входа в систему\n'.repeat(90)))],
    ['in UTF-16 without its mark, mostly Chinese', unmarked('be', withToken('数据库连接失败，请重试。\n'.repeat(90)))],
    ['in UTF-16 without its mark, cut in a letter', unmarked('le', withToken('more\n')).subarray(0, -1)],
    ['with UTF-16 put behind it', Buffer.concat([Buffer.from(ascii), unmarked('le', withToken('more\n'))])],
    ['with little UTF-16 behind much', Buffer.concat([Buffer.from(ascii.repeat(90)), unmarked('le', withToken(''))])],
    ['in UTF-16 with single bytes behind', Buffer.concat([utf16('le'), Buffer.from(`\n${withToken('more\n')}`)])],
  ]

  it.each(odd)('%s leaves without its secrets', async (_, bytes) => {
    const { incident } = await attach(bytes)
    const left = await exported(incident)
    expect(left.redacted).toContain(left.file)
    const readable = left.bytes?.toString('latin1').replaceAll('\0', '')
    expect(readable).toContain('(left out: ')
    expect(readable).not.toContain(token)
  })

  it('of UTF-16 without its mark keeps every other byte', async () => {
    for (const order of ['le', 'be'] as const) {
      const bytes = unmarked(order, withToken('Café ошибка 数据 \u{1f525}\n'))
      const left = await exported((await attach(bytes)).incident)
      expect(left.bytes).toEqual(
        unmarked(order, withToken('Café ошибка 数据 \u{1f525}\n').replace(token, '(left out: GitHub token)')),
      )
      await desk.close()
    }
    desk = await openTestDesk()
  })

  it('keeps its encoding and every other byte', async () => {
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const mark = encoding === 'utf16le' ? '\u{feff}' : ''
      const bytes = Buffer.from(`${mark}${withToken('Café \u{81}\u{9f} ')}`, encoding)
      const left = await exported((await attach(bytes)).incident)
      const hidden = `token (left out: GitHub token)`
      expect(left.bytes?.toString(encoding)).toBe(
        `${mark}${withToken('Café \u{81}\u{9f} ').replace(`token ${token}`, hidden)}`,
      )
      await desk.close()
    }
    desk = await openTestDesk()
  })

  it('of a log from before that called it binary leaves without its secrets too', async () => {
    const { incident } = await attach(short)
    const records = (await desk.facts(incident)).map((record) =>
      record.type === 'evidence.attached'
        ? { ...record, data: { ...record.data, mediaType: 'application/octet-stream' } }
        : record,
    )
    const from = join(desk.dataFolder, 'incidents', incident, 'evidence')
    await exportEvidence({ from, incident, records }, desk.workspaceFolder, {
      secrets: [],
      notHidden: [],
      toldNowhere: [],
    })
    const folder = join(desk.workspaceFolder, 'evidence', incident)
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toContain(token)
  })

  it('is no picture and no archive: their bytes leave as they are, and the export names them', async () => {
    const bytes = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), Buffer.from(withToken('x'))])
    const { incident, data } = await attach(bytes)
    expect(data).toMatchObject({ mediaType: 'application/octet-stream' })
    expect(data.excerpt).toBeUndefined()
    expect((await exported(incident)).bytes).toEqual(bytes)
    const { folder, unsearched } = await desk.call('postmortem.export', { incident, format: 'md' })
    expect(unsearched).toEqual(['job.log'])
    expect(readFileSync(join(folder, 'evidence', incident, 'not-searched.txt'), 'utf8')).toContain(
      `job.log (evidence ${data.sha256}.log)`,
    )
  })
})

describe('P5 a secret that was given', () => {
  const value = ['correct', 'horse', 'battery'].join(' ')
  const give = (incident: string, given: string) =>
    desk.call('secret.give', { incident, name: 'password', value: given })
  const base64 = (text: string): string => Buffer.from(text).toString('base64')

  it('is hidden by its value in evidence and in the text, whatever the encoding, in base64 too', async () => {
    const asUtf16 = Buffer.from(`app:${value}`, 'utf16le').toString('base64')
    const text = `it is ${value}, and ${base64(`app:${value}`)}\nor ${asUtf16}\n`
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
      const { incident } = await attach(bytes)
      await give(incident, value)
      await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: `try ${text}` } }] })
      const left = await exported(incident)
      const readable = left.bytes?.toString('latin1').replaceAll('\0', '') ?? ''
      expect(readable).toMatch(/^it is .*, and /)
      expect(readable).not.toContain(value)
      const written = (await desk.call('postmortem.export', { incident, format: 'md' })).text
      const inUtf16 = Buffer.from(value, 'utf16le').toString('base64')
      for (const form of [value, base64(value).slice(4, -4), inUtf16.slice(4, -4)])
        for (const left of [readable, written]) expect(left).not.toContain(form)
      await desk.close()
    }
    desk = await openTestDesk()
  })

  it('is hidden also after another one took its place, and after the incident was closed', async () => {
    const { incident } = await attach(Buffer.from(`first ${value}, then other words\n`))
    await give(incident, value)
    await give(incident, 'other words')
    const ends = ['incident.resolved', 'incident.reviewed', 'incident.closed'] as const
    await desk.call('facts.record', { incident, facts: ends.map((type) => ({ type, data: {} })) })
    expect((await exported(incident)).bytes?.toString()).toBe('first ••••••, then ••••••\n')
  })
})

describe('evidence beside an export', () => {
  it('P3.1 that was retracted stays with the incident', async () => {
    const { incident, id } = await attach(Buffer.from('the wrong file'))
    const amended = { type: 'entry.amended', data: { of: id, retracted: true, reason: 'the wrong file' } } as const
    await desk.call('facts.record', { incident, facts: [amended] })
    expect(await exported(incident)).toMatchObject({ file: '', bytes: null })
  })

  it('J1.1 that was changed or is gone is told, by name and in a list', async () => {
    const { incident, data } = await attach(Buffer.from('proof'))
    const file = join(desk.dataFolder, 'incidents', incident, 'evidence', `${data.sha256}.log`)
    for (const harm of [() => writeFileSync(file, 'forged'), () => rmSync(file)]) {
      harm()
      const { folder, missing, text } = await desk.call('postmortem.export', { incident, format: 'md' })
      expect(missing).toEqual(['job.log'])
      expect(text).toContain('job.log (not in this export)')
      expect(text).not.toContain(`${data.sha256}.log`)
      expect(readdirSync(join(folder, 'evidence', incident))).toEqual(['missing.txt'])
      expect(readFileSync(join(folder, 'evidence', incident, 'missing.txt'), 'utf8')).toContain(`${data.sha256}.log`)
    }
  })

  it('is whole or not there: on a full disk a former export stays, and none leaves nothing behind', async () => {
    const { incident, data } = await attach(Buffer.from('proof'))
    const to = join(desk.workspaceFolder, 'out')
    mkdirSync(to)
    const copy: EvidenceCopy = {
      from: join(desk.dataFolder, 'incidents', incident, 'evidence'),
      incident,
      toFolder: to,
      files: [{ sha256: String(data.sha256), name: 'job.log' }],
      secrets: [],
      notHidden: ['a secret'],
      toldNowhere: [],
    }
    const full = (file: string): void => {
      writeFileSync(file, '')
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    const held = () => readdirSync(to, { recursive: true, encoding: 'utf8' }).sort()
    expect(() => copyEvidence(copy, full)).toThrow('full')
    expect(held()).toEqual([])
    copyEvidence(copy)
    const before = held()
    expect(before).toContain(join('evidence', incident, `${data.sha256}.log`))
    expect(() => copyEvidence(copy, full)).toThrow('full')
    expect(held()).toEqual(before)
    expect(readFileSync(join(to, 'evidence', incident, `${data.sha256}.log`), 'utf8')).toBe('proof')
  })

  it('that is large is copied while everything else goes on, and two exports at once are both whole', async () => {
    const { incident } = await attach(
      Buffer.from(withToken('2026-11-24 INFO worker-7 took 33 ms key: value\n'.repeat(20_000))),
    )
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const both = (['md', 'json'] as const).map((format) => desk.call('postmortem.export', { incident, format }))
    const [first] = await Promise.all(both)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(10)
    const beside = join(first?.folder ?? '', 'evidence', incident)
    const names = readdirSync(beside)
    expect(names).toHaveLength(2)
    for (const name of names) expect(readFileSync(join(beside, name), 'utf8')).not.toContain(token)
  })
})
