import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  clock,
  composer,
  declareBehindTheScreen,
  entry,
  factsOfType,
  goToIncident,
  log,
  region,
  sitDown,
  stateFacts,
} from '../support/at-the-desk.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

const onlyLoopback = { tag: '@loopback' }

async function openInTwo(nightdesk: Nightdesk) {
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await stateFacts(nightdesk, incident, { type: 'incident.acknowledged', data: {} })
  const second = await nightdesk.openSecondWindow()
  await goToIncident(nightdesk.page, incident)
  await goToIncident(second, incident)
  return { incident, first: nightdesk.page, second }
}

async function beginToTellSecondary(page: Page) {
  await region(page, 'Escalation').getByRole('button', { name: 'Notify secondary now' }).click()
  const dialog = page.getByRole('dialog', { name: 'Notify the secondary now' })
  await expect(dialog).toContainText('This tells Engineer A at once.')
  return dialog
}

test(
  'R3 a step that somebody does while another asks why it is skipped is not skipped',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { incident, first, second } = await openInTwo(nightdesk)
    await region(first, 'Runbook')
      .getByRole('button', { name: /^Late data/ })
      .click()
    await region(first, 'Runbook').getByRole('button', { name: 'Skip…' }).first().click()
    const dialog = first.getByRole('dialog', { name: 'Skip this step' })
    await dialog.getByRole('textbox').fill('x'.repeat(2_001))
    await first.keyboard.press('Enter')
    await expect(dialog).toContainText('This is longer than the 2,000 characters that are kept.')
    await expect(first.getByText('Not done.')).toHaveCount(0)
    await dialog.getByRole('textbox').fill('No access')
    await region(second, 'Runbook').getByRole('checkbox').first().click()
    await expect(dialog).toContainText('Engineer B did it at')
    await first.keyboard.press('Enter')
    await expect(dialog.getByRole('textbox')).toHaveValue('No access')
    expect(await factsOfType(nightdesk, incident, 'step.skipped')).toEqual([])
  },
)

test('a second window sees facts, steps and clocks live', onlyLoopback, async ({ nightdesk }) => {
  const { first, second } = await openInTwo(nightdesk)
  await log(first, 'Seen in both')
  await expect(entry(second, 'Seen in both')).toBeVisible()
  await region(second, 'Runbook')
    .getByRole('button', { name: /^Late data/ })
    .click()
  await region(first, 'Runbook')
    .getByRole('checkbox', { name: /^Check when each source/ })
    .click()
  await expect(region(second, 'Runbook').getByRole('checkbox', { name: /^Check when each source/ })).toBeChecked()
  await nightdesk.advance('PT30M')
  for (const page of [first, second]) {
    await expect(clock(page, 'Age')).toHaveText('0:30:00')
    await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
  }
  await region(first, 'Escalation').getByRole('button', { name: 'Fixed' }).click()
  await first.getByRole('dialog', { name: 'Fixed' }).getByRole('button', { name: 'It is fixed' }).click()
  await expect(clock(second, 'Next rung')).toHaveText('none')
})

test('a new incident shows on Tonight in the other window', onlyLoopback, async ({ nightdesk }) => {
  await sitDown(nightdesk)
  const second = await nightdesk.openSecondWindow()
  await expect(second.getByRole('region', { name: 'Open incidents' })).toContainText('Nothing is open.')
  await nightdesk.page.keyboard.press('d')
  const dialog = nightdesk.page.getByRole('dialog', { name: 'Declare incident' })
  await dialog.getByLabel('Title').fill('Something smells')
  await dialog.getByLabel('Title').press('Enter')
  await expect(second.getByRole('link', { name: /Something smells/ })).toBeVisible()
})

test(
  'two windows advance the same rung: one wins, the other is told why, nobody is told twice',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { incident, first, second } = await openInTwo(nightdesk)
    const dialogs = [await beginToTellSecondary(first), await beginToTellSecondary(second)]
    await Promise.all(dialogs.map((dialog) => dialog.getByRole('button', { name: 'Notify now' }).click()))
    await expect
      .poll(async () => (await Promise.all(dialogs.map((dialog) => dialog.isVisible()))).filter(Boolean))
      .toEqual([true])
    const lost = (await dialogs[0]?.isVisible()) ? dialogs[0] : dialogs[1]
    await expect(lost ?? first.getByRole('dialog')).toContainText(/already/)
    expect(await factsOfType(nightdesk, incident, 'rung.advanced')).toHaveLength(1)
    expect(await factsOfType(nightdesk, incident, 'notification.requested')).toHaveLength(1)
  },
)

