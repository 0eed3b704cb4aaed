import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answered, entry, factsOfType, stateFacts } from '../support/at-the-desk.ts'
import {
  answerDialog,
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
    await expect(runbookOf(page).getByRole('button', { name: /^Growth is late/ })).toContainText(
      "matched by the incident's title",
    )
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
    writeFileSync(join(workspaceFolder, foreignRunbook), `---\nlastVerified: 2026-11-24\n---\n${editedRunbook}`)
    const changed = runbookOf(page).getByRole('button', { name: 'The file has changed since' })
    await changed.click()
    const dialog = page.getByRole('dialog', { name: 'Changed since this run began' })
    await expect(dialog).toContainText('+ 1. Open the loader board')
    await expect(dialog.getByRole('button', { name: 'Keep the pinned one' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(row(page, 'Open the loader board')).toHaveCount(0)
    await expect(runbookOf(page), 'the pinned text is not the one that was verified').toContainText('never verified')
    await changed.click()
    await dialog.getByRole('button', { name: 'Follow the new version' }).click()
    await expect(row(page, 'Open the loader board')).toHaveAttribute('aria-current', 'step')
    await expect(runbookOf(page)).toContainText('verified 24 Nov 2026')
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
    expect(text).toMatch(
      /Steps skipped[\s\S]{0,40}: Look whether the disk is full\. Reason: The disk has its own alert/,
    )
    expect(text).toContain('The last row is from 22:10')
    expect(text).toContain('Stuck at: Look at the table (5 min): No rights on the table')
    expect(text).toMatch(/Scenario.*The loader is stuck/)
  })
})

test('a runbook without steps is shown as it is, and one that is gone says so', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, 'runbooks/release-notes.md')
  await expect(runbookOf(page)).toContainText('There is nothing to tick in this runbook.')
  await expect(runbookOf(page)).toContainText('Version 3 is faster.')
  rmSync(join(workspaceFolder, 'runbooks/release-notes.md'))
  await expect(runbookOf(page)).toContainText('The file is not in the workspace any more; the run keeps its text.')
})
