import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answered, stateFacts } from '../support/at-the-desk.ts'
import {
  answerDialog,
  atTheIncident,
  box,
  chooseStuckLoader,
  expect,
  row,
  runbookOf,
  test,
} from '../support/at-the-runbook.ts'
import { trustRunbook } from '../support/trust-runbook.ts'

test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

test('when a step was done reads as a time of day, and Space stands on the one step that it acts on', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk)
  await chooseStuckLoader(page)
  await box(page, /^Look at the table/).click()
  await expect(row(page, 'Look at the table')).toContainText('at 08:10')
  const keys = runbookOf(page).locator('kbd').filter({ hasText: 'Space' })
  await expect(keys).toHaveCount(1)
  await row(page, 'Look at the table')
    .getByRole('button', { name: /^Details/ })
    .click()
  await expect(row(page, 'Look at the table').getByRole('button', { name: 'Not done after all' })).toContainText(
    'Space',
  )
  await expect(keys).toHaveCount(1)
})

test('an id is shown letter by letter, also where a font is set anew', async ({ nightdesk }) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk)
  for (const shown of [page.locator('h1').first(), page.getByRole('button', { name: 'Other runbook' })]) {
    await expect(shown).toHaveCSS('font-variant-ligatures', 'no-contextual')
  }
})

test('a step that was skipped is told as skipped where the new version has it otherwise', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, 'runbooks/growth-is-late.md')
  await runbookOf(page).getByRole('button', { name: 'Skip…' }).click()
  await answerDialog(page, 'Skip this step', 'No time')
  const path = join(workspaceFolder, 'runbooks/growth-is-late.md')
  writeFileSync(path, '# Growth is late\n\n1. Call somebody\n')
  await runbookOf(page).getByRole('button', { name: 'The file has changed since' }).click()
  const dialog = page.getByRole('dialog', { name: 'Changed since this run began' })
  await expect(dialog).toContainText('Not in the new version as they were skipped: Read the other runbook.')
  await expect(dialog).not.toContainText('as they were done')
})

test('a command of which nobody knows how it ended is told on a step that was skipped', { tag: '@loopback' }, async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  const incident = await atTheIncident(nightdesk)
  await answered(nightdesk.call('preferences.change', { runCommands: true }))
  await chooseStuckLoader(page)
  await trustRunbook(nightdesk, incident)
  const watch = row(page, 'Watch it come back')
  await watch.getByRole('button', { name: /^Details/ }).click()
  await watch.getByRole('button', { name: 'Run…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Run this command' }).click()
  await expect(page.getByRole('dialog').getByRole('region', { name: 'Output' })).toContainText('started')
  await nightdesk.kill()
  await nightdesk.restart()
  writeFileSync(join(workspaceFolder, 'gate'), '')
  await page.evaluate((to) => {
    window.location.hash = to
  }, `#/incident/${incident}`)
  await expect(watch).toContainText('nobody knows how it ended')
  await watch.getByRole('button', { name: /^Details/ }).click()
  await watch.getByRole('button', { name: 'Skip…' }).click()
  await answerDialog(page, 'Skip this step', 'It has its own alert')
  await watch.getByRole('button', { name: /^Details/ }).click()
  await expect(watch.getByRole('button', { name: 'Open again' })).toHaveCount(0)
  await expect(watch).toContainText('nobody knows how it ended')
})

test('R7 a note turns no text round, in the row of its step and in the timeline', async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await atTheIncident(nightdesk, 'runbooks/growth-is-late.md')
  await runbookOf(page).getByRole('button', { name: 'Note…' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('drop \u202egnihton')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Read the other runbook')).toContainText('drop \ufffdgnihton')
  await stateFacts(nightdesk, incident, { type: 'note.added', data: { text: 'a \u202eb' } })
  await expect(page.getByRole('article').filter({ hasText: 'a \ufffdb' })).toHaveCount(1)
})
