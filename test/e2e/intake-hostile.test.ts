import { alerts } from '../support/at-the-alerts.ts'
import { goTo, sitDown } from '../support/at-the-desk.ts'
import { type Harm, watchForHarm } from '../support/harm-watch.ts'
import { hostileCorpus } from '../support/hostile-corpus.ts'
import { expect, test as nightdeskTest } from '../support/nightdesk-test.ts'
import { openIntake } from '../support/open-intake.ts'

const test = nightdeskTest.extend<{ readonly harm: Harm }>({
  harm: async ({ context }, use) => {
    const harm = await watchForHarm(context)
    await use(harm)
    expect(harm.found(), 'what hostile text made the window do').toEqual([])
  },
})

test.use({ clockAt: '2026-11-24T13:00:00.000Z' })
test.slow()

test('S1 hostile alerts are text: in the inbox, while declaring, in the timeline', async ({ harm, nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const post = await openIntake(nightdesk)
  const payloads = hostileCorpus.filter((payload) => payload.trim() !== '')
  for (const [index, payload] of payloads.entries()) {
    const body = JSON.stringify({
      id: `hostile-${index}`,
      title: `${payload} `,
      summary: payload,
      severity: payload,
      pipeline: payload,
      labels: { alertname: payload, [`label ${index}`]: payload },
      annotations: { description: payload },
      runbookUrl: payload,
      link: payload,
    })
    expect([202, 400], payload).toContain(await post({ to: 'generic', body }))
  }
  const inbox = alerts(page)
  await inbox.getByRole('button', { name: /^Show all/ }).click()
  expect(await inbox.getByRole('listitem').count()).toBeGreaterThan(payloads.length - 5)
  await expect(
    page.locator('main :is(script:not([src^="/assets"]), iframe, img, form[action], [onerror], [onload])'),
  ).toHaveCount(0)
  const targets = await inbox.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(targets.filter((href) => !/^(?:https?:\/\/|#\/)/.test(href))).toEqual([])
  for (const position of [0, 40, 80]) {
    await inbox
      .getByRole('button', { name: /^Declare:/ })
      .nth(position)
      .click()
    const dialog = page.getByRole('dialog', { name: 'Declare incident' })
    await expect(dialog).toContainText('From the alert')
    await dialog.getByRole('button', { name: 'Declare', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Timeline' }).getByRole('article').first()).toBeVisible()
    await goTo(page, '#/tonight')
    await inbox.getByRole('button', { name: /^Show all/ }).click()
  }
  expect(harm.found()).toEqual([])
})
