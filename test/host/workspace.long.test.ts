import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { readWorkspace, type Workspace } from '../../electron/host/workspace.ts'
import { READ_AT } from '../support/watched-workspace.ts'
import { demoWorkspace, until, workspaceUnderTest } from '../support/workspace-under-test.ts'

const MANY = 1_000
const filler = 'The loader of this table reads what the shop wrote the evening before.\n'.repeat(20)

const own = workspaceUnderTest()

const nameOf = (number: number): string => `runbooks/generated/r${String(number).padStart(4, '0')}.md`
const textOf = (number: number, word: string): string =>
  `# Runbook ${number}\n\n## Diagnosis\n\n1. Look at the ${word}\n2. Check the clock\n\n${filler}`

function writeMany(from: number, to: number, word: string): void {
  mkdirSync(join(own.folder, 'runbooks/generated'), { recursive: true })
  for (let number = from; number < to; number += 1)
    writeFileSync(join(own.folder, nameOf(number)), textOf(number, word))
}

const generatedIn = (opened: Workspace) => opened.runbooks().filter(({ path }) => path.includes('generated'))

describe('W a large workspace', () => {
  it('W1 the team is in force at once, runbooks follow in slices that let other work through', async () => {
    writeMany(0, MANY, 'log')
    const changed = vi.fn()
    const opened = own.open({ changed })
    expect(opened.team().people.length).toBeGreaterThan(0)
    expect(opened.runbooks().length).toBeGreaterThan(0)
    expect(opened.runbooks().length).toBeLessThan(MANY)
    expect(opened.isReading()).toBe(true)
    let turns = 0
    while (opened.isReading()) {
      turns += 1
      await new Promise((resume) => setImmediate(resume))
    }
    expect(turns).toBeGreaterThan(10)
    expect(changed).toHaveBeenCalled()
    const whole = readWorkspace(own.folder)
    expect(opened.runbooks().map(({ path }) => path)).toEqual(whole.runbooks.map(({ path }) => path))
    expect(opened.documents()).toEqual(whole.documents)
  })

  it('L19.1 texts are there before they are understood, and no longer', async () => {
    writeMany(0, MANY, 'log')
    const opened = own.open({})
    const known = new Set<string>()
    let most = 0
    while (opened.isReading()) {
      const paths = [...opened.documents(), ...opened.unread()].map(({ path }) => path)
      for (const path of paths) known.add(path)
      most = Math.max(most, paths.length)
      await new Promise((resume) => setImmediate(resume))
    }
    expect(opened.unread()).toEqual([])
    expect([...known].toSorted()).toEqual(
      opened
        .documents()
        .map(({ path }) => path)
        .toSorted(),
    )
    expect(most).toBe(known.size)
  })

  it('W1 what a small team has is all there at once', () => {
    expect(own.open().documents()).toEqual(readWorkspace(demoWorkspace).documents)
    expect(own.open().isReading()).toBe(false)
  })

  it('W1 a pull of 500 files reads those and no others, and tells of it a few times only', async () => {
    writeMany(0, MANY, 'log')
    const changed = vi.fn()
    const opened = own.open({ changed })
    await until(() => expect(opened.isReading()).toBe(false))
    const before = new Map(opened.runbooks().map((runbook) => [runbook.path, runbook]))
    changed.mockClear()
    writeMany(0, 500, 'queue')
    await until(() => expect(generatedIn(opened).filter(({ text }) => text.includes('queue'))).toHaveLength(500))
    const kept = opened.runbooks().filter((runbook) => before.get(runbook.path) === runbook)
    expect(kept).toHaveLength(before.size - 500)
    expect(changed.mock.calls.length).toBeLessThan(50)
  }, 30_000)

  it('W1 closing while it reads ends the reading', async () => {
    writeMany(0, MANY, 'log')
    const changed = vi.fn()
    const opened = own.open({ changed })
    await opened.close()
    const calls = changed.mock.calls.length
    const count = opened.runbooks().length
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resume) => setImmediate(resume))
    expect(changed.mock.calls.length).toBe(calls)
    expect(opened.runbooks().length).toBe(count)
  })
})

