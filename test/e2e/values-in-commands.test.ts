import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { answered, entry, factsOfType, goToIncident, sitDown } from '../support/at-the-desk.ts'
import { test as atTheRunbook, expect, row, runButtons, runbookOf } from '../support/at-the-runbook.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { openIntake } from '../support/open-intake.ts'

const path = 'runbooks/KubeJobFailed.md'
const runbook = `# KubeJobFailed

## Mitigation

1. Look at the job

   \`\`\`bash
   echo kubectl -n $NAMESPACE describe job $JOB
   \`\`\`
2. Log in to the database

   \`\`\`bash
   echo mysql -h <host> <database name>
   \`\`\`
3. Build it

   \`\`\`bash
   echo build <constructor> '<password>' <tag>
   \`\`\`
4. Choose the cluster

   \`\`\`bash
   export TARGET=prod-eu
   \`\`\`
5. Look at the cluster

   \`\`\`bash
   echo "[$TARGET]"
   \`\`\`
`

const test = atTheRunbook.extend({
  workspaceFolder: async ({ door }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `nightdesk-values-${door}-`))
    cpSync(join(import.meta.dirname, '../../fixtures/workspace'), folder, { recursive: true })
    writeFileSync(join(folder, path), runbook)
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

const field = (page: Page, name: string) => runbookOf(page).getByRole('textbox', { name, exact: true })

/** An incident declared from an alert with these labels, on its screen, with the runbook open. */
async function fromAlert(nightdesk: Nightdesk, labels: Record<string, string>): Promise<string> {
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  const body = JSON.stringify({ title: 'KubeJobFailed', id: 'a1', labels: { alertname: 'KubeJobFailed', ...labels } })
  expect(await post({ to: 'generic', body })).toBe(202)
  const [alert] = (await answered(nightdesk.call('alerts.list', {}))).rows
  const { now } = await answered(nightdesk.call('desk.describe', {}))
  const { incident } = await answered(
    nightdesk.call('incidents.declare', {
      title: 'KubeJobFailed',
      pipeline: null,
      severity: 2,
      detectedAt: now,
      impactStartedAt: null,
      slaAt: null,
      runbook: path,
      alert: alert === undefined ? null : { alert: alert.id, episode: alert.episode },
    }),
  )
  await answered(nightdesk.call('facts.record', { incident, facts: [{ type: 'incident.acknowledged', data: {} }] }))
  await goToIncident(nightdesk.page, incident)
  return incident
}

test('nothing that is typed into a value is lost or changed by a save', async ({ nightdesk, context }) => {
  const { page } = nightdesk
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const incident = await fromAlert(nightdesk, {})
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const given = async () => (await factsOfType(nightdesk, incident, 'value.given')).map(({ data }) => data)

  await test.step('two values typed one after the other while saving is slow', async () => {
    await row(page, 'Log in to the database')
      .getByRole('button', { name: /^Details/ })
      .click()
    await page.route('**/rpc/facts.record', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700))
      await route.continue()
    })
    await field(page, '<host>').click()
    await page.keyboard.type('first-value', { delay: 20 })
    await page.keyboard.press('Tab')
    await page.keyboard.type('orders primary', { delay: 40 })
    await expect.poll(given).toEqual([{ name: 'host', value: 'first-value', written: '<host>' }])
    await page.keyboard.type(' db', { delay: 60 })
    await expect(field(page, '<host>')).toHaveValue('first-value')
    await expect(field(page, '<database name>')).toHaveValue('orders primary db')
    await page.keyboard.press('Enter')
    await expect.poll(given).toContainEqual({
      name: 'database name',
      value: 'orders primary db',
      written: '<database name>',
    })
    await page.unroute('**/rpc/facts.record')
  })

  await test.step('filled at once, one after the other', async () => {
    await field(page, '<host>').fill('db-7')
    await field(page, '<database name>').fill("o'brien")
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await given()).slice(2).map(({ value }) => value)).toEqual(['db-7', "o'brien"])
    await expect(row(page, 'Log in to the database').locator('pre')).toContainText("mysql -h db-7 'o'\\''brien'")
  })

  await test.step('Enter leaves the field, so that the next key is a key', async () => {
    await page.keyboard.press('c')
    await expect.poll(copied).toBe("echo mysql -h db-7 'o'\\''brien'")
    await expect(field(page, '<database name>')).toHaveValue("o'brien")
  })

  await test.step('Escape leaves the field as it was', async () => {
    await field(page, '<host>').click()
    await page.keyboard.type('xyz')
    await page.keyboard.press('Escape')
    await expect(field(page, '<host>')).toHaveValue('db-7')
    await expect(field(page, '<host>')).not.toBeFocused()
    await page.keyboard.press('c')
    await expect.poll(copied).toContain('-h db-7 ')
    expect(await given()).toHaveLength(4)
  })

  await test.step('an ordinary name, and a secret: who goes on with Tab types into the next field', async () => {
    await row(page, 'Build it')
      .getByRole('button', { name: /^Details/ })
      .click()
    await expect(field(page, '<constructor>')).toHaveValue('')
    await field(page, '<constructor>').fill('x')
    await page.keyboard.press('Escape')
    await expect(field(page, '<constructor>')).toHaveValue('')
    await runbookOf(page).getByLabel('<password>', { exact: true }).click()
    await page.keyboard.type('hunter2 cancel')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a c r m')
    await expect(field(page, '<tag>')).toHaveValue('a c r m')
    await page.keyboard.press('Tab')
    await expect(runbookOf(page).getByRole('button', { name: 'Show <password>' })).toBeFocused()
    await row(page, 'Log in to the database')
      .getByRole('button', { name: /^Details/ })
      .click()
  })

  await test.step('a save that fails keeps the words, once, and they are saved when it works again', async () => {
    await page.route('**/rpc/facts.record', (route) =>
      route.fulfill({ json: { ok: false, error: { code: 'notSaved', message: 'The disk is full.' } } }),
    )
    await field(page, '<host>').fill('db-8')
    await page.keyboard.press('Enter')
    await expect(page.getByText('NOT SAVED').first()).toBeVisible()
    await field(page, '<host>').click()
    await page.keyboard.press('Enter')
    await expect(field(page, '<host>')).toHaveValue('db-8')
    await page.unroute('**/rpc/facts.record')
    await field(page, '<host>').click()
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => (await given()).map(({ value }) => value))
      .toEqual(['first-value', 'orders primary db', 'db-7', "o'brien", 'a c r m', 'db-8'])
    await expect(page.getByText('NOT SAVED')).toHaveCount(0)
  })
})

