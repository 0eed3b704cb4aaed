import { once } from 'node:events'
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'
import { runCli } from './run-cli.ts'

const workspace = join(import.meta.dirname, '../../fixtures/workspace')

let desk: TestDesk
let folder: string
let incident: string
let own: string
beforeAll(async () => {
  desk = await openTestDesk()
  incident = await declareOn(desk)
  own = join(desk.dataFolder, 'incidents', incident)
  await attach(incident, 'a.txt', 'rows are late')
})
afterAll(() => desk.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-out-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const attach = (of: string, name: string, text: string) =>
  desk.call('evidence.attach', {
    incident: of,
    name,
    mediaType: 'text/plain',
    base64: Buffer.from(text).toString('base64'),
  })

const exportTo = (out: string, of = incident) => runCli('export', of, '--data', desk.dataFolder, '--out', out)

/** Every command that writes a file where it is told to. */
const WRITERS: readonly (readonly [name: string, write: (out: string) => ReturnType<typeof runCli>])[] = [
  ['export', exportTo],
  ['oncall', (out) => runCli('oncall', '--workspace', workspace, '--ics', out)],
  ['bundle', (out) => runCli('bundle', workspace, '--out', out)],
  ['check', (out) => runCli('check', workspace, '--baseline', out, '--write-baseline')],
]

const namesBelow = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()
const heldIn = (place: string): readonly (readonly [string, string])[] =>
  namesBelow(place)
    .map((name) => join(place, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => [file, readFileSync(file, 'utf8')])
/** What a data folder holds that nobody may touch: all of its incidents, and the name of every other file. */
const sacred = () => ({
  incidents: heldIn(join(desk.dataFolder, 'incidents')),
  names: ['', 'heads', 'exports'].map((name) => [name, existing(join(desk.dataFolder, name))]),
})
/** What the console writes by itself while it runs. */
const OWN_NAMES = ['last-alive', 'cache', 'last-good-documents']
const existing = (place: string): readonly string[] => {
  try {
    return readdirSync(place).filter((name) => !OWN_NAMES.includes(name))
  } catch {
    return []
  }
}

describe.each(WRITERS)('what %s writes', (_name, write) => {
  const refuses = async (out: string, said: string | RegExp) => {
    const before = { sacred: sacred(), folder: namesBelow(folder) }
    const { code, out: printed, error } = await write(out)
    expect(error).toMatch(said)
    expect({ code, printed }).toEqual({ code: 2, printed: '' })
    expect({ sacred: sacred(), folder: namesBelow(folder) }).toEqual(before)
  }

  it.each(['incidents/ID/new.md', 'incidents/ID/evidence/new.md', 'heads/new.json', 'new.html', 'incidents/new'])(
    'lies in no data folder: %s',
    (name) =>
      refuses(join(desk.dataFolder, name.replace('ID', incident)), /in the data folder .* Nothing was written\./),
  )

  it('lies in no data folder that has only journals, as one that was put back by hand', async () => {
    cpSync(own, join(folder, 'back/incidents', incident), { recursive: true })
    await refuses(join(folder, 'back/new.md'), 'in the data folder')
  })

  it('lies in none through a folder that is a link, whatever it is called', async () => {
    symlinkSync(own, join(folder, 'notes'))
    symlinkSync(join(desk.dataFolder, 'heads'), join(folder, 'exports'))
    await refuses(join(folder, 'notes/new.md'), 'in the data folder')
    await refuses(join(folder, 'exports/new.json'), 'in the data folder')
  })

  it('goes through no link: to a journal, to a new file of a data folder, to a file of somebody', async () => {
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    const targets = [join(own, 'journal.ndjson'), join(desk.dataFolder, 'heads/new.json'), join(folder, 'mine.txt')]
    for (const [index, target] of targets.entries()) {
      const link = join(folder, `link-${index}.md`)
      symlinkSync(target, link)
      await refuses(link, /(?:in the data folder|is a link to) .* Nothing was written\./)
    }
  })

  it('stands in the place of no journal, by its own name or another name of the same file', async () => {
    await refuses(join(folder, 'journal.ndjson'), 'is named like a journal')
    linkSync(join(own, 'journal.ndjson'), join(folder, 'hard.md'))
    linkSync(join(own, 'journal.ndjson'), join(folder, 'other.md.nightdesk-new'))
    const before = sacred()
    await write(join(folder, 'hard.md'))
    await write(join(folder, 'other.md'))
    expect(sacred()).toEqual(before)
  })

  it('is refused in words where there is no folder, no name, or no ordinary file', async () => {
    mkdirSync(join(folder, 'there'))
    await refuses(join(folder, 'typo/new.md'), `There is no folder ${join(folder, 'typo')}.`)
    await refuses(`${join(folder, 'typo')}/`, `There is no folder ${join(folder, 'typo')}.`)
    await refuses('', 'The path is empty. Nothing was written.')
    await refuses(join(import.meta.filename, 'new.md'), `${import.meta.filename} is no folder. Nothing was written.`)
  })
})

describe('what a command writes', () => {
  it.skipIf(process.platform === 'win32')('stands in the place of no socket or device', async () => {
    const socket = join(folder, 'socket')
    const server = createServer().listen(socket)
    await once(server, 'listening')
    for (const [, write] of WRITERS) {
      const { code, error } = await write(socket)
      expect(error).toContain(`${socket} is no ordinary file. Nothing was written.`)
      expect(code).toBe(2)
    }
    server.close()
  })

  it.each(WRITERS.filter(([name]) => name !== 'bundle'))('into a folder is refused in words: %s', async (_, write) => {
    const { code, error } = await write(folder)
    expect(error).toContain(`${folder} is a folder. Nothing was written. Give the name of a file in it`)
    expect(code).toBe(2)
    expect(readdirSync(folder)).toEqual([])
  })

  it.runIf(process.platform === 'linux')('that the disk refuses is told in words', async () => {
    const { code, error } = await exportTo('/proc/new.md')
    expect(error).toMatch(/^\/proc\/new\.md was not written: .* Choose .* with --out/)
    expect(error).not.toContain('Nightdesk failed')
    expect(code).toBe(2)
  })

  it('leaves evidence as it is that a check was to mend', async () => {
    const runbook = '---\nlastVerified: 2026/3/5\n---\n# Page\n\n1. Look\n'
    const other = await declareOn(desk)
    await attach(other, 'page.md', runbook)
    const evidence = join(desk.dataFolder, 'incidents', other, 'evidence')
    symlinkSync(evidence, join(folder, 'runbooks'))
    for (const place of [evidence, join(folder, 'runbooks')]) {
      const [page = ''] = readdirSync(place)
      const { code, error } = await runCli('check', join(place, page), '--fix')
      expect(error).toContain('in the data folder')
      expect(code).toBe(1)
      expect(readFileSync(join(place, page), 'utf8')).toBe(runbook)
    }
  })
})

describe('J1 evidence beside an export', () => {
  const beside = (of = incident) => join(folder, 'evidence', of)

  it('goes where the console puts its own copies', async () => {
    const place = join(desk.dataFolder, 'exports', incident)
    mkdirSync(place, { recursive: true })
    expect((await exportTo(join(place, 'postmortem.md'))).code).toBe(0)
    expect(readdirSync(join(place, 'evidence', incident))).toHaveLength(1)
  })

  it('takes away that of a former export, and no file of somebody else', async () => {
    const former = `${'0'.repeat(64)}.txt`
    mkdirSync(beside(), { recursive: true })
    for (const place of [beside(), join(folder, 'evidence')]) writeFileSync(join(place, former), 'withheld since')
    writeFileSync(join(beside(), 'mine.txt'), 'mine')
    await exportTo(join(folder, 'postmortem.md'))
    const left = readdirSync(beside())
    expect(left).toContain('mine.txt')
    expect(left).not.toContain(former)
    expect(left).toHaveLength(2)
    expect(readdirSync(join(folder, 'evidence')).sort()).toEqual([former, incident].sort())
  })

  it('of two incidents stands side by side, though both hold the same file, and each link is right', async () => {
    const other = await declareOn(desk)
    await attach(other, 'a.txt', 'rows are late')
    await attach(other, 'b.txt', 'late again')
    await exportTo(join(folder, 'A.md'))
    await exportTo(join(folder, 'B.md'), other)
    await exportTo(join(folder, 'A.md'))
    for (const [file, count] of [
      ['A.md', 1],
      ['B.md', 2],
    ] as const) {
      const links = readFileSync(join(folder, file), 'utf8').match(/(?<=\]\()evidence\/[^)]+/g) ?? []
      expect(links).toHaveLength(count)
      for (const link of links) expect(readFileSync(join(folder, link), 'utf8')).toMatch(/late/)
    }
  })

  it('of a journal file by itself is what stands beside the file, and what does not is linked nowhere and named', async () => {
    const lone = join(folder, 'lone')
    cpSync(own, lone, { recursive: true })
    const journal = join(lone, 'journal.ndjson')
    const out = join(folder, 'postmortem.md')
    const exportFile = () => runCli('export', journal, '--out', out)
    const linksIn = (): readonly string[] => readFileSync(out, 'utf8').match(/(?<=\]\()evidence\/[^)]+/g) ?? []
    expect((await exportFile()).code).toBe(0)
    expect(linksIn().map((link) => readFileSync(join(folder, link), 'utf8'))).toEqual(['rows are late'])
    rmSync(join(lone, 'evidence'), { recursive: true })
    const { code, error } = await exportFile()
    expect(error).toContain(
      `Warning: evidence that is not in ${join(lone, 'evidence')}, or was changed, so left out: a.txt`,
    )
    expect(linksIn()).toEqual([])
    expect(readFileSync(out, 'utf8')).toContain('a.txt (not in this export)')
    expect(readdirSync(beside())).toEqual(['missing.txt'])
    expect(code).toBe(0)
  })

  it('is put and removed through no link', async () => {
    const copy = join(folder, 'copy')
    cpSync(join(own, 'evidence'), join(copy, incident), { recursive: true })
    const out = join(folder, 'out')
    for (const [name, target] of [
      ['evidence', join(own, 'evidence')],
      ['evidence', copy],
      [`evidence/${incident}`, join(own, 'evidence')],
      [`evidence/${incident}`, join(copy, incident)],
    ] as const) {
      mkdirSync(join(out, name, '..'), { recursive: true })
      symlinkSync(target, join(out, name))
      const before = { sacred: sacred(), copy: heldIn(copy) }
      const { code, error } = await exportTo(join(out, 'postmortem.md'))
      expect(error).toMatch(
        /postmortem\.md was not written: .* is a link to another place.* The incident itself is safe\./,
      )
      expect(code).toBe(2)
      expect({ sacred: sacred(), copy: heldIn(copy) }).toEqual(before)
      expect(readdirSync(out)).toEqual(['evidence'])
      rmSync(out, { recursive: true })
    }
  })

  it('is no other name of the evidence itself', async () => {
    mkdirSync(beside(), { recursive: true })
    for (const name of readdirSync(join(own, 'evidence'))) linkSync(join(own, 'evidence', name), join(beside(), name))
    linkSync(join(own, 'evidence', readdirSync(beside())[0] ?? ''), join(beside(), 'redacted.txt'))
    const before = sacred()
    expect((await exportTo(join(folder, 'postmortem.md'))).code).toBe(0)
    expect(sacred()).toEqual(before)
    expect(readdirSync(beside())).toHaveLength(1)
  })
})
