import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readWorkspace, type Workspace } from '../../electron/host/workspace.ts'
import { openWatchedWorkspace, READ_AT } from '../support/watched-workspace.ts'

const demo = join(import.meta.dirname, '../../fixtures/workspace')

let folder: string
let dataFolder: string
let workspace: Workspace | undefined
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-data-'))
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-workspace-'))
  cpSync(demo, folder, { recursive: true })
})
afterEach(async () => {
  await workspace?.close()
  workspace = undefined
  rmSync(folder, { recursive: true, force: true })
  rmSync(dataFolder, { recursive: true, force: true })
})

function open(mayWrite = true): Workspace {
  workspace = openWatchedWorkspace({ workspaceFolder: folder, dataFolder, mayWrite })
  return workspace
}

/** Opens it once as it is, and closes it again: what a console does that is started and ended. */
const openAndClose = async (mayWrite = true): Promise<void> => open(mayWrite).close()

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 })

describe('W1 the last good team outlives a restart', () => {
  const people = (): readonly string[] => readWorkspace(demo).team.people.map(({ id }) => id)
  const peopleNow = (): readonly string[] =>
    open()
      .team()
      .people.map(({ id }) => id)

  it('W1 when team.yaml was broken meanwhile', async () => {
    await openAndClose()
    writeFileSync(join(folder, 'team.yaml'), 'people: [')
    expect(peopleNow()).toEqual(people())
    expect(workspace?.teamAsOf()).toBe(READ_AT)
    expect(workspace?.problems()[0]).toMatchObject({ rule: 'team/yaml', severity: 'error' })
  })

  it('W1 when team.yaml or the whole folder is gone', async () => {
    await openAndClose()
    rmSync(join(folder, 'team.yaml'))
    expect(peopleNow()).toEqual(people())
    await workspace?.close()
    rmSync(folder, { recursive: true })
    expect(peopleNow()).toEqual(people())
    expect(workspace?.problems()).toMatchObject([{ rule: 'workspace/missing' }])
  })

  it('W1 but never stands in for another workspace, nor comes from a bad file or a console that may not write', async () => {
    const good = readFileSync(join(folder, 'team.yaml'), 'utf8')
    await openAndClose(false)
    writeFileSync(join(folder, 'team.yaml'), 'people: [')
    await openAndClose()
    expect(peopleNow()).toEqual([])
    await workspace?.close()
    writeFileSync(join(folder, 'team.yaml'), good)
    await openAndClose()
    const other = mkdtempSync(join(tmpdir(), 'nightdesk-workspace-'))
    rmSync(folder, { recursive: true })
    folder = other
    expect(peopleNow()).toEqual([])
  })

  it('W1 and the file is in force again when the folder comes back', async () => {
    await openAndClose()
    const away = `${folder}-away`
    renameSync(folder, away)
    const opened = open()
    expect(opened.teamAsOf()).toBe(READ_AT)
    renameSync(away, folder)
    await until(() => expect(opened.problems()).toEqual([]))
    expect(opened.teamAsOf()).toBeNull()
    await until(() => expect(opened.runbooks().length).toBeGreaterThan(0))
    appendFileSync(join(folder, opened.runbooks()[0]?.path ?? ''), '\nMore to know.\n')
    await until(() => expect(opened.runbooks()[0]?.text).toContain('More to know.'))
    renameSync(folder, away)
    await until(() => expect(opened.problems()[0]).toMatchObject({ rule: 'workspace/missing' }))
    renameSync(away, folder)
  }, 60_000)

  it('W1 a copy that cannot be read counts as none', async () => {
    await openAndClose()
    writeFileSync(join(dataFolder, 'last-good-team.json'), '{"workspace":')
    writeFileSync(join(folder, 'team.yaml'), 'people: [')
    expect(peopleNow()).toEqual([])
  })
})

const remembered = (): readonly string[] =>
  readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))

/** Opens it until all of it is remembered, and closes it again. */
async function openAndRemember(): Promise<Workspace> {
  const opened = open()
  await until(() => expect(opened.isReading()).toBe(false))
  await until(() => expect(remembered()).toHaveLength(opened.documents().length))
  await opened.close()
  return opened
}

