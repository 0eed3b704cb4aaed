import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { haveOfflinePage } from '../support/offline-page.ts'
import { openTestDesk, type TestDesk } from '../support/open-host.ts'

/** A folder with a workspace in it that was changed before a desk is opened there. */
function rootWith(change: (workspaceFolder: string) => void): string {
  const root = mkdtempSync(join(tmpdir(), 'nightdesk-'))
  const workspace = join(root, 'workspace')
  cpSync(join(import.meta.dirname, '../../fixtures/workspace'), workspace, { recursive: true })
  change(workspace)
  return root
}

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
  expect(await desk.call('library.bundle', { maskSecrets: true })).toMatchObject({
    linesMasked: [{ file: 'reference/keys.md', count: 1 }],
  })
  const without = await desk.call('library.bundle', { leaveOut: ['reference/keys.md'] })
  expect(without.documents).toBe(19)
})

it('B11 no copy replaces another, and its name tells what is in it', async () => {
  desk = await openTestDesk()
  const names = [
    (await desk.call('library.bundle', {})).name,
    (await desk.call('library.bundle', {})).name,
    (await desk.call('library.bundle', { contacts: false })).name,
    (await desk.call('library.bundle', { passphrase: 'four random words do' })).name,
    (await desk.call('library.bundle', { parts: ['contacts'] })).name,
  ]
  expect(names).toEqual([
    'nightdesk-offline-2026-11-24.html',
    'nightdesk-offline-2026-11-24-2.html',
    'nightdesk-offline-2026-11-24-no-contacts.html',
    'nightdesk-offline-2026-11-24-encrypted.html',
    'nightdesk-offline-2026-11-24-contacts.html',
  ])
  expect(readdirSync(join(desk.dataFolder, 'exports/offline')).sort()).toEqual(names.toSorted())
})

it('B10 a team.yaml that broke meanwhile: the last good one goes in, and the copy says so', async () => {
  desk = await openTestDesk()
  writeFileSync(join(desk.workspaceFolder, 'team.yaml'), 'people: [\n  - broken')
  await vi.waitFor(async () => {
    const made = await desk.call('library.bundle', {})
    expect(made.teamDoubt).toContain('stand as they were read on 24 Nov 2026')
    expect(made.text).toContain('id="contacts"')
  }, 10_000)
})

it('B10 one that was never good is refused with its problems, or made in spite of them', async () => {
  const root = rootWith((folder) => writeFileSync(join(folder, 'team.yaml'), 'people: [\n  - x'))
  desk = await openTestDesk({ root })
  const reply = await desk.client().call('library.bundle', {})
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'notAllowed', problems: [{ file: 'team.yaml' }, { line: 2 }] },
  })
  expect((await desk.call('library.bundle', { despiteErrors: true })).teamDoubt).toContain('may be wrong or missing')
})

it('B1 a large workspace is read to its end first', async () => {
  const root = rootWith((folder) => {
    mkdirSync(join(folder, 'runbooks/many'))
    for (let number = 0; number < 400; number += 1) {
      writeFileSync(join(folder, `runbooks/many/${number}.md`), `# Feed ${number}\n\n${'Words.\n\n'.repeat(200)}`)
    }
  })
  desk = await openTestDesk({ root })
  expect((await desk.call('library.bundle', {})).documents).toBe(419)
})
