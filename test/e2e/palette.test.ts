import { composer, declareBehindTheScreen, entry, goTo, goToIncident, sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

test('the palette reaches commands by their words, and gives the focus back', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await goToIncident(page, incident)
  await page.keyboard.press('n')
  await page.keyboard.press('Control+k')
  const search = page.getByRole('textbox', { name: 'Search or do anything' })
  await expect(search).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
  await expect(composer(page)).toBeFocused()

  await page.keyboard.press('Control+k')
  await expect(search).toBeFocused()
  await page.keyboard.type('acknowl')
  await page.keyboard.press('Enter')
  await expect(entry(page, /acknowledged/i)).toHaveCount(1)

  await expect(search).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(search).toBeFocused()
  await page.keyboard.type('escalate to lead')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Escalate to the lead now' })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('It went out wrong')
  await page.keyboard.press('Enter')
  await expect(entry(page, 'It went out wrong')).toBeVisible()
})

test('the palette opens a runbook by a word of its text, and leads to the Library with what was typed', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const palette = page.getByRole('dialog', { name: 'Commands' })
  const ask = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('textbox', { name: 'Search or do anything' })).toBeFocused()
    await page.keyboard.type(words)
  }
  await ask('aggregate-profit-investors.md')
  await expect(palette.getByRole('button', { name: /Search the Library for/ })).toBeVisible()
  await expect(palette.getByRole('button').nth(1)).toContainText('runbooks/aggregate-profit-investors.md')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(page).toHaveURL(/#\/library\/runbooks.*aggregate-profit-investors\.md/)
  await expect(page.locator('#document-title')).toBeFocused()

  const title = (await page.locator('#document-title').textContent()) ?? ''
  await page.goBack()
  await ask(title)
  await expect(palette.locator('[data-selected]')).toContainText('aggregate-profit-investors.md')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/library\/runbooks.*aggregate-profit-investors\.md/)
  await expect(palette).toBeHidden()

  await ask('swap the tables')
  await page.keyboard.press('Enter')
  const box = page.getByRole('searchbox', { name: 'Search runbooks and past incidents' })
  await expect(box).toHaveValue('swap the tables')
  await expect(page.getByRole('link', { name: /swap the tables/i }).first()).toBeVisible()
})

test('a document that arrives behind the palette leaves the focus where one types', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('textbox', { name: 'Search or do anything' })
  await expect(field).toBeFocused()
  await goTo(page, '#/library/runbooks/aggregate-profit-investors.md')
  await expect(page.locator('#document-title')).toBeVisible()
  await page.keyboard.type('swap the tables')
  await expect(field).toHaveValue('swap the tables')
})
