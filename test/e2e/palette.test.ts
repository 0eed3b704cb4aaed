import type { Locator, Page } from '@playwright/test'
import {
  composer,
  declareBehindTheScreen,
  entry,
  factsOf,
  goTo,
  goToIncident,
  holdCalls,
  sitDown,
  stateFacts,
} from '../support/at-the-desk.ts'
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

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Commands' })
const chosen = (page: Page): Locator => palette(page).locator('[data-selected]')
const box = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search runbooks and past incidents' })

async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Search or do anything' })).toBeFocused()
  await page.keyboard.type(words)
}

const isFocusInMain = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.getElementById('main')?.contains(document.activeElement) === true)

test('what is pasted or typed as the name of one runbook opens it, and the way to the Library comes after', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  for (const words of [
    'runbooks/aggregate-profit-investors.md',
    '/home/me/ops/runbooks/aggregate-profit-investors.md:12',
    'aggregate-profit-investors.md',
    'ProfitNegative',
    'Aggregate profit, for investors',
  ]) {
    await ask(page, words)
    await expect(chosen(page)).toContainText('runbooks/aggregate-profit-investors.md')
    await expect(palette(page).getByRole('button', { name: /Search the Library for/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(palette(page)).toBeHidden()
    await expect(page).toHaveURL(/#\/library\/runbooks.*aggregate-profit-investors\.md/)
    await expect(page.locator('#document-title')).toBeFocused()
    await goTo(page, '#/tonight')
    await expect(page.locator('#document-title')).toHaveCount(0)
  }
})

test('a path that is pasted before the documents are listed still chooses its runbook', { tag: '@loopback' }, async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const list = await holdCalls(page, 'library.list')
  await ask(page, 'runbooks/aggregate-profit-investors.md')
  await expect(chosen(page)).toContainText('Search the Library')
  list()
  await expect(chosen(page)).toHaveText(/^Aggregate profit for investors/)
  await page.keyboard.press('Enter')
  await expect(page.locator('#document-title')).toBeFocused()
})

test('words that name nothing go to the Library, and are gone on with there', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  for (const where of ['#/tonight', '#/library', '#/library/runbooks/aggregate-profit-investors.md']) {
    await goTo(page, where)
    await ask(page, 'swap the')
    await page.keyboard.press('Enter')
    await expect(palette(page)).toBeHidden()
    await expect(box(page)).toBeFocused()
    await page.keyboard.type(' tables')
    await expect(box(page)).toHaveValue('swap the tables')
    await expect(page.getByRole('link', { name: /swap the tables/i }).first()).toBeVisible()
  }
})

test('the palette finds open incidents, past ones and people by name', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const over = await declareBehindTheScreen(nightdesk, { title: 'The secret run of last week' })
  await stateFacts(nightdesk, over, { type: 'incident.resolved', data: {} })
  const open = await declareBehindTheScreen(nightdesk, { title: 'Secret run' })
  await ask(page, 'secret r')
  await expect(chosen(page)).toContainText('Secret run')
  await expect(palette(page).getByRole('button').last()).toContainText('The secret run of last week')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Secret run', level: 1 })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(open))
  expect(await isFocusInMain(page)).toBe(true)

  await ask(page, 'engineer c')
  await expect(chosen(page)).toContainText('Engineer C')
  await page.keyboard.press('Enter')
  const call = page.getByRole('dialog', { name: 'Call Engineer C' })
  await expect(call.getByRole('button', { name: 'Dial' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(call).toBeHidden()
  await expect.poll(() => isFocusInMain(page)).toBe(true)
})

test('after a command that leads elsewhere the focus is on the screen', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  for (const [words, address] of [
    ['go to settings', /settings/],
    ['go to schedule', /schedule/],
    ['go to tonight', /tonight/],
    ['go to library', /library/],
  ] as const) {
    await page.getByRole('link', { name: 'Nightdesk' }).focus()
    await ask(page, words)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(address)
    await expect(palette(page)).toBeHidden()
    expect(await isFocusInMain(page)).toBe(true)
  }
})

test('after a dialog that the palette led to is closed the focus is on the screen', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await ask(page, 'declare')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Declare incident' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => isFocusInMain(page)).toBe(true)
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

const main = (page: Page): Locator => page.locator('#main')

test('what leads to a field has the focus there, also where the screen had it before', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await goToIncident(page, incident)
  const before = await factsOf(nightdesk, incident)
  for (const [words, text] of [
    ['decision', '/decision '],
    ['/sev', '/sev '],
    ['add to timeline', ''],
  ] as const) {
    await main(page).focus()
    await ask(page, words)
    await page.keyboard.press('Enter')
    await page.keyboard.type('ask the data team')
    await expect(composer(page)).toHaveValue(`${text}ask the data team`)
    await composer(page).fill('')
  }
  await main(page).focus()
  await ask(page, '/hypothesis')
  await chosen(page).click()
  await page.keyboard.type('a lock')
  await expect(composer(page)).toHaveValue('/hypothesis a lock')
  await main(page).focus()
  await ask(page, 'status update')
  await page.keyboard.press('Enter')
  await page.keyboard.type('readers wait')
  const dialog = page.getByRole('dialog', { name: 'Status update' })
  await expect(dialog.locator(':focus')).toHaveValue(/readers wait/)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await factsOf(nightdesk, incident)).toEqual(before)

  await goTo(page, '#/library')
  await expect(box(page)).toBeVisible()
  await main(page).focus()
  await ask(page, 'search runbooks')
  await page.keyboard.press('Enter')
  await page.keyboard.type('swap the tables')
  await expect(box(page)).toHaveValue('swap the tables')
})

test('what states something and leads nowhere gives the focus back to what had it', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await goToIncident(page, await declareBehindTheScreen(nightdesk))
  await composer(page).focus()
  await ask(page, 'give up command')
  await page.keyboard.press('Enter')
  await page.keyboard.type('done')
  await expect(composer(page)).toHaveValue('done')
})

test('the moves that have buttons are commands, too', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await goToIncident(page, await declareBehindTheScreen(nightdesk))
  await main(page).focus()
  await ask(page, 'snooze')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Snooze the next rung' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  for (const words of ['postmortem', 'export']) {
    await goTo(page, '#/tonight')
    await page.goBack()
    await expect(composer(page)).toBeVisible()
    await ask(page, words)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/postmortem\//)
    await page.goBack()
    await expect(composer(page)).toBeVisible()
  }
})
