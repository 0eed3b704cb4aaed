import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { violationsOn } from '../support/accessibility.ts'
import { demo, expect, test } from '../support/offline-copies.ts'

const onlyLoopback = { tag: '@loopback' }

/** The demo's workspace with forty more runbooks in four folders, two of them of one title. */
function manyRunbooks(folder: string): string {
  const workspace = join(folder, 'many')
  cpSync(demo, workspace, { recursive: true })
  for (let number = 0; number < 40; number += 1) {
    const path = join(workspace, 'runbooks', `team-${number % 4}`, `page-${number}.md`)
    mkdirSync(join(path, '..'), { recursive: true })
    const title = number < 2 ? 'Exporter down' : `Page ${number}`
    writeFileSync(path, `# ${title}\n\n## Diagnosis\n\n- Look at the exporter of ${number}.\n`)
  }
  return workspace
}

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`on a phone of 360 pixels, ${colorScheme}`, onlyLoopback, () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme })

    test('B12 many runbooks are folded by folder, and results tell namesakes apart', async ({ copies }) => {
      const page = await copies.open(copies.bundle(manyRunbooks(copies.folder)))
      const row = page.locator('#shelves').getByRole('link', { name: /Exporter down/ })
      await expect(row.first()).toBeHidden()
      await page.locator('summary', { hasText: 'team-1' }).tap()
      await expect(row.filter({ visible: true })).toContainText('team-1/page-1.md')
      await expect(row.filter({ visible: true })).toContainText('no owner · never verified')
      await page.getByRole('button', { name: 'Unfold all' }).tap()
      await expect(row.filter({ visible: true })).toHaveCount(2)
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('searchbox').fill('exporter down')
      const hits = page.locator('#results').getByRole('link', { name: /^Exporter down/ })
      await expect(hits).toHaveCount(2)
      await expect(hits.first()).toContainText(/Runbook · team-\d\/page-\d\.md · no owner · never verified/)
      await page.getByRole('searchbox').fill('')
      await page.locator('summary', { hasText: 'Filter' }).tap()
      await page.getByRole('combobox', { name: 'Verified' }).selectOption('90')
      await expect(page.getByText('5 of 59 documents.').first()).toBeVisible()
      await expect(page.locator('summary', { hasText: 'team-1' })).toBeHidden()
      await page.getByRole('searchbox').fill('zzzzqq')
      await expect(page.getByText('A filter is set')).toBeVisible()
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('button', { name: 'Show all' }).tap()
      await expect(page.getByText('A filter is set')).toBeHidden()
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wider).toBeLessThanOrEqual(0)
    })
  })
}

test('B12 the arrow keys go through list and groups, and lead back to the search', onlyLoopback, async ({ copies }) => {
  const page = await copies.open(copies.bundle(manyRunbooks(copies.folder)))
  await page.keyboard.press('/')
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press('ArrowDown')
  const focused = page.locator(':focus')
  await expect(focused).toHaveText(/^team-0/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveText(/^Exporter down/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Exporter down' })).toBeVisible()
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('searchbox')).toBeFocused()
})

test('B12 a link to a document unfolds the group it stands in', onlyLoopback, async ({ copies }) => {
  const page = await copies.open(copies.bundle(manyRunbooks(copies.folder)))
  await page.getByRole('searchbox').fill('page 17')
  await page.locator('#results a').first().click()
  await page.getByRole('searchbox').fill('')
  await expect(page.locator('#shelves').getByRole('link', { name: /Page 17/ })).toBeVisible()
})

test('B1 B12 what is not in the copy is named, also when nothing is found', onlyLoopback, async ({ copies }) => {
  const workspace = manyRunbooks(copies.folder)
  const page = await copies.open(copies.bundle(workspace, '--leave-out', 'runbooks/team-2', '--no-contacts'))
  const holdings = page.locator('.holdings')
  await expect(holdings).toContainText('35 of 45')
  await expect(holdings).toContainText('Contactsnot in it')
  await expect(holdings.getByText('runbooks/team-2/')).toBeVisible()
  await page.getByRole('searchbox').fill('zzzzzzqq')
  await expect(page.getByText('This copy does not have everything: 10 documents left out or unread.')).toBeVisible()
})

test(
  'B12 printed with everything, the list stands in front and nothing is folded',
  onlyLoopback,
  async ({ copies }) => {
    const page = await copies.open(copies.bundle(manyRunbooks(copies.folder)))
    await page.getByRole('searchbox').fill('exporter')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await expect(page.locator('#shelves').getByRole('link', { name: /Page 17/ })).toBeVisible()
    await expect(page.getByRole('searchbox')).toBeHidden()
    await expect(page.locator('#results')).toBeHidden()
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('searchbox').fill('')
    await expect(page.locator('#shelves').getByRole('link', { name: /Page 17/ })).toBeHidden()
  },
)

test('nothing stands out of the card of who is on call, and no filter is cut', onlyLoopback, async ({ copies }) => {
  const workspace = manyRunbooks(copies.folder)
  const team = join(workspace, 'team.yaml')
  writeFileSync(team, readFileSync(team, 'utf8').replaceAll('+1 555 0143', '+44 7700 900123 ext 4455'))
  const page = await copies.open(copies.bundle(workspace))
  await page.locator('summary', { hasText: 'Filter' }).click()
  const select = page.getByRole('combobox', { name: 'Verified' })
  await select.selectOption('90')
  for (const width of [360, 900, 1024, 1280]) {
    await page.setViewportSize({ width, height: 740 })
    const beyond = await page.locator('#shelves .now').evaluate((card) => {
      const inner = card.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(card).paddingRight)
      return Math.max(...[...card.querySelectorAll('*')].map((part) => part.getBoundingClientRect().right - inner))
    })
    expect(beyond, `${width}`).toBeLessThanOrEqual(1)
    const cut = await select.evaluate((field) => {
      const shown = field.clientWidth
      field.style.width = 'max-content'
      const wanted = field.clientWidth
      field.style.width = ''
      return wanted - shown
    })
    expect(cut, `${width}`).toBeLessThanOrEqual(0)
  }
})
