import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkspace, type Workspace } from '../../electron/host/workspace.ts'
import { READ_AT } from '../support/watched-workspace.ts'
import { demoWorkspace, until, workspaceUnderTest } from '../support/workspace-under-test.ts'

const own = workspaceUnderTest()

/** Opens it once as it is, and closes it again: what a console does that is started and ended. */
const openAndClose = async (mayWrite = true): Promise<void> => own.open({ mayWrite }).close()

describe('W1 the last good team outlives a restart', () => {
  const people = (): readonly string[] => readWorkspace(demoWorkspace).team.people.map(({ id }) => id)
  const peopleNow = (): readonly string[] =>
    own
      .open()
      .team()
      .people.map(({ id }) => id)

  it('W1 when team.yaml was broken meanwhile', async () => {
    await openAndClose()
    writeFileSync(join(own.folder, 'team.yaml'), 'people: [')
    expect(peopleNow()).toEqual(people())
    expect(own.opened?.teamAsOf()).toBe(READ_AT)
    expect(own.opened?.problems()[0]).toMatchObject({ rule: 'team/yaml', severity: 'error' })
  })

  it.each([
    ['empty', () => ''],
    ['blank', () => '\n\n'],
    ['only a remark', () => '# people\n'],
    ['without anybody', () => 'people: []\n'],
    ['cut off before its rotations', (text: string) => text.slice(0, text.search(/^rotations?:/m))],
    ['cut off in a line', (text: string) => text.slice(0, text.search(/^rotations?:/m) + 4)],
    ['cut off in the last lines', (text: string) => text.slice(0, text.trimEnd().lastIndexOf('\n') - 2)],
  ])('W1 when team.yaml is %s, running and over a restart', async (_, cut) => {
    const file = join(own.folder, 'team.yaml')
    const whole = readFileSync(file, 'utf8')
    const opened = own.open()
    writeFileSync(file, cut(whole))
    await until(() => expect(opened.teamAsOf()).toBe(READ_AT))
    expect(opened.problems()[0]).toMatchObject({ file: 'team.yaml', severity: 'error' })
    expect(opened.team().people.map(({ id }) => id)).toEqual(people())
    expect(opened.team().rotations).toHaveLength(readWorkspace(demoWorkspace).team.rotations.length)
    await opened.close()
    expect(peopleNow()).toEqual(people())
    writeFileSync(file, whole)
    await until(() => expect(own.opened?.teamAsOf()).toBeNull())
  })

  it('W1 and whole entries may be taken off its end', async () => {
    const file = join(own.folder, 'team.yaml')
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, `${whole.trimEnd()}\n# the last remark\n`)
    await openAndClose()
    writeFileSync(file, whole)
    expect(own.open().teamAsOf()).toBeNull()
  })

  it('W1 when team.yaml or the whole folder is gone', async () => {
    await openAndClose()
    rmSync(join(own.folder, 'team.yaml'))
    expect(peopleNow()).toEqual(people())
    await own.opened?.close()
    rmSync(own.folder, { recursive: true })
    expect(peopleNow()).toEqual(people())
    expect(own.opened?.problems()).toMatchObject([{ rule: 'workspace/missing' }])
  })

  it('W1 but never stands in for another workspace, nor comes from a bad file or a console that may not write', async () => {
    const good = readFileSync(join(own.folder, 'team.yaml'), 'utf8')
    await openAndClose(false)
    writeFileSync(join(own.folder, 'team.yaml'), 'people: [')
    await openAndClose()
    expect(peopleNow()).toEqual([])
    await own.opened?.close()
    writeFileSync(join(own.folder, 'team.yaml'), good)
    await openAndClose()
    expect(own.open({ folder: join(own.folder, 'reference') }).team().people).toEqual([])
  })

  it('W1 and the file is in force again when the folder comes back', async () => {
    await openAndClose()
    const away = `${own.folder}-away`
    renameSync(own.folder, away)
    const opened = own.open()
    expect(opened.teamAsOf()).toBe(READ_AT)
    renameSync(away, own.folder)
    await until(() => expect(opened.problems()).toEqual([]))
    expect(opened.teamAsOf()).toBeNull()
    await until(() => expect(opened.runbooks().length).toBeGreaterThan(0))
    appendFileSync(join(own.folder, opened.runbooks()[0]?.path ?? ''), '\nMore to know.\n')
    await until(() => expect(opened.runbooks()[0]?.text).toContain('More to know.'))
    renameSync(own.folder, away)
    await until(() => expect(opened.problems()[0]).toMatchObject({ rule: 'workspace/missing' }))
    renameSync(away, own.folder)
  }, 60_000)

  it('W1 a copy that cannot be read counts as none', async () => {
    await openAndClose()
    writeFileSync(join(own.dataFolder, 'last-good-team.json'), '{"workspace":')
    writeFileSync(join(own.folder, 'team.yaml'), 'people: [')
    expect(peopleNow()).toEqual([])
  })
})

const remembered = (): readonly string[] =>
  readdirSync(own.dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))

/** Opens it until all of it is remembered, and closes it again. */
async function openAndRemember(): Promise<Workspace> {
  const opened = own.open()
  await until(() => expect(opened.isReading()).toBe(false))
  await until(() => expect(remembered()).toHaveLength(opened.documents().length))
  await opened.close()
  return opened
}

