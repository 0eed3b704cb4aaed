import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'
import { runCli } from './run-cli.ts'

const root = join(import.meta.dirname, '../..')
const workspace = join(root, 'fixtures/workspace')
const sample = join(root, 'fixtures/incidents/late-data-escalated.ndjson')

let desk: TestDesk
let incident: string
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-cli-'))
  desk = await openTestDesk()
  incident = await declareOn(desk)
  mkdirSync(join(folder, 'none'))
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('usage', () => {
  it.each([
    [['--help'], 0, 'Usage: nightdesk'],
    [['export', '--help'], 0, '--format'],
    [['frobnicate'], 2, "unknown command 'frobnicate'"],
    [['export'], 2, "missing required argument 'incident'"],
    [['verify'], 2, '--all'],
    [['verify', '20260101-zzzz'], 2, 'There is no incident 20260101-zzzz'],
    [['verify', '/nowhere/x.ndjson'], 2, '/nowhere/x.ndjson'],
    [['oncall', '--at', 'tomorrow'], 2, 'is no time'],
    [['check', '/nowhere'], 2, 'There is no file or folder at /nowhere'],
    [['check', '--write-baseline'], 2, '--baseline FILE'],
    [['check', workspace, '--json', '--format', 'sarif'], 2, 'exclude each other'],
    [['check', workspace, '--dry-run'], 2, 'goes with --fix'],
    [['export', sample, '--format', 'docx'], 2, 'no format "docx"'],
    [['export', sample, '--format', 'md', '--json'], 2, 'exclude each other'],
    [['export', sample, '--json'], 0, '"format":"nightdesk.postmortem/1"'],
    [['export', sample, '--timezone', 'Mars/Olympus'], 2, 'no time zone'],
  ])('%j ends with %i and says "%s"', async (words, code, said) => {
    const result = await runCli(...words, ...(words.includes('--help') ? [] : ['--data', join(folder, 'none')]))
    expect(result.out + result.error).toContain(said)
    expect(result.code).toBe(code)
  })
})

describe('check', () => {
  it('passes the demo workspace', async () => {
    const { code, out } = await runCli('check', workspace)
    expect(out).toMatch(/\b0 errors/)
    expect(code).toBe(0)
  })

  it('finds what is wrong, with file, line and rule, as text and as JSON', async () => {
    const broken = join(folder, 'broken')
    cpSync(workspace, broken, { recursive: true })
    const team = readFileSync(join(broken, 'team.yaml'), 'utf8')
    writeFileSync(join(broken, 'team.yaml'), team.replace('primary: eng-a', 'primary: eng-z'))
    writeFileSync(join(broken, 'runbooks/empty.md'), '# Nothing in here\n')
    const text = await runCli('check', broken)
    expect(text.code).toBe(1)
    expect(text.out).toMatch(/team\.yaml:\d+:\d+: error: .*eng-z/)
    expect(text.out).toContain('runbooks/empty.md')
    const json = JSON.parse((await runCli('check', broken, '--json')).out)
    expect(json.errors).toBeGreaterThan(0)
    expect(json.problems.every((problem: { rule: string }) => /^[\w-]+\/[\w-]+$/.test(problem.rule))).toBe(true)
  })
})

