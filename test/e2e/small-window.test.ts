import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import {
  composer,
  declareBehindTheScreen,
  entry,
  goToIncident,
  region,
  sitDown,
  stateFacts,
} from '../support/at-the-desk.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const timedRunbook = 'runbooks/watch-the-lag.md'
const lines = Array.from({ length: 16 }, (_, at) => `   look --at ${at}\n`).join('')
const timedText = `# Watch the lag\n\n1. Watch the lag (2 min)\n\n   \`\`\`sh\n${lines}   \`\`\`\n\n2. Call the owner\n`

test.use({
  clockAt: '2026-11-24T13:00:00.000Z',
  workspaceFolder: ownWorkspace((folder) => writeFileSync(join(folder, timedRunbook), timedText)),
})

const wide = { width: 1_280, height: 800 }
const small = { width: 1_024, height: 640 }

/** An incident at its second step, with enough in the log to fill the timeline. */
async function incidentAtWork(nightdesk: Nightdesk): Promise<string> {
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await stateFacts(
    nightdesk,
    incident,
    { type: 'incident.acknowledged', data: {} },
    { type: 'scenario.chosen', data: { scenario: 'late-data', title: 'Late data' } },
    ...Array.from({ length: 30 }, (_, index) => ({
      type: 'note.added' as const,
      data: { text: `Looked at partition ${index + 1}` },
    })),
  )
  await goToIncident(nightdesk.page, incident)
  return incident
}

const steps = (page: Page): Locator =>
  region(page, 'Runbook').getByRole('list', { name: 'Steps' }).getByRole('listitem')

test('a window that is made small and wide again keeps the open step, the place and the words', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await page.setViewportSize(wide)
  await incidentAtWork(nightdesk)
  const last = steps(page).last()
  const details = last.getByRole('button', { name: /^Details/ })
  await details.click()
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  await expect(last).toBeInViewport()

  await page.setViewportSize(small)
  await expect(page.getByRole('tab', { name: 'Runbook', selected: true })).toBeVisible()
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  await expect(details).toBeFocused()
  await expect(last).toBeInViewport()

  await page.setViewportSize(wide)
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  await expect(last).toBeInViewport()

  await composer(page).pressSequentially('Spend is ha')
  await page.setViewportSize(small)
  await expect(page.getByRole('tab', { name: 'Timeline', selected: true })).toBeVisible()
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type('lf there')
  await expect(composer(page)).toHaveValue('Spend is half there')
  await expect(entry(page, 'Looked at partition 30')).toBeInViewport()
})

test('who was at the ladder is at the ladder when the window changes', async ({ nightdesk }) => {
  const { page } = nightdesk
  await page.setViewportSize(wide)
  await incidentAtWork(nightdesk)
  await nightdesk.advance('PT31M')
  const tell = region(page, 'Escalation').getByRole('button', { name: 'Tell Engineer A' })
  await tell.focus()
  for (const size of [small, wide]) {
    await page.setViewportSize(size)
    await expect(tell).toBeFocused()
  }
})

/** How much of the timeline there is to read, in pixels of height, and whether anything lies over its text field. */
/** One can write below the timeline, and read in it what came last. */
async function expectTimelineUsable(page: Page, last: string): Promise<void> {
  await expect(composer(page)).toBeInViewport({ ratio: 1 })
  await expect(entry(page, last)).toBeInViewport()
  const box = await region(page, 'Timeline').boundingBox()
  expect(box?.height ?? 0, 'height of the timeline').toBeGreaterThan(320)
  expect(box?.width ?? 0, 'width of the timeline').toBeGreaterThan(560)
  await composer(page).click()
}

