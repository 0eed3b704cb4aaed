import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
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
import { trustRunbook } from '../support/trust-runbook.ts'

const onlyLoopback = { tag: '@loopback' }

/** What stands on its step while a command runs. */
const running = (page: Page) => runbookOf(page).getByRole('group', { name: /^Running: / })

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
      // Where it is to run may stand in the words of the step alone.
      await expect(dialog).toContainText('Look at the table')
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
      await expect(running(page)).toContainText('Running for')
      await expect(running(page)).toContainText('started')
      await watch.getByRole('button', { name: 'Output' }).click()
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
      await expect(running(page)).toContainText('The line to the console broke')
      await nightdesk.restart()
      await goToIncident(page, incident)
      await expect(box(page, /^Look at the table/)).toBeChecked()
      await expect(row(page, 'Find what holds it')).toHaveAttribute('aria-current', 'step')
      expect(await factsOfType(nightdesk, incident, 'command.ran')).toHaveLength(3)
      await expect(entry(page, 'It was running when Nightdesk stopped; nobody knows how it ended')).toHaveCount(1)
      await expect(row(page, 'Watch it come back')).toContainText('Was running when Nightdesk stopped')
      await row(page, 'Watch it come back')
        .getByRole('button', { name: /^Details/ })
        .click()
      await row(page, 'Watch it come back').getByRole('button', { name: 'Run…' }).click()
      await expect(dialog).toContainText('It may still run: look where it works before you run it again.')
      await dialog.getByRole('button', { name: 'Do not run' }).click()
      // What the killed host left behind ends by itself here.
      writeFileSync(join(workspaceFolder, 'gate'), '')
    })
  },
)

test(
  'a running command is seen, looked at and stopped in every window, and not started twice by mistake',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await atTheIncident(nightdesk)
    await answered(nightdesk.call('preferences.change', { runCommands: true }))
    await chooseStuckLoader(page)
    await trustRunbook(nightdesk, incident)
    const dialog = page.getByRole('dialog')
    const watch = row(page, 'Watch it come back')

    await test.step('the confirm says when it is ended, and lets one choose', async () => {
      await watch.getByRole('button', { name: /^Details/ }).click()
      await watch.getByRole('button', { name: 'Run…' }).click()
      await expect(dialog.getByRole('radio', { name: 'After 15 min' })).toBeChecked()
      await dialog.getByRole('radio', { name: 'After 1 h' }).check()
      await dialog.getByRole('button', { name: 'Run this command' }).click()
      await expect(dialog).toContainText('1:00:00 left')
      await dialog.getByRole('button', { name: 'Leave it running' }).click()
      await nightdesk.advance('PT5M')
      await expect(running(page)).toContainText('Running for 05:00, 55:00 left.')
    })

    await test.step('it is there after going away, after a reload and in a second window, and in the text of the runbook', async () => {
      await page.getByRole('link', { name: 'Tonight' }).click()
      await goToIncident(page, incident)
      await expect(running(page)).toContainText('55:00 left')
      await page.reload()
      await expect(running(page)).toContainText('55:00 left')
      await runbookOf(page).getByRole('button', { name: 'Text' }).click()
      await expect(running(page)).toContainText('started')
      await runbookOf(page).getByRole('button', { name: 'Back to the steps' }).click()
      await expect(running(page)).toHaveCount(1)
    })

    const second = await nightdesk.openSecondWindow()
    await goToIncident(second, incident)
    await expect(running(second)).toContainText('55:00 left')

    await test.step('a second run asks for a second yes', async () => {
      await watch.getByRole('button', { name: /^Details/ }).click()
      await watch.getByRole('button', { name: 'Run again…' }).click()
      await expect(dialog).toContainText('This command is running already, since')
      await expect(dialog.getByRole('button', { name: 'Run this command' })).toBeDisabled()
      await dialog.getByRole('button', { name: 'Look at the one that runs' }).click()
      await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('started')
      await page.keyboard.press('Escape')
      await watch.getByRole('button', { name: 'Run again…' }).click()
      await dialog.getByRole('checkbox').check()
      await dialog.getByRole('button', { name: 'Run this command' }).click()
      await expect(dialog).toContainText('Running for')
      await page.keyboard.press('Escape')
      await expect(running(second)).toHaveCount(2)
    })

    await test.step('the other window stops both', async () => {
      await running(second).first().getByRole('button', { name: 'Stop' }).click()
      await expect(running(second)).toHaveCount(1)
      await running(second).getByRole('button', { name: 'Stop' }).click()
      await expect(running(page)).toHaveCount(0)
      await expect(watch).toContainText('Stopped after')
      await expect(entry(page, 'Stopped:')).toHaveCount(2)
    })

    await test.step('its output is at hand after a reload', async () => {
      await page.reload()
      await watch.getByRole('button', { name: /^Details/ }).click()
      await watch.getByRole('button', { name: 'Output' }).click()
      await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('started')
      await expect(dialog).toContainText('Stopped after')
    })
  },
)

test(
  'a question without an answer is seen, and what no shell runs is only copied',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    const blocks = [
      ['bash', "printf 'Really continue? [y/N] '; while [[ ! -e gate ]]; do sleep 0.05; done; echo; echo over"],
      ['sql', 'SELECT count(*) FROM orders;'],
      ['powershell', 'Get-Volume'],
    ]
    const steps = blocks.map(
      ([language, text], at) => `${at + 1}. Step of ${language}\n\n   ~~~${language}\n   ${text}\n   ~~~\n`,
    )
    const path = 'runbooks/questions.md'
    writeFileSync(join(workspaceFolder, path), `# Questions\n\n## Mitigation\n\n${steps.join('')}`)
    await expect.poll(async () => (await nightdesk.call('library.read', { path })).ok).toBe(true)
    const incident = await atTheIncident(nightdesk, path)
    await answered(nightdesk.call('preferences.change', { runCommands: true }))
    await trustRunbook(nightdesk, incident)
    const dialog = page.getByRole('dialog')
    await row(page, 'Step of bash').getByRole('button', { name: 'Run…' }).click()
    await expect(dialog).toContainText(/By \S+\/bash in /)
    await dialog.getByRole('button', { name: 'Run this command' }).click()
    await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('Really continue? [y/N]')
    await expect(dialog).toContainText('It seems to ask something. Commands get no input from here')
    await page.keyboard.press('Escape')
    await expect(running(page)).toContainText('It seems to ask something.')
    writeFileSync(join(workspaceFolder, 'gate'), '')
    await expect(running(page)).toHaveCount(0)
    await expect(row(page, 'Step of bash')).toContainText('Done after')
    for (const language of ['sql', 'powershell']) {
      await row(page, `Step of ${language}`)
        .getByRole('button', { name: /^Details/ })
        .click()
      await expect(row(page, `Step of ${language}`).getByRole('button', { name: 'Copy command' })).toBeVisible()
      await expect(row(page, `Step of ${language}`).getByRole('button', { name: 'Run…' })).toHaveCount(0)
    }
  },
)
