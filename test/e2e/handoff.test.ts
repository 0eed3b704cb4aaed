import type { Locator, Page } from '@playwright/test'
import { expectNoViolations } from '../support/accessibility.ts'
import {
  answered,
  declareBehindTheScreen,
  entry,
  factsOfType,
  goToIncident,
  region,
  sitDown,
  stateFacts,
  wear,
} from '../support/at-the-desk.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

// Half past nine in New York on the Monday on which the week of Engineer C begins, at ten; Engineer B has it until then.
test.use({ clockAt: '2026-11-16T14:30:00.000Z' })

const handover = (page: Page): Locator => page.getByRole('region', { name: 'Hand-over' })

/** An incident that its engineer has worked on: something suspected, something ruled out, something decided. */
async function workedOn(nightdesk: Nightdesk): Promise<string> {
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await stateFacts(
    nightdesk,
    incident,
    { type: 'incident.acknowledged', data: {} },
    { type: 'hypothesis.raised', data: { text: 'The export lost a partition' } },
    { type: 'hypothesis.ruledOut', data: { text: 'It is not the cluster' } },
    { type: 'decision.made', data: { text: 'We wait for spend until eleven' } },
  )
  return incident
}

const commanderOf = async (nightdesk: Nightdesk, incident: string) =>
  (await answered(nightdesk.call('incidents.open', { incident, tail: 1 }))).state.ladder.context.roles.commander

async function chooseFromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit…' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('at ten the shift changes: offered with the packet, accepted, and the rungs pass the new commander over', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  const incident = await workedOn(nightdesk)
  await goToIncident(page, incident)
  await expect(handover(page)).toContainText('Your shift ends at 10:00, in 30 min. Engineer C is on call next.')
  await nightdesk.advance('PT31M')
  await expect(handover(page)).toContainText('Your shift ended at 10:00. Engineer C is on call now.')
  await handover(page).getByRole('button', { name: 'Hand over…' }).click()

  const dialog = page.getByRole('dialog', { name: 'Hand over' })
  await expect(dialog.getByLabel('To', { exact: true })).toHaveValue('eng-c')
  await expect(dialog).toContainText('in Asia/Kolkata, not night, no holiday, not away')
  const packet = dialog.getByRole('region', { name: 'Packet' })
  await expect(packet).toContainText('Engineer B commands it')
  await expect(packet).toContainText('The export lost a partition')
  await expect(packet).toContainText('It is not the cluster')
  await expect(packet).toContainText('We wait for spend until eleven')
  await expect(packet).toContainText('Engineer A is told (secondary)')
  await dialog.getByLabel('What they must know first').fill('Marketing calls back before eleven')
  await dialog.getByRole('button', { name: 'Offer hand-over' }).click()
  await expect(dialog).toBeHidden()

  await expect(handover(page)).toContainText('Hand-over offered to Engineer C')
  await expect(handover(page)).toContainText('Marketing calls back before eleven')
  expect((await commanderOf(nightdesk, incident))?.id).not.toBe('eng-c')
  await handover(page).getByRole('button', { name: 'Accept as Engineer C' }).click()
  await page
    .getByRole('dialog', { name: 'Accept as Engineer C' })
    .getByRole('button', { name: /takes command/ })
    .click()
  await expect(entry(page, 'Hand-over accepted')).toBeVisible()
  await expect(handover(page)).toBeHidden()
  expect(await commanderOf(nightdesk, incident)).toEqual({ id: 'eng-c', name: 'Engineer C' })

  await nightdesk.advance('PT1H')
  await nightdesk.advance('PT30M')
  const told = await factsOfType(nightdesk, incident, 'notification.requested')
  const afterwards = told.filter(({ at }) => at > '2026-11-16T15:01:00.000Z')
  expect(afterwards.length).toBeGreaterThan(0)
  expect(afterwards.map(({ data }) => (data.person as { id: string }).id)).not.toContain('eng-c')
})

