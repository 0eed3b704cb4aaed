import { violationsOn } from '../support/accessibility.ts'
import { demo, expect, phone, test } from '../support/offline-copies.ts'

const onlyLoopback = { tag: '@loopback' }

const desk = { width: 1280, height: 800 }

for (const [name, viewport] of Object.entries({ phone, desk })) {
  for (const colorScheme of ['dark', 'light'] as const) {
    test.describe(`${name}, ${colorScheme}`, onlyLoopback, () => {
      test.use({ viewport, colorScheme })
      test.slow()

      test('axe finds nothing, and nothing is wider than the screen', async ({ copies }) => {
        const page = await copies.open(copies.bundle(demo), '2027-03-01T00:00:00Z')
        for (const place of ['#top', '#schedule', '#contacts', '#d3', '#d8']) {
          await page.evaluate((hash) => {
            window.location.hash = hash
          }, place)
          await page.evaluate(() => {
            for (const details of document.querySelectorAll<HTMLDetailsElement>('.shown details')) details.open = true
          })
          expect(await violationsOn(page), place).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow, place).toBeLessThanOrEqual(0)
        }
        await page.evaluate(() => {
          window.location.hash = '#top'
        })
        await page.getByRole('searchbox').fill('late')
        await expect(page.locator('#results a').first()).toBeVisible()
        expect(await violationsOn(page), 'results').toEqual([])
        const sealed = await copies.open(copies.bundle(demo, '--encrypt'))
        expect(await violationsOn(sealed), 'lock').toEqual([])
      })
    })
  }
}
