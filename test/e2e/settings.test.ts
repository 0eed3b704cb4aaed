import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violationsOn } from '../support/accessibility.ts'
import { declareBehindTheScreen, pressPair, sitDown, wear } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

test.use({ workspaceFolder: ownWorkspace() })

async function openSettings(page: Page): Promise<void> {
  await pressPair(page, 'g', 's')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
}

const scheme = (page: Page) => page.locator('html').getAttribute('data-mantine-color-scheme')

test('the appearance changes at once and is kept', async ({ nightdesk }) => {
  const { page } = nightdesk
  expect(await scheme(page)).toBe('dark')
  await openSettings(page)
  await page.getByText('Light', { exact: true }).click()
  await expect.poll(() => scheme(page)).toBe('light')
  await nightdesk.restart()
  await expect.poll(() => scheme(nightdesk.page)).toBe('light')
})

test('who sits here and their zone are kept', async ({ nightdesk }) => {
  const { page } = nightdesk
  await openSettings(page)
  await page.getByLabel('Who am I').selectOption('Engineer C')
  await expect(page.getByRole('banner')).toContainText('Engineer C')
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  await zone.click()
  await page.keyboard.type('kolkata')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(zone).toHaveValue(/^Asia\/Kolkata, 18:30 there, UTC\+05:30$/)
  await nightdesk.restart()
  await expect(nightdesk.page.getByRole('banner')).toContainText('Engineer C')
  const desk = await nightdesk.call('desk.describe', {})
  expect(desk).toMatchObject({ ok: true, value: { preferences: { me: 'eng-c', timezone: 'Asia/Kolkata' } } })
})

test('another workspace is kept for the next start, and can be taken back', async ({ nightdesk, workspaceFolder }) => {
  const { page } = nightdesk
  await openSettings(page)
  await expect(page.getByText(workspaceFolder, { exact: true })).toBeVisible()
  const field = page.getByLabel('Folder for the next start')
  await field.fill('runbooks')
  await page.getByRole('button', { name: 'Keep for the next start' }).click()
  await expect(page.getByText('Write the whole path')).toBeVisible()
  await field.fill('/srv/oncall')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The next start opens this folder')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(field).toHaveValue('')
  const desk = await nightdesk.call('desk.describe', {})
  expect(desk).toMatchObject({ ok: true, value: { preferences: { workspace: null } } })
})

test('a problem in the workspace shows with its line, rule and hint, and goes when it is mended', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  await openSettings(page)
  await expect(page.getByRole('heading', { name: 'No problems' })).toBeVisible()
  const file = join(workspaceFolder, 'team.yaml')
  const good = readFileSync(file, 'utf8')
  appendFileSync(file, '\npeopel: []\n')
  const problems = page.getByRole('region', { name: '0 errors, 1 warning' })
  await expect(problems).toContainText(`team.yaml:${good.split('\n').length + 1}`)
  await expect(problems).toContainText('peopel')
  writeFileSync(file, good)
  await expect(page.getByRole('heading', { name: 'No problems' })).toBeVisible()
})

test('verifying every journal says in words what holds and what does not', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await declareBehindTheScreen(nightdesk, { title: 'The sound one' })
  const broken = await declareBehindTheScreen(nightdesk, { title: 'The broken one' })
  const journal = join(nightdesk.dataFolder, 'incidents', broken, 'journal.ndjson')
  writeFileSync(journal, readFileSync(journal, 'utf8').replace('The broken one', 'The bent one!!'))
  await openSettings(page)
  await expect(page.getByRole('region', { name: 'Journals' })).toContainText('2 incidents')
  await page.getByRole('button', { name: 'Verify all journals' }).click()
  await expect(page.getByRole('main').getByText('1 of 2 journals need a look.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'The sound one' })).toContainText('Intact')
  await expect(page.getByRole('listitem').filter({ hasText: broken })).toContainText('Damaged at line 1')
})

for (const colorScheme of ['dark', 'light'] as const) {
  test(`Settings has no accessibility violations, ${colorScheme}`, async ({ nightdesk }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    await declareBehindTheScreen(nightdesk)
    await wear(nightdesk, colorScheme)
    await openSettings(page)
    await page.getByRole('button', { name: 'Verify all journals' }).click()
    await expect(page.getByRole('main').getByText('The one journal is intact.')).toBeVisible()
    await page.getByText(/^Made with/).click()
    expect(await violationsOn(page)).toEqual([])
    await page.getByRole('combobox', { name: 'Time zone' }).click()
    await expect(page.getByRole('listbox')).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
  })
}

test('a backup is made, verified, remembered, and opens as a data folder', async ({ nightdesk }) => {
  const { page } = nightdesk
  const target = mkdtempSync(join(tmpdir(), 'nightdesk-backup-'))
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await openSettings(page)
  const panel = page.getByRole('region', { name: 'Backup' })
  await expect(panel).toContainText('none made yet')
  const field = panel.getByLabel('Back up to')
  await field.fill(join(target, 'not-there'))
  await page.keyboard.press('Enter')
  await expect(panel).toContainText('There is no folder')
  await field.fill(target)
  await panel.getByRole('button', { name: 'Back up now' }).click()
  await expect(panel).toContainText('Backed up and verified')
  await expect(panel).toContainText('1 incident')
  const [folder = ''] = readdirSync(target)
  expect(readFileSync(join(target, folder, 'incidents', incident, 'journal.ndjson'))).toEqual(
    readFileSync(join(nightdesk.dataFolder, 'incidents', incident, 'journal.ndjson')),
  )
  await nightdesk.restart()
  await openSettings(page)
  await expect(panel.getByLabel('Back up to')).toHaveValue(target)
  await expect(panel).not.toContainText('none made yet')
  rmSync(target, { recursive: true })
})
