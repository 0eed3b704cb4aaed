import type { Page } from '@playwright/test'
import { violationsOn } from '../support/accessibility.ts'
import {
  declareBehindTheScreen,
  factsOfType,
  goTo,
  pressPair,
  region,
  sitDown,
  stateFacts,
  wear,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const growthRunbook = 'runbooks/aggregate-growth-investors.md'

const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search runbooks and past incidents' })

const addressOf = (place: string): string => `#/library/${encodeURIComponent(place)}`

test('opened while the console is away it says so, and fills by itself when it is back', { tag: '@loopback' }, async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await nightdesk.kill()
  await expect(page.getByText(/^Console lost since/)).toBeVisible()
  await pressPair(page, 'g', 'l')
  await expect(page.getByText('The library cannot be read now.')).toBeVisible()
  await nightdesk.restart({ windowStays: true })
  await expect(page.getByRole('link', { name: /Aggregate growth/ }).first()).toBeVisible()
  await expect(page.getByText('The library cannot be read now.')).toHaveCount(0)
})

test('a runbook is looked at as the checklist that an incident would get, and a step leads to its place in the text', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await goTo(page, addressOf(growthRunbook))
  const preview = page.getByRole('group').filter({ hasText: /^As a checklist: \d+ steps/ })
  await expect(preview.getByRole('listitem')).toHaveCount(0)
  await preview.getByText(/^As a checklist/).click()
  const last = preview.getByRole('button').last()
  expect(await violationsOn(page)).toEqual([])
  const words = (await last.textContent()) ?? ''
  expect(words.length).toBeGreaterThan(10)
  await last.click()
  const article = page.getByRole('article')
  await expect(article.locator('[data-line]:focus')).toBeInViewport()
  await expect(article.locator('[data-line]:focus')).toContainText(words.split(/[`.:(]/)[0]?.trim() ?? '?')
})

test('a runbook is found and opened by keyboard alone', async ({ nightdesk }) => {
  const { page } = nightdesk
  await pressPair(page, 'g', 'l')
  await expect(page.getByRole('heading', { name: 'Library' })).toBeAttached()
  await page.keyboard.press('/')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.type('marketing spend')
  const rows = page.locator('a[data-row]')
  await expect(page.getByRole('heading', { name: /^Runbooks/ })).toBeVisible()
  // The answer to both words, and not one that is still on its way: it puts the rows in another order.
  await expect(page.locator('mark', { hasText: /^spend/i }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Aggregate profit for investors' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toHaveValue('')
})

test('Enter waits for the answer to what was typed last', async ({ nightdesk }) => {
  const { page } = nightdesk
  await goTo(page, '#/library')
  await searchBox(page).fill('skew')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
})

test('a command is copied as it stands, to the last letter', async ({ nightdesk, context }) => {
  const { page } = nightdesk
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(page, addressOf(growthRunbook))
  const block = page.locator('article pre').first()
  const code = await block.locator('code').textContent()
  await block.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('status').getByText('Copied')).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code?.replace(/\n$/, ''))
})

test('contents, anchors and links lead within the Library, and back', async ({ nightdesk }) => {
  const { page } = nightdesk
  await goTo(page, addressOf('reference/risk-groups.md'))
  const risks = page.getByRole('article', { name: 'Five risk groups' })
  await risks.getByRole('link', { name: 'F5', exact: true }).click()
  await expect(page.getByRole('article', { name: 'Failure modes F1 to F8' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'F5 Late-arriving data' })).toBeInViewport()
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'F8 Silent corruption' }).click()
  await expect(page.getByRole('heading', { name: 'F8 Silent corruption' })).toBeInViewport()
  await page.goBack()
  await page.goBack()
  await expect(risks).toBeVisible()
})

test('a document that is gone says what to do', async ({ nightdesk }) => {
  const { page } = nightdesk
  await goTo(page, addressOf('reference/gone.md'))
  await expect(page.getByText('This document is not in the workspace any more.')).toBeVisible()
  await expect(page.getByText('reference/gone.md')).toBeVisible()
})

test('a runbook goes into the incident that is open, and asks before it replaces another', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await goTo(page, addressOf(growthRunbook))
  await page.getByRole('button', { name: 'Open in the current incident' }).click()
  const question = page.getByRole('dialog', { name: 'Change the runbook?' })
  await expect(question).toContainText('Aggregate profit for investors')
  await question.getByRole('button', { name: 'Change runbook' }).click()
  await expect(region(page, 'Runbook')).toContainText('aggregate-growth-investors.md')
  const opened = await factsOfType(nightdesk, incident, 'runbook.opened')
  expect(opened.map(({ data }) => data.path)).toEqual(['runbooks/aggregate-profit-investors.md', growthRunbook])
})

test('an incident is declared with the runbook that is being read', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await goTo(page, addressOf(growthRunbook))
  await expect(page.getByRole('button', { name: 'Open in the current incident' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Declare with this runbook' }).click()
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  await expect(dialog.getByLabel('Pipeline')).toHaveValue('aggregate-growth-investors')
  await expect(dialog.getByRole('combobox', { name: 'Runbook' })).toHaveValue('Aggregate growth for investors')
})

test('what was written into a past incident is found and opens it', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk, { title: 'Spend arrived twice' })
  await stateFacts(
    nightdesk,
    incident,
    { type: 'note.added', data: { text: 'the zebrafish campaign was loaded twice' } },
    { type: 'incident.acknowledged', data: {} },
    { type: 'incident.mitigated', data: {} },
    { type: 'incident.resolved', data: {} },
  )
  await goTo(page, '#/library')
  await expect(region(page, 'Timeline')).toHaveCount(0)
  await expect(page.getByRole('link', { name: /Spend arrived twice/ })).toBeVisible()
  await searchBox(page).fill('zebrafish')
  await expect(page.locator('mark', { hasText: 'zebrafish' })).toBeVisible()
  await page.getByRole('link', { name: /Spend arrived twice/ }).click()
  await expect(region(page, 'Timeline')).toContainText('zebrafish')
  await page.goBack()
  await expect(searchBox(page)).toHaveValue('zebrafish')
})

test('L26 a pasted line shows the best matches, and says that they do not hold every word', async ({ nightdesk }) => {
  const { page } = nightdesk
  await goTo(page, '#/library')
  await searchBox(page).fill('partition skew in qqqzzz at 10.2.3.4')
  await expect(page.getByText('Best matches, not every word.')).toBeVisible()
  await expect(page.locator('mark').first()).toBeVisible()
  await searchBox(page).fill('partition')
  await expect(page.getByText('Best matches, not every word.')).toBeHidden()
})

test('nothing found says how the search works', async ({ nightdesk }) => {
  const { page } = nightdesk
  await goTo(page, '#/library')
  await searchBox(page).fill('qqqzzz')
  await expect(page.getByText('Nothing holds any of: qqqzzz')).toBeVisible()
})

for (const colorScheme of ['dark', 'light'] as const) {
  test(`the Library has no accessibility violations, ${colorScheme}`, async ({ nightdesk }) => {
    const { page } = nightdesk
    await wear(nightdesk, colorScheme)
    await goTo(page, '#/library')
    await expect(page.getByRole('heading', { name: 'Runbooks' })).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await searchBox(page).fill('duplicate')
    await expect(page.locator('mark').first()).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article')).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await page.setViewportSize({ width: 1024, height: 640 })
    await goTo(page, addressOf('reference/ten-indicators.md'))
    await expect(page.getByRole('article', { name: 'Ten indicators' })).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
  })
}
