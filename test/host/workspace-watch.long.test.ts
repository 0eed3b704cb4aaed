import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, it, type TestContext, vi } from 'vitest'
import { watchWorkspace } from '../../electron/host/workspace-watch.ts'

const PATIENCE_MS = 15_000

function emptyFolder({ onTestFinished }: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-watch-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Watches a workspace, and tells how often something was noticed; it is quiet when the watch stands. */
async function watched(workspace: string, { expect, onTestFinished }: TestContext) {
  let count = 0
  let last: ReadonlySet<string> | null = null
  const noticed = (paths: ReadonlySet<string> | null): void => {
    count += 1
    last = paths
  }
  onTestFinished(watchWorkspace(workspace, noticed, console.log))
  await vi.waitFor(() => expect(count).toBeGreaterThan(0), PATIENCE_MS)
  await wait(1_500)
  return {
    /** Waits until something done now is noticed, and all is quiet again; gives the files that were named at the end. */
    notices: async (act: () => void): Promise<readonly string[] | null> => {
      const before = count
      act()
      await vi.waitFor(() => expect(count).toBeGreaterThan(before), { timeout: PATIENCE_MS, interval: 50 })
      await wait(2_500)
      return last && [...last]
    },
  }
}

describe.concurrent('W1 edits of a workspace whose folders come and go', () => {
  it('W1 a folder that is made later is watched, with all that is put in it', { timeout: 60_000 }, async (context) => {
    const workspace = emptyFolder(context)
    const { notices } = await watched(workspace, context)
    await notices(() => mkdirSync(join(workspace, 'runbooks')))
    await notices(() => writeFileSync(join(workspace, 'runbooks/a.md'), '# A\n'))
    await notices(() => appendFileSync(join(workspace, 'runbooks/a.md'), 'more\n'))
  })

  it.for<[string, (runbooks: string, put: () => void) => (() => void)[]]>([
    ['taken away and put back later', (runbooks, put) => [() => rmSync(runbooks, { recursive: true }), put]],
    [
      'taken away and put back at once',
      (runbooks, put) => [
        () => {
          rmSync(runbooks, { recursive: true })
          put()
        },
      ],
    ],
    [
      'moved away and another put in its place',
      (runbooks, put) => [
        () => {
          renameSync(runbooks, `${runbooks}-elsewhere`)
          put()
        },
      ],
    ],
  ])('W1 a folder that is %s is watched again', { timeout: 60_000 }, async ([, changes], context) => {
    const workspace = emptyFolder(context)
    const runbooks = join(workspace, 'runbooks')
    const file = join(runbooks, 'a.md')
    const put = () => {
      mkdirSync(runbooks)
      writeFileSync(file, '# A\n')
    }
    put()
    const { notices } = await watched(workspace, context)
    for (const change of changes(runbooks, put)) await notices(change)
    context.expect(await notices(() => appendFileSync(file, 'more\n'))).toEqual(['runbooks/a.md'])
  })

  it('W1 a folder that is a link is watched where it leads', { timeout: 60_000 }, async (context) => {
    const workspace = emptyFolder(context)
    const shelf = emptyFolder(context)
    writeFileSync(join(shelf, 'a.md'), '# A\n')
    symlinkSync(shelf, join(workspace, 'runbooks'), 'dir')
    const { notices } = await watched(workspace, context)
    const named = await notices(() => appendFileSync(join(shelf, 'a.md'), 'more\n'))
    context.expect(named).toEqual(['runbooks/a.md'])
  })

  it.for<[string, (file: string) => (() => void)[]]>([
    [
      'taken away and written anew, as a checkout does',
      (file) => [
        () => {
          rmSync(file)
          setTimeout(() => writeFileSync(file, 'people: []\n'), 50)
        },
      ],
    ],
    ['taken away, and put back later', (file) => [() => rmSync(file), () => writeFileSync(file, 'people: []\n')]],
    [
      'written beside itself and moved over, as editors do',
      (file) => [
        () => {
          writeFileSync(`${file}.new`, 'people: []\n')
          renameSync(`${file}.new`, file)
        },
      ],
    ],
  ])('W1 a team.yaml that is %s is watched on', { timeout: 60_000 }, async ([, changes], context) => {
    const file = join(emptyFolder(context), 'team.yaml')
    writeFileSync(file, '# nobody yet\n')
    const { notices } = await watched(dirname(file), context)
    for (const change of changes(file)) context.expect(await notices(change)).toEqual(['team.yaml'])
    context.expect(await notices(() => appendFileSync(file, '# more\n'))).toEqual(['team.yaml'])
  })

  it('W1 a team.yaml that is a link is watched where it leads, also when it is led elsewhere', {
    timeout: 60_000,
  }, async (context) => {
    const link = join(emptyFolder(context), 'team.yaml')
    const shelf = emptyFolder(context)
    const [first, second] = [join(shelf, 'first.yaml'), join(shelf, 'second.yaml')]
    for (const file of [first, second]) writeFileSync(file, '# nobody yet\n')
    symlinkSync(first, link)
    const { notices } = await watched(dirname(link), context)
    context.expect(await notices(() => appendFileSync(first, '# more\n'))).toEqual(['team.yaml'])
    await notices(() => {
      rmSync(link)
      symlinkSync(second, link)
    })
    context.expect(await notices(() => appendFileSync(second, '# more\n'))).toEqual(['team.yaml'])
  })

  it('W1 what else lies beside the team.yaml is left alone', { timeout: 60_000 }, async (context) => {
    const workspace = emptyFolder(context)
    for (const name of ['runbooks', 'node_modules']) mkdirSync(join(workspace, name))
    const { notices } = await watched(workspace, context)
    const named = await notices(() => {
      writeFileSync(join(workspace, 'README.md'), '# Read me\n')
      writeFileSync(join(workspace, 'node_modules/a.md'), '# A\n')
      writeFileSync(join(workspace, 'runbooks/a.md'), '# A\n')
    })
    context.expect(named).toEqual(['runbooks/a.md'])
  })

  it('W1 a burst of many files names none, for the system may have dropped some', {
    timeout: 60_000,
  }, async (context) => {
    const workspace = emptyFolder(context)
    mkdirSync(join(workspace, 'runbooks'))
    const { notices } = await watched(workspace, context)
    const writeSome = (count: number) => (): void => {
      for (let number = 0; number < count; number += 1) writeFileSync(join(workspace, `runbooks/${number}.md`), '# A\n')
    }
    context.expect((await notices(writeSome(100)))?.toSorted()).toHaveLength(100)
    context.expect(await notices(writeSome(101))).toBeNull()
  })
})
