import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

test.use({ workspaceFolder: ownWorkspace() })

/** How many Markdown files there are below a folder, of those that are read. */
const remembered = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /(?:^|\/)(?:runbooks|reference)\//.test(name) && name.endsWith('.md'),
  ).length

test('W1 a bad team.yaml is told on every screen, and who to call outlives a restart', async ({
  nightdesk,
  workspaceFolder,
}) => {
  await sitDown(nightdesk)
  const file = join(workspaceFolder, 'team.yaml')
  const good = readFileSync(file, 'utf8')
  const banner = () => nightdesk.page.getByRole('alert').filter({ hasText: 'Whom to call may be out of date.' })
  await expect(nightdesk.page.getByText('Engineer B').first()).toBeVisible()
  await expect(banner()).toHaveCount(0)

  writeFileSync(file, 'people: [\n  - broken')
  await expect(banner()).toContainText('team.yaml:')
  await expect(banner()).toContainText('The team stands as it was read on 24 Dec at 08:00.')
  await nightdesk.restart()
  await expect(banner()).toContainText('The team stands as it was read on 24 Dec at 08:00.')
  await expect(nightdesk.page.getByText('Engineer B').first()).toBeVisible()
  await banner().getByRole('button', { name: 'Show what is wrong' }).click()
  await expect(nightdesk.page.getByRole('heading', { name: /^\d+ errors?/ })).toBeInViewport()

  writeFileSync(file, good)
  await expect(banner()).toHaveCount(0)
})

test('W1 a team.yaml that is gone and comes back is told without a word that nobody is on call', async ({
  nightdesk,
  workspaceFolder,
}) => {
  await sitDown(nightdesk)
  const file = join(workspaceFolder, 'team.yaml')
  const good = readFileSync(file, 'utf8')
  const banner = nightdesk.page.getByRole('alert').filter({ hasText: 'Whom to call may be out of date.' })
  rmSync(file)
  await expect(banner).toContainText('There is no team.yaml in this workspace. The team stands as it was read')
  writeFileSync(file, good)
  await expect(banner).toHaveCount(0)
  writeFileSync(file, good.replace('name: Engineer D', 'name: Dora'))
  await expect(nightdesk.page.getByText('Dora').first()).toBeVisible()
})

test('W1 a workspace that is away at the start leaves names, numbers and runbooks', async ({
  nightdesk,
  workspaceFolder,
}) => {
  await sitDown(nightdesk)
  await expect.poll(() => remembered(nightdesk.dataFolder), { timeout: 20_000 }).toBe(remembered(workspaceFolder))
  renameSync(workspaceFolder, `${workspaceFolder}-away`)
  await nightdesk.restart()
  const banner = nightdesk.page.getByRole('alert').filter({ hasText: 'The workspace folder is not there.' })
  await expect(banner).toBeVisible()
  await expect(banner).toContainText('Runbooks are shown as they were last read.')
  await expect(nightdesk.page.getByText('Engineer B').first()).toBeVisible()
  await nightdesk.page.keyboard.press('g')
  await nightdesk.page.keyboard.press('l')
  await nightdesk.page
    .getByRole('link', { name: /Aggregate engagement for investors/ })
    .first()
    .click()
  await expect(
    nightdesk.page.getByRole('heading', { name: 'Aggregate engagement for investors' }).first(),
  ).toBeVisible()
  await nightdesk.restart()
  renameSync(`${workspaceFolder}-away`, workspaceFolder)
  await expect(banner).toHaveCount(0)
})

test.describe('a folder of runbooks that never had a team', () => {
  test.use({ workspaceFolder: ownWorkspace((folder) => rmSync(join(folder, 'team.yaml'))) })

  test('is told calmly where one looks for whom to call, with the way to a first rotation', async ({ nightdesk }) => {
    await sitDown(nightdesk)
    const { page } = nightdesk
    const note = page.getByRole('status').filter({ hasText: 'No team yet.' })
    await expect(note).toContainText('Runbooks, incidents and clocks work.')
    await expect(page.getByText('Whom to call may be out of date.')).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await expect(page.getByText('Aggregate engagement for investors').first()).toBeVisible()
    await expect(note).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await note.getByRole('button', { name: 'Show how to add one' }).click()
    await expect(page.getByText('Nobody is on call, because no rotation says so.')).toBeVisible()
  })
})

test.describe('a team.yaml that lacks a key from the first day on', () => {
  const withoutName = (folder: string) => {
    const file = join(folder, 'team.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('    name: Engineer A\n', ''))
  }
  test.use({ workspaceFolder: ownWorkspace(withoutName) })

  test('W1 is told as a file with an error, not as a folder without a team', async ({ nightdesk }) => {
    await sitDown(nightdesk)
    const banner = nightdesk.page.getByRole('alert').filter({ hasText: 'Whom to call may be out of date.' })
    await expect(banner).toContainText('is missing')
    await expect(banner).toContainText('Only what could be understood of it is in force.')
    await expect(nightdesk.page.getByText('No team yet.')).toHaveCount(0)
  })
})
