import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atTheIncident, test as base, box, expect, row, runbookOf } from '../support/at-the-runbook.ts'

const path = 'runbooks/ring-is-full.md'

const text = `---
owner: a
---
# The ring is full

## Mitigation

1. Drain the ring.
2. Wait for the relays.

   They sort for a minute.

## Fixed versions

Ring 1.8 and later.

## Quick reference commands

To look at it:

\`\`\`sh
ringctl show
\`\`\`

Never run this:

\`\`\`sh
ringctl drop --all
\`\`\`

## Escalation

Call the platform team.
`

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    await use(workspaceFolder)
  },
})

test('R3.14 what stands behind the last step is folded below the steps, opened by keys, and copied as other text is', async ({
  nightdesk,
}) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const further = runbookOf(page).getByRole('region', { name: 'More in this runbook' })
  const summaries = further.locator('summary')
  await expect(summaries).toHaveText(['Fixed versions', 'Quick reference commands'])
  await expect(further.getByText('Ring 1.8 and later.')).toBeHidden()
  await page.keyboard.press('j')
  await expect(row(page, 'Wait for the relays')).toContainText('They sort for a minute.')
  await expect(row(page, 'Wait for the relays')).not.toContainText('Ring 1.8')
  await summaries.first().focus()
  await page.keyboard.press('Space')
  await expect(further.getByText('Ring 1.8 and later.')).toBeVisible()
  await expect(box(page, /^Drain the ring/)).not.toBeChecked()
  await page.keyboard.press('Tab')
  await expect(summaries.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(further.locator('pre', { hasText: 'ringctl show' }).getByRole('button', { name: 'Copy' })).toBeVisible()
  const bad = further.locator('pre', { hasText: 'ringctl drop' })
  await expect(bad.getByText('not to be run')).toBeVisible()
  await expect(bad.getByRole('button')).toHaveCount(0)
})

test('R3.14 the Library lists it behind the steps and leads to it', async ({ nightdesk }) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  await page.goto(`${nightdesk.origin()}/#/library/${encodeURIComponent(path)}`)
  await page.getByText('As a checklist: 2 steps').click()
  const steps = page.getByRole('region', { name: 'General steps' })
  await steps.getByRole('button', { name: 'Fixed versions' }).click()
  await expect(page.getByRole('article').getByText('Ring 1.8 and later.')).toBeInViewport()
})
