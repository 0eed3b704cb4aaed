import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { demo, expect, PASSPHRASE, test } from '../support/offline-copies.ts'

const onlyLoopback = { tag: '@loopback' }

test('encrypted: nothing can be read until the passphrase fits', onlyLoopback, async ({ copies }) => {
  const file = copies.bundle(demo, '--encrypt')
  const bytes = readFileSync(file, 'utf8')
  for (const word of ['+1 555', 'Engineer', 'example.com', 'Aggregate profit', 'airflow', 'runbooks/', PASSPHRASE]) {
    expect(bytes.includes(word), word).toBe(false)
  }
  const page = await copies.open(file, '2027-03-01T00:00:00Z')
  await expect(page.getByText('This copy has been stale since')).toBeVisible()
  await page.getByLabel('Passphrase').fill('four other words')
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByText('That passphrase does not open this copy')).toBeVisible()
  await page.getByLabel('Passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByRole('searchbox').fill('late data')
  await expect(page.locator('#results a').first()).toBeVisible()
})

test('encrypted: a file with another date in it does not open', onlyLoopback, async ({ copies }) => {
  const file = copies.bundle(demo, '--encrypt')
  const changed = join(copies.folder, 'changed.html')
  writeFileSync(changed, readFileSync(file, 'utf8').replaceAll('2027-02-18', '2029-02-18'))
  const page = await copies.open(changed)
  await page.getByLabel('Passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByText('or the file was changed')).toBeVisible()
})

test('encrypted: what is over stays over, however long it was locked', onlyLoopback, async ({ copies, page }) => {
  await page.clock.install({ time: new Date('2027-02-15T03:00:00Z') })
  await page.goto(pathToFileURL(copies.bundle(demo, '--encrypt')).href)
  await page.clock.fastForward('20:00')
  await page.getByLabel('Passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('link', { name: 'Offline copy' })).toBeFocused()
  const overdue = page.getByText('past the review date')
  await expect(overdue).toBeVisible()
  await page.clock.fastForward('45:00')
  await expect(overdue).toBeVisible()
  await page.getByRole('link', { name: 'On call', exact: true }).click()
  await expect(page.locator('#schedule [data-over]')).toBeVisible()
})