describe('journals', () => {
  it('list, verify and export read what a running console holds', async () => {
    const list = await runCli('list', '--data', desk.dataFolder, '--json')
    expect(JSON.parse(list.out)).toMatchObject([{ incident, lifecycle: 'detected' }])
    const verified = await runCli('verify', '--all', '--data', desk.dataFolder)
    expect(verified.out).toContain('intact, anchored to seq 1')
    expect(verified.code).toBe(0)
    const exported = await runCli('export', incident, '--data', desk.dataFolder)
    expect(exported.out).toContain('Aggregate profit for investors is late')
  })

  it('export of a journal file is the same bytes each time', async () => {
    const first = await runCli('export', sample)
    expect(first.code).toBe(0)
    expect((await runCli('export', sample)).out).toBe(first.out)
    const out = join(folder, 'postmortem.md')
    await runCli('export', sample, '--out', out)
    expect(readFileSync(out, 'utf8')).toBe(first.out)
  })

  it('a changed byte is found, named, and ends with 1', async () => {
    const tampered = join(folder, 'tampered.ndjson')
    writeFileSync(tampered, readFileSync(sample, 'utf8').replace('Extract crash', 'Extract trash'))
    const { code, out } = await runCli('verify', tampered)
    expect(out).toMatch(/damaged at line \d+/)
    expect(code).toBe(1)
  })

  it('verify --all is not green over nothing: a wrong folder, an incident without its journal', async () => {
    const typo = await runCli('verify', '--all', '--data', join(folder, 'typo'))
    expect(typo).toMatchObject({ code: 2, out: '', error: expect.stringContaining(join(folder, 'typo')) })
    const data = join(folder, 'no-journal')
    mkdirSync(join(data, 'incidents/20260306-4k7m'), { recursive: true })
    const { code, out } = await runCli('verify', '--all', '--data', data)
    expect(out).toContain('20260306-4k7m: no records')
    expect(code).toBe(1)
  })

  it('verify --all goes on behind an incident that cannot be opened', async () => {
    const data = join(folder, 'odd')
    mkdirSync(join(data, 'incidents/20260306-4k7m/journal.ndjson'), { recursive: true })
    mkdirSync(join(data, 'incidents/20260307-4k7m'))
    const { code, out, error } = await runCli('verify', '--all', '--data', data)
    expect(error).toContain('20260306-4k7m')
    expect(out).toContain('20260307-4k7m')
    expect(code).toBe(1)
  })

  it('J6 verify tells of an incident that was removed with its journal, for its head is still there', async () => {
    const data = join(folder, 'removed')
    cpSync(desk.dataFolder, data, { recursive: true })
    rmSync(join(data, 'incidents', incident), { recursive: true })
    for (const words of [['--all'], [incident]]) {
      const { code, out } = await runCli('verify', ...words, '--data', data)
      expect(out).toMatch(new RegExp(`^${incident}: not intact: its folder is gone .* up to seq 1\\.`))
      expect(out).not.toContain('no incidents')
      expect(code).toBe(1)
    }
    const json = await runCli('verify', '--all', '--data', data, '--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject([{ incident, records: 0, integrity: { kind: 'tailMissing' } }])
    rmSync(join(data, 'incidents'), { recursive: true })
    expect((await runCli('verify', '--all', '--data', data)).out).toContain(`${incident}: not intact`)
    rmSync(join(data, 'heads', `${incident}.json`))
    expect((await runCli('verify', incident, '--data', data)).code).toBe(2)
  })

  it.each([
    [['list']],
    [['verify', '--all']],
    [['verify', '20260306-4k7m']],
    [['export', '20260306-4k7m']],
    [['oncall']],
  ])('%j names a folder that is not there, and takes no other one', async (words) => {
    const { code, out, error } = await runCli(...words, '--data', join(folder, 'typo'))
    expect({ code, out, error }).toMatchObject({ code: 2, out: '' })
    expect(error).toContain(`There is no folder ${join(folder, 'typo')}.`)
  })

  it('list tells a folder that is none of Nightdesk from one without incidents', async () => {
    const other = join(folder, 'other')
    mkdirSync(join(other, 'pictures'), { recursive: true })
    expect(await runCli('list', '--data', other)).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringContaining(`${other} is no data folder`),
    })
    mkdirSync(join(other, 'locks'))
    expect(await runCli('list', '--data', other)).toMatchObject({ code: 0, out: `No incidents yet in ${other}.\n` })
  })

  it('J6 verify looks at the head of a journal file in a data folder, list marks what is cut, and a folder is one as well', async () => {
    const data = join(folder, 'cut')
    await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: 'to be lost' } }] })
    const seq = (await desk.facts(incident)).length
    await vi.waitFor(async () =>
      expect((await runCli('verify', incident, '--data', desk.dataFolder)).out).toContain(`anchored to seq ${seq}`),
    )
    cpSync(desk.dataFolder, data, { recursive: true })
    const journal = join(data, 'incidents', incident, 'journal.ndjson')
    const whole = readFileSync(journal, 'utf8')
    const named = [journal, join(data, 'incidents', incident)]
    for (const each of named)
      expect(await runCli('verify', each)).toMatchObject({
        code: 0,
        out: expect.stringContaining('intact, anchored to'),
      })
    expect((await runCli('list', '--data', data)).out).not.toContain('NOT INTACT')
    writeFileSync(journal, whole.split('\n').slice(0, -2).concat('').join('\n'))
    for (const each of named)
      expect(await runCli('verify', each)).toMatchObject({
        code: 1,
        out: expect.stringContaining('records are missing'),
      })
    const { code, out } = await runCli('list', '--data', data)
    expect(out).toMatch(new RegExp(`^${incident} .*NOT INTACT: records are missing`, 'm'))
    expect(code).toBe(1)
    const alone = join(folder, 'alone.ndjson')
    writeFileSync(alone, whole)
    expect((await runCli('verify', alone)).out).toContain('no head says how far')
    expect(await runCli('verify', data)).toMatchObject({ code: 2, error: expect.stringContaining('is a folder') })
    rmSync(join(data, 'incidents', incident), { recursive: true })
    const gone = await runCli('list', '--data', data)
    expect(gone).toMatchObject({ code: 1, error: expect.stringContaining(`${incident}: its folder is gone`) })
    expect(gone.out).not.toContain('No incidents yet')
  })

  it('list goes on behind an incident that cannot be read, names it and ends with 1', async () => {
    const data = join(folder, 'half-read')
    cpSync(desk.dataFolder, data, { recursive: true })
    mkdirSync(join(data, 'incidents/20990306-4k7m/journal.ndjson'), { recursive: true })
    mkdirSync(join(data, 'incidents/20990307-4k7m'))
    for (const form of [[], ['--json']]) {
      const { code, out, error } = await runCli('list', '--data', data, ...form)
      expect(out).toContain(incident)
      expect(error).toContain('20990306-4k7m')
      expect(error).toContain('20990307-4k7m')
      expect(code).toBe(1)
    }
  })
})

