import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { declareBehindTheScreen, factsOfType, goToIncident, region, sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { openIntake } from '../support/open-intake.ts'

/** Ten runbooks, and no page on failure modes. */
const runbooks: Readonly<Record<string, string>> = {
  'memory.md':
    '# Container restarts\n\n## Diagnosis\n\nThe last state says `OOMKilled`: it was OOM killed.\n\n1. Raise the limit.\n',
  'streams.md': '# Streams fall behind\n\n1. Look at the lag of the consumer group.\n',
  'books.md': '# Books do not close\n\nThe ledger differs from the bank.\n\n1. Compare both.\n',
  ...Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`o${index}.md`, `# Other ${index}\n\n1. Wait.\n`])),
}

test.use({
  clockAt: '2026-11-24T13:00:00.000Z',
  workspaceFolder: async ({ door }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `nightdesk-finder-${door}-`))
    mkdirSync(join(folder, 'runbooks'))
    writeFileSync(
      join(folder, 'team.yaml'),
      'people:\n  - {id: eng-b, name: Engineer B, email: b@example.com, phone: "+15550100", timezone: America/New_York, country: US}\n',
    )
    for (const [name, text] of Object.entries(runbooks)) writeFileSync(join(folder, 'runbooks', name), text)
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

const runbook = (page: Page): Locator => region(page, 'Runbook')
const finder = (page: Page): Locator => runbook(page).getByRole('searchbox', { name: 'Find a runbook' })
const alert = JSON.stringify({
  title: 'LedgerDriftDetected',
  severity: 'critical',
  labels: { account: 'EUR-77' },
  summary: 'Ledger differs from bank statement by 12 442 EUR',
})

test('when none fits it says so, and offers what shares words with the alert, said as a guess', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  expect(await post({ to: 'generic', body: alert })).toBe(202)
  await page.getByRole('button', { name: 'Declare: LedgerDriftDetected' }).click()
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  const field = dialog.getByRole('combobox', { name: 'Runbook' })
  const options = dialog.getByRole('listbox', { name: 'Runbook' }).getByRole('option')
  await field.click()
  await expect(options.nth(1)).toContainText('Books do not close')
  await expect(options.nth(1)).toContainText('a guess, it mentions')
  await expect(field).toHaveValue('None for now')
  await field.fill('OOM killed')
  await expect(options).toHaveText([/^Container restarts/])
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Container restarts')
  await field.click()
  await dialog.getByRole('option', { name: 'None for now' }).click()
  await dialog.getByRole('button', { name: 'Declare', exact: true }).click()

  await expect(runbook(page).getByRole('heading', { name: 'No runbook fits this incident' })).toBeVisible()
  const guesses = runbook(page).getByRole('button', { name: /a guess, it mentions/ })
  await expect(guesses).toHaveCount(1)
  await expect(guesses).toContainText('Books do not close')
  await expect(guesses).toContainText('bank')
  await guesses.click()
  await expect(runbook(page).getByRole('heading', { name: 'Books do not close', level: 2 })).toBeVisible()
  await expect(runbook(page)).toContainText('Runbook, 0 of 1, chosen by hand')
})

test('the finder finds by the text, forgives a typo and goes by keys', async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await declareBehindTheScreen(nightdesk, { title: 'Something', pipeline: null, runbook: null })
  await sitDown(nightdesk)
  await goToIncident(page, incident)
  await finder(page).fill('OOM killed')
  const rows = runbook(page).locator('[data-row]')
  await expect(rows).toHaveText([/^Container restarts.*OOM killed/])
  await finder(page).fill('consumer grop lag')
  await expect(rows).toHaveText([/^Streams fall behind/])
  await finder(page).fill('zzyzx')
  await expect(runbook(page).getByRole('status').filter({ hasText: 'No runbook holds any of: zzyzx' })).toBeVisible()
  await finder(page).press('Enter')
  expect(await factsOfType(nightdesk, incident, 'runbook.opened')).toEqual([])
  await finder(page).press('Escape')
  await expect(finder(page)).toHaveValue('')
  await finder(page).fill('other')
  await expect(rows).toHaveCount(7)
  await finder(page).press('ArrowDown')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await expect(finder(page)).toBeFocused()
  await finder(page).fill('consumer group lag')
  await finder(page).press('Enter')
  await expect(runbook(page).getByRole('heading', { name: 'Streams fall behind', level: 2 })).toBeVisible()
  expect(await factsOfType(nightdesk, incident, 'runbook.opened')).toMatchObject([
    { data: { path: 'runbooks/streams.md', matchedBy: 'chosen by hand' } },
  ])
})