test('what the alert says and what is set above is filled in, and shown as that', async ({ nightdesk, context }) => {
  const { page } = nightdesk
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const incident = await fromAlert(nightdesk, { namespace: 'etl', job_name: 'nightly' })
  await answered(nightdesk.call('preferences.change', { runCommands: true }))
  const dialog = page.getByRole('dialog')
  const exactly = dialog.getByRole('region', { name: 'The command, exactly' })
  const given = async () => (await factsOfType(nightdesk, incident, 'value.given')).map(({ data }) => data)

  await test.step('the fields say where their values are from; nothing is in the log', async () => {
    await expect(field(page, '$NAMESPACE')).toHaveValue('etl')
    await expect(field(page, '$NAMESPACE')).toHaveAccessibleDescription('from the alert')
    await expect(field(page, '$JOB')).toHaveValue('nightly')
    await field(page, '$JOB').click()
    await page.keyboard.press('Enter')
    await page.keyboard.press('c')
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe('echo kubectl -n etl describe job nightly')
    expect(await given()).toEqual([])
    const { violations } = await new AxeBuilder({ page }).include('main').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  await test.step('one of them is changed; what ran is kept', async () => {
    await field(page, '$JOB').fill('daily run')
    await runButtons(page).first().click()
    await expect(exactly).toHaveText("echo kubectl -n etl describe job 'daily run'")
    await dialog.getByRole('button', { name: 'I trust this runbook as it is now' }).click()
    await dialog.getByRole('button', { name: 'Run this command' }).click()
    await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('kubectl -n etl describe job daily run')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect(await given()).toEqual([
      { name: 'JOB', value: 'daily run', written: '$JOB' },
      { name: 'NAMESPACE', value: 'etl', written: '$NAMESPACE', from: 'alert' },
    ])
    await expect(entry(page, '$NAMESPACE is')).toContainText('from the alert')
  })

  await test.step('a field that is emptied has what the alert says again', async () => {
    await field(page, '$JOB').fill('')
    await page.keyboard.press('Enter')
    await expect(field(page, '$JOB')).toHaveValue('nightly')
    await expect(entry(page, '$JOB has no value any more')).toHaveCount(1)
  })

  await test.step('a command is not run while a variable has no value', async () => {
    const login = row(page, 'Log in to the database')
    await login.getByRole('button', { name: /^Details/ }).click()
    await login.getByRole('button', { name: 'Run…' }).click()
    await expect(dialog).toContainText('No value yet for <host>, <database name>')
    await expect(dialog.getByRole('button', { name: 'Run this command' })).toBeDisabled()
    await page.keyboard.press('Escape')
  })

  await test.step('what an earlier step sets is there in the next one', async () => {
    const look = row(page, 'Look at the cluster')
    await look.getByRole('button', { name: /^Details/ }).click()
    await expect(field(page, '$TARGET')).toHaveValue('prod-eu')
    await expect(field(page, '$TARGET')).toHaveAccessibleDescription('set above')
    await look.getByRole('button', { name: 'Run…' }).click()
    await expect(exactly).toHaveText('echo "[prod-eu]"')
  })
})
