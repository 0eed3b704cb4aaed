import type { Page } from '@playwright/test'
import { expectNoViolations } from '../support/accessibility.ts'
import {
  answered,
  clock,
  composer,
  declareBehindTheScreen,
  entry,
  factsOf,
  goTo,
  goToIncident,
  region,
  sitDown,
  stateFacts,
  wear,
} from '../support/at-the-desk.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

const onlyLoopback = { tag: '@loopback' }

// Axe takes a second or two for each state; the limit is for a machine that does other things too.
test.slow()

/** From here up the Incident screen has three columns; below, the escalation is a strip and the rest are tabs. */
const WIDE = 1_200

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 1024, height: 640 },
] as const

/** An incident as far as its ladder goes: somebody is told and has not answered, the question stands open. */
async function incidentInTheNight(nightdesk: Nightdesk): Promise<string> {
  const incident = await declareBehindTheScreen(nightdesk)
  await stateFacts(
    nightdesk,
    incident,
    { type: 'incident.acknowledged', data: {} },
    { type: 'scenario.chosen', data: { scenario: 'late-data', title: 'Late data' } },
    { type: 'decision.made', data: { text: 'We wait for spend' } },
    { type: 'hypothesis.ruledOut', data: { text: 'It is not the cluster' } },
    { type: 'publication.stated', data: { published: 'yes' } },
  )
  await answered(
    nightdesk.call('evidence.attach', {
      incident,
      name: 'loader.log',
      mediaType: 'text/plain',
      base64: Buffer.from('ERROR partition is short').toString('base64'),
    }),
  )
  return incident
}

for (const theme of ['dark', 'light'] as const) {
  test(`axe finds nothing on Tonight and its dialogs, ${theme}`, async ({ nightdesk }) => {
    const { page } = nightdesk
    await wear(nightdesk, theme)
    await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
    await expectNoViolations(page, 'first run')
    await sitDown(nightdesk)
    await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeHidden()
    await expectNoViolations(page, 'empty')
    await page.keyboard.press('d')
    await expect(page.getByRole('dialog', { name: 'Declare incident' }).getByLabel('Title')).toBeFocused()
    await expectNoViolations(page, 'declare, empty')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Say in a few words what is wrong.')).toBeVisible()
    await page.getByLabel('Pipeline').selectOption({ index: 2 })
    await expectNoViolations(page, 'declare, refused and chosen')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await expectNoViolations(page, 'key sheet')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('textbox', { name: 'Search or do anything' })).toBeFocused()
    await expectNoViolations(page, 'palette')
    await page.keyboard.type('zzz')
    await expect(page.getByRole('button', { name: 'Search the Library for “zzz”' })).toBeVisible()
    await expectNoViolations(page, 'palette, no command found')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Call Data lead' }).click()
    await expect(page.getByRole('dialog', { name: 'Call Data lead' })).toBeVisible()
    await expectNoViolations(page, 'call')
    await page.keyboard.press('Escape')
    const incident = await incidentInTheNight(nightdesk)
    const resolved = await declareBehindTheScreen(nightdesk, { title: 'Over already' })
    await stateFacts(nightdesk, resolved, { type: 'incident.resolved', data: {} })
    await nightdesk.advance('PT31M')
    await expect(page.getByText('The question is open.')).toBeVisible()
    await expectNoViolations(page, 'with incidents')
    expect((await factsOf(nightdesk, incident)).length).toBeGreaterThan(5)
  })

  for (const viewport of sizes) {
    test(
      `axe finds nothing on the Incident screen, ${theme}, ${viewport.width} px`,
      onlyLoopback,
      async ({ nightdesk }) => {
        const { page } = nightdesk
        await page.setViewportSize(viewport)
        await wear(nightdesk, theme)
        await sitDown(nightdesk)
        const fresh = await declareBehindTheScreen(nightdesk)
        await goToIncident(page, fresh)
        await expectNoViolations(page, 'fresh')
        const incident = await incidentInTheNight(nightdesk)
        await goToIncident(page, incident)
        await expectNoViolations(page, 'at work')
        await nightdesk.advance('PT30M')
        await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
        await expectNoViolations(page, 'question open')
        await page.getByRole('button', { name: '10 more minutes' }).click()
        await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
        await expectNoViolations(page, 'dialog')
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
        await nightdesk.advance('PT31M')
        const callTold = region(page, 'Escalation').getByRole('button', { name: 'Call Engineer A' }).first()
        if (viewport.width < WIDE) await callTold.click()
        await expect(region(page, 'Escalation')).toContainText('Engineer A, this is Engineer B.')
        await expectNoViolations(page, 'somebody told')
        if (viewport.width < WIDE) {
          await callTold.click()
          await page.getByRole('tab', { name: 'Timeline' }).click()
        }
        await entry(page, 'We wait for spend').getByRole('button', { name: 'Amend' }).click()
        await expect(page.getByRole('dialog', { name: 'Amend this entry' })).toBeVisible()
        await expectNoViolations(page, 'amend')
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
        await composer(page).fill('/')
        await expect(page.getByRole('listbox', { name: 'Timeline commands' })).toBeVisible()
        await expectNoViolations(page, 'commands of the timeline')
        await composer(page).fill('')
        await stateFacts(nightdesk, incident, { type: 'incident.resolved', data: {} })
        await expect(page.getByRole('heading', { name: 'It is over.' })).toBeVisible()
        await expectNoViolations(page, 'resolved')
      },
    )
  }

  test(`axe finds nothing on Postmortem, Library and Settings, ${theme}`, async ({ nightdesk }) => {
    const { page } = nightdesk
    await wear(nightdesk, theme)
    await sitDown(nightdesk)
    const incident = await incidentInTheNight(nightdesk)
    await stateFacts(nightdesk, incident, { type: 'incident.resolved', data: {} })
    await goTo(page, `#/postmortem/${incident}`)
    await expect(page.getByRole('textbox', { name: 'Summary' })).toBeVisible()
    await expectNoViolations(page, 'postmortem, preview')
    await page.getByRole('tab', { name: /^Review/ }).click()
    await expectNoViolations(page, 'postmortem, review')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: /^Markdown/ })).toBeVisible()
    await expectNoViolations(page, 'postmortem, export menu')
    await page.keyboard.press('Escape')
    await goTo(page, '#/library')
    await expect(page.getByRole('searchbox', { name: 'Search runbooks and past incidents' })).toBeVisible()
    await expectNoViolations(page, 'library')
    await goTo(page, '#/library/runbooks%2Faggregate-profit-investors.md')
    await expect(page.getByRole('heading', { name: 'Failure scenarios' })).toBeVisible()
    await expectNoViolations(page, 'library, reader')
    await goTo(page, '#/settings')
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    await expectNoViolations(page, 'settings')
  })
}

