import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atTheIncident, test as base, expect, row } from '../support/at-the-runbook.ts'

const path = 'runbooks/gates-are-shut.md'
const other = 'runbooks/open-a-gate.md'

const text = `---
owner: a
---
# The gates are shut

!!! danger "Never run this here"
    It shuts the other side.

    \`\`\`sh
    gatectl shut --all
    \`\`\`

## Mitigation

1. Follow [the opening of a gate](open-a-gate.md#by-hand).
2. Watch the [board](https://gates.example/board).

## By system

=== "Linux"

    \`\`\`sh
    gatectl open
    \`\`\`
`

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    writeFileSync(join(workspaceFolder, other), '# Open a gate\n\n## By hand\n\n1. Turn the wheel.\n')
    await use(workspaceFolder)
  },
})

test('R7 the Library shows boxes and tabs of site builders as such, with code that can be copied or must not be run', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await page.goto(`${nightdesk.origin()}/#/library/${encodeURIComponent(path)}`)
  const article = page.getByRole('article')
  const danger = article.locator('blockquote', { hasText: 'Danger: Never run this here' })
  await expect(danger.getByText('It shuts the other side.')).toBeVisible()
  const forbidden = danger.locator('pre', { hasText: 'gatectl shut' })
  await expect(forbidden.getByText('not to be run')).toBeVisible()
  await expect(forbidden.getByRole('button')).toHaveCount(0)
  await expect(article.locator('strong', { hasText: /^Linux$/ })).toBeVisible()
  await expect(article.locator('pre', { hasText: 'gatectl open' }).getByRole('button', { name: 'Copy' })).toBeVisible()
  await expect(article).not.toContainText('!!!')
  await expect(article).not.toContainText('```')
})

test('R3 the links of a step can be followed, to another page of the workspace in the Library', async ({
  nightdesk,
}) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const step = row(page, 'Follow the opening of a gate')
  await step.getByRole('link', { name: 'the opening of a gate' }).click()
  await expect(page).toHaveURL(new RegExp(`#/library/${encodeURIComponent(`${other}#by-hand`)}$`))
  await expect(page.getByRole('article').getByText('Turn the wheel.').first()).toBeVisible()
  await page.goBack()
  await page.keyboard.press('j')
  await expect(row(page, 'Watch the board').getByRole('link', { name: 'board' })).toHaveAttribute(
    'href',
    'https://gates.example/board',
  )
})
