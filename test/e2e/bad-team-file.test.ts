import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

test.use({ workspaceFolder: ownWorkspace() })

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

test('W1 a workspace that is away at the start leaves names and numbers', async ({ nightdesk, workspaceFolder }) => {
  await sitDown(nightdesk)
  renameSync(workspaceFolder, `${workspaceFolder}-away`)
  await nightdesk.restart()
  const banner = nightdesk.page.getByRole('alert').filter({ hasText: 'The workspace folder is not there.' })
  await expect(banner).toBeVisible()
  await expect(nightdesk.page.getByText('Engineer B').first()).toBeVisible()
  renameSync(`${workspaceFolder}-away`, workspaceFolder)
  await expect(banner).toHaveCount(0)
})
