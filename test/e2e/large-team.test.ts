import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { largeTeamText } from '../bench/schedule-setup.ts'
import { sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const demoWorkspace = join(import.meta.dirname, '../../fixtures/workspace')
const onlyLoopback = { tag: '@loopback' }

test.use({
  clockAt: '2026-11-24T14:00:00.000Z',
  workspaceFolder: async ({ door }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `nightdesk-workspace-${door}-`))
    cpSync(demoWorkspace, folder, { recursive: true })
    writeFileSync(join(folder, 'team.yaml'), largeTeamText())
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

async function openSchedule(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'Schedule', level: 1 })).toBeVisible()
}

test(
  '20 people in 5 rotations fit on one printed page as weeks, month and year, and can be read',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    await sitDown(nightdesk, 'p1')
    await openSchedule(page)
    for (const key of ['3', '4', '1']) {
      await page.keyboard.press(key)
      const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true })
      expect.soft(paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g), `view ${key}`).toHaveLength(1)
    }
    await page.emulateMedia({ media: 'print' })
    const names = page.locator('[data-lane-name]')
    await expect(names).toHaveCount(20)
    const sizes = await names.evaluateAll((elements) =>
      elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom),
    )
    expect(Math.min(...sizes), 'names are of 6 points on paper').toBeGreaterThanOrEqual(7.9)
  },
)

test('of several shifts one is chosen to be taken now, and it is that one', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk, 'p1')
  await openSchedule(page)
  await page.keyboard.press('t')
  const choice = page.getByRole('dialog', { name: 'Take this shift now' })
  await expect(choice.getByRole('radio').first()).toBeFocused()
  await expect(choice.getByRole('radio', { name: /^r3/ })).toHaveAccessibleName(
    /Person \d+ is on call until.*Pipeline 3/,
  )
  await choice.getByRole('radio', { name: /^r3/ }).check()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Person 1 takes Person \d+'s shift in r3 now/)).toBeVisible()
  await page.getByRole('button', { name: 'Write to team.yaml' }).click()
  await expect(page.getByText(/^r3: You are on call/)).toBeVisible()
})
