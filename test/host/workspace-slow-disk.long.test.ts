import fs, { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../electron/host/workspace.ts'
import { until, workspaceUnderTest } from '../support/workspace-under-test.ts'

const MANY = 300

/** What a share over a bad line takes for each question about a file. Milliseconds. */
const SLOW_MS = 5

const own = workspaceUnderTest()

const blocking = fs.statSync
let asked: string[] = []

/** Every question that blocks takes long now, and is written down. */
function slowDown(): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  replace((file: string, ...rest: []) => {
    asked.push(file)
    Atomics.wait(pause, 0, 0, SLOW_MS)
    return blocking(file, ...rest)
  })
}

/** Puts another function in the place of `statSync`, for all modules. */
function replace(statSync: unknown): void {
  Object.assign(fs, { statSync })
  syncBuiltinESMExports()
}

beforeEach(() => {
  mkdirSync(join(own.folder, 'runbooks/generated'))
  for (let number = 0; number < MANY; number += 1)
    writeFileSync(
      join(own.folder, nameOf(number)),
      `# Runbook ${number}\n\n1. Look at the log\n${'More.\n'.repeat(200)}`,
    )
})
afterEach(() => replace(blocking))

const nameOf = (number: number): string => `runbooks/generated/r${String(number).padStart(4, '0')}.md`
async function opened(): Promise<Workspace> {
  const made = own.open()
  await until(() => expect(made.isReading()).toBe(false))
  return made
}

const textIn = (from: Workspace, path: string) => from.runbooks().find((runbook) => runbook.path === path)?.text

describe('W1 a workspace on a slow disk', () => {
  it('W1 is opened with as many questions that block as files are read at once', async () => {
    slowDown()
    await opened()
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThan(MANY)
  })

  it('W1 takes an edit while no other file is asked for in a way that blocks', async () => {
    const made = await opened()
    await wait(1_500)
    asked = []
    slowDown()
    appendFileSync(join(own.folder, nameOf(7)), 'Edited.\n')
    await until(() => expect(textIn(made, nameOf(7))).toContain('Edited.'))
    expect(asked.filter((file) => file.endsWith('.md'))).toEqual([])
  })

  it('W1 has an edit of our own in force at once, at the price of that file', async () => {
    const made = await opened()
    asked = []
    slowDown()
    appendFileSync(join(own.folder, nameOf(7)), 'Ours.\n')
    made.reload(nameOf(7))
    expect(textIn(made, nameOf(7))).toContain('Ours.')
    expect(new Set(asked)).toEqual(new Set([join(own.folder, nameOf(7))]))
  })
})