describe('W an edit', () => {
  it('W1 of one file is read alone; a mere change of its date is none', async () => {
    const opened = own.open()
    const [first, second] = opened.runbooks()
    utimesSync(join(own.folder, second?.path ?? ''), new Date(), new Date())
    appendFileSync(join(own.folder, first?.path ?? ''), '\nMore to know.\n')
    await until(() => expect(opened.runbooks()[0]?.text).toContain('More to know.'))
    expect(opened.runbooks()[1]).toBe(second)
  })

  it('W1 that comes or goes is seen, in the order of the paths', async () => {
    const opened = own.open()
    const paths = opened.runbooks().map(({ path }) => path)
    writeFileSync(join(own.folder, 'runbooks/aaa.md'), '# First\n1. Look\n')
    await until(() => expect(opened.runbooks().map(({ path }) => path)).toEqual(['runbooks/aaa.md', ...paths]))
    rmSync(join(own.folder, 'runbooks/aaa.md'))
    await until(() => expect(opened.documents().map(({ path }) => path)).not.toContain('runbooks/aaa.md'))
  })

  it('W1 that makes a file unreadable keeps the last good version and names the file', async () => {
    const opened = own.open()
    const path = opened.runbooks()[0]?.path ?? ''
    const good = readFileSync(join(own.folder, path), 'utf8')
    writeFileSync(join(own.folder, path), 'x'.repeat(2_100_000))
    await until(() => expect(opened.problems()).toMatchObject([{ file: path, rule: 'workspace/too-large' }]))
    expect(opened.runbooks()[0]?.text).toBe(good)
    writeFileSync(join(own.folder, path), `${good}\nMended.\n`)
    await until(() => expect(opened.runbooks()[0]?.text).toContain('Mended.'))
    expect(opened.problems()).toEqual([])
  })

  it.each([
    ['empties a file', () => '', 'workspace/emptied'],
    [
      'leaves a conflict',
      (good: string) => `<<<<<<< HEAD\n${good}=======\n# Another\n>>>>>>> main\n`,
      'workspace/conflict',
    ],
    [
      'breaks the front matter',
      (good: string) => good.replace('---\n', '---\nmatches: [a\n'),
      'runbook/front-matter-invalid',
    ],
    ['leaves only the title', () => '---\ntitle: Late\n---\n# Late\n', 'workspace/emptied'],
    ['leaves only the front matter', () => '---\ntitle: Late\n---\n', 'workspace/emptied'],
    ['cuts a file off before its steps', () => '---\ntitle: Late\n---\n# La', 'workspace/emptied'],
    ['cuts a file off in a line', (good: string) => good.slice(0, good.indexOf('the log')), 'workspace/cut-off'],
    ['cuts a file off in its code', (good: string) => good.slice(0, good.indexOf('tail')), 'workspace/cut-off'],
  ])('W1 that %s keeps the last good version until it is mended', async (_, edit, rule) => {
    const file = join(own.folder, 'runbooks/aaa.md')
    const good = '---\ntitle: Late\n---\n# Late\n\n1. Look\n2. Read the log\n\n```sh\ntail late.log\n```\n'
    writeFileSync(file, good)
    const opened = own.open()
    const others = opened.problems()
    writeFileSync(file, edit(good))
    await until(() => expect(opened.problems()).toMatchObject([...others, { file: 'runbooks/aaa.md', rule }]))
    expect(opened.runbooks()[0]).toMatchObject({ text: good, title: 'Late' })
    writeFileSync(file, good)
    await until(() => expect(opened.problems()).toEqual(others))
  })

  it('W1 that deletes the last steps of a runbook on purpose is taken', async () => {
    const file = join(own.folder, 'runbooks/aaa.md')
    writeFileSync(file, '# Late\n\nNothing is to be done.\n\n1. Look\n')
    const opened = own.open()
    writeFileSync(file, '# Late\n\nNothing is to be done.\n')
    await until(() => expect(opened.runbooks()[0]?.text).not.toContain('Look'))
  })

  it('W1 that breaks the team file keeps the last good team until it is mended', async () => {
    const opened = own.open()
    const good = readFileSync(join(own.folder, 'team.yaml'), 'utf8')
    const team = opened.team()
    writeFileSync(join(own.folder, 'team.yaml'), 'people: [')
    await until(() => expect(opened.problems().some(({ rule }) => rule === 'team/yaml')).toBe(true))
    expect(opened.team()).toBe(team)
    expect(opened.teamAsOf()).toBe(READ_AT)
    writeFileSync(join(own.folder, 'team.yaml'), good)
    await until(() => expect(opened.problems()).toEqual([]))
    expect(opened.teamAsOf()).toBeNull()
  })

  it.each([
    ['goes', (away: string) => renameSync(own.folder, away)],
    [
      'is emptied, as where a share was mounted',
      (away: string) => {
        renameSync(own.folder, away)
        mkdirSync(own.folder)
      },
    ],
  ])('W1 when the whole folder %s keeps the runbooks as they were last read until it is back', async (_, leave) => {
    const opened = own.open()
    const [runbooks, documents] = [opened.runbooks(), opened.documents()]
    const away = `${own.folder}-away`
    leave(away)
    await until(() => expect(opened.problems()).toContainEqual(expect.objectContaining({ rule: 'workspace/away' })))
    expect(opened.runbooks()).toEqual(runbooks)
    expect(opened.documents()).toEqual(documents)
    rmSync(own.folder, { recursive: true, force: true })
    renameSync(away, own.folder)
    await until(() => expect(opened.problems()).toEqual([]))
    expect(opened.runbooks()).toEqual(runbooks)
    rmSync(join(own.folder, 'runbooks'), { recursive: true })
    mkdirSync(join(own.folder, 'runbooks'))
    writeFileSync(join(own.folder, 'runbooks/only.md'), '# Only')
    await until(() => expect(opened.runbooks().map(({ path }) => path)).toEqual(['runbooks/only.md']))
  })

  it('W1 of our own is in force as soon as it is asked for', () => {
    const changed = vi.fn()
    const opened = own.open({ changed })
    const path = opened.runbooks()[0]?.path ?? ''
    appendFileSync(join(own.folder, path), '\nOurs.\n')
    opened.reload(path)
    expect(opened.runbooks()[0]?.text).toContain('Ours.')
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('W1 a folder that is not there is a problem and no failure', () => {
    const opened = own.open({ folder: join(own.folder, 'none') })
    expect(opened.problems()).toMatchObject([{ rule: 'workspace/missing' }])
    expect(opened.documents()).toEqual([])
  })
})
