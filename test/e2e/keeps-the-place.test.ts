import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { answered, goTo, pressPair, region, stateFacts } from '../support/at-the-desk.ts'
import { atTheIncident, test as base, expect, runbookOf } from '../support/at-the-runbook.ts'

const path = 'runbooks/long-night.md'
const numbers = (count: number): readonly number[] => [...Array(count).keys()]

/** Forty parts, each with an order, words that break over lines, and code; the last of them with more code than a screen holds. */
const parts = numbers(40).map((part) => {
  const code = numbers(part === 39 ? 80 : 3).map((line) => `look --part ${part} --at ${line}`)
  const words = `Part ${part} says what has to be known of it. `.repeat(6)
  return `## Part ${part}\n\n${words}\n\n1. Open the board of part ${part}.\n\n\`\`\`sh\n${code.join('\n')}\n\`\`\`\n`
})
const whole = (above: string): string => `# The long night\n\n${above}${parts.join('\n')}`
const original = whole('It is long.\n\n')
const added = numbers(60).map((line) => `A new line, the ${line}th.\n\n`)

const test = base.extend<{ save: (text: string | null) => void }>({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), original)
    await use(workspaceFolder)
  },
  save: async ({ workspaceFolder }, use) => {
    const file = join(workspaceFolder, path)
    await use((text) => (text === null ? rmSync(file) : writeFileSync(file, text)))
  },
})

const topOf = (element: Locator): Promise<number> => element.evaluate((each) => each.getBoundingClientRect().top)

/** Scrolls by itself, as a hand does, so that an element stands a little below the top. */
async function scrollTo(scroller: Locator, element: Locator): Promise<number> {
  const from = await topOf(scroller)
  const to = await topOf(element)
  await scroller.evaluate((box, by) => box.scrollBy({ top: by }), to - from - 64)
  await expect.poll(async () => Math.round((await topOf(element)) - from)).toBe(64)
  return topOf(element)
}

const stays = (element: Locator, at: number): Promise<void> =>
  expect.poll(async () => Math.abs((await topOf(element)) - at)).toBeLessThan(2)

async function readTheRunbook(page: Page): Promise<Locator> {
  await goTo(page, `#/library/${encodeURIComponent(path)}`)
  const article = page.getByRole('article')
  await expect(article.getByRole('heading', { name: 'Part 39' })).toBeAttached()
  return article
}

const heading = (within: Locator, part: number): Locator =>
  within.getByRole('heading', { name: `Part ${part}`, exact: true })

test('what is read stays under the eye when lines come and go above it', async ({ nightdesk, save }) => {
  const { page } = nightdesk
  const article = await readTheRunbook(page)
  const at = await scrollTo(article, heading(article, 20))
  save(whole(added.join('')))
  await expect(article).toContainText('the 59th')
  await stays(heading(article, 20), at)
  await expect(page.getByRole('complementary').getByRole('link', { name: 'Part 20' })).toHaveAttribute(
    'aria-current',
    'location',
  )
  save(original.slice(original.indexOf('## Part 9')))
  await expect(article).not.toContainText('Part 8 says')
  await stays(heading(article, 20), at)
  save(original.replace('## Part 20\n', '## Part 20, written anew\n'))
  await expect(article).toContainText('written anew')
  await stays(article.getByRole('heading', { name: 'Part 20, written anew' }), at)
})

