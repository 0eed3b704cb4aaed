import type { Page } from '@playwright/test'
import { declareBehindTheScreen, goToIncident, region, sitDown, stateFacts } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

// Christmas Eve, eight in New York: the secondary owner is away, so the data lead stands in.
test.use({ clockAt: '2026-12-24T13:00:00.000Z' })

/** The buttons that are filled with a colour: what one is told to press. */
const filledButtons = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    const colours = ['--accent', '--secondary'].map((name) => {
      probe.style.color = `var(${name})`
      return getComputedStyle(probe).color
    })
    probe.remove()
    return [...document.querySelectorAll<HTMLElement>('main button')]
      .filter((each) => each.checkVisibility() && colours.includes(getComputedStyle(each).backgroundColor))
      .map((each) => each.getAttribute('aria-label') ?? each.innerText.split('\n')[0] ?? '')
  })

for (const [width, height] of [
  [1_280, 800],
  [1_024, 640],
] as const) {
  test(`one button is filled in each state, ${width} px`, async ({ nightdesk }) => {
    const { page } = nightdesk
    await page.setViewportSize({ width, height })
    await sitDown(nightdesk)
    const incident = await declareBehindTheScreen(nightdesk)
    await goToIncident(page, incident)
    const expectFilled = (name: string) => expect.poll(() => filledButtons(page)).toEqual([name])
    await expectFilled('Acknowledge')
    await stateFacts(
      nightdesk,
      incident,
      { type: 'incident.acknowledged', data: {} },
      { type: 'scenario.chosen', data: { scenario: 'late-data', title: 'Late data' } },
    )
    await expectFilled('Done')
    await nightdesk.advance('PT31M')
    await expectFilled('Tell Data lead')
    await page.getByRole('button', { name: 'Tell Data lead' }).click()
    await expectFilled('Call Data lead')
    if (width < 1_200) await page.getByRole('button', { name: 'Call Data lead' }).click()
    await expect(region(page, 'Escalation').getByRole('button', { name: 'Reached' })).toBeInViewport({ ratio: 1 })
    await expectFilled('Call Data lead')
  })
}

test('before somebody else is told, the dialog says why it is not the one on the rung', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await goToIncident(page, await declareBehindTheScreen(nightdesk))
  await page.getByRole('button', { name: 'Notify secondary now' }).click()
  await expect(page.getByRole('dialog')).toContainText('This tells Data lead at once: Engineer A is away until 27 Dec.')
})
