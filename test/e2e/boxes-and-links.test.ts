import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTo } from '../support/at-the-desk.ts'
import { atTheIncident, test as base, expect, row, runbookOf } from '../support/at-the-runbook.ts'

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
3. Read [what is not ours](../../../elsewhere.md), or see [who to call](#who-to-call).
${Array.from({ length: 30 }, (_, at) => `${at + 4}. Open gate ${at + 4}.\n`).join('')}

## By system

=== "Linux"

    \`\`\`sh
    gatectl open
    \`\`\`

Nobody there? See [who to call](#who-to-call), or [the opening of a gate](open-a-gate.md).

## Who to call

The platform team.
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
  await expect(step).toBeVisible()
  await page.keyboard.press('j')
  await expect(row(page, 'Watch the board').getByRole('link', { name: 'board' })).toHaveAttribute(
    'href',
    'https://gates.example/board',
  )
})

test('a link is followed by the first button or the middle one, and a right click only asks for the menu', async ({
  nightdesk,
}) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const link = row(page, 'Follow the opening of a gate').getByRole('link', { name: 'the opening of a gate' })
  const incident = page.url()
  await link.click({ button: 'right' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  const written = runbookOf(page).getByRole('region', { name: 'Runbook as written' })
  await written.getByRole('link', { name: 'the opening of a gate' }).first().click({ button: 'right' })
  await page.keyboard.press('Escape')
  await expect(written).toBeVisible()
  expect(page.url()).toBe(incident)
  await page.keyboard.press('v')
  await link.click({ button: 'middle' })
  await expect(page).toHaveURL(/#\/library\//)
})

test('a link that is followed takes away what was said of one that was not', async ({ nightdesk }) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  await runbookOf(page).getByRole('button', { name: 'Details: Read what is not ours' }).click()
  await runbookOf(page).getByRole('link', { name: 'what is not ours' }).click()
  await expect(page.getByText('This link leads out of the workspace')).toBeVisible()
  await row(page, 'Follow the opening of a gate').getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Open a gate', level: 1 })).toBeVisible()
  await expect(page.getByText('This link leads out of the workspace')).toHaveCount(0)
})

test('a heading that is shown is scrolled to within the text as written', async ({ nightdesk }) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  await page.keyboard.press('v')
  const written = runbookOf(page).getByRole('region', { name: 'Runbook as written' })
  await written.getByRole('link', { name: 'who to call' }).first().click()
  await expect(written.getByRole('heading', { name: 'Who to call' })).toBeFocused()
  await expect(page).toHaveURL(/#\/incident\//)
})

test('who follows a link and comes back is where the link was', async ({ nightdesk }) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const details = runbookOf(page).getByRole('button', { name: 'Details: Open gate 20.' })
  await details.click()
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  const top = async (): Promise<number> => Math.round((await details.boundingBox())?.y ?? 0)
  const before = await top()
  await goTo(page, `#/library/${encodeURIComponent(other)}`)
  await expect(page.getByRole('heading', { name: 'Open a gate', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  await expect.poll(top).toBe(before)

  await page.keyboard.press('v')
  const written = runbookOf(page).getByRole('region', { name: 'Runbook as written' })
  const link = written.getByRole('link', { name: 'the opening of a gate' }).last()
  await link.click()
  await expect(page.getByRole('heading', { name: 'Open a gate', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(link).toBeInViewport()
  await expect(link).toBeFocused()
})

test('who follows a link by keyboard and comes back is at that link, in a step and in the Library', async ({
  nightdesk,
}) => {
  await atTheIncident(nightdesk, path)
  const { page } = nightdesk
  const ofStep = row(page, 'Follow the opening of a gate').getByRole('link', { name: 'the opening of a gate' })
  await ofStep.press('Enter')
  await expect(page.getByRole('heading', { name: 'Open a gate', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(ofStep).toBeFocused()
  await goTo(page, `#/library/${encodeURIComponent(path)}`)
  const ofPage = page.getByRole('article').getByRole('link', { name: 'the opening of a gate' }).last()
  await ofPage.press('Enter')
  await expect(page.getByRole('heading', { name: 'Open a gate', level: 1 })).toBeFocused()
  await page.goBack()
  await expect(ofPage).toBeFocused()
})
