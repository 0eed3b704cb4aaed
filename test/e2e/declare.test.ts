import { answered, factsOfType, region, sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

test.describe('twenty to nine in New York: the profit pipeline missed its 08:00', () => {
  test.use({ clockAt: '2026-11-24T13:40:00.000Z' })

  test('D and Enter declare the only late pipeline, with its SLA and its runbook', async ({ nightdesk }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    await page.getByRole('button', { name: 'Declare incident' }).waitFor()
    await page.keyboard.press('d')
    const dialog = page.getByRole('dialog', { name: 'Declare incident' })
    await expect(dialog.getByLabel('Title')).toBeFocused()
    await expect(dialog.getByLabel('Pipeline')).toHaveValue('aggregate-profit-investors')
    await expect(dialog).toContainText('The only one past its SLA, late by 40 min')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Aggregate profit for investors is late', level: 1 })).toBeVisible()
    const incident = /#\/incident\/(\S+)$/.exec(page.url())?.[1] ?? ''
    expect(await factsOfType(nightdesk, incident, 'incident.declared')).toMatchObject([
      { data: { slaAt: '2026-11-24T13:00:00.000Z', pipeline: { id: 'aggregate-profit-investors' } } },
    ])
    await expect(region(page, 'Runbook')).toContainText('aggregate-profit-investors.md')
  })

  test('what was offered can be taken back', async ({ nightdesk }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    await page.getByRole('button', { name: 'Declare incident' }).waitFor()
    await page.keyboard.press('d')
    const dialog = page.getByRole('dialog', { name: 'Declare incident' })
    await dialog.getByLabel('Pipeline').selectOption({ label: 'None, or not known yet' })
    await expect(dialog.getByLabel('Pipeline')).toHaveValue('')
    await expect(dialog).not.toContainText('The only one past its SLA')
    await dialog.getByLabel('Title').fill('Kafka is down')
    await dialog.getByLabel('Title').press('Enter')
    await expect(page.getByRole('heading', { name: 'Kafka is down', level: 1 })).toBeVisible()
    const [open] = await answered(nightdesk.call('incidents.list', {}))
    expect(open?.pipeline).toBeNull()
  })
})
