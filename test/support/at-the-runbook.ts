import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { declareBehindTheScreen, goToIncident, region, sitDown, stateFacts } from './at-the-desk.ts'
import { foreignRunbook, makeForeignWorkspace } from './foreign-workspace.ts'
import type { Nightdesk } from './nightdesk.ts'
import { test as base, expect } from './nightdesk-test.ts'

/** Each test has a workspace of its own, so that it can edit what it reads. */
export const test = base.extend({
  workspaceFolder: async ({ door }, use) => {
    const folder = makeForeignWorkspace()
    expect(door).toBeDefined()
    await use(folder)
    // Nothing in these tests may start the command that would leave this behind.
    const ranByItself = existsSync(join(folder, 'ran-by-itself'))
    rmSync(folder, { recursive: true, force: true })
    expect(ranByItself, 'a command ran that nobody had asked for').toBe(false)
  },
})

export const runbookOf = (page: Page): Locator => region(page, 'Runbook')

/** The box of a step, by its words. */
export const box = (page: Page, name: RegExp): Locator => runbookOf(page).getByRole('checkbox', { name })

/** The row of a step, by words that stand in it. */
export const row = (page: Page, words: string): Locator =>
  runbookOf(page).getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: words })

export const runButtons = (page: Page): Locator => runbookOf(page).getByRole('button', { name: 'Run…' })

/** An incident of the growth pipeline that is somebody's, on its screen; with the foreign runbook open unless told otherwise. */
export async function atTheIncident(nightdesk: Nightdesk, runbook: string | null = foreignRunbook): Promise<string> {
  await sitDown(nightdesk)
  const given = { title: 'Growth is late', pipeline: 'aggregate-growth-investors', runbook, slaAt: null }
  const incident = await declareBehindTheScreen(nightdesk, given)
  await stateFacts(nightdesk, incident, { type: 'incident.acknowledged', data: {} })
  await goToIncident(nightdesk.page, incident)
  return incident
}

/** Answers the dialog that asks for words. */
export async function answerDialog(page: Page, title: string, words: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

/** Says which scenario is seen: the one whose steps hold commands. */
export async function chooseStuckLoader(page: Page): Promise<void> {
  await runbookOf(page)
    .getByRole('button', { name: /^The loader is stuck/ })
    .click()
  await expect(row(page, 'Look at the table')).toHaveAttribute('aria-current', 'step')
}

export { expect }
