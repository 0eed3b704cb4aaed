import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atTheIncident, test as base, box, expect, row, runbookOf } from '../support/at-the-runbook.ts'

const path = 'runbooks/queue-is-full.md'

const text = `# The queue is full

## Mitigation

### Option 1: Purge it

1. Ask for the depth of \`<queue>\`.

   \`\`\`sh
   queuectl depth <queue>
   \`\`\`

   It should look like this in the settings:

   \`\`\`yaml
   queue: <queue>
   \`\`\`

2. Purge the queue.

### Option 2: Move the readers

1. Stop the readers.
2. Start them elsewhere.

## Verification

1. Look at the board.
`

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    await use(workspaceFolder)
  },
})

test('R3 of several ways one is taken, and the others are skipped with one press, and taken up again', async ({
  nightdesk,
}) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const runbook = runbookOf(page)
  const headingOf = (name: string) => runbook.locator('li').filter({ has: page.getByRole('heading', { name }) })
  await expect(box(page, /Option 1/)).toHaveCount(0)
  await headingOf('Option 1: Purge it').getByRole('button', { name: 'Not this way' }).click()
  await expect(row(page, 'Stop the readers')).toHaveAttribute('aria-current', 'step')
  await expect(row(page, 'Purge the queue')).toContainText('Another way was taken instead of "Option 1: Purge it"')
  await headingOf('Option 1: Purge it').getByRole('button', { name: 'This way after all' }).click()
  await expect(row(page, 'Ask for the depth')).toHaveAttribute('aria-current', 'step')
  await page.keyboard.press('Space')
  await expect(row(page, 'Purge the queue')).toHaveAttribute('aria-current', 'step')
  await expect(runbook.getByRole('button', { name: 'Not this way' })).toHaveCount(1)
  await page.keyboard.press('Space')
  await headingOf('Option 2').getByRole('button', { name: 'Not this way' }).click()
  await expect(row(page, 'Look at the board')).toHaveAttribute('aria-current', 'step')
})

test('R3 what stands beside a step is copied with the values of the incident, and so is the text as it was written', async ({
  nightdesk,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const runbook = runbookOf(page)
  await runbook.getByRole('textbox', { name: '<queue>' }).fill('orders')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await row(page, 'Ask for the depth').getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(copied).toBe('queue: orders')
  await page.keyboard.press('v')
  const written = runbook.getByRole('region', { name: 'Runbook as written' })
  await written.getByRole('button', { name: 'Copy' }).first().click()
  await expect.poll(copied).toBe('queuectl depth orders')
})
