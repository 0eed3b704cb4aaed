import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runExport } from '../../electron/cli/export-command.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'
import { runCli } from './run-cli.ts'

let desk: TestDesk
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-secrets-'))
  desk = await openTestDesk()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const value = ['hunter2', 'Secret', 'Value'].join('')

/** Exports an incident in which a secret was given and a note and evidence repeat it. */
async function exportedWith(...more: string[]) {
  const incident = await declareOn(desk)
  await desk.call('secret.give', { incident, name: 'db password', written: '<db password>', value })
  await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: `it is ${value}` } }] })
  const base64 = Buffer.from(`in ${value}`).toString('base64')
  await desk.call('evidence.attach', { incident, name: 'a.txt', mediaType: 'text/plain', base64 })
  const zip = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]).toString('base64')
  await desk.call('evidence.attach', { incident, name: 'all.gz', mediaType: 'application/gzip', base64: zip })
  const out = join(folder, 'postmortem.md')
  const said = await runCli('export', incident, '--data', desk.dataFolder, '--out', out, ...more)
  return { ...said, out, beside: join(folder, 'evidence', incident) }
}

async function exported(...more: string[]) {
  const { out, ...said } = await exportedWith(...more)
  return { ...said, text: readFileSync(out, 'utf8') }
}

describe('P5 export in a terminal', () => {
  it('names the secrets whose values it does not know, before it says what it wrote, and the evidence that it cannot search', async () => {
    const { error, text, code, beside } = await exported()
    expect(error).toMatch(
      /not hidden: the value of <db password>, given 2026-11-24 14:00Z, is not known[\s\S]*--hide[\s\S]*Written to/,
    )
    expect(error).toContain('all.gz')
    expect(text).toContain(value)
    expect(text).toContain('Not hidden, because its value was not known')
    expect(readFileSync(join(beside, 'not-hidden.txt'), 'utf8')).toContain('<db password>')
    expect(code).toBe(0)
  })

  it('hides the values that it is given', async () => {
    vi.stubEnv('NIGHTDESK_HIDE', `db_password=${value}`)
    const { error, text } = await exported('--hide')
    expect(error).not.toContain('not hidden')
    expect(error).toContain('<db password>: found in 2 places, hidden.')
    expect(text).not.toContain(value)
    expect(text).not.toContain('Not hidden')
  })

  it('says of a value that it finds nowhere that it may be typed wrong, and leaves the warning', async () => {
    vi.stubEnv('NIGHTDESK_HIDE', 'db_password=mistyped')
    const { beside, error, text, code } = await exported()
    expect(error).toMatch(/a value was told for <db password>, but it stands nowhere[\s\S]*Written to/)
    expect(text).toContain('but it stands nowhere in this incident')
    expect(readFileSync(join(beside, 'not-hidden.txt'), 'utf8')).toContain('stands nowhere')
    expect(code).toBe(0)
  })

  it('hides each of several values of one name', async () => {
    vi.stubEnv('NIGHTDESK_HIDE', `db_password=mistyped\ndb_password=${value}`)
    const { error, text } = await exported()
    expect(error).not.toContain('Warning')
    expect(text).not.toContain(value)
  })

  it('refuses a name that the log does not know, lists those that it does, and writes nothing', async () => {
    vi.stubEnv('NIGHTDESK_HIDE', `db_passwrd=${value}`)
    const { error, code, out } = await exportedWith()
    expect(error).toContain('names db_passwrd, which is no secret of this incident')
    expect(error).toContain('<db password>')
    expect(error).not.toContain(value)
    expect(existsSync(out)).toBe(false)
    expect(code).toBe(2)
  })

  it('asks again for what it finds nowhere, and goes on when nothing more is typed', async () => {
    const incident = await declareOn(desk)
    await desk.call('secret.give', { incident, name: 'db password', written: '<db password>', value })
    await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: `it is ${value}` } }] })
    const asked: string[] = []
    const exportTyping = async (...typed: string[]) => {
      const said: string[] = []
      const terminal = { out: (text: string) => said.push(text), error: (text: string) => said.push(text) }
      const ask = (question: string): Promise<string> => {
        asked.push(question)
        return Promise.resolve(typed.shift() ?? '')
      }
      await runExport(incident, { data: desk.dataFolder, hide: true }, terminal, ask)
      return said.join('\n')
    }
    const right = await exportTyping('mistyped', value)
    expect(asked).toEqual([
      expect.stringContaining('Value of <db password>'),
      expect.stringContaining('Found nowhere in this incident: is it typed right?'),
    ])
    expect(right).toContain('<db password>: found in 1 place, hidden.')
    expect(right).not.toContain(value)
    expect(await exportTyping('mistyped')).toContain('Warning: found nowhere')
  })

  it('asks nobody where there is no terminal, and says what is missing and what it found nowhere', async () => {
    const without = await exportedWith('--hide')
    expect(without.error).toContain(
      'no terminal to ask, and NIGHTDESK_HIDE gives no value of its own for <db password>.',
    )
    vi.stubEnv('NIGHTDESK_HIDE', 'db_password=mistyped')
    const { error, code, out } = await exportedWith('--hide')
    expect(error).toContain('what NIGHTDESK_HIDE gives for <db password> stands nowhere in this incident')
    expect(error).not.toContain('mistyped')
    expect(existsSync(out)).toBe(false)
    expect(code).toBe(2)
  })

  it('counts a value that is given for two names for the first alone, and says so', async () => {
    const incident = await declareOn(desk)
    const token = ['tok', 'en-4711'].join('')
    for (const [name, written, given] of [
      ['db password', '<db password>', value],
      ['API_TOKEN', '$API_TOKEN', token],
    ] as const)
      await desk.call('secret.give', { incident, name, written, value: given })
    const note = { type: 'note.added', data: { text: `it is ${value} or ${token}` } } as const
    await desk.call('facts.record', { incident, facts: [note] })
    const options = { data: desk.dataFolder, hide: true }
    const said: string[] = []
    const terminal = { out: (text: string) => said.push(text), error: (text: string) => said.push(text) }
    vi.stubEnv('NIGHTDESK_HIDE', `db_password=${value}\nAPI_TOKEN=${value}`)
    const asked: string[] = []
    const answers = [value, token]
    const ask = (question: string): Promise<string> => {
      asked.push(question)
      return Promise.resolve(answers.shift() ?? '')
    }
    await runExport(incident, options, terminal, ask)
    expect(asked).toEqual([
      expect.stringContaining('Value of $API_TOKEN'),
      expect.stringContaining('The same value as for <db password>: is it the right one?'),
    ])
    expect(said.join('\n')).toContain('NIGHTDESK_HIDE gives $API_TOKEN the same value as <db password>.')
    expect(said.join('\n')).not.toContain(token)
    said.length = 0
    await runExport(incident, { data: desk.dataFolder }, terminal, ask)
    expect(said.join('\n')).toContain('Warning: not hidden: the value of $API_TOKEN')
    expect(said.join('\n')).not.toContain('$API_TOKEN: found')
  })
})
