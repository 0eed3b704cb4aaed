import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  acknowledged,
  clock,
  composer,
  entry,
  factsOfType,
  goToIncident,
  log,
  openIncident,
  region,
  unsaved,
} from '../support/at-the-desk.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const onlyLoopback = { tag: '@loopback' }

// Eight in New York: the SLA passes now, and so the ladder counts from now.
test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

/** Everything that calls for attention right now. */
const alerts = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })

/**
 * Takes the disk away from under a running host, as a full or unplugged one would: neither this journal nor the small
 * files beside it can be written. Gives back how to bring it back. (Permissions would not stop a test that runs as root.)
 */
function takeDiskAway({ dataFolder }: Nightdesk, incident: string): () => void {
  const folder = join(dataFolder, 'incidents', incident)
  const small = join(dataFolder, 'last-alive')
  renameSync(folder, `${folder}.away`)
  rmSync(small, { force: true })
  mkdirSync(small)
  return () => {
    renameSync(`${folder}.away`, folder)
    rmSync(small, { recursive: true })
  }
}

/** An incident on screen whose disk is gone; restarted before, so that the host holds no file of it open. */
async function openIncidentWithoutDisk(nightdesk: Nightdesk) {
  const incident = await openIncident(nightdesk, acknowledged)
  await nightdesk.restart()
  await goToIncident(nightdesk.page, incident)
  return { incident, giveBack: takeDiskAway(nightdesk, incident) }
}

test(
  'a disk that refuses is shown, acknowledges nothing, keeps the words, and saves once when it is back',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const { incident, giveBack } = await openIncidentWithoutDisk(nightdesk)
    await log(page, 'The disk is full, says the pager')
    await expect(unsaved(page)).toContainText('The disk is full, says the pager')
    await expect(unsaved(page)).toContainText('What was saved before is safe.')
    await expect(page.getByText('1 not saved')).toBeVisible()
    await expect(region(page, 'Timeline')).toContainText('Not saved yet, and kept. Enter tries again.')
    await expect(alerts(page), 'one failed save is one alert').toHaveCount(1)
    await expect(composer(page)).toHaveValue('The disk is full, says the pager')
    await expect(entry(page, 'The disk is full, says the pager')).toHaveCount(0)
    await nightdesk.advance('PT1M')
    await expect(clock(page, 'Age')).toHaveText('0:01:00')
    giveBack()
    await unsaved(page).getByRole('button', { name: 'Save again' }).click()
    await expect(entry(page, 'The disk is full, says the pager')).toHaveCount(1)
    await expect(unsaved(page)).toHaveCount(0)
    await expect(page.getByRole('main'), 'the focus goes on').toBeFocused()
    expect(await factsOfType(nightdesk, incident, 'note.added')).toHaveLength(1)
  },
)

test(
  'a dialog whose words could not be saved closes, and the words stand on screen once, to be saved again',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const { incident, giveBack } = await openIncidentWithoutDisk(nightdesk)
    await page.getByRole('button', { name: 'Notify secondary now' }).click()
    const dialog = page.getByRole('dialog', { name: 'Notify the secondary now' })
    await dialog.getByRole('textbox').fill('I cannot read this job')
    await dialog.getByRole('button', { name: 'Notify now' }).click()
    await expect(unsaved(page)).toContainText('I cannot read this job')
    await expect(dialog).toBeHidden()
    await expect(alerts(page), 'one failed save is one alert').toHaveCount(1)
    giveBack()
    await unsaved(page).getByRole('button', { name: 'Save again' }).click()
    await expect(unsaved(page)).toHaveCount(0)
    expect(await factsOfType(nightdesk, incident, 'rung.advanced')).toHaveLength(1)
  },
)

test(
  'a rung that falls due while nothing can be written goes off when there is room again',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const { incident, giveBack } = await openIncidentWithoutDisk(nightdesk)
    await nightdesk.advance('PT30M')
    await expect(page.getByText('The disk refused a save.')).toBeVisible()
    giveBack()
    await nightdesk.advance('PT5S')
    await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
    expect(await factsOfType(nightdesk, incident, 'rung.fired')).toHaveLength(1)
  },
)
