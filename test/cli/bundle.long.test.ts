import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { askPassphrase } from '../../electron/cli/ask-passphrase.ts'
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
  const called = join(folder, 'called')
  cpSync(workspace, called, { recursive: true })
  writeFileSync(join(called, 'reference/call.md'), '# Call\n\nThe vendor: 0800 330 1000, x@example.com\n')
  const { error } = await bundle(called, '--no-contacts')
  expect(error).toContain('reference/call.md: 2 contacts taken out.')
  expect(error).toContain('were taken out in 2 places of the texts.')
  const people = (await bundle(workspace, '--only', 'contacts')).text()
  expect(people).toContain('id="contacts"')
  expect(people).not.toContain('id="schedule"')
  const reference = (await bundle(workspace, '--only', 'reference')).text()
  expect(reference).toContain('Symptom')
  expect(reference).not.toMatch(/id="schedule"|id="contacts"|aggregate-profit-investors\.md<\/dd>/)
})

it('B8 --encrypt takes the passphrase from the environment, and differs each time', async () => {
  vi.stubEnv('NIGHTDESK_PASSPHRASE', 'four random words do')
  const one = await bundle(workspace, '--encrypt', '--json')
  expect(JSON.parse(one.out)).toMatchObject({ encrypted: true, scheduleEndsAt: '2027-01-15T12:00:00.000Z' })
  const bytes = one.text()
  expect(bytes).not.toMatch(/\+1 555|Engineer|Aggregate|airflow|four random words/)
  const sealed = JSON.parse(/id="sealed">([^<]+)</.exec(bytes)?.[1] ?? '')
  expect(sealed.iterations).toBeGreaterThanOrEqual(600_000)
  const other = JSON.parse(/id="sealed">([^<]+)</.exec((await bundle(workspace, '--encrypt')).text())?.[1] ?? '')
  expect(other.salt).not.toBe(sealed.salt)
  expect(other.iv).not.toBe(sealed.iv)
})

it.each([
  ['            ', 'more than blanks'],
  ['four random words do\nand more', 'is one line'],
  ['            four', 'at least 12 characters'],
  ['🦊🐙🐝🦀🐢🦉', 'at least 12 characters'],
])(
  'B8 a passphrase that nobody could type or anybody could guess is refused in words: %j',
  async (passphrase, said) => {
    vi.stubEnv('NIGHTDESK_PASSPHRASE', passphrase)
    const { code, error } = await bundle(workspace, '--encrypt')
    expect(error).toContain(said)
    expect(code).toBe(2)
  },
)

it.each(['\n', '\r\n', '\n\n'])(
  'B8 a line break at the end of the one in the environment is none of it: %j',
  async (end) => {
    vi.stubEnv('NIGHTDESK_PASSPHRASE', `four random words do${end}`)
    expect(await askPassphrase()).toBe('four random words do')
  },
)

it('B7 a secret keeps the copy from being written: 1, with its place', async () => {
  const leaky = join(folder, 'leaky')
  cpSync(workspace, leaky, { recursive: true })
  const key = ['AKIA', 'IOSFODNN7QWERTYU'].join('')
  writeFileSync(join(leaky, 'reference/keys.md'), `# Keys\n\n${key}\n`)
  const { code, error } = await bundle(leaky)
  expect(code).toBe(1)
  expect(error).toContain('reference/keys.md:3: This line holds an AWS access key. [runbook/secret]')
  expect(error).not.toContain(key)
  expect(error).toContain('--mask-secrets')
  expect(error).toContain('--leave-out reference/keys.md')
  const masked = await bundle(leaky, '--mask-secrets')
  expect(masked.code, masked.error).toBe(0)
  expect(masked.error).toContain('reference/keys.md: 1 line left out for secrets.')
  expect(masked.text()).not.toContain(key)
  const without = await bundle(leaky, '--leave-out', 'reference/keys.md')
  expect(without.code, without.error).toBe(0)
  expect(without.error).toContain('reference/keys.md: not in the copy.')
})

it('B10 errors of team.yaml: 1, with file and line, unless the copy is to be made in spite of them', async () => {
  const broken = join(folder, 'broken')
  cpSync(workspace, broken, { recursive: true })
  const team = readFileSync(join(broken, 'team.yaml'), 'utf8')
  writeFileSync(join(broken, 'team.yaml'), team.replace('rotation:', 'rotation: ['))
  const { code, error } = await bundle(broken)
  expect(code).toBe(1)
  expect(error).toMatch(/^team\.yaml:\d+: .* \[team\/yaml\]$/m)
  expect(error).toContain('--despite-errors')
  const made = await bundle(broken, '--despite-errors')
  expect(made.code, made.error).toBe(0)
  expect(made.error).toContain('WARNING: team.yaml has errors')
  expect(made.text()).toContain('role="alert">team.yaml has errors')
})