test('a fold that the reader opened and a selection stay when the file changes elsewhere, the fold also when it changes itself', async ({
  nightdesk,
  save,
}) => {
  const { page } = nightdesk
  const fold = `<details><summary>Why so</summary>\n\n${'It is a long story.\n\n'.repeat(30)}The story ends here.\n\n</details>\n`
  const folded = original.replace('## Part 20\n', `${fold}\n## Part 20\n`)
  save(folded)
  const article = await readTheRunbook(page)
  const end = article.getByText('The story ends here.')
  await article.getByText('Why so').click()
  const at = await scrollTo(article, end)
  await end.selectText()
  const selected = (): Promise<string> => page.evaluate(() => document.getSelection()?.toString().trim() ?? '')
  save(folded.replace('It is long.', 'It is long.\n\nIt became longer.'))
  await expect(article).toContainText('It became longer.')
  await stays(end, at)
  expect(await selected()).toBe('The story ends here.')
  await page.getByRole('complementary').getByRole('link', { name: 'Part 30' }).click()
  await expect(heading(article, 30)).toBeInViewport()
  await scrollTo(article, end)
  save(folded.replace('The story ends here.', 'The story ends here, at last.'))
  await expect(article).toContainText('at last')
  await expect(article.getByText('The story ends here, at last.')).toBeVisible()
  await stays(article.getByText('The story ends here, at last.'), at)
})

test('a line within long code stays, and so does what a key led to', async ({ nightdesk, save }) => {
  const { page } = nightdesk
  const article = await readTheRunbook(page)
  const code = article.locator('pre').last()
  const lineAt = (words: string): Promise<number> =>
    code.evaluate((block, sought) => {
      const text = block.querySelector('code')?.firstChild as Text
      const range = document.createRange()
      range.setStart(text, text.data.indexOf(sought))
      range.setEnd(text, text.data.indexOf(sought) + sought.length)
      return range.getBoundingClientRect().top
    }, words)
  await scrollTo(article, code)
  await article.evaluate((box) => box.scrollBy({ top: 700 }))
  const at = await lineAt('--at 50')
  const more = numbers(20).map((line) => `look --more ${line}`)
  save(original.replace('look --part 39 --at 5\n', `look --part 39 --at 5\n${more.join('\n')}\n`))
  await expect(code).toContainText('--more 19')
  expect(Math.abs((await lineAt('--at 50')) - at)).toBeLessThan(2)

  await page.getByRole('complementary').getByRole('link', { name: 'Part 30' }).click()
  await expect(heading(article, 30)).toBeFocused()
  const led = await topOf(heading(article, 30))
  save(whole(added.join('')))
  await expect(article).toContainText('the 59th')
  await stays(heading(article, 30), led)
  await expect(heading(article, 30)).toBeFocused()
})

test('whoever reads the top stays there and sees what was put there', async ({ nightdesk, save }) => {
  const article = await readTheRunbook(nightdesk.page)
  save(whole(added.join('')))
  await expect(article).toContainText('the 59th')
  await expect(article.getByText('the 0th')).toBeInViewport()
})

