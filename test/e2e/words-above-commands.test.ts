import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { answered } from '../support/at-the-desk.ts'
import { atTheIncident, test as base, expect, row } from '../support/at-the-runbook.ts'

const path = 'runbooks/ring-is-full.md'

const text = `---
owner: a
---
# The ring is full

## Mitigation

1. Restart the ring.

   It is slow.

   \`\`\`sh
   ringctl restart
   \`\`\`

   You should see:

   \`\`\`
${Array.from({ length: 20 }, (_, at) => `   relay ${at}`).join('\n')}
   \`\`\`

   Only if that does not help **within ten minutes**:

   \`\`\`sh
   ringctl purge
   \`\`\`

   It is empty then.
`

const CONDITION = 'Only if that does not help within ten minutes:'

/** What the author wrote, in the author's order. */
const IN_ORDER = [
  'It is slow.',
  'ringctl restart',
  'relay 19',
  CONDITION,
  'ringctl purge',
  'It is empty then.',
] as const

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    await use(workspaceFolder)
  },
})

/** What one reads from top to bottom, each once. */
async function expectInOrder(place: Locator, ...words: readonly string[]): Promise<void> {
  await expect(place).toContainText(words.at(-1) ?? '')
  const said = (await place.textContent()) ?? ''
  const places = words.map((each) => said.indexOf(each))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((one, other) => one - other))
  for (const each of words) expect(said.split(each)).toHaveLength(2)
}

test('R3.14 the words above a later command of a step stand above it in the run and in its confirm, the end of long ones', async ({
  nightdesk,
}) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const step = row(page, 'Restart the ring')
  await expectInOrder(step, ...IN_ORDER)
  const condition = step.getByText(CONDITION)
  await expect(condition).toBeInViewport()
  await expect(step.getByText('You should see:')).not.toBeInViewport()
  await step.getByRole('button', { name: 'Show all of the text' }).click()
  await expect(step.getByText('You should see:')).toBeInViewport()

  await answered(nightdesk.call('preferences.change', { runCommands: true }))
  const dialog = page.getByRole('dialog')
  await step.getByRole('button', { name: 'Run…' }).nth(1).click()
  await expectInOrder(dialog, CONDITION, 'ringctl purge')
  await expect(dialog.getByText(CONDITION)).toBeInViewport()
  await expect(dialog.getByRole('button', { name: 'Do not run' })).toBeFocused()
  await page.keyboard.press('Escape')
  await step.getByRole('button', { name: 'Run…' }).first().click()
  await expectInOrder(dialog, 'It is slow.', 'ringctl restart')
  await expect(dialog.getByText(CONDITION)).toHaveCount(0)
})

test('R3.14 the checklist of the Library has the words beside a step where the run has them', async ({ nightdesk }) => {
  const { page } = nightdesk
  await page.goto(`${nightdesk.origin()}/#/library/${encodeURIComponent(path)}`)
  await page.getByText('As a checklist: 1 step').click()
  const steps = page.getByRole('region', { name: 'General steps' })
  await expectInOrder(steps, ...IN_ORDER)
  await expect(steps.getByText(CONDITION)).toBeInViewport()
})
