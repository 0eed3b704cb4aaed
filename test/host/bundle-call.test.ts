import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { haveOfflinePage } from '../support/offline-page.ts'
import { openTestDesk, type TestDesk } from '../support/open-host.ts'

let desk: TestDesk
beforeAll(haveOfflinePage)
afterEach(() => desk.close())

it('B1 the call writes the copy under the data folder and gives its text', async () => {
  desk = await openTestDesk()
  const made = await desk.call('library.bundle', {})
  expect(made.file).toBe(join(desk.dataFolder, 'exports/offline/nightdesk-offline-2026-11-24.html'))
  expect(readFileSync(made.file, 'utf8')).toBe(made.text)
  expect(made).toMatchObject({ documents: 19, encrypted: false, bytes: Buffer.byteLength(made.text) })
})

it('B8 a passphrase that is too short is refused before anything is made', async () => {
  desk = await openTestDesk()
  const reply = await desk.client().call('library.bundle', { passphrase: 'short' })
  expect(reply).toMatchObject({ ok: false, error: { code: 'badInput' } })
})

it('B7 a secret is refused with its place', async () => {
  desk = await openTestDesk()
  const key = ['AKIA', 'IOSFODNN7QWERTYU'].join('')
  writeFileSync(join(desk.workspaceFolder, 'reference/keys.md'), `# Keys\n\n${key}\n`)
  await vi.waitFor(async () => {
    const reply = await desk.client().call('library.bundle', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(JSON.stringify(reply)).toContain('reference/keys.md:3')
  }, 10_000)
})
