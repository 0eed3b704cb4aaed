import type { Page } from '@playwright/test'
import { expectNoViolations } from '../support/accessibility.ts'
import { sitDown, wear } from '../support/at-the-desk.ts'
import { dialog, openSchedule, showView, showWhatItDoes, teamFileDiff } from '../support/at-the-schedule.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const onlyLoopback = { tag: '@loopback' }

test.use({ clockAt: '2026-11-24T14:00:00.000Z', workspaceFolder: ownWorkspace() })

/** What axe finds, and what sticks out to the side. */
async function expectNothingWrong(page: Page, what: string): Promise<void> {
  await expectNoViolations(page, what)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, `${what} does not scroll sideways`).toBe(0)
}

for (const theme of ['dark', 'light'] as const) {
  test.describe(`axe finds nothing, ${theme}`, onlyLoopback, () => {
    test.use({ viewport: { width: 1024, height: 640 } })
    test.beforeEach(async ({ nightdesk }) => {
      await wear(nightdesk, theme)
      await sitDown(nightdesk)
      await openSchedule(nightdesk.page)
    })

    test('on the picture and the list', async ({ nightdesk: { page } }) => {
      for (const summary of await page.locator('summary').all()) await summary.click()
      await expectNothingWrong(page, 'picture')
      await showView(page, 'List')
      await expectNothingWrong(page, 'list')
    })

    test('on the month and the year', async ({ nightdesk: { page } }) => {
      for (const view of ['Month', 'Year'] as const) {
        await showView(page, view)
        await expectNothingWrong(page, view)
      }
    })

    test('on the dialogs of a change', async ({ nightdesk: { page } }) => {
      await page.keyboard.press('s')
      await expect(showWhatItDoes(page)).toBeFocused()
      await expectNothingWrong(page, 'swap')
      await page.keyboard.press('Enter')
      await expect(teamFileDiff(page)).toBeVisible()
      await expectNothingWrong(page, 'review')
    })

    test('on import and export', async ({ nightdesk: { page } }) => {
      await page.getByRole('button', { name: 'Import calendar' }).click()
      await expect(dialog(page, 'Import a calendar')).toBeVisible()
      await expectNothingWrong(page, 'import')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
      await page.getByRole('button', { name: 'Export calendar' }).click()
      await expect(page.getByRole('menuitem', { name: 'Everything' })).toBeVisible()
      await expectNothingWrong(page, 'export')
    })
  })
}