it('B1 --only and --leave-out take folders and pipelines, and say what is not in it', async () => {
  const many = join(folder, 'many')
  cpSync(workspace, many, { recursive: true })
  for (const name of ['gds/one', 'gds/two', 'gds/deep/three', 'kafka/lag']) {
    mkdirSync(join(many, 'runbooks', name, '..'), { recursive: true })
    writeFileSync(join(many, 'runbooks', `${name}.md`), `# Page ${name}\n\n- Do it.\n`)
  }
  const without = await bundle(many, '--leave-out', 'runbooks/gds/')
  expect(without.code, without.error).toBe(0)
  expect(without.error).toContain(
    'runbooks/gds/: not in the copy. It was left out when the copy was made. 3 documents.',
  )
  expect(without.text()).toContain('Page kafka/lag')
  expect(without.text()).not.toContain('Page gds')
  const typed = await bundle(many, '--leave-out', join(many, 'runbooks/gds/*'))
  expect(typed.code, typed.error).toBe(0)
  expect(typed.error).toBe(without.error)
  const alone = await bundle(many, '--only', 'runbooks/gds', 'contacts')
  expect(alone.out).toContain('3 documents')
  expect(alone.text()).toContain('id="contacts"')
  expect(alone.text()).not.toContain('id="schedule"')
  const shelf = await bundle(many, '--only', 'reference/', './runbooks/kafka')
  expect(shelf.out).toContain('15 documents')
  const pipeline = await bundle(many, '--only', 'aggregate-profit-investors', '--json')
  expect(JSON.parse(pipeline.out)).toMatchObject({ documents: 1, scheduleEndsAt: null })
})

it.each([
  [null, 'There is no team.yaml in this workspace, so no schedule and no contacts are in this copy.'],
  ['', 'WARNING: team.yaml names nobody'],
  ['people: [{id: a, name: A, timezone: UTC, phone: "+1 555 0142"}]', 'team.yaml has no rotation'],
])('B10 says that nobody is on call in it: team.yaml is %j', async (team, said) => {
  const texts = mkdtempSync(join(folder, 'texts-'))
  mkdirSync(join(texts, 'runbooks'))
  writeFileSync(join(texts, 'runbooks/a.md'), '# Ring\n\n1. Restart it.\n')
  if (team !== null) writeFileSync(join(texts, 'team.yaml'), team)
  const { code, out, error } = await bundle(texts)
  expect(code).toBe(0)
  expect(error).toContain(said)
  expect(out).not.toContain('Schedule to')
})

it('B11 of an empty folder says that it is none of a workspace', async () => {
  const none = join(folder, 'none')
  mkdirSync(none)
  expect(await bundle(none)).toMatchObject({ code: 2, error: expect.stringContaining('no team.yaml, no runbook') })
})

it('B11 --out may be a folder; a file that is no copy is kept, and a failure leaves nothing behind', async () => {
  const out = join(folder, 'out')
  mkdirSync(out)
  const to = (...words: string[]) => runCli('bundle', workspace, ...words)
  expect((await to('--out', out)).code).toBe(0)
  expect((await to('--out', out, '--no-contacts')).code).toBe(0)
  expect((await to('--out', out)).code).toBe(0)
  expect(readdirSync(out).sort()).toEqual([
    'nightdesk-offline-2026-11-20-2.html',
    'nightdesk-offline-2026-11-20-no-contacts.html',
    'nightdesk-offline-2026-11-20.html',
  ])
  const notes = join(folder, 'notes.txt')
  writeFileSync(notes, 'mine')
  expect(await to('--out', notes)).toMatchObject({ code: 2 })
  expect(readFileSync(notes, 'utf8')).toBe('mine')
  const refused = await to('--out', join(notes, 'copy.html'))
  expect(refused.code).toBe(2)
  expect(refused.error).toContain('Choose another file with --out')
  expect(readdirSync(folder).filter((name) => name.includes('.nightdesk-new'))).toEqual([])
})

it.each([
  [['--weeks', '0'], 'Give 1 to 52'],
  [['--weeks', 'many'], 'is no number of weeks'],
  [['--only', 'secrets'], 'There is no document, folder or pipeline "secrets"'],
  [['--only', 'schedul'], 'Did you mean schedule?'],
  [['--only', 'runbooks', 'runbooks/none'], 'There is no document, folder or pipeline "runbooks/none"'],
  [['--leave-out', 'runbook'], 'Did you mean runbooks?'],
  [['--only', 'reference', '--leave-out', 'reference/'], 'Nothing would be in the copy'],
  [['--only', 'contacts', '--no-contacts'], 'exclude each other'],
  [['--leave-out', 'reference/none.md'], 'There is no document, folder or pipeline "reference/none.md"'],
  [['--at', 'tomorrow'], 'is no time'],
  [['--encrypt'], 'at least 12 characters'],
])('%j ends with 2 and says "%s"', async (words, said) => {
  vi.stubEnv('NIGHTDESK_PASSPHRASE', 'too short')
  const { code, error } = await bundle(workspace, ...words)
  expect(error).toContain(said)
  expect(code).toBe(2)
})
