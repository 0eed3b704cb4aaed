import { alerts } from '../support/at-the-alerts.ts'
import { answered, entry, sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { openIntake } from '../support/open-intake.ts'

test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

/** As Alertmanager sends it for a rule of the Kubernetes mixin: the summary is the same for every pod. */
const crashLooping = (pods: readonly string[], more: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({
    version: '4',
    status: 'firing',
    alerts: pods.map((pod, index) => ({
      status: 'firing',
      labels: { alertname: 'KubePodCrashLooping', severity: 'warning', namespace: 'payments', pod, ...more },
      annotations: {
        summary: 'Pod is crash looping.',
        description: `Pod payments/${pod} (app) is in waiting state (reason: "CrashLoopBackOff").`,
        runbook_url: 'https://runbooks.example.com/kubepodcrashlooping',
      },
      startsAt: '2026-11-24T12:50:00Z',
      generatorURL: 'https://prometheus.example.com/graph?g0.expr=up',
      fingerprint: `aaaabbbb0000000${index}`,
    })),
  })

test('three alerts of one name: told apart in their rows, by the title, in the timeline and in the postmortem', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  expect(await post({ body: crashLooping(['api-7d9f-x2k', 'api-7d9f-p9q', 'worker-55-abc']) })).toBe(202)
  const rows = alerts(page).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  const row = rows.filter({ hasText: 'pod=worker-55-abc' }).filter({ has: page.getByRole('button') })
  await expect(row).toContainText('namespace=payments')
  const details = row.getByRole('button', { name: 'Details: KubePodCrashLooping, pod=worker-55-abc' })
  await expect(row).not.toContainText('CrashLoopBackOff')
  await details.press('Enter')
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  await expect(row).toContainText('Pod payments/worker-55-abc (app) is in waiting state (reason: "CrashLoopBackOff").')
  await expect(row).toContainText('severity=warning')

  await page.getByRole('button', { name: 'Declare: KubePodCrashLooping, pod=worker-55-abc' }).click()
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  await expect(dialog.getByLabel('Title')).toHaveValue('Pod is crash looping: worker-55-abc, payments')
  await expect(dialog).toContainText('reason: "CrashLoopBackOff"')
  await expect(dialog).toContainText('pod=worker-55-abc')
  await dialog.getByRole('button', { name: 'Declare', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pod is crash looping: worker-55-abc, payments')
  const told = entry(page, 'KubePodCrashLooping: Pod is crash looping.')
  await expect(told).toContainText('Pod payments/worker-55-abc (app) is in waiting state')
  await expect(told.getByRole('list', { name: 'Labels' }).getByRole('listitem')).toHaveText([
    'namespace=payments',
    'pod=worker-55-abc',
    'severity=warning',
  ])
  await expect(told.getByRole('link', { name: 'Open in Alertmanager' })).toHaveAttribute(
    'href',
    'https://prometheus.example.com/graph?g0.expr=up',
  )
  await expect(told.getByRole('link', { name: 'Its runbook' })).toBeVisible()

  const incident = page.url().split('/').at(-1) ?? ''
  const { text } = await answered(nightdesk.call('postmortem.export', { incident, format: 'md' }))
  const detection = text.slice(text.indexOf('## Detection'), text.indexOf('## Timeline'))
  expect(detection).toContain('Labels: namespace=payments, pod=worker-55-abc, severity=warning.')
  expect(detection).toContain('CrashLoopBackOff')
})

test('a hundred labels, a value of thousands of characters and words that steer stay text, and stay in their place', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`label${index}`, 'v'.repeat(60)]))
  const hostile = { ...many, aa: 'x'.repeat(9_000), ab: '<img src=x onerror=alert(1)>', ac: '[a](javascript:alert(1))' }
  expect(await post({ body: crashLooping(['api'], hostile) })).toBe(202)
  const row = alerts(page).getByRole('listitem').first()
  await row.getByRole('button', { name: /^Details/ }).click()
  const labels = row.getByRole('list', { name: 'Labels' })
  await expect(labels.getByRole('listitem')).toHaveCount(8)
  await row.getByRole('button', { name: /^Show all 6\d labels/ }).click()
  await expect(labels.getByRole('listitem')).toHaveCount(63)
  await expect(page.locator('main')).toHaveJSProperty('scrollLeft', 0)
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(isWide).toBe(false)

  await page.getByRole('button', { name: 'Declare: KubePodCrashLooping' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Declare', exact: true }).click()
  const told = entry(page, 'KubePodCrashLooping: Pod is crash looping.')
  await expect(told.getByRole('list', { name: 'Labels' }).getByRole('listitem')).toHaveCount(8)
  await expect.poll(async () => (await told.boundingBox())?.height ?? Number.POSITIVE_INFINITY).toBeLessThan(420)
  await expect(told.locator('img')).toHaveCount(0)
})