test('a rung that goes off while its dialog stands open is not doubled', onlyLoopback, async ({ nightdesk }) => {
  const { incident, first } = await openInTwo(nightdesk)
  const dialog = await beginToTellSecondary(first)
  await nightdesk.advance('PT1H')
  await expect(clock(first, 'Age')).toHaveText('1:00:00')
  await dialog.getByRole('button', { name: 'Notify now' }).click()
  await expect(dialog).toContainText('That rung has gone off already. Nothing was sent twice.')
  expect(await factsOfType(nightdesk, incident, 'notification.requested')).toHaveLength(1)
})

test(
  'a second Nightdesk on the same data reads everything, writes nothing, and says who holds it',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { incident, first } = await openInTwo(nightdesk)
    await log(first, 'Written by the holder')
    await expect(entry(first, 'Written by the holder')).toBeVisible()
    const other = await nightdesk.openSecondNightdesk()
    const banner = other.page.getByRole('alert').filter({ hasText: 'Read-only' })
    await expect(banner).toContainText(`process ${nightdesk.processId()} on `)
    await expect(other.page.getByRole('button', { name: 'Declare incident' })).toBeDisabled()
    await goToIncident(other.page, incident)
    await expect(entry(other.page, 'Written by the holder')).toBeVisible()
    await expect(composer(other.page)).toBeDisabled()
    const escalation = region(other.page, 'Escalation')
    for (const name of ['Notify secondary now', 'Escalate to lead now', /^Mitigated/, /^Resolve/]) {
      await expect(escalation.getByRole('button', { name })).toBeDisabled()
    }
    await other.page.keyboard.press('m')
    await other.page.keyboard.press('d')
    await expect(other.page.getByRole('dialog')).toHaveCount(0)
    await other.close()
    expect(await factsOfType(nightdesk, incident, 'incident.mitigated')).toEqual([])
    // The window of the holder must find its console again after a restart.
    const port = readFileSync(join(nightdesk.dataFolder, 'last-port'), 'utf8').trim()
    expect(port).toBe(new URL(nightdesk.origin()).port)
    await log(first, 'The holder still writes')
    await expect(entry(first, 'The holder still writes')).toBeVisible()
  },
)

test('the data folder of a dead holder is taken over', onlyLoopback, async ({ nightdesk }) => {
  const { incident } = await openInTwo(nightdesk)
  await nightdesk.kill()
  const other = await nightdesk.openSecondNightdesk()
  await goToIncident(other.page, incident)
  await log(other.page, 'Taken over')
  await expect(entry(other.page, 'Taken over')).toBeVisible()
  await expect(other.page.getByText('Read-only')).toHaveCount(0)
  await other.close()
})

test(
  'a console that only reads takes over by itself when the one that wrote is gone, and every window of it says so',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { incident, first } = await openInTwo(nightdesk)
    const other = await nightdesk.openSecondNightdesk()
    await goToIncident(other.page, incident)
    await expect(composer(other.page)).toBeDisabled()
    await expect(other.page.getByRole('alert').filter({ hasText: 'Read-only' })).toContainText(
      'When it is closed, this one writes by itself.',
    )
    await log(first, 'Written while the other one read')
    await expect(entry(first, 'Written while the other one read')).toBeVisible()
    await nightdesk.kill()
    const news = other.page.getByRole('status').filter({ hasText: 'This console writes now.' })
    await expect(news).toBeVisible()
    await expect(other.page.getByText('Read-only')).toHaveCount(0)
    await expect(entry(other.page, 'Written while the other one read')).toBeVisible()
    await log(other.page, 'Written by the one that took over')
    await expect(entry(other.page, 'Written by the one that took over')).toBeVisible()
    await news.getByRole('button', { name: 'Understood' }).click()
    await expect(news).toHaveCount(0)
    await other.close()
  },
)

test('nothing can be snoozed where nothing can be written', onlyLoopback, async ({ nightdesk }) => {
  const { incident } = await openInTwo(nightdesk)
  const other = await nightdesk.openSecondNightdesk()
  await goToIncident(other.page, incident)
  await expect(composer(other.page)).toBeDisabled()
  const isDisabled = await region(other.page, 'Escalation').getByRole('button', { name: 'Snooze' }).isDisabled()
  await other.close()
  expect(isDisabled).toBe(true)
})
