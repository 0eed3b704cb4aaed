import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { demo, expect, phone, test } from '../support/offline-copies.ts'

const onlyLoopback = { tag: '@loopback' }

test.describe('on a phone, from disk, with no network', onlyLoopback, () => {
  test.use({ viewport: phone, hasTouch: true })

  test('search, open, tick, go back, and find the ticks again', async ({ copies }) => {
    const file = copies.bundle(demo)
    const page = await copies.open(file)
    await page.getByRole('searchbox', { name: 'Search runbooks and reference' }).fill('latr data')
    const hit = page.locator('#results').getByRole('link', { name: /Aggregate profit for investors/ })
    await expect(hit.locator('mark').first()).toBeVisible()
    await hit.tap()
    await expect(page.getByRole('heading', { level: 1, name: 'Aggregate profit for investors' })).toBeVisible()
    await expect(page.getByRole('searchbox')).toBeHidden()
    await page.locator('summary', { hasText: 'Late data' }).filter({ visible: true }).tap()
    const step = page.getByRole('checkbox', { name: /Check when each source last landed/ }).filter({ visible: true })
    await step.first().tap()
    await expect(page.getByText('1 of 9 done')).toBeVisible()
    await page.getByRole('link', { name: 'All documents' }).tap()
    await expect(page.getByRole('searchbox')).toBeVisible()
    await page.goBack()
    await page.reload()
    await expect(page.getByText('1 of 9 done')).toBeVisible()
    await page.getByRole('button', { name: 'Clear ticks' }).tap()
    await expect(page.getByText('1 of 9 done')).toBeHidden()
  })

  test('who is on call now, with a number to touch, and moving on with the clock', async ({ copies }) => {
    const file = copies.bundle(demo)
    const page = await copies.open(file)
    const now = page.locator('#shelves .now')
    await expect(now).toContainText('Engineer C')
    await expect(now.getByRole('link', { name: 'Call Engineer C, +1 555 0143' })).toHaveAttribute(
      'href',
      'tel:+15550143',
    )
    await page.getByRole('link', { name: 'Contacts', exact: true }).tap()
    await expect(page.getByRole('link', { name: 'payments-oncall@example.com' })).toHaveAttribute(
      'href',
      'mailto:payments-oncall@example.com',
    )
    const later = await copies.open(file, '2026-11-24T03:00:00Z')
    await expect(later.locator('#shelves .now')).toContainText('Engineer D')
  })

  test('links between documents work; one to a heading shows it', async ({ copies }) => {
    const workspace = join(copies.folder, 'linked')
    mkdirSync(join(workspace, 'runbooks'), { recursive: true })
    writeFileSync(join(workspace, 'runbooks/a.md'), '# First\n\nSee [the remedy](b.md#the-remedy).\n')
    writeFileSync(join(workspace, 'runbooks/b.md'), `# Second\n\n${'Words.\n\n'.repeat(200)}## The remedy\n\nDo it.\n`)
    const page = await copies.open(copies.bundle(workspace))
    await page.getByRole('link', { name: /First/ }).tap()
    await page.locator('.step').getByRole('link', { name: 'the remedy' }).tap()
    await expect(page.getByRole('heading', { name: 'The remedy' })).toBeInViewport()
    await expect(page).toHaveTitle(/Second/)
  })
})

test('a command is copied as it stands', onlyLoopback, async ({ copies, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await copies.open(copies.bundle(demo))
  await page.getByRole('link', { name: /Aggregate profit/ }).click()
  await page.locator('summary', { hasText: 'Late data' }).filter({ visible: true }).click()
  const command = page.locator('.command', { hasText: 'hold_investor_profit true' }).filter({ visible: true }).first()
  await command.getByRole('button', { name: 'Copy' }).click()
  await expect(command.getByRole('button')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'airflow variables set hold_investor_profit true',
  )
})

test('DECISIONS 66 forbidden code has no button in the copy', onlyLoopback, async ({ copies }) => {
  const workspace = join(copies.folder, 'forbidden')
  mkdirSync(join(workspace, 'runbooks'), { recursive: true })
  const code = (words: string) => `\`\`\`sh\n${words}\n\`\`\`\n\n`
  const text = `---\nowner: a\n---\n# Ring\n\n## Mitigation\n\nNever run this:\n\n${code('ringctl drop')}Look:\n\n${code('ringctl show')}`
  writeFileSync(join(workspace, 'runbooks/a.md'), '# First\n')
  writeFileSync(join(workspace, 'runbooks/b.md'), text)
  const page = await copies.open(copies.bundle(workspace))
  await page.emulateMedia({ media: 'print' })
  const unopened = await page
    .locator('pre', { hasText: 'ringctl' })
    .evaluateAll((blocks) =>
      blocks.map((block) => `${block.textContent} ${getComputedStyle(block, '::after').content}`),
    )
  const said = unopened.filter((words) => words.includes('not to be run'))
  expect(said, unopened.join('; ')).toHaveLength(2)
  expect(said.every((words) => words.startsWith('ringctl drop'))).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: /Ring/ }).click()
  const written = page.locator('section.text .command').filter({ visible: true })
  const forbidden = page.locator('.text .command', { hasText: 'ringctl drop' }).filter({ visible: true })
  await expect(forbidden).toHaveCount(2)
  await expect(forbidden.getByText('not to be run').filter({ visible: true })).toHaveCount(2)
  await expect(forbidden.getByRole('button')).toHaveCount(0)
  await expect(written.filter({ hasText: 'ringctl show' }).getByRole('button')).toHaveText('Copy')
})

