import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { alertBody } from '../support/alert-bodies.ts'
import { answered, declareBehindTheScreen, goToIncident, region, sitDown, stateFacts } from '../support/at-the-desk.ts'
import { answerDialog, atTheIncident, box, chooseStuckLoader, row, runbookOf } from '../support/at-the-runbook.ts'
import { foreignRunbook, makeForeignWorkspace } from '../support/foreign-workspace.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { test as base, expect } from '../support/nightdesk-test.ts'
import { openIntake } from '../support/open-intake.ts'

const kafka = `# Kafka alerts

## KafkaConsumerLagHigh

### Mitigation

1. Look at the group
2. Scale the consumers

## KafkaBrokerDown

### Mitigation

1. Look at the broker pods
2. Restart the broker
`

const boxes = `# Boxes

## Mitigation

1. Look at the queue (5 min)
   - Count the messages
   - Compare with yesterday
2. Wait for the loader, up to 15 minutes
3. Roll back
`

const test = base.extend({
  workspaceFolder: async ({ door }, use) => {
    const folder = makeForeignWorkspace()
    expect(door).toBeDefined()
    for (const place of ['runbooks/eu', 'runbooks/us', 'reference/failure-modes']) {
      mkdirSync(join(folder, place), { recursive: true })
    }
    writeFileSync(join(folder, 'runbooks/alerts.md'), kafka)
    writeFileSync(join(folder, 'runbooks/boxes.md'), boxes)
    for (const place of ['eu', 'us']) {
      writeFileSync(join(folder, `runbooks/${place}/DiskFull.md`), '# Disk full\n\n1. Look at the disk\n')
    }
    writeFileSync(join(folder, 'reference/failure-modes/README.md'), '# What can go wrong\n\nMost things.\n')
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})
test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

const alertNamed = (alertname: string, fingerprint: string): string => {
  const body = alertBody('alertmanager-firing-one')
  const [alert] = body.alerts as [Record<string, unknown>]
  const labels = { alertname, severity: 'warning' }
  const changed = { ...alert, labels, annotations: {}, startsAt: '2026-11-24T13:05:00Z', fingerprint }
  return JSON.stringify({ ...body, alerts: [changed], commonLabels: labels, commonAnnotations: {} })
}

const progress = (page: Page, words: string) => expect(runbookOf(page).getByText(words, { exact: true })).toBeVisible()
const others = (page: Page) => runbookOf(page).getByRole('button', { name: 'Other runbook', exact: true }).click()
const choice = (page: Page, name: RegExp) => runbookOf(page).getByRole('button', { name })
const atTheBoxes = (nightdesk: Nightdesk) => atTheIncident(nightdesk, 'runbooks/boxes.md')

test('another runbook is looked at and the first goes on where it was left, also after a restart', async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  const incident = await atTheIncident(nightdesk)
  await chooseStuckLoader(page)
  await box(page, /^Look at the table/).click()
  await box(page, /^Look for a lock/).click()
  await progress(page, '2 of 6')

  await others(page)
  await expect(choice(page, /^Growth numbers do not come/)).toContainText('followed now, 2 of 6 done')
  await choice(page, /^Growth is late/).click()
  await progress(page, '0 of 1')
  await box(page, /^Read the other runbook/).click()
  await progress(page, '1 of 1')

  rmSync(join(workspaceFolder, foreignRunbook))
  await nightdesk.restart()
  await page.goto(`${nightdesk.origin()}/#/incident/${incident}`)
  await others(page)
  await choice(page, /^Growth numbers do not come.*2 of 6 done, go on/).click()
  await progress(page, '2 of 6')
  await expect(box(page, /^Look for a lock/)).toBeChecked()
  await expect(row(page, 'Find what holds it')).toHaveAttribute('aria-current', 'step')
  await expect(runbookOf(page)).toContainText('The file is not in the workspace any more')

  await stateFacts(nightdesk, incident, { type: 'incident.resolved', data: {} })
  const { text } = await answered(nightdesk.call('postmortem.export', { incident, format: 'md' }))
  expect(text).toMatch(
    /\*\*Steps taken: Growth numbers do not come\*\*\n\n- .*Look at the table.*\n- .*Look for a lock/,
  )
  expect(text).toMatch(/\*\*Steps taken: Growth is late\*\*\n\n- .*Read the other runbook/)
})

