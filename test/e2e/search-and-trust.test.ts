import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { answered, declareBehindTheScreen, goTo, profitRunbook, stateFacts } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

/** These journeys write runbooks. */
test.use({ workspaceFolder: ownWorkspace() })

const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search runbooks and past incidents' })

test('L1 L6 what is typed is found with a typo, marked, and narrowed by kind', async ({ nightdesk }) => {
  const { page } = nightdesk
  await declareBehindTheScreen(nightdesk, { title: 'Partition missing at midnight' })
  await goTo(page, '#/library')
  await searchBox(page).fill('partiton')
  await expect(page.getByRole('heading', { name: /^Runbooks/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Past incidents/ })).toBeVisible()
  await expect(page.locator('mark').first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Past incidents')
  await expect(page.getByRole('heading', { name: /^Runbooks/ })).toBeHidden()
  await expect(page.getByRole('link', { name: /Partition missing at midnight/ })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(page.getByRole('heading', { name: /^Runbooks/ })).toBeVisible()
  await expect(searchBox(page)).toBeFocused()
})

test('L6 a filter says what it hides and why, and is taken off where it leaves nothing', async ({ nightdesk }) => {
  const { page } = nightdesk
  await declareBehindTheScreen(nightdesk, { title: 'Postmortem owner is away' })
  await goTo(page, '#/library')
  await searchBox(page).fill('postmortem')
  await expect(page.getByRole('heading', { name: /^Reference/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Age' }).selectOption('Last 30 days')
  await expect(page.getByRole('heading', { name: /^Reference/ })).toBeHidden()
  await expect(
    page.getByText(/^\d+ without the filter; of these, \d+ have no verified day\. Age goes by/),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: /Postmortem owner is away/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Reference')
  await expect(page.getByText('Nothing within the filter holds: postmortem')).toBeVisible()
  await page.getByRole('button', { name: /^Show all \d+$/ }).click()
  await expect(page.getByRole('heading', { name: /^Reference/ })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Age' })).toHaveValue('0')
  await expect(searchBox(page)).toBeFocused()
})

test('L16 whose a runbook is, how old, what is wrong and where it lies stand with what was found', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  const text = '---\nowner: eng-gone\n---\n# Quokka feed\n\n1. Look at the [board](gone.md), see [below](#nowhere)\n'
  writeFileSync(join(workspaceFolder, 'runbooks', 'quokka.md'), text)
  writeFileSync(join(workspaceFolder, 'runbooks', 'quokka-two.md'), '# Quokka two\n\n1. Look at the quokka\n')
  await goTo(page, '#/library')
  await expect(page.getByRole('link', { name: /Quokka two/ })).toBeVisible()
  await searchBox(page).fill('quokka')
  const found = (title: RegExp) => page.getByRole('link', { name: title })
  await expect(found(/Quokka feed/)).toContainText(
    'never verified·owner eng-gone is not in team.yaml·2 broken links'.replaceAll('·', ''),
  )
  await expect(found(/Quokka feed/)).toContainText('runbooks/quokka.md')
  await expect(found(/Quokka two/)).toContainText('no owner')
  await found(/Quokka feed/).click()
  const article = page.getByRole('article')
  await expect(article.getByText('owner eng-gone is not in team.yaml', { exact: true })).toHaveCount(1)
  await expect(article.getByText('eng-gone', { exact: true })).toHaveCount(0)
  await expect(article.getByText('2 broken links', { exact: true })).toBeVisible()
  await expect(article.locator('summary').filter({ hasText: 'in this file' })).toContainText('2 broken links')
  await found(/Quokka two/).click()
  await expect(article.getByText('no owner')).toBeVisible()
})

test('L16 the marked row stands in the window when a runbook is opened by its address', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  for (let at = 0; at < 120; at += 1) {
    writeFileSync(
      join(workspaceFolder, 'runbooks', `many-${at}.md`),
      `# Many ${String(at).padStart(3, '0')}\n\n1. Look\n`,
    )
  }
  const row = page.locator('a[data-row][aria-current]')
  await goTo(page, `#/library/${encodeURIComponent('runbooks/many-110.md')}`)
  await expect(row).toHaveText(/Many 110/)
  await expect(row).toBeInViewport()
  await goTo(page, `#/library/${encodeURIComponent('reference/ten-indicators.md')}`)
  await expect(row).toBeInViewport()
})

test('L17 a runbook is marked verified after its change was seen, and that is undone', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  const file = join(workspaceFolder, profitRunbook)
  const before = readFileSync(file, 'utf8')
  await goTo(page, `#/library/${encodeURIComponent(profitRunbook)}`)
  await page.getByRole('button', { name: 'Mark verified' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mark verified' })
  await expect(dialog.getByText('+ lastVerified: 2026-12-24')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toBe(before)
  await dialog.getByRole('button', { name: 'Write it' }).press('Enter')
  await expect(page.getByText('verified today').first()).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('lastVerified: 2026-12-24')
  await expect(page.getByRole('button', { name: 'Mark verified' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByText('verified today')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Mark verified' })).toBeFocused()
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('L17 R6 a runbook that is marked verified under a run is verified there too, and not called changed', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  const path = profitRunbook
  const incident = await declareBehindTheScreen(nightdesk, { runbook: path })
  await goTo(page, `#/incident/${incident}`)
  const foot = page.getByRole('region', { name: 'Runbook' }).locator('footer')
  await expect(foot).toContainText('Pinned')
  const { baseSha256 } = await answered(nightdesk.call('runbook.proposeVerified', { path }))
  await answered(nightdesk.call('runbook.verify', { path, baseSha256 }))
  await expect(foot).toContainText('verified 24 Dec 2026')
  await expect(foot).not.toContainText('changed since')
  const file = join(workspaceFolder, path)
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more word.\n`)
  await expect(foot.getByRole('button', { name: 'The file has changed since' })).toBeVisible()
})

test('why a runbook was not marked stands at that runbook until it is read, and over no other document', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  const odd = 'runbooks/old-letters.md'
  writeFileSync(join(workspaceFolder, odd), Buffer.from('# Alte Schrift\n\n1. Pr\u00fcfen\n', 'latin1'))
  const library = (path: string) => `#/library/${encodeURIComponent(path)}`
  await goTo(page, library(odd))
  await page.getByRole('button', { name: 'Mark verified' }).click()
  const banner = page.getByText(/is not UTF-8, so writing/)
  await expect(banner).toBeVisible()
  await goTo(page, library(profitRunbook))
  await expect(page.getByRole('heading', { name: 'Alte Schrift' })).toBeHidden()
  await expect(banner).toBeHidden()
  await page.goBack()
  await expect(banner).toBeVisible()
  await page.getByRole('button', { name: 'Understood' }).click()
  await goTo(page, library(profitRunbook))
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Alte Schrift' }).first()).toBeVisible()
  await expect(banner).toBeHidden()
})

test('L11 L15 a night like one before names it, and the runbook shows how its steps went', async ({ nightdesk }) => {
  const { page } = nightdesk
  const past = await declareBehindTheScreen(nightdesk, { title: 'Quokka export stalled' })
  await nightdesk.advance('PT3M')
  await stateFacts(
    nightdesk,
    past,
    { type: 'step.checked', data: { step: 'a', text: 'Look at the loader' } },
    { type: 'note.added', data: { text: 'the wombat partition was empty' } },
    { type: 'incident.resolved', data: { note: 'reloaded from the bucket' } },
  )
  const now = await declareBehindTheScreen(nightdesk, { title: 'Quokka export late' })
  await goTo(page, `#/incident/${now}`)
  const seen = page.getByRole('region', { name: 'Seen before' })
  const line = seen.getByRole('button', {
    name: 'Seen before: Quokka export stalled ended by reloaded from the bucket',
  })
  await expect(line).toBeInViewport()
  await expect(line).toHaveAttribute('aria-expanded', 'false')
  await expect(seen.getByRole('link')).toHaveCount(0)
  await page.keyboard.press('b')
  await expect(line).toBeFocused()
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  await expect(seen.getByText(/Same pipeline\. Both mention .*quokka/)).toBeVisible()
  const pinned = page.locator('summary', { hasText: 'Pinned' })
  await pinned.press('Enter')
  await expect(page.getByText(/used once/)).toBeVisible()
  await seen.getByRole('link', { name: 'Quokka export stalled' }).click()
  await expect(page).toHaveURL(new RegExp(past))
  await goTo(page, `#/library/${encodeURIComponent(profitRunbook)}`)
  await page.getByText('How its steps went').click()
  await expect(page.getByRole('row', { name: /Look at the loader 1 of 1 0 3 min, in one run/ })).toBeVisible()
  const [signals] = await answered(nightdesk.call('library.trust', { path: profitRunbook }))
  expect(signals).toMatchObject({ runs: 1, onlyOpened: 1 })
})

test('L16 the reader learns of a run that goes on elsewhere while it is open', async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await declareBehindTheScreen(nightdesk, { title: 'Quokka export stalled' })
  await goTo(page, `#/library/${encodeURIComponent(profitRunbook)}`)
  await expect(page.getByText(/not used yet, only opened once/)).toBeVisible()
  await stateFacts(nightdesk, incident, { type: 'step.checked', data: { step: 'a', text: 'Look at the loader' } })
  await expect(page.getByText(/used once/)).toBeVisible()
})

test('L12 nothing is offered when nothing is alike, and the line stands above a long list of runbooks too', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  const past = await declareBehindTheScreen(nightdesk, { title: 'Checkout tokens refused' })
  const filler = 'there were about three hundred requests which failed after noon, then they stopped'
  await stateFacts(nightdesk, past, { type: 'note.added', data: { text: filler } })
  const other = await declareBehindTheScreen(nightdesk, { title: 'Printer queue stuck', runbook: null })
  const more = 'there are about forty jobs which wait, they were sent after lunch and then nothing'
  await stateFacts(nightdesk, other, { type: 'note.added', data: { text: more } })
  await goTo(page, `#/incident/${other}`)
  await expect(page.getByText(more)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Seen before' })).toHaveCount(0)
  await declareBehindTheScreen(nightdesk, { title: 'Printer queue jammed' })
  const now = await declareBehindTheScreen(nightdesk, { title: 'Printer queue silent', runbook: null })
  await goTo(page, `#/incident/${now}`)
  const seen = page.getByRole('region', { name: 'Seen before' })
  await expect(seen.getByRole('button')).toBeInViewport()
  await page.setViewportSize({ width: 1024, height: 640 })
  await expect(seen.getByRole('button')).toBeInViewport()
})

test('L22 declaring offers how it ended last time, and Enter never waits for that', async ({ nightdesk }) => {
  const { page } = nightdesk
  const past = await declareBehindTheScreen(nightdesk, { title: 'Wallaby replica behind its primary' })
  await nightdesk.advance('PT42M')
  await stateFacts(nightdesk, past, { type: 'incident.resolved', data: { note: 'restarted the replica' } })
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  const title = dialog.getByRole('textbox', { name: 'Title' })
  const seen = dialog.getByRole('region', { name: 'Seen before' })
  await title.fill('Nothing alike')
  await expect(seen).toBeHidden()
  await dialog.getByRole('combobox', { name: 'Pipeline' }).selectOption('aggregate-profit-investors')
  await title.fill('wallaby replica again')
  await expect(seen.getByText('restarted the replica')).toBeVisible()
  await expect(seen.getByText(/took 42 min/)).toBeVisible()
  await expect(title).toBeFocused()
  await seen.getByRole('link', { name: 'Wallaby replica behind its primary' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(past))
  await expect(dialog).toBeHidden()
  await page.keyboard.press('d')
  await expect(title).toHaveValue('wallaby replica again')
  await title.press('Enter')
  await expect(page.getByRole('heading', { name: 'wallaby replica again' })).toBeVisible()
})

test('L6 without a word the shelves are narrowed alike, and say what the filter hides', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  writeFileSync(
    join(workspaceFolder, 'runbooks', 'quokka.md'),
    '---\npipeline: quokka-feed\nlastVerified: 2026-11-20\n---\n# Quokka feed\n\n1. Look at the board\n',
  )
  await goTo(page, '#/library')
  await expect(page.getByRole('link', { name: /Quokka feed/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Pipeline' }).selectOption('quokka-feed')
  await expect(page.locator('a[data-row]')).toHaveCount(1)
  await expect(page.getByRole('link', { name: /Quokka feed/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Reference/ })).toBeHidden()
  await expect(page.getByText(/^\d+ without the filter; of these, \d+ name no pipeline\./)).toBeVisible()
  await searchBox(page).fill('quokka')
  await expect(page.getByRole('combobox', { name: 'Pipeline' })).toHaveValue('quokka-feed')
  await searchBox(page).fill('')
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Reference')
  await expect(page.getByText('Nothing is within the filter.')).toBeVisible()
  await page.getByRole('button', { name: /^Show all \d+$/ }).click()
  await expect(page.getByRole('heading', { name: /^Reference/ })).toBeVisible()
  await expect(searchBox(page)).toBeFocused()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Past incidents')
  await expect(page.getByText('No incident is over yet.')).toBeVisible()
  const leftOf = async (each: Locator): Promise<number> => (await each.boundingBox())?.x ?? 0
  const filters = await leftOf(page.getByRole('combobox', { name: 'Kind' }))
  expect(await leftOf(page.getByText('No incident is over yet.'))).toBeGreaterThan(filters)
})
