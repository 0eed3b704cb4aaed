import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { declareBehindTheScreen, factsOfType, goToIncident, region, sitDown } from '../support/at-the-desk.ts'
import { atTheIncident, test as base, expect, row, runbookOf } from '../support/at-the-runbook.ts'

const numbers = (count: number): readonly number[] => [...Array(count).keys()]
const prose = (above: string): string =>
  `---\ntitle: The feed is late\nowner: nora\n---\n# The feed is late\n\n${above}${numbers(40)
    .map((part) => `## Meaning ${part}\n\nThe file of the bank comes late on holiday ${part}.\n\n`)
    .join('')}`

const ways = `---
title: Orders wait
owner: nora
---
# Orders wait

## Failure scenarios

### Kafka lags

Symptoms: the lag is over 50 000.

1. Look at the lag
2. Restart the consumer

### The database refuses writes

Symptoms: the log says read-only transaction.

1. Ask which node is primary

### Nobody knows

Symptoms: none of the others.

It was seen twice, and went away by itself.
`

const files = {
  prose: 'runbooks/feed-is-late.md',
  ways: 'runbooks/orders-wait.md',
  both: 'runbooks/orders-and-more.md',
}

const test = base.extend<{ save: (text: string) => void }>({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, files.prose), prose(''))
    writeFileSync(join(workspaceFolder, files.ways), ways)
    writeFileSync(join(workspaceFolder, files.both), `${ways}\n## Debugging steps\n\n1. Look at the board\n`)
    await use(workspaceFolder)
  },
  save: async ({ workspaceFolder }, use) => {
    await use((text) => writeFileSync(join(workspaceFolder, files.prose), text))
  },
})
test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

const next = (page: Page) => page.getByRole('main').getByRole('paragraph').filter({ hasText: /^Next/ })
const scenario = (page: Page) => runbookOf(page).getByRole('combobox', { name: 'Failure scenario' })
const choice = (page: Page, name: RegExp) => runbookOf(page).getByRole('button', { name })

test('a runbook of prose is read and never called done; it is left by one press, and stays where it is read', async ({
  nightdesk,
  save,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await goToIncident(page, await declareBehindTheScreen(nightdesk, { runbook: files.prose, slaAt: null }))
  await page.keyboard.press('a')
  await expect(next(page)).toHaveText(/Nothing to tick here: read it, or open another runbook/)
  await expect(page.getByText('Has the harm stopped?')).toHaveCount(0)
  await expect(runbookOf(page)).not.toContainText('0 of 0')
  await expect(runbookOf(page)).toContainText(/Runbook, (?=\p{L})/u)
  await expect(runbookOf(page)).not.toContainText('owner: nora')
  const box = runbookOf(page).getByRole('group', { name: 'Text of the runbook' })
  await box.focus()
  await page.keyboard.press('End')
  const last = runbookOf(page).getByRole('heading', { name: 'Meaning 39' })
  await expect(last).toBeInViewport()
  const topOf = () => last.evaluate((each) => each.getBoundingClientRect().top)
  const at = await topOf()

  save(prose('Somebody put this first.\n\n'.repeat(20)))
  await runbookOf(page).getByRole('button', { name: 'The file has changed since' }).click()
  await page.getByRole('button', { name: 'Follow the new version' }).click()
  await expect(runbookOf(page).getByText('Somebody put this first.').first()).toBeAttached()
  await expect.poll(async () => Math.abs((await topOf()) - at)).toBeLessThan(2)

  await runbookOf(page).getByRole('button', { name: 'Open another runbook' }).click()
  await choice(page, /^Orders wait/)
    .first()
    .click()
  await expect(next(page)).toHaveText(/What do you see\? Choose the failure scenario/)
})

test('steps that stand under scenarios wait for the choice; one that was wrong is taken back', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await atTheIncident(nightdesk, files.ways)
  await expect(next(page)).toHaveText(/Choose the failure scenario/)
  await choice(page, /^Kafka lags/).click()
  await expect(row(page, 'Look at the lag')).toHaveAttribute('aria-current', 'step')
  await scenario(page).selectOption({ label: 'Not chosen yet' })
  await expect(next(page)).toHaveText(/Choose the failure scenario/)
  await expect(runbookOf(page)).toContainText('choose the one that fits')
  await expect(page.getByText('Has the harm stopped?')).toHaveCount(0)
  await choice(page, /^Nobody knows/).click()
  await expect(next(page)).toHaveText(/Nothing to tick here/)
  await expect(runbookOf(page)).toContainText('There is nothing to tick for “Nobody knows”.')
  await expect(runbookOf(page)).toContainText('It was seen twice')
  await expect(runbookOf(page)).not.toContainText('read-only transaction')
})

test('the symptoms of the other scenarios are there when asked for, by mouse and by keyboard', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  const incident = await atTheIncident(nightdesk, files.both)
  await expect(next(page)).toHaveText(/Choose the failure scenario/)
  await choice(page, /^None of these/).click()
  await expect(row(page, 'Look at the board')).toHaveAttribute('aria-current', 'step')
  await expect(scenario(page)).toHaveValue('')
  await expect(runbookOf(page).getByText('the log says read-only transaction')).toHaveCount(0)

  const opener = choice(page, /^Show symptoms/)
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(choice(page, /^Hide symptoms/)).toBeFocused()
  await expect(choice(page, /^None of these/)).toContainText('Chosen now')
  await page.keyboard.press('Tab')
  await expect(scenario(page)).toBeFocused()
  for (const name of [/^Kafka lags/, /^The database refuses writes/]) {
    await page.keyboard.press('Tab')
    await expect(choice(page, name)).toBeFocused()
  }
  await expect(choice(page, /^The database/)).toContainText('the log says read-only transaction')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Ask which node is primary')).toHaveAttribute('aria-current', 'step')
  await expect(row(page, 'Ask which node is primary').getByRole('button', { name: 'Done' })).toBeFocused()

  await opener.click()
  await choice(page, /^The database/).click()
  await expect(opener, 'the same one again changes nothing').toBeFocused()
  expect(await factsOfType(nightdesk, incident, 'scenario.chosen')).toHaveLength(2)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('symptoms')
  await page.keyboard.press('Enter')
  await expect(choice(page, /^Kafka lags/)).toBeVisible()
  await expect(choice(page, /^Hide symptoms/)).toBeFocused()
  await expect(region(page, 'Runbook').getByText('Which of these fits?')).toBeVisible()
})
