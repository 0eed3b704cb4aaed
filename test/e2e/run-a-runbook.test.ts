import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import {
  answered,
  declareBehindTheScreen,
  entry,
  factsOfType,
  goToIncident,
  region,
  sitDown,
  stateFacts,
} from '../support/at-the-desk.ts'
import { editedRunbook, foreignRunbook, makeForeignWorkspace, secretInOutput } from '../support/foreign-workspace.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { test as base, expect } from '../support/nightdesk-test.ts'

const onlyLoopback = { tag: '@loopback' }

/** Each test has a workspace of its own, so that it can edit what it reads. */
const test = base.extend({
  workspaceFolder: async ({ door }, use) => {
    const folder = makeForeignWorkspace()
    expect(door).toBeDefined()
    await use(folder)
    // Nothing in these tests may start the command that would leave this behind.
    const ranByItself = existsSync(join(folder, 'ran-by-itself'))
    rmSync(folder, { recursive: true, force: true })
    expect(ranByItself, 'a command ran that nobody had asked for').toBe(false)
  },
})

test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

const runbookOf = (page: Page): Locator => region(page, 'Runbook')
const box = (page: Page, name: RegExp): Locator => runbookOf(page).getByRole('checkbox', { name })
const row = (page: Page, words: string): Locator =>
  runbookOf(page).getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: words })
const runButtons = (page: Page): Locator => runbookOf(page).getByRole('button', { name: 'Run…' })

/** An incident of the growth pipeline that is somebody's, on its screen; with the foreign runbook open unless told otherwise. */
async function atTheIncident(nightdesk: Nightdesk, runbook: string | null = foreignRunbook): Promise<string> {
  await sitDown(nightdesk)
  const given = { title: 'Growth is late', pipeline: 'aggregate-growth-investors', runbook, slaAt: null }
  const incident = await declareBehindTheScreen(nightdesk, given)
  await stateFacts(nightdesk, incident, { type: 'incident.acknowledged', data: {} })
  await goToIncident(nightdesk.page, incident)
  return incident
}

