import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atTheIncident, test as base, expect, row, runbookOf } from '../support/at-the-runbook.ts'

const path = 'runbooks/ring-is-torn.md'

const text = `---
owner: a
---
# The ring is torn

## Mitigation

1. Drain it: \`systemctl stop ring\`

Never run this:

\`\`\`sh
ringctl drop --all
\`\`\`

Look at it:

\`\`\`sh
ringctl show
\`\`\`
`

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    await use(workspaceFolder)
  },
})

test('R3.3 code that its author forbids can be read and has no button, beside a step, in the text and in the Library', async ({
  nightdesk,
}) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const isLabelled = async (within: ReturnType<typeof row>) => {
    const bad = within.locator('pre', { hasText: 'ringctl drop' })
    await expect(bad.getByText('not to be run')).toBeVisible()
    await expect(bad.getByRole('button')).toHaveCount(0)
  }
  await isLabelled(row(page, 'Drain it'))
  await page.keyboard.press('v')
  const good = runbookOf(page).locator('pre', { hasText: 'ringctl show' })
  await expect(good.getByRole('button', { name: 'Copy' })).toBeVisible()
  await isLabelled(runbookOf(page))
  await page.goto(`${nightdesk.origin()}/#/library/${encodeURIComponent(path)}`)
  const article = page.getByRole('article')
  await isLabelled(article)
  await expect(article.locator('pre', { hasText: 'ringctl show' }).getByRole('button', { name: 'Copy' })).toBeVisible()
})