test('a file that is gone keeps its last text on the screen, and comes back to its place', async ({
  nightdesk,
  save,
  context,
}) => {
  const { page } = nightdesk
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const article = await readTheRunbook(page)
  const at = await scrollTo(article, heading(article, 20))
  const declare = article.getByRole('button', { name: 'Declare with this runbook' })
  await expect(declare).toBeAttached()
  save(null)
  await expect(page.getByText('This file is gone since 13:00; its last text is shown.')).toBeVisible()
  await stays(heading(article, 20), at)
  await expect(declare).toHaveCount(0)
  await page.getByRole('button', { name: 'Copy its text' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(original)
  save(whole(added.join('')))
  await expect(page.getByText('This file is gone')).toHaveCount(0)
  await expect(article).toContainText('the 59th')
  await stays(heading(article, 20), at)
  await expect(declare).toBeAttached()
  save(null)
  await expect(page.getByText('This file is gone since 13:00')).toBeVisible()
  await goTo(page, '#/library')
  await goTo(page, `#/library/${encodeURIComponent(path)}`)
  await expect(page.getByText('This document is not in the workspace any more.')).toBeVisible()
})

const other = 'runbooks/aggregate-growth-investors.md'
const linked = original.replace(
  '1. Open the board of part 20.',
  `1. Open the board of part 20, by [another runbook](${other.slice('runbooks/'.length)}) or [a part of this](#part-30).`,
)

test('who goes elsewhere and comes back is where they read, however they went and whatever was written meanwhile', async ({
  nightdesk,
  save,
}) => {
  save(linked)
  const { page } = nightdesk
  const article = await readTheRunbook(page)
  const link = article.getByRole('link', { name: 'another runbook' })
  await expect(link).toBeAttached()
  const at = await scrollTo(article, heading(article, 20))
  const elsewhere = article.locator('#document-title', { hasText: 'Growth numbers do not come' })

  await link.press('Enter')
  await expect(elsewhere).toBeFocused()
  await page.goBack()
  await stays(heading(article, 20), at)
  await expect(link).toBeFocused()

  await article.getByRole('link', { name: 'a part of this' }).click()
  await expect(heading(article, 30)).toBeFocused()
  await page.goBack()
  await stays(heading(article, 20), at)
  await page.getByRole('complementary').getByRole('link', { name: 'Part 30' }).click()
  await expect(heading(article, 30)).toBeFocused()
  await page.goBack()
  await stays(heading(article, 20), at)

  await pressPair(page, 'g', 't')
  await expect(article).toHaveCount(0)
  save(linked.replace('It is long.\n\n', `It is long.\n\n${added.join('')}`))
  await page.goBack()
  await stays(heading(article, 20), at)
  await expect(article).toContainText('the 59th')
  await expect(article.locator(':focus')).toBeInViewport()

  await page.reload()
  await stays(heading(article, 20), at)
  await goTo(page, '#/library')
  await expect(article).toHaveCount(0)
  await readTheRunbook(page)
  await expect(article.locator('#document-title')).toBeFocused()
  await expect(article.locator('#document-title')).toBeInViewport()
})

test('a window that becomes narrower and wider again shows the same lines', async ({ nightdesk }) => {
  const { page } = nightdesk
  await page.setViewportSize({ width: 1280, height: 800 })
  const article = await readTheRunbook(page)
  const at = await scrollTo(article, heading(article, 20))
  await page.setViewportSize({ width: 1024, height: 640 })
  await expect.poll(async () => Math.abs((await topOf(heading(article, 20))) - at)).toBeLessThan(80)
  await page.setViewportSize({ width: 1280, height: 800 })
  await stays(heading(article, 20), at)
})

test('R6 the text as written stays at its line when the run follows a new version', async ({ nightdesk, save }) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  await page.keyboard.press('v')
  const written = runbookOf(page).getByRole('region', { name: 'Runbook as written' })
  await expect(written).toContainText('Part 39')
  const at = await scrollTo(written, heading(written, 20))
  save(whole(added.join('')))
  await runbookOf(page).getByRole('button', { name: 'The file has changed since' }).click()
  await page.getByRole('button', { name: 'Follow the new version' }).click()
  await expect(written).toContainText('the 59th')
  await stays(heading(written, 20), at)
})

test('a short timeline that was loaded in a window behind another stands at its end when one comes to it', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  const incident = await atTheIncident(nightdesk, path)
  await answered(nightdesk.call('preferences.change', { timezone: 'UTC' }))
  const notes = numbers(45).map((at) => ({ type: 'note.added' as const, data: { text: `Short fact ${at}` } }))
  await stateFacts(nightdesk, incident, ...notes)
  const timeline = region(page, 'Timeline')
  const scroller = timeline.getByTestId('virtuoso-scroller')
  const aboveTheEnd = (): Promise<number> =>
    scroller.evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)
  for (let times = 0; times < 2; times += 1) {
    const other = await page.context().newPage()
    await other.bringToFront()
    await page.reload()
    await expect(scroller).toBeAttached()
    // Long enough for its rows to be measured there.
    await other.waitForTimeout(2_500)
    await page.bringToFront()
    await expect(timeline.getByRole('feed')).toHaveCount(1)
    // Not at once: it moved when it had been shown.
    await page.waitForTimeout(500)
    expect(await aboveTheEnd()).toBeLessThan(2)
    await other.close()
  }
})
