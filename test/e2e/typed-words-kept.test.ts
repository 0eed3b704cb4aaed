import {
  acknowledged,
  clock,
  composer,
  entry,
  factsOfType,
  goToIncident,
  holdSaves,
  log,
  openIncident,
  region,
  unsaved,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const onlyLoopback = { tag: '@loopback' }

test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

test(
  'what is typed while the console is dead says NOT SAVED, is kept, and is saved once when it is back',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk, acknowledged)
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
    await openIncident(nightdesk, acknowledged)
    const goOn = await holdSaves(page)
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
    const incident = await openIncident(nightdesk, acknowledged)
    const goOn = await holdSaves(page)
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

test(
  'words that were saved by themselves do not stand in the composer to be sent again',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    await openIncident(nightdesk, acknowledged)
    await nightdesk.kill()
    await log(page, 'Spend is half there')
    await expect(unsaved(page)).toBeVisible()
    await nightdesk.restart({ windowStays: true })
    await expect(entry(page, 'Spend is half there')).toHaveCount(1)
    await expect(composer(page)).toHaveValue('')
  },
)

test('a reload in mid-typing loses nothing', async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await openIncident(nightdesk, acknowledged)
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

test('what was typed is there when the console was started again', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await openIncident(nightdesk, acknowledged)
  await composer(page).fill('Half a sentence')
  await nightdesk.restart()
  await goToIncident(page, incident)
  await expect(composer(page)).toHaveValue('Half a sentence')
})