test('its schedule ends with its weeks, all else with its age; each is said', onlyLoopback, async ({ copies }) => {
  const file = copies.bundle(demo, '--weeks', '2')
  const fresh = await copies.open(file, '2026-12-04T11:59:00Z')
  await expect(fresh.locator('#stale')).toBeEmpty()
  await expect(fresh.getByText('Made 20 Nov 2026, 12:00 UTC, 13 days ago.')).toBeVisible()
  await expect(fresh.locator('#shelves .now')).toContainText('As planned on 20 Nov 2026')
  const over = await copies.open(file, '2026-12-04T12:00:00Z')
  await expect(over.locator('#stale')).toBeEmpty()
  await expect(over.locator('#shelves .now')).toContainText('The schedule in this copy ended on 4 Dec 2026.')
  await over.getByRole('link', { name: 'On call', exact: true }).click()
  await expect(over.getByText('This schedule is over.')).toBeVisible()
  await over.getByRole('link', { name: 'Contacts', exact: true }).click()
  await expect(over.getByText('As team.yaml had them on 20 Nov 2026, 14 days ago.')).toBeVisible()
  const stale = await copies.open(copies.bundle(demo, '--weeks', '52'), '2027-02-18T12:00:00Z')
  await expect(stale.getByText('This copy has been stale since 18 Feb 2027, 12:00 UTC')).toBeVisible()
  const muchLater = await copies.open(file, '2027-03-01T12:00:00Z')
  const overdue = muchLater.locator('.overdue-list')
  await expect(overdue).toContainText('documents are past the review date')
  await expect(overdue.getByRole('link', { name: /Aggregate profit/ })).toBeVisible()
  const row = muchLater.locator('.shelf').getByRole('link', { name: /Aggregate profit/ })
  await expect(row).toContainText('review was due 10 Feb 2027')
  await expect(fresh.locator('.shelf').getByText('review was due').first()).toBeHidden()
  await row.click()
  await expect(overdue).toBeHidden()
  await expect(muchLater.locator('.facts .overdue').filter({ visible: true })).toContainText('10 Feb 2027')
})

test.describe('with scripts off', onlyLoopback, () => {
  test.use({ javaScriptEnabled: false, viewport: phone })

  test('everything can be read, and links work', async ({ copies, context }) => {
    const file = copies.bundle(demo)
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    await expect(page.getByRole('heading', { name: 'Aggregate profit for investors', exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Call Engineer C, +1 555 0143' })).toBeVisible()
    await expect(page.getByText('Stale from 18 Feb 2027')).toBeVisible()
  })
})

test('prints the chosen document, or everything', onlyLoopback, async ({ copies }) => {
  const page = await copies.open(copies.bundle(demo))
  const shownOnPaper = async (): Promise<number> => {
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const shown = await page.locator('.view').filter({ visible: true }).count()
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('light')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    return shown
  }
  await expect(page.getByRole('button', { name: 'Print all' })).toBeVisible()
  expect(await shownOnPaper()).toBe(21)
  await page.getByRole('link', { name: /Aggregate profit/ }).click()
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible()
  expect(await shownOnPaper()).toBe(1)
  const feet = await page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n'),
  )
  expect(feet).toContain(
    'made 20 Nov 2026, 12:00 UTC, schedule to 15 Jan 2027, 12:00 UTC, stale from 18 Feb 2027, 12:00 UTC',
  )
})

test('a thousand runbooks open and are searched', onlyLoopback, async ({ copies }) => {
  test.slow()
  const workspace = join(copies.folder, 'thousand')
  mkdirSync(join(workspace, 'runbooks'), { recursive: true })
  const sample = readFileSync(join(demo, 'runbooks/aggregate-profit-investors.md'), 'utf8').slice(0, 4_000)
  for (let number = 0; number < 1_000; number += 1) {
    const text = sample.replaceAll('Aggregate profit for investors', `Feed ${number} is late`)
    writeFileSync(
      join(workspace, 'runbooks', `feed-${number}.md`),
      text.replaceAll('aggregate-profit-investors', `feed-${number}`),
    )
  }
  const page = await copies.open(copies.bundle(workspace))
  await expect(page.getByRole('link', { name: /Feed 999 is late/ })).toBeAttached()
  await page.getByRole('searchbox').fill('feed')
  await expect(page.locator('#results')).toContainText('The first 40 of 1000 documents found.', { timeout: 30_000 })
  await page.getByRole('searchbox').fill('feed 777')
  await expect(page.locator('#results a').first()).toContainText('Feed 777 is late', { timeout: 30_000 })
  await page.locator('#results a').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Feed 777 is late' })).toBeVisible()
})
