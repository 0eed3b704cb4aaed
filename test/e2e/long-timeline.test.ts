import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { entry, goToIncident, region, sitDown, stateFacts } from '../support/at-the-desk.ts'
import { writeLongIncident } from '../support/long-incident.ts'
import { expect, test as nightdeskTest } from '../support/nightdesk-test.ts'

const FACTS = 100_000
const factsInWords = '100,000 facts'
const startAt = '2026-11-24T13:00:00.000Z'

type LongNight = { readonly dataFolder: string; readonly incident: string }
type WrittenOnce = { readonly written: { readonly folder: string; readonly incident: string } }

/** A Nightdesk whose data folder holds one incident of 100,000 facts, written once for all tests of a run. */
const test = nightdeskTest.extend<LongNight, WrittenOnce>({
  written: [
    async ({ browserName }, use) => {
      const folder = mkdtempSync(join(tmpdir(), `nightdesk-long-${browserName}-`))
      await use({ folder, incident: writeLongIncident(folder, FACTS, startAt) })
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  dataFolder: async ({ written }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-loopback-'))
    cpSync(written.folder, folder, { recursive: true })
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  incident: async ({ written }, use) => use(written.incident),
})

test.use({ clockAt: startAt })
// Whoever looks for something reads 100,000 facts first; the limit is for a machine that does other things too.
test.slow()

const scroller = (page: Page): Locator => region(page, 'Timeline').getByTestId('virtuoso-scroller')
const nodes = (page: Page): Promise<number> => scroller(page).locator('article').count()
const seqShown = (page: Page, seq: number): Locator => scroller(page).locator(`article[data-seq="${seq}"]`)

/** Opens the incident and waits until the list of all entries is shown; until then it places itself, hidden. */
async function openAtTheEnd(page: Page, incident: string): Promise<void> {
  await goToIncident(page, incident)
  await expect(seqShown(page, FACTS)).toBeVisible()
  await expect(seqShown(page, FACTS)).toBeInViewport()
}

/** Jumps to a part of the whole way: 0 is the start, 1 the end. */
async function jumpTo(page: Page, part: number): Promise<void> {
  await scroller(page).evaluate((element, to) => {
    element.scrollTop = to * (element.scrollHeight - element.clientHeight)
  }, part)
}

/** The seqs in view, from the first to the last, and whether each shows the entry that it should. */
const rowsInView = (page: Page) =>
  scroller(page).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return [...element.querySelectorAll('article')].flatMap((row) => {
      const box = row.getBoundingClientRect()
      return box.bottom <= top || box.top >= bottom
        ? []
        : [{ seq: Number(row.dataset.seq), text: row.textContent ?? '' }]
    })
  })

async function expectRightRows(page: Page): Promise<readonly number[]> {
  await expect(scroller(page).getByText(/^Reading entry/)).toHaveCount(0)
  const rows = await rowsInView(page)
  expect(rows.length).toBeGreaterThan(3)
  rows.forEach(({ seq, text }, index) => {
    expect(seq).toBe((rows[0]?.seq ?? 0) + index)
    if (seq > 1 && seq <= FACTS)
      expect(text).toContain(seq % 1_000 === 0 ? `Decision at entry ${seq}` : `Entry ${seq} of`)
  })
  expect(await nodes(page)).toBeLessThan(500)
  return rows.map(({ seq }) => seq)
}

/** Where the last entry stands in each frame of an opening, until the list of all entries has taken over. */
const framesOfOpening = (page: Page, incident: string) =>
  page.evaluate(async (id) => {
    window.location.hash = `#/incident/${id}`
    const frames: { readonly seq: number; readonly bottom: number; readonly isWholeList: boolean }[] = []
    while (frames.at(-1)?.isWholeList !== true) {
      await new Promise(requestAnimationFrame)
      const rows = [...document.querySelectorAll<HTMLElement>('[role="feed"] article')]
      const last = rows.findLast((row) => row.checkVisibility({ visibilityProperty: true }))
      if (last === undefined) continue
      const isWholeList = last.closest('[data-virtuoso-scroller]') !== null
      frames.push({
        seq: Number(last.dataset.seq),
        bottom: Math.round(last.getBoundingClientRect().bottom),
        isWholeList,
      })
    }
    return frames
  }, incident)

/**
 * How far above the end one is (px): on the plain rows of the first frame after scrolling 120 up, when the list of all
 * entries has taken over, and a while after scrolling another 500 up in its first frame.
 */
const scrolledInTheFirstFrames = (page: Page, incident: string) =>
  page.evaluate(async (id) => {
    window.location.hash = `#/incident/${id}`
    const nextFrame = () => new Promise(requestAnimationFrame)
    const rowShown = () =>
      [...document.querySelectorAll<HTMLElement>('[role="feed"] article')].findLast((row) =>
        row.checkVisibility({ visibilityProperty: true }),
      )
    const whole = () => rowShown()?.closest('[data-virtuoso-scroller]') ?? null
    while (rowShown() === undefined) await nextFrame()
    const plain = rowShown()?.closest('[role="feed"]')?.parentElement?.parentElement
    if (!plain || whole() !== null) throw new Error('there were no plain rows')
    plain.scrollTop -= 120
    const abovePlain = -plain.scrollTop
    while (whole() === null) await nextFrame()
    const scroller = whole()
    if (scroller === null) throw new Error('the list went away')
    const above = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
    const aboveWhole = above()
    scroller.scrollTop -= 500
    for (let frames = 0; frames < 60; frames += 1) await nextFrame()
    return { plain: abovePlain, whole: aboveWhole, later: above() }
  }, incident)

test('the rows of the first frame stand where the list of all entries puts them', async ({ nightdesk, incident }) => {
  const frames = await framesOfOpening(nightdesk.page, incident)
  expect(frames[0]?.isWholeList).toBe(false)
  expect(new Set(frames.map(({ seq, bottom }) => `${seq} at ${bottom}`)).size).toBe(1)
})

test('who scrolls up in the first moments stays there', async ({ nightdesk, incident }) => {
  const { page } = nightdesk
  const above = await scrolledInTheFirstFrames(page, incident)
  expect(above.plain).toBe(120)
  expect(above.whole).toBeGreaterThan(60)
  expect(above.later).toBeGreaterThan(560)
})

/** How far above its end the list stands (px). */
const aboveTheEnd = (page: Page): Promise<number> =>
  scroller(page).evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)