test('with the ladder open in a small window one can still read and write, and the next action stays', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await page.setViewportSize(small)
  await incidentAtWork(nightdesk)
  await nightdesk.advance('PT31M')
  const escalation = region(page, 'Escalation')
  const next = escalation.getByRole('button', { name: 'Tell Engineer A' })
  const opener = escalation.getByRole('button', { name: 'Ladder and people' })
  await page.getByRole('tab', { name: 'Timeline' }).click()
  await opener.click()
  await expect(escalation.getByRole('list', { name: 'Ladder' })).toBeInViewport()
  await expect(next).toBeInViewport({ ratio: 1 })
  await expect(page.getByText('Answer: still stuck?'), 'the strip says it already').toBeHidden()
  await expectTimelineUsable(page, 'Looked at partition 30')

  await opener.click()
  await expect(escalation.getByRole('list', { name: 'Ladder' })).toBeHidden()
  await next.click()
  const call = escalation.getByRole('button', { name: 'Call Engineer A' }).first()
  await expect(call).toBeInViewport({ ratio: 1 })
  await call.click()
  await expect(escalation).toContainText('Engineer A, this is Engineer B.')
  await expect(escalation.getByRole('button', { name: 'Reached' })).toBeInViewport({ ratio: 1 })
  await expectTimelineUsable(page, 'Shown on this screen: call Engineer A')
})

for (const viewport of [small, { width: 1_440, height: 900 }]) {
  test(`what to say to whoever is called comes into sight at ${viewport.width} px`, async ({ nightdesk }) => {
    const { page } = nightdesk
    nightdesk.allowTrouble(/tel:/)
    await page.setViewportSize(viewport)
    await incidentAtWork(nightdesk)
    const escalation = region(page, 'Escalation')
    const opener = escalation.getByRole('button', { name: 'Ladder and people' })
    if (await opener.isVisible()) await opener.click()
    await escalation
      .getByRole('button', { name: /^Call / })
      .last()
      .press('Enter')
    await expect(escalation.getByRole('button', { name: 'Reached' })).toBeInViewport({ ratio: 1 })
  })
}

test('N leads to the composer also while the runbook is in front, and no letter is taken for a key', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await page.setViewportSize(small)
  await incidentAtWork(nightdesk)
  await page.getByRole('tab', { name: 'Runbook' }).click()
  await region(page, 'Runbook').getByRole('button', { name: 'Other runbook' }).focus()
  await expect(composer(page)).toBeHidden()
  await page.keyboard.press('n')
  await page.keyboard.type('Looked at the board')
  await expect(composer(page)).toHaveValue('Looked at the board')
  await page.keyboard.press('Enter')
  await expect(entry(page, 'Looked at the board')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('#main'), 'what had the focus before stands behind the timeline').toBeFocused()
})

/** Chips whose words are cut, in the two headers; a title or a next step may be as long as it likes. */
const cutChips = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('header *')]
      .filter((each) => getComputedStyle(each).textOverflow === 'ellipsis' && each.closest('h1, p') === null)
      .filter((each) => each.scrollWidth > each.clientWidth)
      .map((each) => each.innerText),
  )

for (const width of [1_440, 1_280, 1_200, 1_024, 900, 800]) {
  test(`no status is cut short at ${width} px, with the test clock on screen`, async ({ nightdesk }) => {
    const { page } = nightdesk
    await page.setViewportSize({ width, height: 640 })
    const incident = await incidentAtWork(nightdesk)
    await stateFacts(nightdesk, incident, {
      type: 'update.promised',
      data: { dueAt: '2026-11-24T14:00:00.000Z', audience: 'Investor Relations' },
    })
    await nightdesk.advance('PT31M')
    await expect(page.getByRole('button', { name: 'Update due in 29 min' })).toBeVisible()
    await expect(page.getByText('SLA 08:00, 31 min late')).toBeVisible()
    await expect.poll(() => cutChips(page)).toEqual([])
    await page.getByRole('link', { name: 'Tonight' }).click()
    await expect(page.getByRole('heading', { name: 'Open incidents' })).toBeVisible()
    await expect.poll(() => cutChips(page)).toEqual([])
  })
}

test('the button that has the focus stays in sight when the time of a step is up', async ({ nightdesk }) => {
  const { page } = nightdesk
  await page.setViewportSize(small)
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk, { runbook: timedRunbook, pipeline: null, slaAt: null })
  await stateFacts(nightdesk, incident, { type: 'incident.acknowledged', data: {} })
  await goToIncident(page, incident)
  const note = steps(page).first().getByRole('button', { name: 'Note…' })
  await note.focus()
  await expect(note).toBeInViewport({ ratio: 1 })
  await nightdesk.advance('PT3M')
  await expect(page.getByRole('region', { name: 'Time is up' })).toBeVisible()
  await expect(note).toBeFocused()
  await expect(note).toBeInViewport({ ratio: 1 })
})
