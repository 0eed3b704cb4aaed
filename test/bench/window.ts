import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Browser, chromium, type Page } from '@playwright/test'
import { untilAtRest } from '../support/at-rest.ts'
import { findChromium, howToGetChromium } from '../support/find-chromium.ts'
import { type BenchRow, journalOf, newStore, percentile } from './append-setup.ts'
import { openBenchDoor } from './door.ts'

const FACTS = 100_000
const OPENINGS = 5
const JUMPS = 60
const SCROLL_FRAMES = 300

async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(howToGetChromium)
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath, args })
}

/** Milliseconds from following a link to an incident until its last rows are painted, and until the list of all can be scrolled. */
const openingMs = (page: Page, incident: string): Promise<{ readonly rows: number; readonly list: number }> =>
  page.evaluate(async (id) => {
    const startedAt = performance.now()
    window.location.hash = `#/incident/${id}`
    const isSeen = (row: Element): boolean => row.checkVisibility({ visibilityProperty: true })
    const seen = (rows: string): number => [...document.querySelectorAll(rows)].filter(isSeen).length
    const painted = async (rows: string): Promise<number> => {
      while (seen(rows) < 5) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return performance.now() - startedAt
    }
    return {
      rows: await painted('[role="feed"] article'),
      list: await painted('[data-virtuoso-scroller] [role="feed"] article'),
    }
  }, incident)

/** Frame times while the timeline is scrolled up steadily, then while it is thrown to random places. Milliseconds. */
const frameTimes = (
  page: Page,
  frames: number,
  jumps: number,
): Promise<{ scroll: number[]; jump: number[]; rows: number }> =>
  page.evaluate(
    async ([frameCount = 0, jumpCount = 0]) => {
      const feed = document.querySelector('[role="feed"]')
      let scroller: Element | null = feed
      while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight + 50) scroller = scroller.parentElement
      if (scroller === null) throw new Error('the timeline does not scroll')
      const frame = (): Promise<number> => new Promise(requestAnimationFrame)
      const scroll: number[] = []
      let before = await frame()
      for (let count = 0; count < frameCount; count += 1) {
        scroller.scrollTop -= 90
        const now = await frame()
        scroll.push(now - before)
        before = now
      }
      const jump: number[] = []
      for (let count = 0; count < jumpCount; count += 1) {
        const startedAt = performance.now()
        scroller.scrollTop = (((count * 7919) % 100) / 100) * scroller.scrollHeight
        await frame()
        await frame()
        jump.push(performance.now() - startedAt)
      }
      return { scroll, jump, rows: document.querySelectorAll('[role="feed"] article').length }
    },
    [frames, jumps],
  )

/** A door and a window that have opened nothing yet, so that each opening is a first one. */
async function newWindow(browser: Browser, dataFolder: string) {
  const door = await openBenchDoor(dataFolder)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(door.address)
  await page.getByRole('button', { name: 'Declare incident' }).waitFor()
  await untilAtRest(page)
  const close = async (): Promise<void> => {
    await context.close()
    await door.close()
  }
  return { page, close }
}

/** What a window needs for an incident of 100,000 facts, against reading the same file and parsing each line in Node. */
export async function benchWindow(): Promise<BenchRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'))
  const { store } = newStore(dataFolder)
  const journal = journalOf(store, FACTS)
  const { incident } = journal
  store.close()
  const file = join(dataFolder, 'incidents', incident, 'journal.ndjson')
  const rawStartedAt = performance.now()
  for (const line of readFileSync(file, 'utf8').split('\n')) if (line !== '') JSON.parse(line)
  const rawMs = performance.now() - rawStartedAt

  const browser = await openBrowser()
  const openings: { readonly rows: number; readonly list: number }[] = []
  for (let opening = 1; opening < OPENINGS; opening += 1) {
    const { page, close } = await newWindow(browser, dataFolder)
    openings.push(await openingMs(page, incident))
    await close()
  }
  const { page, close } = await newWindow(browser, dataFolder)
  openings.push(await openingMs(page, incident))
  const opened = percentile(
    openings.map(({ rows }) => rows),
    0.5,
  )
  const scrollable = percentile(
    openings.map(({ list }) => list),
    0.5,
  )
  await untilAtRest(page)
  const frames = await frameTimes(page, SCROLL_FRAMES, JUMPS)
  await close()
  await browser.close()
  rmSync(dataFolder, { recursive: true })
  return [
    { name: 'yardstick: read and parse 100,000 facts in Node', value: rawMs, unit: 'ms' },
    {
      name: `open 100,000 facts to first rows in Chromium, p50 of ${OPENINGS} first openings`,
      value: opened,
      unit: 'ms',
      target: '150',
      ratio: opened / rawMs,
    },
    {
      name: 'until the list of all of them can be scrolled, p50',
      value: scrollable,
      unit: 'ms',
      ratio: scrollable / rawMs,
    },
    { name: 'scroll 100,000 facts, frame p95', value: percentile(frames.scroll, 0.95), unit: 'ms', target: '20' },
    { name: 'jump in 100,000 facts, p95 (two frames)', value: percentile(frames.jump, 0.95), unit: 'ms', target: '50' },
    { name: 'rows in the page after jumping', value: frames.rows, unit: 'rows', target: '500' },
  ]
}
