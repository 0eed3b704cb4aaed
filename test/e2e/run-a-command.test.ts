import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answered, entry, factsOfType, goToIncident } from '../support/at-the-desk.ts'
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
import { secretInOutput } from '../support/foreign-workspace.ts'

const onlyLoopback = { tag: '@loopback' }

test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

test(
  'a command runs for real behind its own confirm, and its output is kept',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    const incident = await atTheIncident(nightdesk)
    await answered(nightdesk.call('preferences.change', { runCommands: true }))
    await chooseStuckLoader(page)
    const dialog = page.getByRole('dialog')
    const close = dialog.getByText('Close', { exact: true })

    await test.step('a name without a value cannot run; typing it is enough', async () => {
      await runButtons(page).click()
      await expect(dialog).toContainText('No value yet for <table>')
      await expect(dialog.getByRole('button', { name: 'Do not run' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
      await runbookOf(page).getByRole('textbox', { name: '<table>' }).fill('mart.growth')
      await runButtons(page).click()
      await expect(dialog.getByRole('region', { name: 'The command, exactly' })).toHaveText(
        "printf 'table is %s\\n' 'mart.growth'",
      )
      await expect(dialog).toContainText(`/bin/sh in ${workspaceFolder}`)
      expect(await factsOfType(nightdesk, incident, 'value.given')).toHaveLength(1)
    })

    await test.step('trust is asked first, and pressing it twice starts nothing', async () => {
      await expect(dialog.getByRole('button', { name: 'Run this command' })).toHaveCount(0)
      const trust = dialog.getByRole('button', { name: 'I trust this runbook as it is now' })
      await trust.focus()
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('button', { name: 'Run this command' })).toBeEnabled()
      await expect(dialog.getByRole('button', { name: 'Do not run' })).toBeFocused()
      expect(await factsOfType(nightdesk, incident, 'command.ran')).toEqual([])
    })

    await test.step('it runs, says how it ended, and the focus stays in the dialog', async () => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('table is mart.growth')
      await expect(dialog).toContainText(/exit code 0\. Its output is evidence in the timeline\./)
      await expect(close).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(row(page, 'Look at the table')).toContainText('Evidence: output.txt')
    })

    await test.step('one that takes long streams, is left alone, is looked at again, and masks secrets', async () => {
      await row(page, 'Watch it come back')
        .getByRole('button', { name: /^Details/ })
        .click()
      const watch = row(page, 'Watch it come back')
      await watch.getByRole('button', { name: 'Run…' }).click()
      await dialog.getByRole('button', { name: 'Run this command' }).click()
      await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('started')
      await expect(dialog).toContainText('It goes on when you close this.')
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await watch.getByRole('button', { name: 'Running…' }).click()
      writeFileSync(join(workspaceFolder, 'gate'), '')
      await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('finished')
      await expect(dialog).toContainText('exit code 0')
      await expect(dialog).not.toContainText(secretInOutput)
      await close.click()
      const ran = await factsOfType(nightdesk, incident, 'command.ran')
      expect(ran).toHaveLength(2)
      expect(JSON.stringify(ran.map(({ data }) => data.output))).toContain('finished')
      expect(JSON.stringify(ran.map(({ data }) => data.output))).not.toContain(secretInOutput)
    })

    await test.step('one is stopped', async () => {
      rmSync(join(workspaceFolder, 'gate'))
      await row(page, 'Watch it come back').getByRole('button', { name: 'Run…' }).click()
      await dialog.getByRole('button', { name: 'Run this command' }).click()
      await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('started')
      await dialog.getByRole('button', { name: 'Stop it' }).click()
      await expect(dialog).toContainText('Stopped after')
      await close.click()
    })

    await test.step('the host goes while one runs: nobody pretends to know, and the run of the runbook resumes', async () => {
      await box(page, /^Look at the table/).click()
      await expect(row(page, 'Find what holds it')).toHaveAttribute('aria-current', 'step')
      await row(page, 'Watch it come back')
        .getByRole('button', { name: /^Details/ })
        .click()
      await row(page, 'Watch it come back').getByRole('button', { name: 'Run…' }).click()
      await dialog.getByRole('button', { name: 'Run this command' }).click()
      await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('started')
      await nightdesk.kill()
      await expect(dialog).toContainText('The line to the console broke. Whether it still runs is not known')
      await close.click()
      await nightdesk.restart()
      await goToIncident(page, incident)
      await expect(box(page, /^Look at the table/)).toBeChecked()
      await expect(row(page, 'Find what holds it')).toHaveAttribute('aria-current', 'step')
      expect(await factsOfType(nightdesk, incident, 'command.ran')).toHaveLength(3)
      await expect(entry(page, 'Nightdesk ended while this ran; its outcome is not known')).toHaveCount(1)
      // What the killed host left behind ends by itself here.
      writeFileSync(join(workspaceFolder, 'gate'), '')
    })
  },
)
