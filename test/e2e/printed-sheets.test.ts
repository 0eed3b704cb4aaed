import { beginPrinting, declareBehindTheScreen, goTo, profitRunbook, sitDown, wear } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const onlyLoopback = { tag: '@loopback' }

test(
  'a sheet says when it was printed, and the one of an incident which data is wrong',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    const incident = await declareBehindTheScreen(nightdesk)
    await goTo(page, `/incident/${incident}`)
    const printed = page.getByText(/^Printed \w+ \d+ \w+ 20\d\d, \d\d:\d\d \w+$/)
    await expect(page.getByText('mart.profit_daily', { exact: true })).toBeVisible()
    await expect(printed).toHaveCount(0)
    await beginPrinting(page)
    await expect(printed).toBeVisible()
    await expect(page.getByText('mart.profit_daily', { exact: true })).toBeVisible()
    const head = page.locator('[data-part="timeline"] header')
    const breaks = await head.evaluate((words) => {
      const { breakInside, breakAfter } = getComputedStyle(words)
      return { breakInside, breakAfter }
    })
    expect(breaks).toEqual({ breakInside: 'avoid', breakAfter: 'avoid' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: null })
    await goTo(page, `/library/${encodeURIComponent(profitRunbook)}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Aggregate profit for investors' })).toBeVisible()
    await expect(printed).toHaveCount(0)
    await beginPrinting(page)
    await expect(printed).toBeVisible()
  },
)

test('a screen without a sheet is printed in dark ink, too', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await wear(nightdesk, 'dark')
  await goTo(page, '/tonight')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toBeVisible()
  await beginPrinting(page)
  await expect(heading).toHaveCSS('color', 'rgb(0, 0, 0)')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
})
