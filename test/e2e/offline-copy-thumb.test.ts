import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Copies, expect, phone, test } from '../support/offline-copies.ts'

/** Nine runbooks that nobody has reviewed for years. */
function overdueCopy({ folder, bundle }: Copies): string {
  const workspace = join(folder, 'overdue')
  mkdirSync(join(workspace, 'runbooks'), { recursive: true })
  for (let ring = 0; ring < 9; ring += 1) {
    const facts = 'last_verified: 2020-01-01\nreview_every: P90D'
    writeFileSync(
      join(workspace, `runbooks/ring-${ring}.md`),
      `---\n${facts}\n---\n# Ring ${ring} is full\n\n1. Drain it.\n`,
    )
  }
  return bundle(workspace)
}

test.describe('with a thumb', { tag: '@loopback' }, () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true })

  test('B4 B5 what is found stands above the keyboard of the phone, and its key puts the keyboard away', async ({
    copies,
  }) => {
    const page = await copies.open(overdueCopy(copies))
    const overdue = page.locator('.overdue-list')
    await expect(overdue).toContainText('9 documents are past the review date')
    await expect(overdue.getByRole('link').first()).toBeHidden()
    const colours = await overdue.evaluate((list) =>
      [list, ...list.children].map((each) => getComputedStyle(each).color),
    )
    expect(colours[1], 'the colour of a warning').toBe(colours[0])
    const search = page.getByRole('searchbox')
    await search.tap()
    await search.fill('ring 7')
    const hit = page.locator('#results').getByRole('link', { name: /Ring 7 is full/ })
    const box = await hit.boundingBox()
    expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThan(phone.height / 2)
    await search.press('Enter')
    await expect(search).not.toBeFocused()
    await expect(hit).toBeVisible()
    await overdue.getByText('9 documents').tap()
    await overdue.getByRole('link', { name: 'Ring 0 is full' }).tap()
    await expect(page.getByRole('heading', { level: 1, name: 'Ring 0 is full' })).toBeVisible()
  })
})
