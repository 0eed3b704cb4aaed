import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  clock,
  composer,
  declareBehindTheScreen,
  entry,
  factsOf,
  factsOfType,
  goToIncident,
  log,
  region,
  sitDown,
  stateFacts,
} from '../support/at-the-desk.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const onlyLoopback = { tag: '@loopback' }

// Eight in New York: the SLA passes now, and so the ladder counts from now.
test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

async function openIncident(nightdesk: Nightdesk): Promise<string> {
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await stateFacts(nightdesk, incident, { type: 'incident.acknowledged', data: {} })
  await goToIncident(nightdesk.page, incident)
  return incident
}

const rungsFired = (nightdesk: Nightdesk, incident: string) => factsOfType(nightdesk, incident, 'rung.fired')
/** Words that are not saved, also while they are tried again. */
const unsaved = (page: Page) =>
  page
    .getByRole('alert')
    .filter({ hasText: 'NOT SAVED', has: page.getByRole('button', { name: /^(?:Save again|Saving)$/ }) })

/** Everything that calls for attention right now. */
const alerts = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })

test(
  'killed for three hours: overdue rungs go off once, late, the highest is sent',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk)
    await nightdesk.advance('PT10M')
    await nightdesk.kill()
    await nightdesk.restart({ after: 'PT3H' })
    await goToIncident(page, incident)
    await expect(clock(page, 'Age')).toHaveText('3:10:00')
    await expect(region(page, 'Escalation')).toContainText('late: Nightdesk was not running for 3 h 0 min')
    await expect(region(page, 'Escalation')).toContainText('Data lead, this is Engineer B.')

    const fired = await rungsFired(nightdesk, incident)
    expect(fired.map(({ data }) => [data.rungId, data.outcome])).toEqual([
      ['debug', expect.stringMatching(/asked|recorded/)],
      ['secondary', 'recorded'],
      ['lead', 'sent'],
    ])
    for (const { data } of fired) expect(data.lateCause).toBe('Nightdesk was not running for 3 h 0 min')
    expect(await factsOfType(nightdesk, incident, 'notification.requested')).toMatchObject([
      { data: { rungId: 'lead', attempt: 1 } },
    ])
    expect(await factsOfType(nightdesk, incident, 'host.slept')).toMatchObject([{ data: { cause: 'notRunning' } }])

    await nightdesk.kill()
    await nightdesk.restart()
    expect(await rungsFired(nightdesk, incident)).toEqual(fired)
  },
)

test(
  'a shut laptop: what fell due meanwhile goes off at waking, and says why it is late',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk)
    await nightdesk.advance('PT5M')
    await nightdesk.sleep('PT41M')
    await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
    await expect(entry(page, 'The laptop slept for 41 min')).toBeVisible()
    await expect(entry(page, 'Debug budget spent.')).toContainText('16 min late: laptop asleep 41 min')
    expect(await rungsFired(nightdesk, incident)).toHaveLength(1)
    await nightdesk.advance('PT14M')
    expect((await rungsFired(nightdesk, incident)).map(({ data }) => data.rungId)).toEqual(['debug', 'secondary'])
  },
)

test(
  'a clock set back fires nothing twice, set forward fires what is due, and both are in the log',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk)
    await nightdesk.advance('PT31M')
    await nightdesk.setClock('2026-11-24T12:30:00.000Z')
    await expect(entry(page, 'The clock jumped by 1 h 1 min back')).toBeVisible()
    await nightdesk.advance('PT1H10M')
    expect((await rungsFired(nightdesk, incident)).map(({ data }) => data.rungId)).toEqual(['debug'])
    await nightdesk.setClock('2026-11-24T14:02:00.000Z')
    await expect(entry(page, /The clock jumped by 22 min(?! back)/)).toBeVisible()
    await expect(entry(page, 'Rung secondary fired.')).toContainText('2 min late: the clock was set forward 22 min')
    expect((await rungsFired(nightdesk, incident)).map(({ data }) => data.rungId)).toEqual(['debug', 'secondary'])
    const facts = await factsOf(nightdesk, incident)
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1))
  },
)

test(
  'a window finds its console again by itself, and shows what happened meanwhile',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk)
    await nightdesk.advance('PT1M')
    await expect(clock(page, 'Age')).toHaveText('0:01:00')
    await nightdesk.kill()
    await expect(page.getByText(/Console lost since 08:01/)).toBeVisible()
    await expect(clock(page, 'Age')).toBeVisible()
    await nightdesk.restart({ after: 'PT34M', windowStays: true })
    await expect(page.getByText('All saved on this disk')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
    await expect(clock(page, 'Age')).toHaveText('0:35:00')
    await expect(entry(page, 'Debug budget spent.')).toContainText('Nightdesk was not running for 34 min')
    expect(page.url()).toContain(incident)
  },
)

