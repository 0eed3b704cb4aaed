import { alertRow, alerts } from '../support/at-the-alerts.ts'
import { sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { openIntake } from '../support/open-intake.ts'

test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

/** One rule that fires for each pod of a deployment, as Alertmanager sends it. */
const storm = (pods: number): string =>
  JSON.stringify({
    version: '4',
    status: 'firing',
    alerts: Array.from({ length: pods }, (_, pod) => ({
      status: 'firing',
      labels: { alertname: 'PodNotReady', severity: 'warning', namespace: 'ledger', pod: `importer-${pod}` },
      annotations: { summary: 'A pod is not ready.' },
      startsAt: new Date(Date.parse('2026-11-24T12:00:00Z') + pod * 1_000).toISOString(),
      fingerprint: `bbbb00000000${String(pod).padStart(4, '0')}`,
    })),
  })

test('A32 a storm is one row with how many there are, what else fires stays in sight, and it is dismissed at once', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  expect(await post({ to: 'generic', body: JSON.stringify({ title: 'Disk is full', severity: 'critical' }) })).toBe(202)
  expect(await post({ body: storm(60) })).toBe(202)
  const more = alerts(page).getByRole('button', { name: '59 more PodNotReady, by pod' })
  const newest = alertRow(page, 'pod=importer-59')
  await expect(more).toBeVisible()
  await expect(newest).toBeVisible()
  await expect(alertRow(page, 'Disk is full')).toBeVisible()
  await expect(alerts(page).getByRole('button', { name: /^Show all/ })).toHaveCount(0)

  await test.step('one by one when somebody asks', async () => {
    await more.press('Enter')
    await expect(page.getByRole('button', { name: 'Declare: PodNotReady, pod=importer-17' })).toHaveCount(1)
    await page.getByRole('button', { name: 'Show only the newest PodNotReady' }).press('Enter')
    await expect(page.getByText('pod=importer-17')).toHaveCount(0)
    await expect(more).toBeFocused()
  })

  await test.step('dismissed together, and taken back together', async () => {
    await page.getByRole('button', { name: 'Dismiss all 60: PodNotReady' }).press('Enter')
    await expect(alertRow(page, 'PodNotReady')).toHaveCount(0)
    await expect(alerts(page)).toContainText('Dismissed 60 PodNotReady. Each shows again when it fires anew.')
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(more).toBeVisible()
    await expect(newest.getByRole('button', { name: /^Dismiss/ })).toBeFocused()
  })

  await test.step('the storm goes on without the one that was declared', async () => {
    await newest.getByRole('button', { name: /^Declare/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Declare', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('importer-59')
    await page.getByRole('link', { name: 'Tonight' }).click()
    await expect(alerts(page).getByRole('button', { name: '58 more PodNotReady, by pod' })).toBeVisible()
  })
})
