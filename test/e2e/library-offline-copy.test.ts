import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violationsOn } from '../support/accessibility.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const onlyLoopback = { tag: '@loopback' }

async function openDialog(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/#/library`)
  await page.getByRole('button', { name: 'Save offline copy' }).click()
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save', exact: true }).click()

test('the Library saves a copy, says where, and offers it as a download', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await openDialog(page, nightdesk.origin())
  await page.getByLabel('Passphrase (optional)').fill('too short')
  await save(page)
  await expect(page.getByText('A passphrase has at least 12 characters.')).toBeVisible()
  await expect(page.getByLabel('Passphrase (optional)')).toBeFocused()
  await page.getByLabel('Passphrase once more').fill('too short')
  await page.getByLabel('Passphrase (optional)').fill('')
  await expect(page.getByText('A passphrase has at least 12 characters.')).toBeHidden()
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(page.getByText(/documents in one file of/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Done' })).toBeFocused()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download it too' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.html$/)
})

test(
  'B1 the weeks can be typed, and schedule and contacts are chosen apart',
  onlyLoopback,
  async ({ nightdesk, dataFolder }) => {
    const { page } = nightdesk
    await openDialog(page, nightdesk.origin())
    const weeks = page.getByLabel('Weeks of the schedule')
    await weeks.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Backspace')
    await save(page)
    await expect(page.getByText('Say for how many weeks: 1 to 52.')).toBeVisible()
    await expect(weeks).toBeFocused()
    await page.keyboard.type('6')
    await expect(weeks).toHaveValue('6')
    await page.getByLabel('Who is on call in the next weeks').uncheck()
    await expect(weeks).toBeDisabled()
    await save(page)
    await page.getByRole('button', { name: 'Done' }).click()
    await openDialog(page, nightdesk.origin())
    await page.getByLabel('Phone numbers, mail addresses and chat names').uncheck()
    await expect(page.getByText(/Names stay\. Look through the copy/)).toBeVisible()
    await save(page)
    await expect(page.getByText('No number, mail address or chat name was found in the texts.')).toBeVisible()
    const folder = join(dataFolder, 'exports/offline')
    const [some = '', without = ''] = readdirSync(folder).sort().reverse()
    expect(some).toMatch(/-runbooks-reference-contacts\.html$/)
    expect(without).toMatch(/\d-no-contacts\.html$/)
    expect(readFileSync(join(folder, some), 'utf8')).toContain('id="contacts"')
    expect(readFileSync(join(folder, some), 'utf8')).not.toContain('id="schedule"')
    expect(readFileSync(join(folder, without), 'utf8')).not.toContain('+1 555')
  },
)

test.describe('folders', onlyLoopback, () => {
  test.use({
    workspaceFolder: ownWorkspace((folder) => {
      for (const team of ['apes', 'bees']) {
        mkdirSync(join(folder, 'runbooks', team))
        writeFileSync(join(folder, 'runbooks', team, 'one.md'), `# One of ${team}\n\n- Do it.\n`)
        writeFileSync(join(folder, 'runbooks', team, 'two.md'), `# Two of ${team}\n\n- Do it.\n`)
      }
    }),
  })

  test('B1 a folder or a pipeline stays behind, or is the only one that goes', async ({ nightdesk, dataFolder }) => {
    const { page } = nightdesk
    await openDialog(page, nightdesk.origin())
    await page.getByText('All 7 pipelines and folders').click()
    await page.getByRole('checkbox', { name: 'bees' }).uncheck()
    await page.getByRole('checkbox', { name: 'Aggregate profit for investors' }).uncheck()
    await expect(page.getByText('5 of 7 pipelines and folders, 6 of 9 documents')).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await save(page)
    await page.getByText('3 documents are not in it').click()
    await expect(page.getByText('runbooks/bees/', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Save offline copy' }).click()
    await page.getByText('All 7 pipelines and folders').click()
    await page.getByRole('button', { name: 'None' }).click()
    await save(page)
    await expect(page.getByText('Nothing of runbooks is chosen.')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Runbooks' })).toBeFocused()
    expect(await violationsOn(page)).toEqual([])
    await page.getByRole('checkbox', { name: 'apes' }).check()
    await page.getByRole('checkbox', { name: 'Reference' }).uncheck()
    await save(page)
    await expect(page.getByText('2 documents in one file')).toBeVisible()
    const folder = join(dataFolder, 'exports/offline')
    const copies = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(copies.filter((text) => text.includes('Two of bees'))).toEqual([])
    expect(copies.filter((text) => text.includes('Two of apes'))).toHaveLength(2)
  })
})

test.describe('what stands in the way', onlyLoopback, () => {
  const key = ['AKIA', 'IOSFODNN7QWERTYU'].join('')
  test.use({
    workspaceFolder: ownWorkspace((folder) => {
      writeFileSync(join(folder, 'reference/keys.md'), `# Keys\n\nUse ${key} now.\n\nCall 0800 330 1000.\n`)
      const team = readFileSync(join(folder, 'team.yaml'), 'utf8')
      writeFileSync(join(folder, 'team.yaml'), team.replace('timezone: Europe/Berlin', 'timezone: Europe/Berlinn'))
    }),
  })

  test('B7 B10 secrets and a bad team.yaml are named, and one can decide', async ({ nightdesk, dataFolder }) => {
    const { page } = nightdesk
    await openDialog(page, nightdesk.origin())
    await save(page)
    const alert = page.getByRole('dialog').getByRole('alert')
    await expect(alert).toContainText('Nothing was saved yet.')
    await expect(alert).toContainText('reference/keys.md:3')
    await expect(alert).toContainText(/team\.yaml:\d+/)
    expect(await violationsOn(page)).toEqual([])
    await page.getByLabel('Without this document').check()
    await save(page)
    await page.getByLabel('Save it all the same. The copy warns in red.').check()
    await page.getByLabel('Phone numbers, mail addresses and chat names').uncheck()
    await save(page)
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('People and schedule may be wrong')
    await expect(page.getByText('1 document is not in it')).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Save offline copy' }).click()
    await page.getByLabel('Phone numbers, mail addresses and chat names').uncheck()
    await save(page)
    await page.getByLabel('Without these lines').check()
    await page.getByLabel('Save it all the same. The copy warns in red.').check()
    await save(page)
    await page.getByText('1 contact taken out in 1 file').click()
    await expect(page.getByText('reference/keys.md').first()).toBeVisible()
    await expect(page.getByText('1 line left out for secrets in 1 file')).toBeVisible()
    const folder = join(dataFolder, 'exports/offline')
    const copies = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(copies).toHaveLength(2)
    expect(copies.some((text) => text.includes(key))).toBe(false)
  })
})
