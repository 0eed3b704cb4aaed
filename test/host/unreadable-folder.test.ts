import fs, { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findPages } from '../../electron/cli/find-pages.ts'
import { readWorkspace, type Workspace } from '../../electron/host/workspace.ts'
import { until, workspaceUnderTest } from '../support/workspace-under-test.ts'

const own = workspaceUnderTest()
beforeEach(() => {
  mkdirSync(join(own.folder, 'runbooks/private'))
  writeFileSync(join(own.folder, 'runbooks/private/a.md'), '# A\n\n1. Look at it\n')
})
afterEach(() => giveBack())

const [list, listLater] = [fs.readdirSync, fs.promises.readdir]
const isPrivate = (path: string): boolean => path === join(own.folder, 'runbooks/private')

/** Puts other functions in the place of those that list folders, for all modules. */
function replace(readdirSync: unknown, readdir: unknown): void {
  Object.assign(fs, { readdirSync })
  Object.assign(fs.promises, { readdir })
  syncBuiltinESMExports()
}

const giveBack = (): void => replace(list, listLater)

/** Lets the disk refuse the one folder, as it refuses root nothing by rights alone. */
function refuse(): void {
  const refusing = (path: string): void => {
    if (isPrivate(path)) throw Object.assign(new Error('EIO: i/o error, scandir'), { code: 'EIO' })
  }
  replace(
    (path: string, ...rest: []) => {
      refusing(path)
      return list(path, ...rest)
    },
    async (path: string, ...rest: []) => {
      refusing(path)
      return listLater(path, ...rest)
    },
  )
}

const pathsIn = (from: Workspace): readonly string[] => from.runbooks().map(({ path }) => path)
const problem = { file: 'runbooks/private', rule: 'workspace/unreadable', severity: 'error' }

describe('W1 a folder in the workspace that cannot be looked into', () => {
  it('W1 is a problem, and what was read of it stays until it is known to be gone', async () => {
    const opened = own.open()
    const before = pathsIn(opened)
    refuse()
    writeFileSync(join(own.folder, 'runbooks/new.md'), '# New\n\n1. Look at it\n')
    await until(() => expect(pathsIn(opened)).toContain('runbooks/new.md'))
    expect(pathsIn(opened)).toEqual(expect.arrayContaining([...before]))
    expect(opened.problems()).toMatchObject([problem])
    giveBack()
    rmSync(join(own.folder, 'runbooks/private'), { recursive: true })
    await until(() => expect(pathsIn(opened)).not.toContain('runbooks/private/a.md'))
    expect(opened.problems()).toEqual([])
  }, 30_000)

  it('W1 stays over a restart, too', async () => {
    const before = pathsIn(own.open())
    const kept = (): number =>
      fs.readdirSync(own.dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
        .length
    await until(() => expect(kept()).toBe(own.opened?.documents().length))
    await own.opened?.close()
    refuse()
    expect(pathsIn(own.open())).toEqual(before)
    expect(own.opened?.problems()).toMatchObject([problem])
  }, 30_000)

  it('W1 is a problem for whoever reads the workspace once', () => {
    refuse()
    expect(readWorkspace(own.folder).problems).toMatchObject([problem])
    expect(findPages([join(own.folder, 'runbooks')]).problems).toMatchObject([{ ...problem, file: 'private' }])
    expect(findPages([own.folder]).problems).toMatchObject([problem])
  })
})
