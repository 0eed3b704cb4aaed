import type { Locator, Page } from '@playwright/test'
import {
  clock,
  composer,
  declareBehindTheScreen,
  entry,
  factsOfType,
  goToIncident,
  pressPair,
  region,
  sitDown,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

const LONGEST_WALK = 120

/** Walks with Tab until the focus is where it should be; every stop on the way must be something, and visible. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < LONGEST_WALK; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${target} is not reached by ${key}`)
}

const isFocusLost = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === null || document.activeElement === document.body)

/** Whether what has the focus shows it: an outline, a ring or a border that it does not have otherwise. */
const focusLook = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return 'nothing has the focus'
    const look = (of: Element) => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(of)
      return `${outlineStyle} ${outlineStyle === 'none' ? '' : outlineWidth} ${boxShadow} ${borderColor}`
    }
    const near = [element, element.parentElement ?? element, element.nextElementSibling ?? element]
    const focused = near.map(look)
    element.blur()
    const unfocused = near.map(look)
    element.focus()
    const isShown = focused.some((each, index) => each !== unfocused[index])
    return isShown ? 'shown' : `not shown: ${element.outerHTML.slice(0, 120)}`
  })

test('the whole path without a mouse', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)

  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await page.keyboard.type('Profit is late')
  await tabTo(page, dialog.getByLabel('Pipeline'))
  await page.keyboard.type('Aggregate profit')
  await expect(dialog.getByRole('combobox', { name: 'Runbook' })).toHaveValue('Aggregate profit for investors')
  await tabTo(page, dialog.getByRole('button', { name: 'Declare', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Profit is late', level: 1 })).toBeVisible()
  await expect.poll(() => isFocusLost(page)).toBe(false)
  const incident = /#\/incident\/(\S+)$/.exec(page.url())?.[1] ?? ''

  await page.keyboard.press('a')
  await expect(entry(page, /acknowledged/i)).toHaveCount(1)

  const picker = region(page, 'Runbook').getByRole('combobox', { name: 'Failure scenario' })
  await tabTo(page, picker)
  await page.keyboard.type('Late')
  await expect(picker.locator('option:checked')).toHaveText('Late data')
  await expect(entry(page, /Late data/).first()).toBeVisible()
  await expect.poll(() => isFocusLost(page)).toBe(false)

  const first = region(page, 'Runbook').getByRole('checkbox', { name: /^Check when each source/ })
  await tabTo(page, first)
  await page.keyboard.press('Space')
  await expect(first).toBeChecked()
  await expect(first).toBeFocused()

  await page.keyboard.press('n')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type('/dec')
  await expect(page.getByRole('option', { name: /decision/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Tab')
  await expect(composer(page)).toHaveValue('/decision ')
  await page.keyboard.type('We hold the report')
  await page.keyboard.press('Enter')
  await expect(entry(page, 'We hold the report')).toBeVisible()
  await expect(composer(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await expect(entry(page, /starred/)).toBeVisible()

  await page.keyboard.press('m')
  await expect(page.getByRole('dialog', { name: 'Mitigated' }).getByRole('textbox')).toBeFocused()
  await page.keyboard.type('The report is held')
  await page.keyboard.press('Enter')
  await expect(clock(page, 'Next rung')).toHaveText('none')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('r')
  await expect(page.getByRole('dialog', { name: 'Resolve' }).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'It is over.' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()

  await pressPair(page, 'g', 't')
  await expect(page.getByRole('link', { name: /Profit is late/ })).toBeVisible()
  expect((await factsOfType(nightdesk, incident, 'incident.resolved')).length).toBe(1)
})

/** Presses a key and says at once, before anything else can run, whether the focus is in a field of a dialog. */
const isInFieldAtOnce = (page: Page, key: string, ctrlKey = false): Promise<boolean> =>
  page.evaluate(
    ([pressed, isChord]) => {
      const on = document.activeElement ?? document.body
      on.dispatchEvent(
        new KeyboardEvent('keydown', { key: pressed, ctrlKey: isChord, bubbles: true, cancelable: true }),
      )
      return document.activeElement?.matches('[role=dialog] :is(input, textarea)') === true
    },
    [key, ctrlKey] as const,
  )

test('who types on at once after the key of a dialog types into it, and presses no key of the screen behind it', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await goToIncident(page, incident)
  for (const [key, name] of [
    ['d', 'Declare incident'],
    ['m', 'Mitigated'],
  ] as const) {
    const isIn = await isInFieldAtOnce(page, key)
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog).toBeVisible()
    expect(isIn, `the field of ${name}`).toBe(true)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  expect(await isInFieldAtOnce(page, 'k', true)).toBe(true)
  expect(await factsOfType(nightdesk, incident, 'incident.mitigated')).toHaveLength(0)
})

test('the sheet of keys tells every key of the screen, and Esc closes it', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await goToIncident(page, await declareBehindTheScreen(nightdesk))
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  for (const label of ['Declare incident', 'Acknowledge', 'Add to timeline', 'Step done', 'Search or do anything']) {
    await expect(sheet.getByText(label, { exact: true })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('a dialog keeps the focus inside, Esc closes it, and the focus goes back to what opened it', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await goToIncident(page, await declareBehindTheScreen(nightdesk))
  for (const [name, title] of [
    ['Notify secondary now', 'Notify the secondary now'],
    ['Escalate to lead now', 'Escalate to the lead now'],
    ['Snooze', 'Snooze the next rung'],
  ] as const) {
    const opener = region(page, 'Escalation').getByRole('button', { name })
    await tabTo(page, opener)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: title })
    await expect(dialog.getByRole('textbox')).toBeFocused()
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab')
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(opener).toBeFocused()
  }
})

test('single keys are silent in text fields and can be switched off', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await goToIncident(page, await declareBehindTheScreen(nightdesk))
  await page.keyboard.press('n')
  await page.keyboard.type('dam?')
  await expect(composer(page)).toHaveValue('dam?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const letters = page.getByRole('switch', { name: 'Single keys do things' })
  await tabTo(page, letters)
  await page.keyboard.press('Space')
  await expect(letters).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('d')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Search or do anything' })).toBeFocused()
  await expect(page.getByRole('dialog', { name: 'Declare incident' })).toHaveCount(0)
})

for (const screen of ['Tonight', 'Incident'] as const) {
  test(`every stop of the Tab key on ${screen} is visible and shows its focus`, async ({ nightdesk }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    const incident = await declareBehindTheScreen(nightdesk)
    if (screen === 'Incident') await goToIncident(page, incident)
    else await expect(page.getByRole('link', { name: /Profit is late/ })).toBeVisible()
    const looks = new Set<string>()
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      if (await isFocusLost(page)) break
      looks.add(await focusLook(page))
    }
    expect([...looks]).toEqual(['shown'])
  })
}

test('the focus is not lost when the button that has it goes away', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await goToIncident(page, incident)
  await tabTo(page, region(page, 'Escalation').getByRole('button', { name: 'Acknowledge' }))
  await page.keyboard.press('Enter')
  await expect(entry(page, /acknowledged/i)).toHaveCount(1)
  await expect.poll(() => isFocusLost(page)).toBe(false)
})

test('the timeline is walked with the arrows', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await goToIncident(page, await declareBehindTheScreen(nightdesk))
  const entries = region(page, 'Timeline').getByRole('article')
  await tabTo(page, entries.last())
  await page.keyboard.press('ArrowUp')
  await expect(entries.nth((await entries.count()) - 2)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(entries.last()).toBeFocused()
})