/** What sticks out of the window or lies outside of it, by name. */
async function expectNothingCutOff(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(width, 'the page does not scroll sideways').toBe(0)
  for (const name of ['Age', 'Next rung'] as const) {
    await expect(clock(page, name)).toBeInViewport({ ratio: 1 })
    const isWhole = await clock(page, name).evaluate((element) => {
      const box = element.getBoundingClientRect()
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      return element.scrollWidth <= element.clientWidth && top !== null && (element === top || element.contains(top))
    })
    expect(isWhole, `${name} is whole and nothing covers it`).toBe(true)
  }
}

for (const viewport of [...sizes, { width: 720, height: 450 }, { width: 640, height: 400 }]) {
  test(`nothing is cut off or covered at ${viewport.width}x${viewport.height}`, onlyLoopback, async ({ nightdesk }) => {
    const { page } = nightdesk
    await page.setViewportSize(viewport)
    await sitDown(nightdesk)
    const incident = await incidentInTheNight(nightdesk)
    await goToIncident(page, incident)
    await expectNothingCutOff(page)
    await nightdesk.advance('PT31M')
    await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
    await expectNothingCutOff(page)
    if (viewport.width < WIDE) await page.getByRole('tab', { name: 'Timeline' }).click()
    await composer(page).scrollIntoViewIfNeeded()
    await expect(composer(page)).toBeInViewport()
    await expectNothingCutOff(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '10 more minutes' }).click()
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Give 10 minutes' })
    await confirm.scrollIntoViewIfNeeded()
    await expect(confirm).toBeInViewport({ ratio: 1 })
  })
}

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing moves', async ({ nightdesk }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    const incident = await incidentInTheNight(nightdesk)
    await goToIncident(page, incident)
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    const moving = await page.evaluate(() => {
      const toMs = (time: string) => Number.parseFloat(time) * (time.endsWith('ms') ? 1 : 1_000)
      const longest = (times: string) => Math.max(...times.split(',').map((each) => toMs(each.trim())))
      return [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
          return (animationName !== 'none' && longest(animationDuration) > 20) || longest(transitionDuration) > 20
        })
        .map((element) => `${element.tagName} ${element.className}`)
    })
    expect(moving).toEqual([])
  })
})
