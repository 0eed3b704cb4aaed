import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsOfType } from '../support/at-the-desk.ts'
import { answerDialog, atTheIncident, test as base, box, expect, row, runbookOf } from '../support/at-the-runbook.ts'

const path = 'runbooks/partition-lags.md'
const text = `# A partition lags

## Debugging steps

1. Find the partition
   1. List them by lag
   2. Note the owner
   3. Ask the owner
2. Restart the consumer
`

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    await use(workspaceFolder)
  },
})
test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

test('R3 a step is skipped with its sub-steps for one reason, and one press brings all of them back', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  const incident = await atTheIncident(nightdesk, path)
  const runbook = runbookOf(page)
  const subSteps = ['List them by lag', 'Note the owner', 'Ask the owner']
  await runbook.getByRole('button', { name: 'Skip with its 3 sub-steps…' }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Say why in a few words')
  await answerDialog(page, 'Skip this step with its 3 sub-steps', 'No VPN')
  await expect(row(page, 'Restart the consumer')).toHaveAttribute('aria-current', 'step')
  for (const words of subSteps) await expect(row(page, words)).toContainText('Skipped by Engineer B: No VPN')
  expect(await factsOfType(nightdesk, incident, 'step.skipped')).toHaveLength(4)

  await row(page, 'Find the partition').getByRole('button', { name: 'Details' }).first().click()
  const again = row(page, 'Find the partition').getByRole('button', { name: 'Open again with its 3 sub-steps' })
  await again.focus()
  await page.keyboard.press('Enter')
  await expect(row(page, 'Find the partition')).toHaveAttribute('aria-current', 'step')
  await expect(row(page, 'Find the partition').getByRole('button', { name: 'Done', exact: true })).toBeFocused()
  await expect(runbook.getByText('Skipped by')).toHaveCount(0)

  await box(page, /^List them/).click()
  await row(page, 'Note the owner').getByRole('button', { name: 'Details' }).click()
  await row(page, 'Note the owner').getByRole('button', { name: 'Skip…' }).click()
  await answerDialog(page, 'Skip this step', 'Nobody owns it')
  await expect(row(page, 'Note the owner')).toContainText('Nobody owns it')
  await runbook.getByRole('button', { name: 'Skip with its open sub-step…' }).click()
  await answerDialog(page, 'Skip this step with its open sub-step', 'Still no VPN')
  await expect(row(page, 'Ask the owner')).toContainText('Still no VPN')
  await expect(row(page, 'Note the owner'), 'it has a reason of its own').not.toContainText('Still no VPN')
  await expect(box(page, /^List them/)).toBeChecked()

  await row(page, 'Find the partition').getByRole('button', { name: 'Details' }).first().click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Open the skipped step')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Ask the owner')).not.toContainText('Skipped')
  await expect(row(page, 'Note the owner')).toContainText('Nobody owns it')
})