describe('W1 the last good runbooks outlive a restart', () => {
  const path = 'runbooks/late.md'
  const file = (): string => join(folder, path)
  const textOf = (opened: Workspace): string | undefined =>
    opened.runbooks().find((runbook) => runbook.path === path)?.text
  const good = '# Late\n\n## Diagnosis\n\n1. Look at the loader\n2. Look at the clock\n3. Call the shop\n'

  it.each([
    ['is not there', () => rmSync(folder, { recursive: true })],
    [
      'is empty, as where a share is not mounted',
      () => {
        rmSync(folder, { recursive: true })
        mkdirSync(folder)
      },
    ],
  ])(
    'W1 when the folder %s, until it is back',
    async (_, takeAway) => {
      writeFileSync(file(), good)
      const before = await openAndRemember()
      const away = `${folder}-away`
      cpSync(folder, away, { recursive: true })
      takeAway()
      const opened = open()
      await until(() => expect(opened.documents()).toEqual(before.documents()))
      expect(opened.runbooks()).toEqual(before.runbooks())
      expect(opened.problems()).toContainEqual(expect.objectContaining({ rule: 'workspace/away' }))
      rmSync(folder, { recursive: true, force: true })
      writeFileSync(join(away, path), `${good}4. Call the lead\n`)
      renameSync(away, folder)
      await until(() => expect(textOf(opened)).toContain('Call the lead'))
      expect(opened.problems()).toEqual([])
    },
    60_000,
  )

  it.each([
    ['a link that leads nowhere', (runbooks: string) => symlinkSync(`${runbooks}-share`, runbooks)],
    ['an empty submodule', (runbooks: string) => mkdirSync(runbooks)],
    ['a share that is not mounted', (runbooks: string) => mkdirSync(join(runbooks, 'lost+found'), { recursive: true })],
  ])(
    'W1 when its runbooks are %s while team.yaml is there, running and over a restart',
    async (_, takeAway) => {
      const before = await openAndRemember()
      const running = open()
      await until(() => expect(running.isReading()).toBe(false))
      renameSync(join(folder, 'runbooks'), `${folder}-away`)
      takeAway(join(folder, 'runbooks'))
      const away = { file: 'runbooks', rule: 'workspace/away' }
      await until(() => expect(running.problems()).toMatchObject([away]))
      expect(running.runbooks()).toEqual(before.runbooks())
      await running.close()
      const opened = open()
      expect(opened.problems()).toMatchObject([away])
      await until(() => expect(opened.runbooks()).toEqual(before.runbooks()))
      rmSync(join(folder, 'runbooks'), { recursive: true })
      renameSync(`${folder}-away`, join(folder, 'runbooks'))
      await until(() => expect(opened.problems()).toEqual([]))
      expect(opened.documents()).toEqual(before.documents())
    },
    60_000,
  )

  it('W1 but the only page of a folder that is deleted is gone', async () => {
    rmSync(join(folder, 'reference'), { recursive: true })
    mkdirSync(join(folder, 'reference'))
    writeFileSync(join(folder, 'reference/only.md'), '# Only')
    const opened = open()
    expect(opened.documents().map(({ path: each }) => each)).toContain('reference/only.md')
    rmSync(join(folder, 'reference/only.md'))
    await until(() => expect(opened.documents().map(({ path: each }) => each)).not.toContain('reference/only.md'))
    expect(opened.problems()).toEqual([])
  })

  it('W1 all of a large one that is away, though it is looked at while it is read', async () => {
    mkdirSync(join(folder, 'runbooks/many'))
    for (let number = 0; number < 150; number += 1)
      writeFileSync(join(folder, `runbooks/many/r${number}.md`), `# Runbook ${number}\n\n1. Look at it\n`)
    const before = await openAndRemember()
    rmSync(folder, { recursive: true })
    const opened = open()
    mkdirSync(folder)
    await until(() => expect(opened.documents()).toHaveLength(before.documents().length))
  }, 60_000)

  it('W1 when a file was cut off or made unreadable while no console ran', async () => {
    writeFileSync(file(), good)
    await openAndRemember()
    writeFileSync(file(), good.slice(0, -30))
    const opened = open()
    expect(textOf(opened)).toBe(good)
    expect(opened.problems()).toMatchObject([{ file: path, rule: 'workspace/cut-off' }])
    await opened.close()
    writeFileSync(file(), new Uint8Array(600))
    expect(textOf(open())).toBe(good)
    expect(workspace?.problems()).toMatchObject([{ file: path, rule: 'workspace/not-text' }])
  })

  it('W1 but an edit is taken and remembered, and what was deleted is forgotten', async () => {
    writeFileSync(file(), good)
    await openAndRemember()
    writeFileSync(file(), '# Late\n\n1. Call the shop\n')
    expect(textOf(await openAndRemember())).toContain('1. Call the shop')
    rmSync(file())
    await openAndRemember()
    rmSync(folder, { recursive: true })
    const opened = open()
    expect(opened.runbooks().length).toBeGreaterThan(0)
    expect(textOf(opened)).toBeUndefined()
  }, 30_000)

  it('W1 and no file of another workspace is shown, nor kept beside', async () => {
    await openAndRemember()
    const other = mkdtempSync(join(tmpdir(), 'nightdesk-workspace-'))
    rmSync(folder, { recursive: true })
    folder = other
    const opened = open()
    expect(opened.documents()).toEqual([])
    await until(() => expect(remembered()).toEqual([]))
  })

  it('W1 a console that only reads keeps nothing', async () => {
    const opened = open(false)
    await until(() => expect(opened.isReading()).toBe(false))
    await opened.close()
    expect(existsSync(join(dataFolder, 'last-good-documents'))).toBe(false)
  })
})
