import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoViolations } from '../support/accessibility.ts'
import { answered } from '../support/at-the-desk.ts'
import {
  atTheIncident,
  box,
  chooseStuckLoader,
  expect,
  row,
  runButtons,
  runbookOf,
  test,
} from '../support/at-the-runbook.ts'
import { editedRunbook, foreignRunbook } from '../support/foreign-workspace.ts'

test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

const windows = [
  { theme: 'dark', size: { width: 1280, height: 800 } },
  { theme: 'light', size: { width: 1024, height: 640 } },
] as const

for (const { theme, size } of windows) {
  test(`axe finds nothing on the run and its dialogs, ${theme}, ${size.width} wide`, async ({
    nightdesk,
    workspaceFolder,
  }, testInfo) => {
    test.slow()
    const { page } = nightdesk
    const look = async (what: string): Promise<void> => {
      await expectNoViolations(page, what)
      await page.screenshot({ path: testInfo.outputPath(`${what}.png`), animations: 'disabled' })
    }
    await page.setViewportSize(size)
    await answered(nightdesk.call('preferences.change', { theme, runCommands: true }))
    const incident = await atTheIncident(nightdesk, null)
    await expect(runbookOf(page).getByRole('heading', { name: /^2 fit/ })).toBeVisible()
    await look('chooser')
    await answered(nightdesk.call('runbook.open', { incident, path: foreignRunbook, reason: 'matched by pipeline' }))
    await expect(runbookOf(page)).toContainText('Which of these fits?')
    await look('scenarios')
    await chooseStuckLoader(page)
    await box(page, /^Look for a lock/).click()
    await nightdesk.advance('PT7M')
    await look('steps')
    await runbookOf(page).getByRole('textbox', { name: '<table>' }).fill('mart.growth')
    await runButtons(page).click()
    await expect(page.getByRole('dialog', { name: 'Run this command?' })).toBeVisible()
    await look('confirm')
    await page.getByRole('button', { name: 'I trust this runbook as it is now' }).click()
    await page.getByRole('button', { name: 'Run this command' }).click()
    await expect(page.getByRole('dialog', { name: 'It has ended' })).toBeVisible()
    await look('ended')
    await page.getByText('Close', { exact: true }).click()
    const watch = row(page, 'Watch it come back')
    await watch.getByRole('button', { name: /^Details/ }).click()
    await watch.getByRole('button', { name: 'Run…' }).click()
    await page.getByRole('button', { name: 'Run this command' }).click()
    await expect(page.getByRole('dialog', { name: 'Running' })).toContainText('started')
    await look('running')
    await page.getByRole('button', { name: 'Leave it running' }).click()
    await expect(watch).toContainText('Running for')
    await look('running-row')
    await watch.getByRole('button', { name: 'Run again…' }).click()
    await expect(page.getByRole('dialog')).toContainText('This command is running already')
    await look('again')
    await page.getByRole('button', { name: 'Do not run' }).click()
    await runbookOf(page).getByRole('button', { name: 'Text' }).click()
    await expect(runbookOf(page)).toContainText('Running for')
    await look('running-elsewhere')
    await runbookOf(page).getByRole('button', { name: 'Stop' }).click()
    await runbookOf(page).getByRole('button', { name: 'Back to the steps' }).click()
    await watch.getByRole('button', { name: /^Details/ }).click()
    await expect(watch).toContainText('Stopped after')
    await look('stopped-row')
    writeFileSync(join(workspaceFolder, foreignRunbook), editedRunbook)
    await runbookOf(page).getByRole('button', { name: 'The file has changed since' }).click()
    await expect(page.getByRole('dialog', { name: 'Changed since this run began' })).toBeVisible()
    await look('changed')
  })
}
