import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const demoWorkspace = join(import.meta.dirname, '../../fixtures/workspace')

/**
 * A fixture for `test.use({ workspaceFolder: ownWorkspace() })`: each test has a copy of the demo workspace that it may write,
 * changed by `prepare` before Nightdesk opens on it.
 */
export const ownWorkspace =
  (prepare: (folder: string) => void = () => undefined) =>
  async ({ door }: { readonly door: string }, use: (folder: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), `nightdesk-workspace-${door}-`))
    cpSync(demoWorkspace, folder, { recursive: true })
    prepare(folder)
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  }
