import { expect, test } from '../support/nightdesk-test.ts'

const onlyLoopback = { tag: '@loopback' }

test('the Library saves a copy, says where, and offers it as a download', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await page.goto(`${nightdesk.origin()}/#/library`)
  await page.getByRole('button', { name: 'Save offline copy' }).click()
  await page.getByLabel('Passphrase (optional)').fill('too short')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('A passphrase has at least 12 characters.')).toBeVisible()
  await page.getByLabel('Passphrase (optional)').fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/documents in one file of/)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download it too' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.html$/)
})
