import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Lets everything that moves come to its end: half faded in, words have too little contrast. */
const untilStill = (page: Page): Promise<unknown> =>
  page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))

/** What axe finds on the page as it stands, one line each: the rule, where, and why. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await untilStill(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

/** Says what axe finds and lets the test go on to the next state. `what` names this one. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
  expect.soft(await violationsOn(page), what).toEqual([])
}