/** How many parts of the strip are painted or written in the colour of an alarm. */
const alarms = (page: Page): Promise<number> =>
  page.getByRole('region', { name: 'Time is up' }).evaluate((strip) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = 'var(--secondary)'
    const alarm = getComputedStyle(probe).color
    probe.remove()
    return [strip, ...strip.querySelectorAll('*')].filter((each) => {
      const { color, backgroundColor, boxShadow } = getComputedStyle(each)
      return color === alarm || backgroundColor === alarm || boxShadow.includes(alarm)
    }).length
  })

test('while the ladder asks, a box that ran out is no second alarm, and can still be answered', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await atTheBoxes(nightdesk)
  const strip = page.getByRole('region', { name: 'Time is up' })
  await nightdesk.advance('PT7M')
  await expect(strip).toBeVisible()
  await expect.poll(() => alarms(page)).toBeGreaterThan(0)
  await nightdesk.advance('PT24M')
  await expect(region(page, 'Escalation').getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
  await expect(strip).toContainText('Time is up: Look at the queue')
  await expect.poll(() => alarms(page)).toBe(0)
  await strip.getByRole('button', { name: '10 min more' }).click()
  await expect(strip).toHaveCount(0)
})

test('a box that nobody works on says that it has not begun, and begins with the acknowledgement', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const given = { title: 'The queue is long', pipeline: null, runbook: 'runbooks/boxes.md', slaAt: null }
  const incident = await declareBehindTheScreen(nightdesk, given)
  await goToIncident(page, incident)
  await nightdesk.advance('PT3M')
  await expect(row(page, 'Look at the queue')).toContainText('5 min, not begun')
  await page.keyboard.press('a')
  await expect(row(page, 'Look at the queue')).toContainText('5:00 left')
})

test('a box that ran out says so across the screen, in every tab, and is answered by key', async ({ nightdesk }) => {
  const { page } = nightdesk
  await atTheBoxes(nightdesk)
  const strip = page.getByRole('region', { name: 'Time is up' })
  await nightdesk.advance('PT4M')
  await box(page, /^Count the messages/).click()
  await box(page, /^Roll back/).click()
  await expect(row(page, 'Look at the queue')).toContainText('1:00 left')
  await expect(strip).toHaveCount(0)

  await page.setViewportSize({ width: 1024, height: 640 })
  await page.keyboard.press('2')
  await nightdesk.advance('PT3M')
  await expect(strip).toContainText('Time is up: Look at the queue')
  await expect(strip).toContainText('It had 5 min; that was 2 min ago.')
  await expect(page.getByRole('status').filter({ hasText: 'are up: Look at the queue' })).toBeAttached()
  const sizes = await strip
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((each) => Math.round(each.getBoundingClientRect().width)))
  expect(new Set(sizes).size).toBe(1)
  await page.keyboard.press('t')
  await expect(strip).toHaveCount(0)
  await page.keyboard.press('1')
  await expect(row(page, 'Look at the queue')).toContainText('10:00 left')

  await nightdesk.advance('PT11M')
  await expect(strip).toContainText('Time is up: Look at the queue')
  await page.keyboard.press('x')
  await answerDialog(page, 'Stuck at this step', 'No access to the queue')
  await expect(strip).toHaveCount(0)
  await expect(row(page, 'Look at the queue')).toContainText('Stuck here')
  await row(page, 'Look at the queue').getByRole('button', { name: '10 min more' }).first().click()
  await nightdesk.advance('PT11M')
  await strip.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(box(page, /^Look at the queue/)).toBeChecked()
  await expect(strip).toHaveCount(0)
  await expect(runbookOf(page).getByRole('button', { name: 'Done', exact: true })).toBeFocused()
})

