import {
  clock,
  composer,
  declareBehindTheScreen,
  factsOfType,
  goToIncident,
  log,
  sitDown,
  stateFacts,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

test.use({ clockAt: '2026-11-24T13:00:00.000Z', viewport: { width: 1024, height: 640 } })

const pastedLog = Array.from({ length: 60 }, (_, line) => `03:12:07 relay ERROR line ${line}`).join('\n')

test('J4 long words and a pasted log that are not saved leave the clocks, the ladder and the runbook on the screen, and all of it is saved', {
  tag: '@loopback',
}, async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await stateFacts(nightdesk, incident, { type: 'incident.acknowledged', data: {} })
  await goToIncident(page, incident)
  await page.getByRole('tab', { name: 'Timeline' }).click()
  await nightdesk.kill()
  await expect(page.getByText(/Console lost since/)).toBeVisible()
  const unsaved = page.getByRole('alert').filter({ hasText: 'NOT SAVED' })
  for (const text of ['x'.repeat(1_500), `second ${'y'.repeat(3_500)}`, 'third']) {
    await log(page, text)
    await expect(unsaved).toContainText(text.slice(0, 40))
    await composer(page).fill('')
  }
  await composer(page).evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, pastedLog)
  await expect(unsaved).toHaveCount(1)
  await expect(unsaved).toContainText('NOT SAVED (4)')
  await expect(unsaved).toContainText('evidence: pasted.txt')
  for (const part of [
    page.getByRole('navigation').first(),
    clock(page, 'Age'),
    page.getByRole('button', { name: 'Escalate to lead now' }),
    page.getByRole('tab', { name: 'Runbook' }),
    composer(page),
  ]) {
    await expect(part).toBeInViewport({ ratio: 1 })
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  await dialog.getByLabel('Title').fill('Declared while nothing answers')
  await dialog.getByLabel('Title').press('Enter')
  await expect(dialog).toContainText('nothing answers at this address. Try again once it is back.')
  await nightdesk.restart({ windowStays: true })
  await expect(unsaved).toHaveCount(0)
  await expect(dialog).toContainText('The console is back. Declare again.')
  expect(await factsOfType(nightdesk, incident, 'note.added')).toHaveLength(3)
  expect(await factsOfType(nightdesk, incident, 'evidence.attached')).toMatchObject([{ data: { name: 'pasted.txt' } }])
})
