import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { largeTeamText } from '../bench/schedule-setup.ts'
import { sitDown } from '../support/at-the-desk.ts'
import { openSchedule, showView, writeIt } from '../support/at-the-schedule.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const onlyLoopback = { tag: '@loopback' }

test.use({
  clockAt: '2026-11-24T14:00:00.000Z',
  workspaceFolder: ownWorkspace((folder) => writeFileSync(join(folder, 'team.yaml'), largeTeamText())),
})

test(
  '20 people in 5 rotations fit on one printed page as weeks, month and year, and can be read',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    await sitDown(nightdesk, 'p1')
    await openSchedule(page)
    for (const view of ['Month', 'Year', '12 weeks'] as const) {
      await showView(page, view)
      const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true })
      expect.soft(paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g), view).toHaveLength(1)
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
  await writeIt(page)
  await expect(page.getByText(/^r3: You are on call/)).toBeVisible()
})
