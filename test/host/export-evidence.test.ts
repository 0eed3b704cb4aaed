import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
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
  const folder = join(beside, 'evidence')
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
    await exportEvidence(desk.dataFolder, incident, records, desk.workspaceFolder)
    const folder = join(desk.workspaceFolder, 'evidence')
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toContain(token)
  })

  it('is no picture and no archive: their bytes leave as they are', async () => {
    const bytes = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), Buffer.from(withToken('x'))])
    const { incident, data } = await attach(bytes)
    expect(data).toMatchObject({ mediaType: 'application/octet-stream' })
    expect(data.excerpt).toBeUndefined()
    expect((await exported(incident)).bytes).toEqual(bytes)
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
      const { folder, missing } = await desk.call('postmortem.export', { incident, format: 'md' })
      expect(missing).toEqual(['job.log'])
      expect(readdirSync(join(folder, 'evidence'))).toEqual(['missing.txt'])
      expect(readFileSync(join(folder, 'evidence/missing.txt'), 'utf8')).toContain(`${data.sha256}.log`)
    }
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
    const names = readdirSync(join(first?.folder ?? '', 'evidence'))
    expect(names).toHaveLength(2)
    for (const name of names)
      expect(readFileSync(join(first?.folder ?? '', 'evidence', name), 'utf8')).not.toContain(token)
  })
})