test('whoever is asked accepts or declines at their own desk; an offer can be taken back', async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await workedOn(nightdesk)
  const offer = { type: 'handoff.offered', data: { to: { id: 'eng-c', name: 'Engineer C' } } } as const
  await goToIncident(page, incident)
  await stateFacts(nightdesk, incident, offer)
  await handover(page).getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(entry(page, 'Hand-over withdrawn')).toBeVisible()

  await sitDown(nightdesk, 'eng-c')
  await stateFacts(nightdesk, incident, offer)
  await expect(handover(page)).toContainText('This incident is offered to you')
  await handover(page).getByRole('button', { name: 'Decline' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('I have a fever')
  await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await expect(entry(page, 'Hand-over declined')).toContainText('I have a fever')

  await stateFacts(nightdesk, incident, offer)
  await handover(page).getByRole('button', { name: 'Read packet' }).click()
  await expect(page.getByRole('dialog').getByRole('region', { name: 'Packet' })).toContainText('It is not the cluster')
  await page.keyboard.press('Escape')
  await handover(page).getByRole('button', { name: 'Accept hand-over' }).click()
  await expect(entry(page, 'Hand-over accepted')).toBeVisible()
  expect(await commanderOf(nightdesk, incident)).toMatchObject({ id: 'eng-c' })
})

test('another title, a stated beginning, and who has which role', async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await workedOn(nightdesk)
  await goToIncident(page, incident)
  await page.getByRole('heading', { level: 1 }).dblclick()
  const rename = page.getByRole('dialog', { name: 'Rename the incident' })
  await expect(rename.getByLabel('Title')).toHaveValue('Profit is late')
  await rename.getByLabel('Title').fill('Spend is late, profit waits')
  await rename.getByLabel('Title').press('Enter')
  await expect(page.getByRole('heading', { name: 'Spend is late, profit waits', level: 1 })).toBeVisible()

  await chooseFromMenu(page, 'State when the impact began…')
  const impact = page.getByRole('dialog', { name: 'When the impact began' })
  await impact.getByLabel('Impact began at').fill('at dawn')
  await impact.getByRole('button', { name: 'State it' }).click()
  await expect(impact.getByRole('alert')).toContainText('Write a time that has passed')
  await impact.getByLabel('Impact began at').fill('07:40')
  await impact.getByRole('button', { name: 'State it' }).click()
  await expect(entry(page, 'Impact began')).toContainText('07:40')
  await expect(page.getByRole('button', { name: 'Edit…' })).toBeFocused()

  const escalation = region(page, 'Escalation')
  await escalation.getByLabel('Scribe').selectOption({ label: 'Engineer D' })
  await expect(entry(page, 'Engineer D took the role of scribe')).toBeVisible()
  await escalation.getByLabel('Scribe').selectOption({ label: 'nobody' })
  await expect(entry(page, 'Engineer D gave up the role of scribe')).toBeVisible()
  await escalation.getByRole('button', { name: 'Give up command' }).click()
  await expect(escalation.getByRole('button', { name: 'Take command' })).toBeVisible()
  expect(await commanderOf(nightdesk, incident)).toBeNull()
  await escalation.getByRole('button', { name: 'Take command' }).click()
  await expect.poll(() => commanderOf(nightdesk, incident)).toEqual({ id: 'eng-b', name: 'Engineer B' })
})

test('a promised update counts down, is drafted from the log, and is missed when nobody writes it', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  const incident = await workedOn(nightdesk)
  await goToIncident(page, incident)
  await chooseFromMenu(page, 'Promise the next update…')
  await page.getByRole('dialog').getByLabel('Next update').selectOption({ label: 'in 30 min, at 10:00' })
  await page.getByRole('dialog').getByRole('button', { name: 'Promise it' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Update due in 30 min. Write it' })).toBeVisible()
  await nightdesk.advance('PT26M')
  await page.getByRole('button', { name: 'Update due in 4 min. Write it' }).click()
  const status = page.getByRole('dialog', { name: 'Status update' })
  await expect(status.getByLabel('Update', { exact: true })).toHaveValue(
    /^Conditions: Profit is late: SEV-2.*\nActions: /,
  )
  await status.getByLabel('Next update').selectOption({ label: 'in 15 min, at 10:11' })
  await status.getByRole('button', { name: 'Log update' }).click()
  await expect(entry(page, 'Status:')).toBeVisible()
  await nightdesk.advance('PT20M')
  await expect(page.getByRole('button', { name: 'Update missed at 10:11. Write it' })).toBeVisible()
  expect(await factsOfType(nightdesk, incident, 'update.missed')).toHaveLength(1)
  await expect(entry(page, 'Update missed:')).toBeVisible()
})

for (const theme of ['dark', 'light'] as const) {
  test(`the hand-over has no accessibility violations, ${theme}`, { tag: '@loopback' }, async ({ nightdesk }) => {
    test.slow()
    const { page } = nightdesk
    const incident = await workedOn(nightdesk)
    await wear(nightdesk, theme)
    const dueAt = '2026-11-16T14:33:00.000Z'
    await stateFacts(nightdesk, incident, { type: 'update.promised', data: { dueAt } })
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1024, height: 640 },
    ]) {
      await page.setViewportSize(size)
      await goToIncident(page, incident)
      const axe = (what: string) => expectNoViolations(page, `${what}, ${size.width}`)
      await axe('banner')
      await page.getByRole('button', { name: 'Edit…' }).click()
      await axe('menu')
      await page.getByRole('menuitem', { name: 'Hand over…' }).click()
      await expect(page.getByRole('region', { name: 'Packet' })).toBeVisible()
      await axe('form')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /Write it$/ }).click()
      await axe('status')
      await page.keyboard.press('Escape')
    }
  })
}