async function answerDialog(page: Page, title: string, words: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

async function chooseStuckLoader(page: Page): Promise<void> {
  await runbookOf(page)
    .getByRole('button', { name: /^The loader is stuck/ })
    .click()
  await expect(row(page, 'Look at the table')).toHaveAttribute('aria-current', 'step')
}

test('a runbook that never heard of Nightdesk is followed from declaration to postmortem', async ({
  nightdesk,
  workspaceFolder,
  context,
}) => {
  const { page } = nightdesk
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  let incident = ''

  await test.step('two fit, each says why; there is no page on failure modes to offer', async () => {
    incident = await atTheIncident(nightdesk, null)
    await expect(runbookOf(page).getByRole('heading', { name: /^2 fit this incident/ })).toBeVisible()
    await expect(runbookOf(page).getByRole('button', { name: /^Growth is late/ })).toContainText('matched by alertname')
    await expect(runbookOf(page).getByText('failure modes')).toHaveCount(0)
    const fitting = runbookOf(page).getByRole('button', { name: /^Growth numbers do not come/ })
    await expect(fitting).toContainText('matched by pipeline')
    await fitting.click()
    await expect(runbookOf(page)).toContainText('matched by pipeline aggregate-growth-investors')
  })

  await test.step('what is seen decides the scenario', async () => {
    await expect(runbookOf(page)).toContainText('the job runs for more than an hour')
    await chooseStuckLoader(page)
  })

  await test.step('a value is given once and is in the command that is copied', async () => {
    await runbookOf(page).getByRole('textbox', { name: '<table>' }).fill('mart.growth')
    await page.keyboard.press('Enter')
    await expect(entry(page, '<table> is')).toContainText('mart.growth')
    await runbookOf(page).getByRole('button', { name: 'Copy command' }).click()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(copied).toBe("printf 'table is %s\\n' 'mart.growth'")
    expect(await factsOfType(nightdesk, incident, 'value.given')).toHaveLength(1)
  })

  await test.step('the box runs out; more time counts from now', async () => {
    await expect(row(page, 'Look at the table')).toContainText('5:00 left')
    await nightdesk.advance('PT7M')
    await expect(row(page, 'Look at the table')).toContainText('2:00 over')
    await runbookOf(page).getByRole('button', { name: '10 min more' }).click()
    await expect(row(page, 'Look at the table')).toContainText('10:00 left')
  })

  await test.step('stuck, a note, evidence', async () => {
    await runbookOf(page).getByRole('button', { name: 'Stuck…' }).click()
    await answerDialog(page, 'Stuck at this step', 'No rights on the table')
    await expect(row(page, 'Look at the table')).toContainText('Stuck here')
    await runbookOf(page).getByRole('button', { name: 'Note…' }).click()
    await answerDialog(page, 'Note on this step', 'The last row is from 22:10')
    await expect(row(page, 'Look at the table')).toContainText('The last row is from 22:10')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      runbookOf(page).getByRole('button', { name: 'Evidence…' }).click(),
    ])
    await chooser.setFiles({ name: 'table.txt', mimeType: 'text/plain', buffer: Buffer.from('22:10 0 rows') })
    await expect(row(page, 'Look at the table')).toContainText('Evidence: table.txt')
  })

  await test.step('done; sub-steps stand inside and are ticked by themselves; one is skipped with a reason', async () => {
    await page.keyboard.press('Space')
    await expect(box(page, /^Look at the table/)).toBeChecked()
    await expect(row(page, 'Look for a lock')).toHaveAttribute('aria-level', '2')
    await box(page, /^Look for a lock/).click()
    await expect(box(page, /^Look for a lock/)).toBeChecked()
    await expect(row(page, 'Find what holds it')).toHaveAttribute('aria-current', 'step')
    await runbookOf(page).getByRole('button', { name: 'Done', exact: true }).click()
    await expect(row(page, 'Look whether the disk is full')).toHaveAttribute('aria-current', 'step')
    await runbookOf(page).getByRole('button', { name: 'Skip…' }).click()
    await answerDialog(page, 'Skip this step', 'The disk has its own alert')
    await expect(row(page, 'Look whether the disk is full')).toContainText(
      'Skipped by Engineer B: The disk has its own alert',
    )
  })

  await test.step('the file changes meanwhile: first kept, then followed, and what was done goes along', async () => {
    writeFileSync(join(workspaceFolder, foreignRunbook), editedRunbook)
    const changed = runbookOf(page).getByRole('button', { name: 'The file has changed since' })
    await changed.click()
    const dialog = page.getByRole('dialog', { name: 'Changed since this run began' })
    await expect(dialog).toContainText('+ 1. Open the loader board')
    await expect(dialog.getByRole('button', { name: 'Keep the pinned one' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(row(page, 'Open the loader board')).toHaveCount(0)
    await changed.click()
    await dialog.getByRole('button', { name: 'Follow the new version' }).click()
    await expect(row(page, 'Open the loader board')).toHaveAttribute('aria-current', 'step')
    await expect(box(page, /^Look at the table/)).toBeChecked()
    await expect(box(page, /^Look for a lock/)).toBeChecked()
    await expect(row(page, 'Look at the table')).toContainText('Evidence: table.txt')
    await expect(row(page, 'Look whether the disk is full')).toContainText('The disk has its own alert')
    await expect(runbookOf(page)).toContainText('followed when the file changed')
    await expect(changed).toHaveCount(0)
  })

  await test.step('names stand on the steps once two people work', async () => {
    await expect(runbookOf(page).getByText('Done by')).toHaveCount(0)
    await answered(nightdesk.call('preferences.change', { me: 'eng-c' }))
    await runbookOf(page).getByRole('button', { name: 'Done', exact: true }).click()
    await expect(row(page, 'Open the loader board')).toContainText('Done by Engineer C')
    await expect(row(page, 'Look for a lock')).toContainText('Done by Engineer B')
  })

  await test.step('commands are off by default, so none can be run', async () => {
    await expect(runbookOf(page).getByRole('button', { name: 'Copy command' })).toBeVisible()
    await expect(runButtons(page)).toHaveCount(0)
  })

  await test.step('the postmortem says what was done, what was skipped, and why', async () => {
    await stateFacts(
      nightdesk,
      incident,
      { type: 'incident.mitigated', data: {} },
      { type: 'incident.resolved', data: {} },
    )
    const { text } = await answered(nightdesk.call('postmortem.export', { incident, format: 'md' }))
    expect(text).toMatch(/Steps skipped[\s\S]{0,20}Look whether the disk is full\. Reason: The disk has its own alert/)
    expect(text).toContain('The last row is from 22:10')
    expect(text).toContain('Stuck at: Look at the table (5 min): No rights on the table')
    expect(text).toMatch(/Scenario.*The loader is stuck/)
  })
})

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

test('a runbook without steps is shown as it is, and one that is gone says so', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, 'runbooks/release-notes.md')
  await expect(runbookOf(page)).toContainText('This runbook has no steps to tick.')
  await expect(runbookOf(page)).toContainText('Version 3 is faster.')
  rmSync(join(workspaceFolder, 'runbooks/release-notes.md'))
  await expect(runbookOf(page)).toContainText('The file is not in the workspace any more; the run keeps its text.')
})

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
    const violations = async (): Promise<readonly string[]> => {
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
      const found = await new AxeBuilder({ page }).analyze()
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    }
    const look = async (what: string): Promise<void> => {
      expect.soft(await violations(), what).toEqual([])
      await page.screenshot({ path: testInfo.outputPath(`${what}.png`), animations: 'disabled' })
    }
    await page.setViewportSize(size)
    await answered(nightdesk.call('preferences.change', { theme, runCommands: true }))
    const incident = await atTheIncident(nightdesk, null)
    await expect(runbookOf(page).getByRole('heading', { name: /^2 fit/ })).toBeVisible()
    await look('chooser')
    await answered(nightdesk.call('runbook.open', { incident, path: foreignRunbook, reason: 'matched by pipeline' }))
    await expect(runbookOf(page)).toContainText('Which of these do you see?')
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
    writeFileSync(join(workspaceFolder, foreignRunbook), editedRunbook)
    await runbookOf(page).getByRole('button', { name: 'The file has changed since' }).click()
    await expect(page.getByRole('dialog', { name: 'Changed since this run began' })).toBeVisible()
    await look('changed')
  })
}
