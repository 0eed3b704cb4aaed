import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alertBodyText } from '../support/alert-bodies.ts'
import { alertRow, alerts, loaderStuck, workspaceWithLoader } from '../support/at-the-alerts.ts'
import { answered, declareBehindTheScreen, entry, factsOfType, region, sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { freePort, openIntake } from '../support/open-intake.ts'
import { postAlert } from '../support/post-alert.ts'

test.use({ clockAt: '2026-11-24T13:00:00.000Z', workspaceFolder: workspaceWithLoader })

test('from the first webhook to the postmortem: a row, a plain runbook that fits, its checklist, the end as a fact', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await expect(alerts(page)).toContainText('Switch the intake on in Settings')
  const post = await openIntake(nightdesk)
  await expect(alerts(page)).toContainText('Nothing has come in yet.')
  expect(await post({ body: loaderStuck('firing') })).toBe(202)
  await expect(page.getByRole('status').filter({ hasText: 'New alert: LoaderStuck, SEV-3: ads loader' })).toBeAttached()
  const first = alertRow(page, 'LoaderStuck')
  await expect(first).toContainText('ads loader has written nothing for 30 min')
  await expect(first).toContainText('SEV-3')
  await expect(first).toContainText('since 07:55')
  expect(await post({ body: loaderStuck('firing') })).toBe(202)
  await expect(first).toContainText('reported 2 times')
  await expect(alerts(page).getByRole('listitem')).toHaveCount(1)

  await page.getByRole('button', { name: 'Declare: LoaderStuck' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  await expect(dialog.getByLabel('Title')).toHaveValue('ads loader has written nothing for 30 min')
  await expect(dialog.getByLabel('Detected at')).toHaveValue('2026-11-24 07:55:00')
  await expect(dialog.getByLabel('Impact started at (optional)')).toHaveValue('')
  await expect(dialog.getByLabel('Severity')).toHaveValue('3')
  await expect(dialog.getByRole('combobox', { name: 'Runbook' })).toHaveValue('Loader stuck')
  await expect(dialog).toContainText('Opens with the incident: matched by alertname, which is its title')
  await dialog.getByRole('button', { name: 'Declare', exact: true }).click()

  const steps = region(page, 'Runbook').getByRole('list', { name: 'Steps' }).getByRole('listitem')
  await expect(steps).toHaveCount(3)
  await expect(steps.first()).toContainText("Look at the loader's last line")
  await expect(entry(page, 'LoaderStuck: ads loader has written nothing')).toContainText(
    'alert firing, from Alertmanager',
  )
  await expect(entry(page, 'Declared:')).toContainText('by an alert')
  const incident = page.url().split('/').at(-1) ?? ''

  await nightdesk.advance('PT20M')
  expect(await post({ body: loaderStuck('resolved') })).toBe(202)
  await expect(entry(page, 'LoaderStuck: the alert is resolved')).toBeVisible()
  expect(await factsOfType(nightdesk, incident, 'alert.resolved')).toMatchObject([
    { by: { kind: 'intake', id: 'alertmanager' }, data: { name: 'LoaderStuck', endsAt: '2026-11-24T13:19:30.000Z' } },
  ])
  const { text } = await answered(nightdesk.call('postmortem.export', { incident, format: 'md' }))
  expect(text).toContain('Alert firing: LoaderStuck')
  expect(text).toContain('Alert resolved: LoaderStuck')
  expect(text).toContain('Detected by an alert')
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(alerts(page)).toContainText('Nothing has come in since 08:20.')
})

test('dismiss and undo by keyboard; attach to an open incident, its own pipeline first', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  await declareBehindTheScreen(nightdesk, {
    title: 'Growth is late',
    pipeline: 'aggregate-growth-investors',
    runbook: null,
  })
  const incident = await declareBehindTheScreen(nightdesk)
  await post({ body: alertBodyText('alertmanager-firing-one') })
  const first = alertRow(page, 'PipelineFreshnessLate')
  await first.getByRole('button', { name: 'Dismiss: PipelineFreshnessLate' }).press('Enter')
  await expect(first).toBeHidden()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(first).toBeVisible()
  await expect(first.getByRole('button', { name: 'Dismiss: PipelineFreshnessLate' })).toBeFocused()
  await first.getByRole('button', { name: 'Attach to…: PipelineFreshnessLate' }).press('Enter')
  const items = page.getByRole('menuitem')
  await expect(items).toHaveCount(2)
  await expect(items.first()).toContainText('Profit is late')
  await items.first().press('Enter')
  await expect(first).toBeHidden()
  await expect(alerts(page)).toContainText('Attached PipelineFreshnessLate to Profit is late.')
  await expect(alerts(page).getByRole('link', { name: 'Profit is late' })).toBeFocused()
  expect(await factsOfType(nightdesk, incident, 'alert.attached')).toMatchObject([
    { by: { kind: 'intake', id: 'alertmanager' }, data: { attachedBy: { id: 'eng-b', name: 'Engineer B' } } },
  ])
})

test('of several dismissals each can be taken back, the last one first', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  const names = ['Loader is stuck', 'Disk is full', 'Queue is long']
  for (const title of names) await post({ to: 'generic', body: JSON.stringify({ title, dedup: title }) })
  const dismissOf = (name: string) => alertRow(page, name).getByRole('button', { name: /^Dismiss/ })
  for (const name of names.slice(0, 2)) {
    await dismissOf(name).press('Enter')
    await expect(alertRow(page, name)).toBeHidden()
  }
  for (const name of names.slice(0, 2).toReversed()) {
    await expect(alerts(page)).toContainText(`Dismissed ${name}.`)
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(dismissOf(name)).toBeFocused()
  }
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('when no runbook fits, the dialog offers every other one and the shelf of failure modes', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  await post({ to: 'generic', body: '{"title":"Something never seen","summary":"exit code 2","pipeline":"none"}' })
  await page.getByRole('button', { name: 'Declare: Something never seen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  await expect(dialog).toContainText('No runbook fits this alert.')
  const field = dialog.getByRole('combobox', { name: 'Runbook' })
  await expect(field).toHaveValue('None for now')
  await field.click()
  const choices = dialog.getByRole('listbox', { name: 'Runbook' }).getByRole('option')
  await expect(choices).toHaveCount(7)
  await field.fill('zzyzx qqqq')
  await expect(dialog).toContainText('No runbook holds any of that.')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await field.fill('stuck loader')
  // Named so, before those that only say it somewhere.
  await expect(choices.first()).toContainText('Loader stuck')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Loader stuck')
  await expect(dialog).toContainText('Opens with the incident: chosen by hand.')
  await field.click()
  await dialog.getByRole('option', { name: 'None for now' }).click()
  await expect(dialog.getByRole('link', { name: 'Failure modes F1 to F8' })).toBeInViewport()
  await dialog.getByRole('link', { name: 'Failure modes F1 to F8' }).click()
  await expect(page.getByRole('heading', { name: /Failure modes/ }).first()).toBeVisible()
  await page.keyboard.press('d')
  await expect(page.getByRole('dialog').getByLabel('Title')).toHaveValue('Something never seen: exit code 2')
  await page.getByRole('dialog').getByRole('button', { name: 'Leave it out' }).click()
  await expect(page.getByRole('dialog')).not.toContainText('From the alert')
})

test('what should not come in does not, and Settings says why', { tag: '@loopback' }, async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  const body = alertBodyText('alertmanager-firing-one')
  expect(await post({ body, token: 'x'.repeat(43) })).toBe(401)
  expect(await post({ body, headers: { origin: nightdesk.origin() } })).toBe(403)
  expect(await post({ body, headers: { host: 'rebind.test' } })).toBe(403)
  expect(await post({ body: JSON.stringify({ title: 'x'.repeat(300_000) }), to: 'generic' })).toBe(413)
  expect(await post({ body, headers: { 'content-type': 'text/plain' } })).toBe(415)
  const { port } = await answered(nightdesk.call('intake.describe', {}))
  nightdesk.allowTrouble(/127\.0\.0\.1|Failed to fetch|CORS|Content Security Policy|ERR_/)
  const fromThePage = await page.evaluate(
    (to) =>
      fetch(to, { method: 'POST', mode: 'no-cors', body: '{}' }).then(
        () => 'sent',
        () => 'refused',
      ),
    `http://127.0.0.1:${port}/intake/generic`,
  )
  expect(fromThePage).toBe('refused')
  await expect(alerts(page)).toContainText('Nothing has come in yet.')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page.getByRole('region', { name: 'Intake' })).toContainText('415: Send JSON')
})

test('kill -9 right after the answer loses nothing; a burst of 200 is 200 rows', { tag: '@loopback' }, async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  const bodies = Array.from({ length: 200 }, (_, index) =>
    JSON.stringify({ title: `Alert ${index}`, severity: 'info' }),
  )
  const statuses = await Promise.all(bodies.map((body) => post({ to: 'generic', body })))
  await nightdesk.kill()
  expect(new Set(statuses)).toEqual(new Set([202]))
  await nightdesk.restart()
  await sitDown(nightdesk)
  await expect(alerts(nightdesk.page)).toContainText('200 firing')
  await page.getByRole('button', { name: 'Show all 200' }).click()
  await expect(alerts(page).getByRole('listitem')).toHaveCount(200)
  // It is open again where it was, with the same token.
  expect(await post({ body: alertBodyText('alertmanager-firing-one') })).toBe(202)
  await expect(alertRow(page, 'PipelineFreshnessLate')).toBeVisible()
})

