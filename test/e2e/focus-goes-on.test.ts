import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { answered, goTo } from '../support/at-the-desk.ts'
import { answerDialog, atTheIncident, test as base, expect, row, runbookOf } from '../support/at-the-runbook.ts'
import { trustRunbook } from '../support/trust-runbook.ts'

const path = 'runbooks/partition-lags.md'
const text = `# A partition lags

1. Find the partition
   1. List them by lag
   2. Note the owner
2. Look at the owner

   \`\`\`sh
   echo owner
   \`\`\`
3. Ask the owner
4. Restart the consumer

## Mitigation

### Option 1: Purge it

1. Purge the queue
2. Count what is left

### Option 2: Move the readers

1. Move the readers
2. Look whether they read
`

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    mkdirSync(join(workspaceFolder, 'runbooks/more'))
    for (let at = 0; at < 8; at += 1)
      writeFileSync(join(workspaceFolder, `runbooks/more/${at}.md`), `# Other ${at}\n\n1. Wait ${at}\n`)
    await use(workspaceFolder)
  },
})
test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

const doneOf = (page: Page, step: string): Locator =>
  row(page, step).getByRole('button', { name: 'Done', exact: true }).first()
const button = (page: Page, name: string | RegExp): Locator =>
  runbookOf(page).getByRole('button', { name, exact: typeof name === 'string' })

/** As the keyboard does it: without a mouse there is no other place to come back to. */
async function press(control: Locator): Promise<void> {
  await control.focus()
  await control.press('Enter')
}

test('the focus goes on to the next step after Skip, with and without sub-steps, by button and by the palette', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, path)
  await press(button(page, 'Skip with its 2 sub-steps…'))
  await answerDialog(page, 'Skip this step with its 2 sub-steps', 'No VPN')
  await expect(doneOf(page, 'Look at the owner')).toBeFocused()
  await press(button(page, 'Skip…'))
  await answerDialog(page, 'Skip this step', 'Nobody owns it')
  await expect(doneOf(page, 'Ask the owner')).toBeFocused()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search or do anything')).toBeFocused()
  await page.keyboard.type('Skip the step and')
  await page.keyboard.press('Enter')
  await answerDialog(page, 'Skip this step', 'Nobody answers')
  await expect(doneOf(page, 'Restart the consumer')).toBeFocused()
})

test('the focus goes back to Skip when its dialog is closed, and who clicks beside everything is left alone', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, path)
  await press(button(page, 'Skip with its 2 sub-steps…'))
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button(page, 'Skip with its 2 sub-steps…')).toBeFocused()
  await page.getByRole('heading', { level: 1 }).click()
  await nightdesk.advance('PT2S')
  await page.keyboard.press('Space')
  await expect(row(page, 'List them by lag').first()).toHaveAttribute('aria-current', 'step')
  await expect(runbookOf(page).locator(':focus')).toHaveCount(0)
})

test('the focus goes on to what Space does once Stuck or a note is logged, here and at a step further down', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, path)
  await press(button(page, 'Stuck…'))
  await answerDialog(page, 'Stuck at this step', 'Nobody knows them')
  await expect(doneOf(page, 'Find the partition')).toBeFocused()
  const further = row(page, 'Ask the owner')
  await press(further.getByRole('button', { name: /^Details/ }))
  await press(further.getByRole('button', { name: 'Note…' }))
  await answerDialog(page, 'Note on this step', 'She is in Lisbon')
  await expect(doneOf(page, 'Ask the owner')).toBeFocused()
  await press(further.getByRole('button', { name: 'Stuck…' }))
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(further.getByRole('button', { name: 'Stuck…' })).toBeFocused()
})

test('the focus goes on from Other runbook to what is chosen from, back with Escape, and from there to the next step', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, path)
  const finder = runbookOf(page).getByRole('searchbox', { name: 'Find a runbook' })
  await press(button(page, 'Other runbook'))
  await expect(finder).toBeFocused()
  await page.keyboard.type('Oth')
  await page.keyboard.press('Escape')
  await expect(finder).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(doneOf(page, 'Find the partition')).toBeFocused()
  await press(button(page, 'Other runbook'))
  await button(page, /^A partition lags/).focus()
  await page.keyboard.press('Escape')
  await expect(doneOf(page, 'Find the partition')).toBeFocused()
  await press(button(page, 'Other runbook'))
  await expect(finder).toBeFocused()
  await page.keyboard.type('Other 3')
  await page.keyboard.press('Enter')
  await expect(doneOf(page, 'Wait 3')).toBeFocused()
  await page.locator('#main').focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search or do anything')).toBeFocused()
  await page.keyboard.type('other runbook')
  await page.keyboard.press('Enter')
  await expect(finder).toBeFocused()
})

