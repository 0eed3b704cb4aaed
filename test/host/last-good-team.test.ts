import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTeamMemory } from '../../electron/host/team-memory.ts'
import { openWorkspace, readWorkspace, type Workspace } from '../../electron/host/workspace.ts'

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

const readAt = '2026-12-24T13:00:00.000Z'

function open(mayRemember = true): Workspace {
  const memory = createTeamMemory(dataFolder, { nowMs: () => Date.parse(readAt) }, mayRemember, () => undefined)
  workspace = openWorkspace(
    folder,
    () => undefined,
    () => undefined,
    memory,
  )
  return workspace
}

/** Opens it once as it is, and closes it again: what a console does that is started and ended. */
const openAndClose = async (mayRemember = true): Promise<void> => open(mayRemember).close()

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
    expect(workspace?.teamAsOf()).toBe(readAt)
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
    expect(opened.teamAsOf()).toBe(readAt)
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