test('Settings opens the intake, shows the token once, and its test alert comes in', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  const panel = page.getByRole('region', { name: 'Intake' })
  const port = await freePort()
  await panel.getByLabel('Port').fill(String(port))
  await panel.getByRole('switch', { name: 'Take alerts in' }).press('Space')
  await expect(panel).toContainText('Shown this once.')
  const token = await panel.locator('code').first().innerText()
  expect(token).toMatch(/^[\w-]{43}$/)
  await panel.getByText('Receiver for alertmanager.yml').click()
  await expect(panel).toContainText(`credentials: ${token}`)
  await expect(panel).toContainText(`http://127.0.0.1:${port}/intake/grafana`)
  await panel.getByRole('button', { name: 'Send a test alert' }).click()
  await expect(panel).toContainText('It came in: look at Alerts on Tonight')
  expect((await postAlert({ port, token, body: alertBodyText('alertmanager-firing-one') })).status).toBe(202)
  await expect(panel).toContainText('2 since this start')
  expect(readFileSync(join(nightdesk.dataFolder, 'intake.json'), 'utf8')).not.toContain(token)
  await page.reload()
  await expect(panel).toContainText('Only its digest is kept here.')
  await expect(panel).not.toContainText(token)
  await panel.getByRole('button', { name: 'Make a new token' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new token' }).click()
  await expect(panel).toContainText('Shown this once.')
  expect((await postAlert({ port, token, body: '{}' })).status).toBe(401)
  await panel.getByRole('switch', { name: 'Take alerts in' }).press('Space')
  await expect(panel).toContainText('off')
  await expect(postAlert({ port, token, body: '{}' })).rejects.toThrow()
})
