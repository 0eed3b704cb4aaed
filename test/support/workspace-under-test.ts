import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Workspace } from '../../electron/host/workspace.ts'
import { openWatchedWorkspace } from './watched-workspace.ts'

/** The workspace that is copied for each test. */
export const demoWorkspace = join(import.meta.dirname, '../../fixtures/workspace')

type Opening = {
  readonly changed?: () => void
  /** False for a console that only reads. */
  readonly mayWrite?: boolean
}

type WorkspaceUnderTest = {
  /** The copy of the demo workspace that the running test may change. */
  readonly folder: string
  /** The data folder of the running test, where the last good files are remembered. */
  readonly dataFolder: string
  /** The workspace that the running test opened last. */
  readonly opened: Workspace | undefined
  /** Opens it with its memory, as the host does; another `folder` with the same data folder, if one is named. */
  open(opening?: Opening & { readonly folder?: string }): Workspace
}

/** Gives each test of a file its own folders, and closes the workspace and takes them away when the test is over. */
export function workspaceUnderTest(): WorkspaceUnderTest {
  let folder = ''
  let dataFolder = ''
  let opened: Workspace | undefined
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-data-'))
    folder = mkdtempSync(join(tmpdir(), 'nightdesk-workspace-'))
    cpSync(demoWorkspace, folder, { recursive: true })
  })
  afterEach(async () => {
    await opened?.close()
    opened = undefined
    rmSync(folder, { recursive: true, force: true })
    rmSync(dataFolder, { recursive: true, force: true })
  })
  return {
    get folder() {
      return folder
    },
    get dataFolder() {
      return dataFolder
    },
    get opened() {
      return opened
    },
    open: ({ folder: workspaceFolder = folder, ...opening } = {}) => {
      opened = openWatchedWorkspace({ workspaceFolder, dataFolder, ...opening })
      return opened
    },
  }
}

/** Waits until something holds that takes the disk, the watch or the reading a while. */
export const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 })
