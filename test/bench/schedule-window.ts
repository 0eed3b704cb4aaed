import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { untilAtRest } from '../support/at-rest.ts'
import { findChromium, howToGetChromium } from '../support/find-chromium.ts'
import { type BenchRow, percentile } from './append-setup.ts'
import { openBenchDoor } from './door.ts'
import { largeTeamText } from './schedule-setup.ts'

const ARROWS = 60
const HOVERS = 60
const SWITCHES = 24
const YARDSTICK_ROWS = 2_000

/** What one does on the screen; each is repeated and each repetition is measured. */
type Doing = { readonly name: string; readonly times: number; readonly keys: readonly string[] }

const doings: readonly Doing[] = [
  { name: 'arrow keys between shifts', times: ARROWS, keys: ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp'] },
  { name: 'page by four weeks, to two years ahead', times: 26, keys: [']'] },
  { name: 'back to today and ahead', times: SWITCHES, keys: ['.', ']'] },
  { name: 'switch between weeks and list', times: SWITCHES, keys: ['2', '1'] },
  { name: 'switch between weeks and month', times: SWITCHES, keys: ['3', '1'] },
  { name: 'switch between weeks and year', times: SWITCHES, keys: ['4', '1'] },
]

/** Milliseconds from a key to its answer, and to the last change that it brought, both painted. */
type Spent = { readonly answer: number; readonly whole: number }

/** The answer is painted with the frame after the key's; the whole is there with the last frame before ten that change nothing. */
const keyTimes = async (page: Page, { times, keys }: Doing): Promise<Spent[]> =>
  page.evaluate(
    async ([count, strokes]) => {
      const frame = (): Promise<number> => new Promise(requestAnimationFrame)
      const painted = async (): Promise<void> => {
        await frame()
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = resolve
          port2.postMessage(null)
        })
      }
      const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 120))
      let hasChanged = false
      new MutationObserver(() => {
        hasChanged = true
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      const spent: Spent[] = []
      for (let at = 0; at < Number(count); at += 1) {
        const key = (strokes as string[])[at % (strokes as string[]).length] ?? ''
        await rest()
        await frame()
        const startedAt = performance.now()
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        await painted()
        const answer = performance.now() - startedAt
        let whole = answer
        hasChanged = false
        for (let still = 0; still < 10; still += 1) {
          await painted()
          if (!hasChanged) continue
          whole = performance.now() - startedAt
          hasChanged = false
          still = -1
        }
        spent.push({ answer, whole })
      }
      return spent
    },
    [times, [...keys]] as const,
  )

/** The same for a pointer that comes to one shift after another. */
const hoverTimes = (page: Page, times: number): Promise<number[]> =>
  page.evaluate(async (count) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame)
    const painted = async (): Promise<void> => {
      await frame()
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = resolve
        port2.postMessage(null)
      })
    }
    const blocks = [...document.querySelectorAll('[data-block]')]
    const spent: number[] = []
    for (let at = 0; at < count; at += 1) {
      await frame()
      const startedAt = performance.now()
      blocks[(at * 37) % blocks.length]?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
      await painted()
      spent.push(performance.now() - startedAt)
    }
    return spent
  }, times)

/** The yardstick: the same browser lays out and paints a plain table of two thousand rows, in milliseconds. */
const plainTableMs = (page: Page): Promise<number> =>
  page.evaluate(async (rows) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame)
    const box = document.createElement('div')
    box.innerHTML = `<table>${'<tr><td>Person</td><td>on call</td><td>Mon 21 Dec</td></tr>'.repeat(rows)}</table>`
    await frame()
    const startedAt = performance.now()
    document.body.append(box)
    await frame()
    await frame()
    const spent = performance.now() - startedAt
    box.remove()
    return spent
  }, YARDSTICK_ROWS)

const isPainted = (page: Page): Promise<unknown> => page.locator('[data-block]').first().waitFor()

async function openScreen(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Declare incident' }).waitFor()
  await untilAtRest(page)
  return page.evaluate(async () => {
    const startedAt = performance.now()
    window.location.hash = '#/schedule'
    while (document.querySelector('[data-block]') === null) await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    return performance.now() - startedAt
  })
}

/** What a window needs for the schedule of 20 people in 5 rotations: from a key or the pointer to the painted answer. */
export async function benchScheduleWindow(): Promise<BenchRow[]> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(howToGetChromium)
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'))
  const [data, workspace] = [join(folder, 'data'), join(folder, 'workspace')]
  mkdirSync(workspace)
  writeFileSync(join(workspace, 'team.yaml'), largeTeamText())
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  const door = await openBenchDoor(data, workspace, ['--test-clock', '2026-11-24T14:00:00.000Z'])
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const opened = await openScreen(page, door.address)
  await untilAtRest(page)
  const yardstick = await plainTableMs(page)
  const rows: BenchRow[] = []
  const add = (name: string, spent: readonly number[]): void => {
    const p95 = percentile([...spent], 0.95)
    rows.push({ name: `${name}, p50`, value: percentile([...spent], 0.5), unit: 'ms' })
    rows.push({ name: `${name}, p95`, value: p95, unit: 'ms', target: '50', ratio: p95 / yardstick })
  }
  add('hover over shifts', await hoverTimes(page, HOVERS))
  for (const doing of doings) {
    await page.keyboard.press('1')
    await page.keyboard.press('.')
    await isPainted(page)
    if (doing.keys[0]?.startsWith('Arrow')) await page.locator('[data-block][tabindex="0"]').focus()
    await untilAtRest(page)
    const spent = await keyTimes(page, doing)
    add(
      doing.name,
      spent.map(({ answer }) => answer),
    )
    rows.push({
      name: `${doing.name}, all there, p95`,
      value: percentile(
        spent.map(({ whole }) => whole),
        0.95,
      ),
      unit: 'ms',
    })
  }
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  await browser.close()
  await door.close()
  rmSync(folder, { recursive: true })
  return [
    { name: `yardstick: a plain table of ${YARDSTICK_ROWS} rows`, value: yardstick, unit: 'ms' },
    { name: 'open the schedule of 20 people, 5 rotations', value: opened, unit: 'ms', ratio: opened / yardstick },
    ...rows,
    { name: 'elements in the page', value: elements, unit: 'elements' },
  ]
}

if (import.meta.main) {
  for (const { name, value, unit, target, ratio } of await benchScheduleWindow()) {
    console.log([name.padEnd(56), value.toFixed(1).padStart(9), unit, target ?? '', ratio?.toFixed(2) ?? ''].join(' '))
  }
}
