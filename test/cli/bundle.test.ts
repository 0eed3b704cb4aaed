import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { haveOfflinePage } from '../support/offline-page.ts'
import { runCli } from './run-cli.ts'

const workspace = join(import.meta.dirname, '../../fixtures/workspace')

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-bundle-'))
  await haveOfflinePage()
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function bundle(...words: string[]) {
  const file = join(folder, 'copy.html')
  return { file, text: () => readFileSync(file, 'utf8'), ...(await runCli('bundle', ...words, '--out', file)) }
}

it('B3 writes one file, the same each time, that only its owner can read', async () => {
  const first = await bundle(workspace)
  expect(first.code, first.error).toBe(0)
  expect(first.out).toContain('19 documents')
  expect(first.error).toContain('--encrypt')
  const bytes = first.text()
  expect(statSync(first.file).mode & 0o777).toBe(0o600)
  expect((await bundle(workspace)).text()).toBe(bytes)
})

it('B9 nothing in it can be fetched, and only its own script and style may run', async () => {
  const html = (await bundle(workspace)).text()
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; img-src data:;/,
  )
  expect(policy).not.toContain('unsafe')
  expect(html.match(/<script(?! type="application\/json")/g)).toHaveLength(1)
  expect(html).not.toMatch(/<(?:link|img|script|iframe)[^>]+(?:src|href)="(?!data:)/)
})

it('B2 --no-contacts and --only leave out what they say', async () => {
  const nobody = (await bundle(workspace, '--no-contacts')).text()
  expect(nobody).not.toMatch(/\+1 555|example\.com|U0DEMO/)
  const reference = (await bundle(workspace, '--only', 'reference')).text()
  expect(reference).toContain('Symptom')
  expect(reference).not.toMatch(/id="schedule"|id="contacts"|aggregate-profit-investors\.md<\/dd>/)
})

it('B8 --encrypt takes the passphrase from the environment, and differs each time', async () => {
  vi.stubEnv('NIGHTDESK_PASSPHRASE', 'four random words do')
  const one = await bundle(workspace, '--encrypt', '--json')
  expect(JSON.parse(one.out)).toMatchObject({ encrypted: true, staleAt: '2027-01-15T12:00:00.000Z' })
  const bytes = one.text()
  expect(bytes).not.toMatch(/\+1 555|Engineer|Aggregate|airflow|four random words/)
  const sealed = JSON.parse(/id="sealed">([^<]+)</.exec(bytes)?.[1] ?? '')
  expect(sealed.iterations).toBeGreaterThanOrEqual(600_000)
  const other = JSON.parse(/id="sealed">([^<]+)</.exec((await bundle(workspace, '--encrypt')).text())?.[1] ?? '')
  expect(other.salt).not.toBe(sealed.salt)
  expect(other.iv).not.toBe(sealed.iv)
})

it('B7 a secret keeps the copy from being written: 1, with its place', async () => {
  const leaky = join(folder, 'leaky')
  cpSync(workspace, leaky, { recursive: true })
  const key = ['AKIA', 'IOSFODNN7QWERTYU'].join('')
  writeFileSync(join(leaky, 'reference/keys.md'), `# Keys\n\n${key}\n`)
  const { code, error } = await bundle(leaky)
  expect(code).toBe(1)
  expect(error).toContain('reference/keys.md:3: This line holds an AWS access key. [runbook/secret]')
  expect(error).not.toContain(key)
})

it.each([
  [['--weeks', '0'], 'Give 1 to 52'],
  [['--weeks', 'many'], 'is no number of weeks'],
  [['--only', 'secrets'], 'There is no part "secrets"'],
  [['--at', 'tomorrow'], 'is no time'],
  [['--encrypt'], 'at least 12 characters'],
])('%j ends with 2 and says "%s"', async (words, said) => {
  vi.stubEnv('NIGHTDESK_PASSPHRASE', 'too short')
  const { code, error } = await bundle(workspace, ...words)
  expect(error).toContain(said)
  expect(code).toBe(2)
})
