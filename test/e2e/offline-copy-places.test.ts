import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/offline-copies.ts'

const onlyLoopback = { tag: '@loopback' }

/** Forty long runbooks in four folders; each names the next one far down, and has a step to tick. */
function longRunbooks(folder: string): string {
  const workspace = join(folder, 'long')
  for (let number = 0; number < 40; number += 1) {
    const path = join(workspace, 'runbooks', `team-${number % 4}`, `page-${number}.md`)
    mkdirSync(join(path, '..'), { recursive: true })
    const words = 'Words.\n\n'.repeat(60)
    const link = `[the next one](../team-${(number + 1) % 4}/page-${number + 1}.md)`
    writeFileSync(path, `# Page ${number}\n\n${words}See ${link}.\n\n${words}## Diagnosis\n\n- Look at it.\n`)
  }
  return workspace
}

const scrolled = (page: Page): Promise<number> => page.evaluate(() => Math.round(window.scrollY))

/** In the text; what stands beside a step may have it, too. */
const nextOne = (page: Page) => page.getByRole('region', { name: 'Text' }).getByRole('link', { name: 'the next one' })

const row = (page: Page, title: string) =>
  page.locator('#shelves').getByRole('link', { name: new RegExp(`^${title}\\b`) })

test.describe('on a phone', onlyLoopback, () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('going back leads to the row or link that was left, and so does "All documents"', async ({ copies }) => {
    const page = await copies.open(copies.bundle(longRunbooks(copies.folder)))
    await page.getByRole('button', { name: 'Unfold all' }).tap()
    await row(page, 'Page 14').scrollIntoViewIfNeeded()
    const inList = await scrolled(page)
    expect(inList).toBeGreaterThan(500)
    const isBackInList = async (): Promise<void> => {
      await expect(row(page, 'Page 14')).toBeFocused()
      expect(await scrolled(page)).toBe(inList)
    }
    await row(page, 'Page 14').tap()
    await expect(page).toHaveTitle(/^Page 14/)
    expect(await scrolled(page)).toBe(0)
    await page.getByRole('link', { name: 'All documents' }).tap()
    await isBackInList()
    await row(page, 'Page 14').tap()
    const link = nextOne(page)
    await link.scrollIntoViewIfNeeded()
    const inText = await scrolled(page)
    expect(inText).toBeGreaterThan(500)
    await link.tap()
    await expect(page).toHaveTitle(/^Page 15/)
    expect(await scrolled(page)).toBe(0)
    await page.goBack()
    await expect(page).toHaveTitle(/^Page 14/)
    await expect(link).toBeFocused()
    expect(await scrolled(page)).toBe(inText)
    await page.goBack()
    await isBackInList()
    await page.goForward()
    await expect(link).toBeFocused()
    expect(await scrolled(page)).toBe(inText)
  })
})

test('a link to a document that was read begins at its top', onlyLoopback, async ({ copies }) => {
  const page = await copies.open(copies.bundle(longRunbooks(copies.folder)))
  const views = page.locator('#views')
  const scrolledViews = (): Promise<number> => views.evaluate(({ scrollTop }) => Math.round(scrollTop))
  await page.getByRole('button', { name: 'Unfold all' }).click()
  await row(page, 'Page 0').click()
  await expect(views).toBeFocused()
  await nextOne(page).click()
  await page.goBack()
  await expect(page).toHaveTitle(/^Page 0/)
  expect(await scrolledViews()).toBeGreaterThan(500)
  await row(page, 'Page 1').click()
  await row(page, 'Page 0').click()
  await expect(page).toHaveTitle(/^Page 0/)
  expect(await scrolledViews()).toBe(0)
})

test(
  'keys: / and Escape lead to the search, Enter within a word that is composed opens nothing',
  onlyLoopback,
  async ({ copies }) => {
    const page = await copies.open(copies.bundle(longRunbooks(copies.folder)))
    const search = page.getByRole('searchbox')
    await search.fill('page 7')
    await expect(page.locator('#results a').first()).toBeVisible()
    await search.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
    await expect(page).toHaveTitle('Nightdesk offline copy')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect(search).toBeFocused()
    await expect(search).toHaveValue('page 7')
    await page.keyboard.press('Enter')
    const box = page.getByRole('checkbox').filter({ visible: true }).first()
    await box.focus()
    await page.keyboard.press('/')
    await expect(search).toBeFocused()
  },
)

test('"Show all" folds what the filter had unfolded', onlyLoopback, async ({ copies }) => {
  const workspace = longRunbooks(copies.folder)
  writeFileSync(join(workspace, 'runbooks/team-1/new.md'), '---\nlastVerified: 2026-11-01\n---\n# New\n\n- Do it.\n')
  const page = await copies.open(copies.bundle(workspace))
  const folded = page.locator('#shelves details.group:not([open])')
  await page.locator('summary', { hasText: 'team-2' }).click()
  await page.locator('summary', { hasText: 'Filter' }).click()
  await page.getByRole('combobox', { name: 'Verified' }).selectOption('30')
  await expect(row(page, 'New')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(folded).toHaveText([/^team-0/, /^team-1/, /^team-3/])
})

test(
  'what was searched for is marked in the document that was found, and led to one by one',
  onlyLoopback,
  async ({ copies }) => {
    const workspace = join(copies.folder, 'found')
    mkdirSync(join(workspace, 'runbooks'), { recursive: true })
    const words = 'Words.\n\n'.repeat(80)
    const text = `# Ring\n\n1. Look at the quokka.\n\n${words}<details><summary>More</summary>\n\nA quokka far down.\n\n</details>\n`
    writeFileSync(join(workspace, 'runbooks/ring.md'), text)
    writeFileSync(join(workspace, 'runbooks/other.md'), '# Other\n\n1. See [the ring](ring.md).\n')
    const page = await copies.open(copies.bundle(workspace))
    const next = page.getByRole('button', { name: /^Next of/ })
    const marked = () => page.evaluate(() => CSS.highlights.get('library-match')?.size ?? 0)
    await page.getByRole('searchbox').fill('quokka')
    await page.locator('#results').getByRole('link', { name: /Ring/ }).click()
    await expect(next).toHaveText('Next of 3 matches')
    expect(await marked()).toBe(3)
    await page.keyboard.press('n')
    await page.keyboard.press('n')
    await next.click()
    await expect(page.getByText('A quokka far down.')).toBeInViewport()
    await page.keyboard.press('n')
    await expect(page.getByText('A quokka far down.')).not.toBeInViewport()
    await page.goBack()
    await expect(next).toBeHidden()
    await page.getByRole('searchbox').fill('')
    await page.locator('#shelves').getByRole('link', { name: /^Ring/ }).click()
    await expect(page.getByRole('heading', { name: 'Ring' })).toBeVisible()
    await expect(next).toBeHidden()
    expect(await marked()).toBe(0)
  },
)