test(
  'what is typed while the console is dead says NOT SAVED, is kept, and is saved once when it is back',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk)
    await nightdesk.kill()
    await log(page, 'Spend is half there')
    await expect(unsaved(page)).toContainText('Spend is half there')
    await expect(unsaved(page)).toContainText('nothing answers at this address')
    await expect(page.getByText('1 not saved')).toBeVisible()
    await nightdesk.restart({ windowStays: true })
    await expect(unsaved(page)).toHaveCount(0)
    await expect(entry(page, 'Spend is half there')).toHaveCount(1)
    expect(await factsOfType(nightdesk, incident, 'note.added')).toMatchObject([
      { data: { text: 'Spend is half there' } },
    ])
  },
)

test(
  'what is typed while a save is under way stays in the composer when that save fails',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    await openIncident(nightdesk)
    let goOn = (): void => undefined
    const isKilled = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await page.route('**/rpc/facts.record', async (route) => {
      await isKilled
      await route.continue()
    })
    const saving = page.waitForRequest('**/rpc/facts.record')
    await log(page, 'Spend is half there')
    await saving
    await composer(page).pressSequentially('The loader logged a ret')
    await nightdesk.kill()
    goOn()
    await expect(unsaved(page)).toContainText('Spend is half there')
    await expect(composer(page)).toHaveValue('The loader logged a ret')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  },
)

test(
  'what a console that hangs does not answer says NOT SAVED after a few seconds, and is saved once at the time it was said',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk)
    let goOn = (): void => undefined
    const answers = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await page.route('**/rpc/facts.record', async (route) => {
      await answers
      await route.continue()
    })
    await log(page, 'Spend is half there')
    await expect(unsaved(page)).toContainText('Spend is half there')
    await expect(unsaved(page)).toContainText('Said at 08:00 by Engineer B. The console has not answered yet.')
    await nightdesk.advance('PT47S')
    goOn()
    await expect(unsaved(page)).toHaveCount(0)
    await expect(entry(page, 'Spend is half there')).toHaveCount(1)
    await expect(composer(page)).toHaveValue('')
    expect(await factsOfType(nightdesk, incident, 'note.added')).toMatchObject([
      { at: '2026-11-24T13:00:47.000Z', occurredAt: '2026-11-24T13:00:00.000Z' },
    ])
  },
)

test('a reload in mid-typing loses nothing', async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await openIncident(nightdesk)
  await composer(page).pressSequentially('The loader logged a ret')
  await page.reload()
  await expect(composer(page)).toHaveValue('The loader logged a ret')
  await composer(page).press('End')
  await composer(page).pressSequentially('ry')
  await composer(page).press('Enter')
  await expect(entry(page, 'The loader logged a retry')).toBeVisible()

  const runbook = region(page, 'Runbook')
  await runbook.getByRole('button', { name: /^Late data/ }).click()
  await expect(runbook.getByRole('combobox', { name: 'Failure scenario' }).locator('option:checked')).toHaveText(
    'Late data',
  )
  await runbook.getByRole('button', { name: 'Skip' }).first().click()
  await page.getByRole('dialog').getByRole('textbox').pressSequentially('No time for th')
  await page.reload()
  await runbook.getByRole('button', { name: 'Skip' }).first().click()
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('No time for th')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  await dialog.getByLabel('Title').pressSequentially('Growth looks od')
  await page.reload()
  await expect(clock(page, 'Age')).toBeVisible()
  await page.keyboard.press('d')
  await expect(dialog.getByLabel('Title')).toHaveValue('Growth looks od')
  expect(await factsOfType(nightdesk, incident, 'note.added')).toHaveLength(1)
})

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
  const incident = await openIncident(nightdesk)
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
    expect(await rungsFired(nightdesk, incident)).toHaveLength(1)
  },
)

test(
  'words that were saved by themselves do not stand in the composer to be sent again',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    await openIncident(nightdesk)
    await nightdesk.kill()
    await log(page, 'Spend is half there')
    await expect(unsaved(page)).toBeVisible()
    await nightdesk.restart({ windowStays: true })
    await expect(entry(page, 'Spend is half there')).toHaveCount(1)
    await expect(composer(page)).toHaveValue('')
  },
)

test('what was typed is there when the console was started again', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await openIncident(nightdesk)
  await composer(page).fill('Half a sentence')
  await nightdesk.restart()
  await goToIncident(page, incident)
  await expect(composer(page)).toHaveValue('Half a sentence')
})
