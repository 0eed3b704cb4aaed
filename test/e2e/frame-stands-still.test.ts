import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { clock, goTo, stateFacts } from '../support/at-the-desk.ts'
import { atTheIncident, test as base, expect, row, runbookOf } from '../support/at-the-runbook.ts'

const path = 'runbooks/long-ladder.md'
const numbers = (count: number): readonly number[] => [...Array(count).keys()]

/** Longer than any screen, with a time box at each step: its bracket is only there for those who listen. */
const text = `# The long ladder

Read it from the top.

## Debugging steps

${numbers(40)
  .map((step) => `${step + 1}. Look at rung ${step + 1} (10 minutes)\n   - Hold on to rung ${step + 1} (5 min)\n`)
  .join('')}
`

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    await use(workspaceFolder)
  },
})
test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

/** How far the window itself can be scrolled, in pixels, and what is placed outside of the box that it scrolls with. */
const frameOf = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY)
    const strays = new Set<string>()
    for (const each of document.querySelectorAll('#main *')) {
      if (!(each instanceof HTMLElement) || getComputedStyle(each).position !== 'absolute') continue
      let box = each.parentElement
      while (box !== null && !scrolls(box)) box = box.parentElement
      const holder = each.offsetParent
      if (box !== null && holder !== null && !box.contains(holder))
        strays.add(`${each.className} in ${each.parentElement?.className}`)
    }
    const { scrollHeight, scrollWidth, scrollTop } = document.documentElement
    return {
      below: scrollHeight - window.innerHeight,
      beside: scrollWidth - window.innerWidth,
      scrollTop,
      strays: [...strays],
    }
  })

const still = { below: 0, beside: 0, scrollTop: 0, strays: [] }

for (const size of [
  { width: 1_280, height: 800 },
  { width: 1_024, height: 640 },
]) {
  test(`the clocks stay on the screen, whatever is scrolled or opened, ${size.width} px`, async ({ nightdesk }) => {
    const { page } = nightdesk
    await page.setViewportSize(size)
    const incident = await atTheIncident(nightdesk, path)
    await expect(row(page, 'Look at rung 40')).toBeAttached()
    await expect.poll(() => frameOf(page)).toEqual(still)
    const before = await clock(page, 'Age').boundingBox()
    await page.mouse.move(400, 60)
    await page.mouse.wheel(0, 900)
    await page.mouse.click(200, 90)
    await page.keyboard.press('End')
    await row(page, 'Look at rung 40')
      .getByRole('button', { name: /^Details/ })
      .last()
      .click()
    await expect(row(page, 'Look at rung 40')).toBeInViewport()
    await runbookOf(page).getByRole('button', { name: /^Skip/ }).last().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect.poll(() => frameOf(page)).toEqual(still)
    expect(await clock(page, 'Age').boundingBox()).toEqual(before)

    await stateFacts(
      nightdesk,
      incident,
      ...numbers(40).map((each) => ({ type: 'note.added' as const, data: { text: `Looked at ${each}` } })),
    )
    await expect.poll(() => frameOf(page), 'with a long timeline').toEqual(still)
    for (const where of [
      '#/tonight',
      '#/library',
      `#/library/${encodeURIComponent(path)}`,
      '#/schedule',
      '#/settings',
      `#/postmortem/${incident}`,
    ]) {
      await goTo(page, where)
      await expect(page.locator('main h1, main h2').first()).toBeAttached()
      const checklist = page.getByText(/^As a checklist/)
      if (where.endsWith('.md')) await checklist.click()
      await expect.poll(() => frameOf(page), where).toEqual(still)
    }
  })
}
