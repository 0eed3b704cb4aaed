import { demo, expect, test } from '../support/offline-copies.ts'

test.describe('who is on call', { tag: '@loopback' }, () => {
  test('B4 a device whose clock stands before the making is told nobody', async ({ copies }) => {
    const page = await copies.open(copies.bundle(demo), '2026-11-18T03:00:00Z')
    await expect(page.getByText("This device's clock stands before the copy was made (20 Nov 2026")).toBeVisible()
    const now = page.locator('#shelves .now')
    await expect(now).toContainText('Not known')
    await expect(now.getByRole('link')).toHaveCount(0)
    await expect(page.locator('#schedule .present')).toHaveCount(0)
  })

  test('B4 on paper stands no hour and no present shift, for they would be those of the printing', async ({
    copies,
  }) => {
    const page = await copies.open(copies.bundle(demo), '2026-11-27T03:00:00Z')
    const shadow = () =>
      page
        .locator('#schedule .present td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).boxShadow)
    await page.getByRole('link', { name: 'Contacts', exact: true }).click()
    await expect(page.locator('.person').first()).toContainText(/\d\d:\d\d for them, America/)
    expect(await shadow()).not.toBe('none')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.person').first().getByText('for them')).toBeHidden()
    await expect(page.locator('.person [data-zone]').first()).toBeVisible()
    expect(await shadow()).toBe('none')
  })

  test('moves on when the page is seen again, and leaves the focus on the number', async ({ copies }) => {
    const page = await copies.open(copies.bundle(demo))
    const now = page.locator('#shelves .now')
    const call = now.getByRole('link', { name: /Call Engineer C/ })
    await call.focus()
    await page.clock.setFixedTime(new Date('2026-11-21T03:07:00Z'))
    const seeAgain = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await seeAgain()
    await expect(now).toContainText('08:37 for them')
    await expect(call).toBeFocused()
    await page.clock.setFixedTime(new Date('2027-02-25T03:00:00Z'))
    await seeAgain()
    await expect(page.getByText('This copy has been stale since')).toBeVisible()
    await expect(now).toContainText('Not known')
  })
})
