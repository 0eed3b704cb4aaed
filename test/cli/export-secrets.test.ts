import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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
async function exported(...more: string[]) {
  const incident = await declareOn(desk)
  await desk.call('secret.give', { incident, name: 'db password', written: '<db password>', value })
  await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: `it is ${value}` } }] })
  const base64 = Buffer.from(`in ${value}`).toString('base64')
  await desk.call('evidence.attach', { incident, name: 'a.txt', mediaType: 'text/plain', base64 })
  const zip = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]).toString('base64')
  await desk.call('evidence.attach', { incident, name: 'all.gz', mediaType: 'application/gzip', base64: zip })
  const out = join(folder, 'postmortem.md')
  const said = await runCli('export', incident, '--data', desk.dataFolder, '--out', out, ...more)
  return { ...said, text: readFileSync(out, 'utf8') }
}

describe('P5 export in a terminal', () => {
  it('names the secrets whose values it does not know, before it says what it wrote, and the evidence that it cannot search', async () => {
    const { error, text, code } = await exported()
    expect(error).toMatch(
      /not hidden: the value of <db password>, given 2026-11-24 14:00Z, is not known[\s\S]*--hide[\s\S]*Written to/,
    )
    expect(error).toContain('all.gz')
    expect(text).toContain(value)
    expect(text).toContain('Not hidden, because its value was not known')
    expect(readFileSync(join(folder, 'evidence/not-hidden.txt'), 'utf8')).toContain('<db password>')
    expect(code).toBe(0)
  })

  it('hides the values that it is given', async () => {
    vi.stubEnv('NIGHTDESK_HIDE', `db_password=${value}`)
    const { error, text } = await exported('--hide')
    expect(error).not.toContain('not hidden')
    expect(text).not.toContain(value)
    expect(text).not.toContain('Not hidden')
  })

  it('asks nobody where there is no terminal', async () => {
    await expect(exported('--hide')).rejects.toThrow()
  })
})