describe('W1 the last good runbooks outlive a restart', () => {
  const path = 'runbooks/late.md'
  const file = (): string => join(own.folder, path)
  const textOf = (opened: Workspace): string | undefined =>
    opened.runbooks().find((runbook) => runbook.path === path)?.text
  const good = '# Late\n\n## Diagnosis\n\n1. Look at the loader\n2. Look at the clock\n3. Call the shop\n'

  it.each([
    ['is not there', () => rmSync(own.folder, { recursive: true })],
    [
      'is empty, as where a share is not mounted',
      () => {
        rmSync(own.folder, { recursive: true })
        mkdirSync(own.folder)
      },
    ],
  ])(
    'W1 when the folder %s, until it is back',
    async (_, takeAway) => {
      writeFileSync(file(), good)
      const before = await openAndRemember()
      const away = `${own.folder}-away`
      cpSync(own.folder, away, { recursive: true })
      takeAway()
      const opened = own.open()
      await until(() => expect(opened.documents()).toEqual(before.documents()))
      expect(opened.runbooks()).toEqual(before.runbooks())
      expect(opened.problems()).toContainEqual(expect.objectContaining({ rule: 'workspace/away' }))
      rmSync(own.folder, { recursive: true, force: true })
      writeFileSync(join(away, path), `${good}4. Call the lead\n`)
      renameSync(away, own.folder)
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
      const running = own.open()
      await until(() => expect(running.isReading()).toBe(false))
      renameSync(join(own.folder, 'runbooks'), `${own.folder}-away`)
      takeAway(join(own.folder, 'runbooks'))
      const away = { file: 'runbooks', rule: 'workspace/away' }
      await until(() => expect(running.problems()).toMatchObject([away]))
      expect(running.runbooks()).toEqual(before.runbooks())
      await running.close()
      const opened = own.open()
      expect(opened.problems()).toMatchObject([away])
      await until(() => expect(opened.runbooks()).toEqual(before.runbooks()))
      rmSync(join(own.folder, 'runbooks'), { recursive: true })
      renameSync(`${own.folder}-away`, join(own.folder, 'runbooks'))
      await until(() => expect(opened.problems()).toEqual([]))
      expect(opened.documents()).toEqual(before.documents())
    },
    60_000,
  )

  it('W1 but the only page of a folder that is deleted is gone', async () => {
    rmSync(join(own.folder, 'reference'), { recursive: true })
    mkdirSync(join(own.folder, 'reference'))
    writeFileSync(join(own.folder, 'reference/only.md'), '# Only')
    const opened = own.open()
    expect(opened.documents().map(({ path: each }) => each)).toContain('reference/only.md')
    rmSync(join(own.folder, 'reference/only.md'))
    await until(() => expect(opened.documents().map(({ path: each }) => each)).not.toContain('reference/only.md'))
    expect(opened.problems()).toEqual([])
  })

  it('W1 all of a large one that is away, though it is looked at while it is read', async () => {
    mkdirSync(join(own.folder, 'runbooks/many'))
    for (let number = 0; number < 150; number += 1)
      writeFileSync(join(own.folder, `runbooks/many/r${number}.md`), `# Runbook ${number}\n\n1. Look at it\n`)
    const before = await openAndRemember()
    rmSync(own.folder, { recursive: true })
    const opened = own.open()
    mkdirSync(own.folder)
    await until(() => expect(opened.documents()).toHaveLength(before.documents().length))
  }, 60_000)

  it('W1 when a file was cut off or made unreadable while no console ran', async () => {
    writeFileSync(file(), good)
    await openAndRemember()
    writeFileSync(file(), good.slice(0, -30))
    const opened = own.open()
    expect(textOf(opened)).toBe(good)
    expect(opened.problems()).toMatchObject([{ file: path, rule: 'workspace/cut-off' }])
    await opened.close()
    writeFileSync(file(), new Uint8Array(600))
    expect(textOf(own.open())).toBe(good)
    expect(own.opened?.problems()).toMatchObject([{ file: path, rule: 'workspace/not-text' }])
  })

  it('W1 but an edit is taken and remembered, and what was deleted is forgotten', async () => {
    writeFileSync(file(), good)
    await openAndRemember()
    writeFileSync(file(), '# Late\n\n1. Call the shop\n')
    expect(textOf(await openAndRemember())).toContain('1. Call the shop')
    rmSync(file())
    await openAndRemember()
    rmSync(own.folder, { recursive: true })
    const opened = own.open()
    expect(opened.runbooks().length).toBeGreaterThan(0)
    expect(textOf(opened)).toBeUndefined()
  }, 30_000)

  it('W1 and no file of another workspace is shown, nor kept beside', async () => {
    await openAndRemember()
    const opened = own.open({ folder: join(own.folder, 'reference') })
    expect(opened.documents()).toEqual([])
    await until(() => expect(remembered()).toEqual([]))
  })

  it('W1 a console that only reads keeps nothing', async () => {
    const opened = own.open({ mayWrite: false })
    await until(() => expect(opened.isReading()).toBe(false))
    await opened.close()
    expect(existsSync(join(own.dataFolder, 'last-good-documents'))).toBe(false)
  })
})