test('who turns the wheel before the list of all entries stands there is not taken back', async ({
  nightdesk,
  incident,
}) => {
  const { page } = nightdesk
  await openAtTheEnd(page, incident)
  await scroller(page).hover()
  await page.getByRole('link', { name: 'Tonight' }).first().click()
  await expect(scroller(page)).toHaveCount(0)
  const { x, y } = await page.evaluate(() => ({ x: window.innerWidth / 3, y: window.innerHeight / 2 }))
  await page.mouse.move(x, y)
  await page.evaluate((id) => {
    window.location.hash = `#/incident/${id}`
  }, incident)
  await expect(region(page, 'Timeline').getByRole('feed').locator('article').last()).toBeVisible()
  await page.mouse.wheel(0, -500)
  await expect(region(page, 'Timeline').getByRole('feed')).toHaveCount(1)
  await expect.poll(() => aboveTheEnd(page)).toBeGreaterThan(60)
})

test('opened in a window behind another, it stands at its end when one comes to it', async ({
  nightdesk,
  incident,
}) => {
  const { page } = nightdesk
  await openAtTheEnd(page, incident)
  const other = await page.context().newPage()
  await other.bringToFront()
  await page.reload()
  await expect(scroller(page)).toBeAttached()
  await page.bringToFront()
  await expect(region(page, 'Timeline').getByRole('feed')).toHaveCount(1)
  await expect(seqShown(page, FACTS)).toBeInViewport()
  expect(await aboveTheEnd(page)).toBeLessThan(2)
  await other.close()
})

test('opens at the end, jumps to start, middle and end, and shows the right rows in few nodes', async ({
  nightdesk,
  incident,
}) => {
  const { page } = nightdesk
  await openAtTheEnd(page, incident)
  await expectRightRows(page)
  await jumpTo(page, 0)
  await expect(seqShown(page, 1)).toBeInViewport()
  await expectRightRows(page)
  await jumpTo(page, 0.5)
  await expect.poll(async () => (await rowsInView(page))[0]?.seq ?? 0).toBeGreaterThan(FACTS / 4)
  const middle = await expectRightRows(page)
  expect(middle[0]).toBeLessThan((FACTS * 3) / 4)
  await page.getByRole('button', { name: 'Jump to the end' }).click()
  await expect(seqShown(page, FACTS)).toBeInViewport()
  await expectRightRows(page)
})

test('a fact that arrives while one reads earlier ones moves nothing, is counted, and is led to', async ({
  nightdesk,
  incident,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await openAtTheEnd(page, incident)
  await scroller(page).hover()
  await page.mouse.wheel(0, -2_000)
  await expect(page.getByRole('button', { name: 'Jump to the end' })).toBeVisible()
  await jumpTo(page, 0.3)
  await expect(seqShown(page, FACTS)).toHaveCount(0)
  const [first] = await expectRightRows(page)
  const place = () => seqShown(page, first ?? 0).evaluate((row) => row.getBoundingClientRect().top)
  const before = await place()
  for (const text of ['News one', 'News two', 'News three']) {
    await stateFacts(nightdesk, incident, { type: 'note.added', data: { text } })
  }
  const pill = page.getByRole('button', { name: '3 new, jump to the end' })
  await expect(pill).toBeVisible()
  expect(await place()).toBe(before)
  await pill.click()
  await expect(entry(page, 'News three')).toBeInViewport()
  await expect(pill).toBeHidden()
})

test('at the end, a new fact is followed', async ({ nightdesk, incident }) => {
  const { page } = nightdesk
  await openAtTheEnd(page, incident)
  await stateFacts(nightdesk, incident, { type: 'note.added', data: { text: 'Followed' } })
  await expect(entry(page, 'Followed')).toBeInViewport()
})

test('a filter and a search go through all facts', async ({ nightdesk, incident }) => {
  const { page } = nightdesk
  await openAtTheEnd(page, incident)
  await page.getByRole('combobox', { name: 'Show in the timeline' }).selectOption('Decisions and hypotheses')
  await expect(region(page, 'Timeline')).toContainText(`100 of ${factsInWords}`)
  await expect(region(page, 'Timeline')).not.toContainText('reading')
  await jumpTo(page, 0)
  await expect(entry(page, 'Decision at entry 1000').first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Show in the timeline' }).selectOption('All')
  await page.getByRole('searchbox', { name: 'Find in the timeline' }).fill('Entry 77777')
  await expect(seqShown(page, 77_777)).toBeVisible()
  await expect(region(page, 'Timeline')).toContainText(`Timeline1 of ${factsInWords}`)
})
