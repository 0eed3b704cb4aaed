import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atTheIncident, test as base, expect, row, runbookOf } from '../support/at-the-runbook.ts'

const path = 'runbooks/queue-is-full.md'

const text = `# The queue is full

Readers wait when it is.

## Mitigation

### The board

You need the role "operator" for this.

1. Open the queue.
2. Purge it.

   This deletes what nobody has read yet.

### The readers

1. Ask for the depth.

   You should see less than 100.

   \`\`\`sh
   queuectl depth
   \`\`\`

## Escalation

Call the platform team.
`

/** Long enough that the steps are not in view at its top. */
const long = text.replace('Readers wait when it is.', 'Readers wait when it is.\n\n'.repeat(60))
const longPath = 'runbooks/queue-is-full-at-length.md'

/** As an editor on Windows writes it. */
const marked = `\uFEFF${text}`.replaceAll('\n', '\r\n')
const markedPath = 'runbooks/queue-is-full-with-a-mark.md'

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    writeFileSync(join(workspaceFolder, longPath), long)
    writeFileSync(join(workspaceFolder, markedPath), marked)
    await use(workspaceFolder)
  },
})

test('R3 the steps show the headings and the words that their author put around them', async ({ nightdesk }) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const runbook = runbookOf(page)
  await expect(row(page, 'Open the queue')).toHaveAttribute('aria-current', 'step')
  await expect(runbook.getByRole('heading', { name: 'The board' })).toBeVisible()
  await expect(runbook.getByRole('heading', { name: 'The readers' })).toBeVisible()
  await expect(row(page, 'Open the queue')).toContainText('You need the role "operator" for this.')
  await expect(runbook).not.toContainText('deletes what nobody has read')
  await page.keyboard.press('j')
  await expect(row(page, 'Purge it')).toContainText('This deletes what nobody has read yet.')
})

test('R3 the text as it was written is one key away, at the step that is next', async ({ nightdesk }) => {
  await atTheIncident(nightdesk, longPath)
  const { page } = nightdesk
  const runbook = runbookOf(page)
  await expect(row(page, 'Open the queue')).toHaveAttribute('aria-current', 'step')
  await page.keyboard.press('Space')
  await expect(row(page, 'Purge it')).toHaveAttribute('aria-current', 'step')
  await page.keyboard.press('v')
  const written = runbook.getByRole('region', { name: 'Runbook as written' })
  await expect(written).toContainText('Call the platform team.')
  await expect(written.getByText('Purge it.')).toBeInViewport()
  await page.keyboard.press('Space')
  await page.keyboard.press('v')
  await expect(row(page, 'Purge it')).toHaveAttribute('aria-current', 'step')
  await runbook.getByRole('button', { name: 'Text' }).click()
  await runbook.getByRole('button', { name: 'Back to the steps' }).click()
  await expect(row(page, 'Purge it')).toBeVisible()
})

test('R1 the title behind a byte order mark is a heading in the text as it was written', async ({ nightdesk }) => {
  await atTheIncident(nightdesk, markedPath)
  const { page } = nightdesk
  await expect(row(page, 'Open the queue')).toHaveAttribute('aria-current', 'step')
  await page.keyboard.press('v')
  const written = runbookOf(page).getByRole('region', { name: 'Runbook as written' })
  await expect(written.getByRole('heading', { name: 'The queue is full' })).toBeVisible()
})