describe('a wrong place', () => {
  it('oncall names a folder without a team.yaml, and how to give another', async () => {
    const { code, out, error } = await runCli('oncall', '--workspace', join(folder, 'none'))
    expect(error).toMatch(/There is no team\.yaml in .*none.*--workspace DIR/)
    expect(error).not.toContain('Settings')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it('bundle makes no folder that is not there', async () => {
    for (const out of [join(folder, 'typo/copy.html'), `${join(folder, 'typo')}/`]) {
      const { code, error } = await runCli('bundle', workspace, '--out', out)
      expect(error).toContain(`There is no folder ${join(folder, 'typo')}`)
      expect(code).toBe(2)
    }
    expect(existsSync(join(folder, 'typo'))).toBe(false)
  })

  it('a current folder that was removed is told in a plain sentence', async () => {
    const spy = vi.spyOn(process, 'cwd').mockImplementation(() => {
      throw new Error('ENOENT: process.cwd failed, uv_cwd')
    })
    const said = await runCli('list')
    spy.mockRestore()
    expect(said).toEqual({ code: 2, out: '', error: expect.stringMatching(/^The folder you are in was removed\./) })
  })
})

describe('oncall', () => {
  it('says who, until when and why, and ends with 1 for a gap', async () => {
    const { code, out } = await runCli('oncall', '--workspace', workspace, '--at', '2026-11-24T12:00:00Z')
    expect(out).toMatch(/^on call: Engineer \w, \+1 555/)
    expect(code).toBe(0)
    expect((await runCli('oncall', '--workspace', workspace, '--at', '2020-01-01T00:00:00Z')).code).toBe(1)
  })

  it.each([
    ['a day that is none', '{from: 2026-11-2O, to: 2026-11-24, person: eng-b, for: eng-a}'],
    ['a key that is none', '{from: 2026-11-20, until: 2026-11-24, person: eng-b, for: eng-a}'],
    ['its days in the wrong order', '{from: 2026-11-24, to: 2026-11-20, person: eng-b, for: eng-a}'],
  ])('tells of an override with %s and ends with 1, in every form', async (_what, override) => {
    const broken = join(folder, 'override')
    mkdirSync(broken, { recursive: true })
    const team = readFileSync(join(workspace, 'team.yaml'), 'utf8')
    writeFileSync(join(broken, 'team.yaml'), team.replace(/^( *)overrides:.*\n/m, `$&$1  - ${override}\n`))
    for (const form of [[], ['--json'], ['--who', 'eng-a'], ['--ics']]) {
      const { code, out, error } = await runCli(
        'oncall',
        '--workspace',
        broken,
        '--at',
        '2026-11-22T03:00:00Z',
        ...form,
      )
      expect(error).toMatch(/team\.yaml:\d+.*: error: /)
      expect(out).not.toContain('error')
      expect(code).toBe(1)
    }
  })
})
