import fs, { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findPages } from '../../electron/cli/find-pages.ts'
import { readWorkspace, type Workspace } from '../../electron/host/workspace.ts'
import { openWatchedWorkspace } from '../support/watched-workspace.ts'

const demo = join(import.meta.dirname, '../../fixtures/workspace')

let folder: string
let dataFolder: string
let workspace: Workspace | undefined
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-data-'))
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-workspace-'))
  cpSync(demo, folder, { recursive: true })
  mkdirSync(join(folder, 'runbooks/private'))
  writeFileSync(join(folder, 'runbooks/private/a.md'), '# A\n\n1. Look at it\n')
})
afterEach(async () => {
  giveBack()
  await workspace?.close()
  workspace = undefined
  rmSync(folder, { recursive: true, force: true })
  rmSync(dataFolder, { recursive: true, force: true })
})

const [list, listLater] = [fs.readdirSync, fs.promises.readdir]
const isPrivate = (path: string): boolean => path === join(folder, 'runbooks/private')

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

function open(): Workspace {
  workspace = openWatchedWorkspace({ workspaceFolder: folder, dataFolder })
  return workspace
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 })
const pathsIn = (from: Workspace): readonly string[] => from.runbooks().map(({ path }) => path)
const problem = { file: 'runbooks/private', rule: 'workspace/unreadable', severity: 'error' }

describe('W1 a folder in the workspace that cannot be looked into', () => {
  it('W1 is a problem, and what was read of it stays until it is known to be gone', async () => {
    const opened = open()
    const before = pathsIn(opened)
    refuse()
    writeFileSync(join(folder, 'runbooks/new.md'), '# New\n\n1. Look at it\n')
    await until(() => expect(pathsIn(opened)).toContain('runbooks/new.md'))
    expect(pathsIn(opened)).toEqual(expect.arrayContaining([...before]))
    expect(opened.problems()).toMatchObject([problem])
    giveBack()
    rmSync(join(folder, 'runbooks/private'), { recursive: true })
    await until(() => expect(pathsIn(opened)).not.toContain('runbooks/private/a.md'))
    expect(opened.problems()).toEqual([])
  }, 30_000)

  it('W1 stays over a restart, too', async () => {
    const before = pathsIn(open())
    const kept = (): number =>
      fs.readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).length
    await until(() => expect(kept()).toBe(workspace?.documents().length))
    await workspace?.close()
    refuse()
    expect(pathsIn(open())).toEqual(before)
    expect(workspace?.problems()).toMatchObject([problem])
  }, 30_000)

  it('W1 is a problem for whoever reads the workspace once', () => {
    refuse()
    expect(readWorkspace(folder).problems).toMatchObject([problem])
    expect(findPages([join(folder, 'runbooks')]).problems).toMatchObject([{ ...problem, file: 'private' }])
    expect(findPages([folder]).problems).toMatchObject([problem])
  })
})