test('the focus goes from the text of the runbook back to the next step', async ({ nightdesk }) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, path)
  await press(button(page, 'Text'))
  await expect(runbookOf(page).getByRole('region', { name: 'Runbook as written' })).toBeFocused()
  await page.keyboard.press('v')
  await expect(doneOf(page, 'Find the partition')).toBeFocused()
  await page.keyboard.press('v')
  await expect(runbookOf(page).getByRole('region', { name: 'Runbook as written' })).toBeFocused()
  await press(button(page, 'Back to the steps'))
  await expect(doneOf(page, 'Find the partition')).toBeFocused()
})

test('the focus goes from the text back to the steps, also where somebody came back to the text', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, path)
  await page.keyboard.press('v')
  const written = runbookOf(page).getByRole('region', { name: 'Runbook as written' })
  await expect(written).toBeFocused()
  await goTo(page, '#/library')
  await expect(written).toBeHidden()
  await page.goBack()
  await expect(written).toBeVisible()
  await expect(written).toBeFocused()
  await page.keyboard.press('v')
  await expect(doneOf(page, 'Find the partition')).toBeFocused()
})

test('the focus goes on to the next step when the new version is followed, and back when it is not', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, path)
  writeFileSync(join(workspaceFolder, path), text.replace('1. Find the', '1. Open the board\n2. Find the'))
  const changed = button(page, 'The file has changed since')
  await press(changed)
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Keep the pinned one' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(changed).toBeFocused()
  await page.keyboard.press('Enter')
  await press(page.getByRole('dialog').getByRole('button', { name: 'Follow the new version' }))
  await expect(doneOf(page, 'Open the board')).toBeFocused()
})

test('the focus stays at a way further down that is left, and goes along where it is the way that one is at', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, path)
  const headingOf = (name: string) =>
    runbookOf(page)
      .locator('li')
      .filter({ has: page.getByRole('heading', { name }) })
  await press(headingOf('Option 1').getByRole('button', { name: 'Not this way' }))
  await expect(headingOf('Option 1').getByRole('button', { name: 'This way after all' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(headingOf('Option 1').getByRole('button', { name: 'Not this way' })).toBeFocused()
  for (const step of ['Find the', 'List them', 'Note the', 'Look at the owner', 'Ask the', 'Restart the']) {
    await runbookOf(page)
      .getByRole('checkbox', { name: new RegExp(`^${step}`) })
      .click()
  }
  await press(headingOf('Option 1').getByRole('button', { name: 'Not this way' }))
  await expect(doneOf(page, 'Move the readers')).toBeFocused()
})

test('the focus goes back to Run when the dialog of a command is closed, while it runs and after it ended', {
  tag: '@loopback',
}, async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await atTheIncident(nightdesk, path)
  await answered(nightdesk.call('preferences.change', { runCommands: true }))
  await trustRunbook(nightdesk, incident)
  const dialog = page.getByRole('dialog')
  const step = row(page, 'Look at the owner')
  await press(step.getByRole('button', { name: /^Details/ }))
  await press(step.getByRole('button', { name: 'Run…' }))
  await press(dialog.getByRole('button', { name: 'Run this command' }))
  await expect(dialog).toContainText('exit code 0')
  await page.keyboard.press('Escape')
  await expect(step.getByRole('button', { name: 'Run…' })).toBeFocused()
  await press(step.getByRole('button', { name: 'Output' }))
  await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('owner')
  await page.keyboard.press('Escape')
  await expect(step.getByRole('button', { name: 'Output' })).toBeFocused()
})

test('Escape leaves what is added to the timeline for where one was before', async ({ nightdesk }) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const field = page.getByLabel('Add to timeline')
  const details = button(page, 'Details: Ask the owner')
  await details.focus()
  await page.keyboard.press('n')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(details).toBeFocused()
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press('n')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('#main')).toBeFocused()
})
