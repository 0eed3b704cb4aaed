import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchWorkspace } from '../../electron/host/workspace-watch.ts'

const PATIENCE_MS = 15_000
const leftovers: (() => unknown)[] = []
afterEach(async () => {
  for (const leave of leftovers.splice(0).reverse()) await leave()
})

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-watch-'))
  leftovers.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Watches a workspace, and tells how often something was noticed; it is quiet when the watch stands. */
async function watched(workspace: string) {
  let count = 0
  leftovers.push(watchWorkspace(workspace, () => (count += 1), console.log))
  await vi.waitFor(() => expect(count).toBeGreaterThan(0), PATIENCE_MS)
  await wait(1_500)
  return {
    /** Waits until something done now is noticed, and all is quiet again. */
    notices: async (act: () => void) => {
      const before = count
      act()
      await vi.waitFor(() => expect(count).toBeGreaterThan(before), { timeout: PATIENCE_MS, interval: 50 })
      await wait(2_500)
    },
  }
}

describe('W1 edits of a workspace whose folders come and go', () => {
  it('W1 a folder that is made later is watched, with all that is put in it', { timeout: 60_000 }, async () => {
    const workspace = emptyFolder()
    const { notices } = await watched(workspace)
    await notices(() => mkdirSync(join(workspace, 'runbooks')))
    await notices(() => writeFileSync(join(workspace, 'runbooks/a.md'), '# A\n'))
    await notices(() => appendFileSync(join(workspace, 'runbooks/a.md'), 'more\n'))
  })

  it('W1 a folder that is taken away and put back is watched again, at once or later', {
    timeout: 60_000,
  }, async () => {
    const workspace = emptyFolder()
    const runbooks = join(workspace, 'runbooks')
    const file = join(runbooks, 'a.md')
    const put = () => {
      mkdirSync(runbooks)
      writeFileSync(file, '# A\n')
    }
    put()
    const { notices } = await watched(workspace)
    await notices(() => rmSync(runbooks, { recursive: true }))
    await notices(put)
    await notices(() => appendFileSync(file, 'more\n'))
    await notices(() => {
      rmSync(runbooks, { recursive: true })
      put()
    })
    await notices(() => appendFileSync(file, 'more\n'))
    await notices(() => {
      renameSync(runbooks, join(workspace, 'elsewhere'))
      put()
    })
    await notices(() => appendFileSync(file, 'more\n'))
  })

  it('W1 a folder that is a link is watched where it leads', { timeout: 60_000 }, async () => {
    const workspace = emptyFolder()
    const shelf = emptyFolder()
    writeFileSync(join(shelf, 'a.md'), '# A\n')
    symlinkSync(shelf, join(workspace, 'runbooks'), 'dir')
    const { notices } = await watched(workspace)
    await notices(() => appendFileSync(join(shelf, 'a.md'), 'more\n'))
  })
})
