import {
  acknowledged,
  answered,
  declareBehindTheScreen,
  entry,
  factsOfType,
  goToIncident,
  openIncident,
  region,
  sitDown,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

test('whoever says that it is over sees what of the runbook is open, is not held up, and the postmortem says it too', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  const incident = await openIncident(nightdesk)
  const runbook = region(page, 'Runbook')
  await runbook.getByRole('button', { name: /^Late data/ }).click()
  await runbook.getByRole('checkbox', { name: /^Check when each source/ }).click()
  await expect(runbook.getByRole('checkbox', { name: /^Check when each source/ })).toBeChecked()

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('m')
  const mitigated = page.getByRole('dialog', { name: 'Mitigated' })
  await expect(mitigated).toContainText(/Still open in the runbook: \d+ of \d+ steps\. Not verified yet:/)
  await expect(mitigated.getByRole('list', { name: 'Not verified yet' })).toContainText('Verify: profit lies within')
  await expect(mitigated.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(mitigated).toBeHidden()

  await page.keyboard.press('r')
  const resolve = page.getByRole('dialog', { name: 'Resolve' })
  await expect(resolve).toContainText('Still open in the runbook')
  await page.keyboard.press('Enter')
  await expect(resolve).toBeHidden()
  const { text } = await answered(nightdesk.call('postmortem.export', { incident, format: 'md' }))
  expect(text).toMatch(/\*\*Not done \(\d+ of \d+\)\*\*\n\n- /)
  expect(text).toMatch(/runbook steps were not done; \d of them were to verify something/)
})

test('who clicks is told of open steps exactly as who presses the key', async ({ nightdesk }) => {
  const { page } = nightdesk
  await openIncident(nightdesk)
  await region(page, 'Runbook')
    .getByRole('button', { name: /^Late data/ })
    .click()
  const escalation = region(page, 'Escalation')
  for (const [button, key] of [
    [/^Mitigated/, 'm'],
    [/^Resolve/, 'r'],
  ] as const) {
    const dialog = page.getByRole('dialog')
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press(key)
    await expect(dialog).toContainText(/Still open in the runbook: \d+ of \d+ steps\./)
    const told = await dialog.innerText()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await escalation.getByRole('button', { name: button }).click()
    await expect(dialog).toHaveText(told, { useInnerText: true })
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }
  await expect(page.getByRole('heading', { name: 'It is over.' })).toBeVisible()
})

test('Fixed in answer to Still stuck tells of open steps too, and what fixed it is noted', async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await openIncident(nightdesk, acknowledged)
  await region(page, 'Runbook')
    .getByRole('button', { name: /^Late data/ })
    .click()
  await nightdesk.advance('PT31M')
  const fixed = region(page, 'Escalation').getByRole('button', { name: 'Fixed' })
  await fixed.focus()
  await fixed.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Fixed' })
  await expect(dialog).toContainText(/Still open in the runbook: \d+ of \d+ steps\. Not verified yet:/)
  await page.keyboard.press('Escape')
  await expect(fixed).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('The source came')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(entry(page, 'The source came')).toHaveCount(1)
  await expect(region(page, 'Escalation').locator(':focus')).toHaveCount(1)
  expect(await factsOfType(nightdesk, incident, 'incident.mitigated')).toHaveLength(1)
})

test('nothing is said where nothing is open', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk, { runbook: null })
  await goToIncident(page, incident)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('r')
  const resolve = page.getByRole('dialog', { name: 'Resolve' })
  await expect(resolve.getByRole('textbox')).toBeFocused()
  await expect(resolve).not.toContainText('Still open')
})