test('the picker opens at the scenario of the alert, knows every alert, and tells runbooks of one title apart', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  const field = dialog.getByRole('combobox', { name: 'Runbook' })

  await test.step('two of one title: each by its path and its reason', async () => {
    await post({ body: alertNamed('DiskFull', 'd1') })
    await page.getByRole('button', { name: 'Declare: DiskFull' }).click()
    await expect(field).toHaveValue('Disk full (runbooks/eu/DiskFull.md)')
    await expect(dialog).toContainText('1 more fits: see the list.')
    await field.click()
    await expect(dialog.getByRole('option', { name: /^Disk full/ })).toHaveText([
      'Disk fullmatched by alertname, which is its title, runbooks/eu/DiskFull.md',
      'Disk fullmatched by alertname, which is its title, runbooks/us/DiskFull.md',
    ])
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('Disk full (runbooks/eu/DiskFull.md)')
    await field.fill('us disk')
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('Disk full (runbooks/us/DiskFull.md)')
    await field.click()
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('Disk full (runbooks/us/DiskFull.md)')
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Clear' }).click()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('one file of many alerts opens at the one that fires, chosen in the incident too', async () => {
    await post({ body: alertNamed('KafkaBrokerDown', 'k1') })
    await page.getByRole('button', { name: 'Declare: KafkaBrokerDown' }).click()
    await expect(field).toHaveValue('Kafka alerts')
    await field.click()
    await dialog.getByRole('option', { name: 'None for now' }).click()
    await dialog.getByLabel('Title').fill('Kafka is ill')
    await dialog.getByRole('button', { name: 'Declare', exact: true }).click()
    await choice(page, /^Kafka alerts/).click()
    await expect(runbookOf(page).getByLabel('Failure scenario')).toHaveValue('kafkabrokerdown')
    await progress(page, '0 of 2')
    await expect(row(page, 'Look at the broker pods')).toBeVisible()
  })

  await test.step('a second alert brings its own section, and what was done in the first stays', async () => {
    await box(page, /^Look at the broker pods/).click()
    await progress(page, '1 of 2')
    const incident = page.url().split('/').at(-1) ?? ''
    await post({ body: alertNamed('KafkaConsumerLagHigh', 'k2') })
    const { rows } = await answered(nightdesk.call('alerts.list', {}))
    const lag = rows.find(({ name }) => name === 'KafkaConsumerLagHigh')
    await answered(nightdesk.call('alerts.attach', { alert: lag?.id ?? '', episode: lag?.episode ?? '', incident }))
    await others(page)
    await choice(page, /^Kafka alerts.*KafkaConsumerLagHigh: matched by alertname/).click()
    await expect(row(page, 'Look at the group')).toBeVisible()
    await runbookOf(page).getByLabel('Failure scenario').selectOption('kafkabrokerdown')
    await expect(box(page, /^Look at the broker pods/)).toBeChecked()
  })

  await test.step('where none fits the shelf of failure modes stands first', async () => {
    await post({ body: alertNamed('NobodyKnowsThis', 'n1') })
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('button', { name: 'Declare: NobodyKnowsThis' }).click()
    await expect(dialog.getByRole('link', { name: 'What can go wrong' })).toBeInViewport()
    await dialog.getByRole('button', { name: 'Declare', exact: true }).click()
    const shelf = region(page, 'Runbook').getByRole('link', { name: /^What can go wrong/ })
    await expect(shelf).toBeInViewport()
    await shelf.click()
    await expect(page.getByRole('heading', { name: 'What can go wrong' }).first()).toBeVisible()
  })
})
