import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import { findChromium, howToGetChromium } from '../support/find-chromium.ts'
import { type BenchRow, declaration, newStore, note } from './append-setup.ts'
import { openBenchDoor } from './door.ts'

const INCIDENTS = 1_000
const NOTES = 20
const OPEN_DEADLINES = 50
const IDLE_SECONDS = 20
/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100

const by = { kind: 'person', id: 'eng-a' } as const
const resolved: FactDraft = { type: 'incident.resolved', data: {}, by }

function fill(dataFolder: string, incidents: number, isOver: boolean): void {
  const { store } = newStore(dataFolder)
  for (let count = 0; count < incidents; count += 1) {
    const notes = Array.from({ length: NOTES }, (_, number) => note(number))
    const drafts = [declaration, ...notes, ...(isOver ? [resolved] : [])]
    const made = store.create(store.newIncidentId(Date.now()), drafts)
    if (!made.ok) throw new Error(made.error.message)
    made.value.close()
  }
  store.close()
}

async function startMs(dataFolder: string): Promise<number> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(howToGetChromium)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  const page = await browser.newPage()
  const startedAt = performance.now()
  const door = await openBenchDoor(dataFolder)
  await page.goto(door.address)
  await page.getByRole('button', { name: 'Declare incident' }).waitFor()
  const ms = performance.now() - startedAt
  await browser.close()
  await door.close()
  return ms
}

/** Processor seconds that a process has used so far (Linux only). */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

async function idleShare(): Promise<number> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'))
  fill(dataFolder, Math.ceil(OPEN_DEADLINES / 3), false)
  const door = await openBenchDoor(dataFolder)
  await wait(5_000)
  const before = processorSeconds(door.pid)
  await wait(IDLE_SECONDS * 1_000)
  const used = processorSeconds(door.pid) - before
  await door.close()
  rmSync(dataFolder, { recursive: true })
  return (used / IDLE_SECONDS) * 100
}

/** From starting the host to a usable window with 1,000 incidents (first start and next), and what an idle host costs. */
export async function benchHostStart(): Promise<BenchRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'))
  const emptyFolder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'))
  const emptyMs = await startMs(emptyFolder)
  fill(dataFolder, INCIDENTS, true)
  const firstMs = await startMs(dataFolder)
  const nextMs = await startMs(dataFolder)
  const rows: BenchRow[] = [
    { name: 'yardstick: start to usable window, no incidents', value: emptyMs, unit: 'ms' },
    { name: 'start with 1,000 incidents, no cache yet', value: firstMs, unit: 'ms', ratio: firstMs / emptyMs },
    { name: 'start with 1,000 incidents', value: nextMs, unit: 'ms', target: '1,500', ratio: nextMs / emptyMs },
  ]
  for (const folder of [dataFolder, emptyFolder]) rmSync(folder, { recursive: true })
  if (process.platform !== 'linux') return rows
  return [
    ...rows,
    { name: 'idle processor, 50 open deadlines', value: await idleShare(), unit: '% of a core', target: '0.5' },
  ]
}
