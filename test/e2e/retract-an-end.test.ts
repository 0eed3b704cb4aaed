import { entry, factsOfType, openIncident, region } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

test('J8 a retracted Mitigated asks first, brings the ladder back, and is restored in its own row', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  const incident = await openIncident(
    nightdesk,
    { type: 'severity.changed', data: { from: 2, to: 1 } },
    { type: 'incident.mitigated', data: {} },
  )
  await nightdesk.advance('PT70M')
  await entry(page, 'SEV-2 to SEV-1').getByRole('button', { name: 'Retract' }).click()
  await expect(page.getByRole('combobox', { name: 'Severity' })).toHaveValue('2')
  await entry(page, 'Mitigated by').first().getByRole('button', { name: 'Retract' }).click()
  const dialog = page.getByRole('dialog', { name: 'The ladder runs again' })
  await expect(dialog).toContainText('somebody may be paged')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(
    entry(page, 'Mitigated by').first().getByRole('button', { name: 'Restore' }),
    'the focus is where it is without a dialog',
  ).toBeFocused()
  const about = entry(page, /retracted “Mitigated by .*”/)
  await expect(about).toHaveCount(1)
  await expect(about.getByRole('button', { name: 'Retract' })).toHaveCount(0)
  await nightdesk.advance('PT2S')
  await expect.poll(async () => (await factsOfType(nightdesk, incident, 'rung.fired')).length).toBeGreaterThan(0)
  await expect(region(page, 'Escalation').getByRole('button', { name: 'Acknowledge' })).toBeEnabled()
  await entry(page, 'Mitigated by').first().getByRole('button', { name: 'Restore' }).click()
  await expect(region(page, 'Escalation').getByRole('button', { name: 'Acknowledge' })).toBeDisabled()
})
