import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { electronProgram, openDesktopNightdesk } from './desktop-nightdesk.ts'
import { type Nightdesk, openNightdesk } from './nightdesk.ts'

/** What a test or a project may choose. */
export type NightdeskOptions = {
  readonly door: 'loopback' | 'desktop'
  /** Where the test clock stands at the start, UTC ISO (loopback). */
  readonly clockAt: string
  readonly workspaceFolder: string
}

type NightdeskFixtures = NightdeskOptions & {
  readonly electron: string | null
  readonly dataFolder: string
  readonly nightdesk: Nightdesk
}

/** Playwright's test with a Nightdesk of its own: an empty data folder, a clock that stands still, and a watch for trouble. */
export const test = base.extend<NightdeskFixtures>({
  door: ['loopback', { option: true }],
  clockAt: ['2026-12-24T13:00:00.000Z', { option: true }],
  workspaceFolder: [join(import.meta.dirname, '../../fixtures/workspace'), { option: true }],

  electron: [
    async ({ door }, use) => {
      const program = door === 'desktop' ? electronProgram() : null
      base.skip(door === 'desktop' && program === null, 'NOT RUN: no Electron program is here')
      await use(program)
    },
    { auto: true },
  ],

  dataFolder: async ({ door }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `nightdesk-${door}-`))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },

  nightdesk: async ({ electron, context, clockAt, workspaceFolder, dataFolder }, use, testInfo) => {
    const open =
      electron === null
        ? await openNightdesk(context, { dataFolder, workspaceFolder, clockAt })
        : await openDesktopNightdesk(electron, { dataFolder, workspaceFolder })
    await use(open.nightdesk)
    const exitCode = await open.close()
    if (open.said() !== '') await testInfo.attach('door', { body: open.said(), contentType: 'text/plain' })
    expect(open.troubles(), 'the window had trouble').toEqual([])
    expect([0, null], 'the door closes cleanly').toContain(exitCode)
  },
})

export { expect }
