import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { untilAtRest } from '../support/at-rest.ts'
import { findChromium, howToGetChromium } from '../support/find-chromium.ts'
import { type BenchRow, percentile } from './append-setup.ts'
import { openBenchDoor } from './door.ts'

const OPENINGS = 12
const demo = join(import.meta.dirname, '../../fixtures/workspace')

/** The demo workspace with these documents beside its own. */
function workspaceOf(documents: readonly { readonly path: string; readonly text: string }[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-shelf-'))
  cpSync(demo, folder, { recursive: true })
  for (const { path, text } of documents) writeFileSync(join(folder, path), text)
  return folder
}

/** Milliseconds from opening the library until a frame shows its first rows. */
const untilOpen = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const startedMs = performance.now()
    window.location.hash = '#/library'
    while (document.querySelectorAll('main a[data-row]').length < 10) await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    return performance.now() - startedMs
  })

/** Milliseconds from the last letter of a word until a frame shows a result. */
const untilFound = (page: Page, word: string): Promise<number> =>
  page.evaluate(async (typed) => {
    const startedMs = performance.now()
    const box = document.querySelector('input[type="search"]')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, typed)
    box?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    while (document.querySelector('main a[data-row] mark') === null) await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    return performance.now() - startedMs
  }, word)

/** From the opened to the first rows of the library, and from a typed word to the first results, in Chromium with the built door. */
export async function benchLibraryScreen(
  documents: readonly { readonly path: string; readonly text: string }[],
): Promise<readonly BenchRow[]> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(howToGetChromium)
  const dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'))
  const workspace = workspaceOf(documents)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  const door = await openBenchDoor(dataFolder, workspace)
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(door.address)
  await page.getByRole('button', { name: 'Declare incident' }).waitFor()
  await untilAtRest(page)
  const opened: number[] = []
  const found: number[] = []
  for (let count = 0; count < OPENINGS; count += 1) {
    opened.push(await untilOpen(page))
    await untilAtRest(page)
    found.push(await untilFound(page, ['partition', 'late data', 'ledger', 'the'][count % 4] ?? ''))
    await page.getByRole('searchbox').fill('')
    await page.evaluate(() => {
      window.location.hash = '#/'
    })
    await untilAtRest(page)
  }
  await browser.close()
  await door.close()
  for (const folder of [dataFolder, workspace]) rmSync(folder, { recursive: true })
  const name = `${documents.length} documents in Chromium`
  return [
    { name: `${name}: opened to the first rows, first time`, value: opened[0] ?? 0, unit: 'ms', target: '100' },
    { name: `${name}: opened to the first rows, p50`, value: percentile(opened, 0.5), unit: 'ms', target: '100' },
    { name: `${name}: opened to the first rows, p95`, value: percentile(opened, 0.95), unit: 'ms', target: '100' },
    { name: `${name}: a typed word to the first results, p95`, value: percentile(found, 0.95), unit: 'ms' },
  ]
}
