import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { factsOfType } from '../support/at-the-desk.ts'
import { atTheIncident, box, chooseStuckLoader, expect, runbookOf, test } from '../support/at-the-runbook.ts'
import { foreignRunbook } from '../support/foreign-workspace.ts'

test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

const [moved, again] = ['runbooks/growth/late.md', 'runbooks/growth/numbers.md']

test('R6 a run whose file is renamed goes on there with all that was done, and sees later edits', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  const rename = (from: string, to: string) => {
    mkdirSync(dirname(join(workspaceFolder, to)), { recursive: true })
    renameSync(join(workspaceFolder, from), join(workspaceFolder, to))
  }
  const incident = await atTheIncident(nightdesk)
  await chooseStuckLoader(page)
  const first = box(page, /^Look at the table/)
  await first.click()
  await expect(first).toBeChecked()
  const foot = runbookOf(page).locator('footer')

  await test.step('the same text elsewhere is followed with one press, and the focus goes on', async () => {
    rename(foreignRunbook, moved)
    await expect(foot).toContainText(`Its file is ${moved} now.`)
    await foot.getByRole('button', { name: 'Follow it there' }).press('Enter')
    await expect(foot.getByRole('button', { name: 'Follow it there' })).toHaveCount(0)
    await expect(foot).not.toContainText('Its file is')
    await expect(first).toBeChecked()
    await expect(runbookOf(page).locator(':focus')).toHaveCount(1)
    expect(await factsOfType(nightdesk, incident, 'runbook.opened')).toMatchObject([
      { data: { path: foreignRunbook } },
      { data: { path: moved, movedFrom: foreignRunbook } },
    ])
  })

  await test.step('renamed and edited at once, what changed is shown first', async () => {
    rename(moved, again)
    writeFileSync(join(workspaceFolder, again), `${readFileSync(join(workspaceFolder, again), 'utf8')}\nA last word.\n`)
    await expect(foot).toContainText(`Its file is ${again} now.`)
    await foot.getByRole('button', { name: 'The file has changed since' }).click()
    await expect(page.getByRole('dialog')).toContainText('A last word.')
    await page.getByRole('dialog').getByRole('button', { name: 'Follow the new version' }).click()
    await expect(foot).not.toContainText('Its file is')
    await expect(first).toBeChecked()
  })

  await test.step('the Library tells its history under the new name', async () => {
    await page.goto(`${nightdesk.origin()}/#/library/${encodeURIComponent(again)}`)
    await expect(page.getByText('used once', { exact: false }).first()).toBeVisible()
  })
})
