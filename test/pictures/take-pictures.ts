import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { chromium, type Page } from '@playwright/test'
import { untilAtRest } from '../support/at-rest.ts'
import { findChromium, howToGetChromium } from '../support/find-chromium.ts'

const root = join(import.meta.dirname, '../..')
const pictures = join(root, 'docs/pictures')
const token = 'pictures-of-the-desk-only'
const data = mkdtempSync(join(tmpdir(), 'nightdesk-pictures-'))

/** Puts the demo incidents into a data folder under the ids that their own records carry. */
function layOutDemoIncidents(): void {
  const folder = join(root, 'fixtures/incidents')
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ndjson'))) {
    const text = readFileSync(join(folder, file), 'utf8')
    const { incident } = JSON.parse(text.slice(0, text.indexOf('\n')))
    mkdirSync(join(data, 'incidents', incident), { recursive: true })
    writeFileSync(join(data, 'incidents', incident, 'journal.ndjson'), text)
  }
}

async function openDoor(): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const intake = ['--intake-port', '0', '--intake-token', token]
  const words = ['--data', data, '--no-open', '--test-clock', '2026-12-24T13:06:12.000Z', ...intake]
  const door = spawn(process.execPath, [join(root, 'out/loopback/main.js'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve) => {
    door.stdout.on('data', (chunk: Buffer) => {
      const found = /Nightdesk is at (\S+)/.exec(chunk.toString('utf8'))?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  return {
    address,
    close: async () => {
      door.kill('SIGINT')
      await new Promise((resolve) => door.once('close', resolve))
    },
  }
}

const call = (page: Page, path: string, input: unknown): Promise<unknown> =>
  page.evaluate(
    async ([to, body]) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(String(to), { method: 'POST', headers, body: JSON.stringify(body) })).json()
    },
    [path, input],
  )

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready')
  await untilAtRest(page)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  console.log(`took ${name}`)
}

async function workOnIncident(page: Page): Promise<void> {
  await page.keyboard.press('d')
  await page.getByLabel('Pipeline').selectOption('aggregate-profit-investors')
  await page.getByRole('button', { name: 'Declare', exact: true }).click()
  await page.getByRole('button', { name: 'Acknowledge' }).first().click()
  await page.getByLabel('Failure scenario').selectOption({ label: 'Late data' })
  await page.getByRole('checkbox', { name: /^Check when each source/ }).click()
  const composer = page.getByLabel('Add to timeline')
  await composer.fill('ads.spend_daily is 48 h old, raw.transactions is fresh')
  await composer.press('Enter')
  await call(page, '/test/clock', { advance: 'PT13M' })
  await composer.fill('/ruled-out extract job crash. Its log ends with 0 rows read, exit 0.')
  await composer.press('Enter')
  await composer.fill('/published no, the report is on hold')
  await composer.press('Enter')
  await call(page, '/test/clock', { advance: 'PT12M' })
}

/** Sends what a monitoring would have sent by 08:31: one alert that fires and one that is over. */
async function sendAlerts(page: Page): Promise<void> {
  const described = (await call(page, '/rpc/intake.describe', {})) as { value: { port: number } }
  const about = (alertname: string, severity: string, summary: string, startsAt: string, endsAt = '') => ({
    status: endsAt === '' ? 'firing' : 'resolved',
    labels: { alertname, severity },
    annotations: { summary },
    startsAt,
    endsAt: endsAt === '' ? '0001-01-01T00:00:00Z' : endsAt,
    fingerprint: alertname.toLowerCase(),
  })
  const alerts = [
    about('LoaderStalled', 'critical', 'The ads loader has written nothing for 40 min', '2026-12-24T13:09:00Z'),
    about('DiskAlmostFull', 'warning', 'Disk of db-3 is full in 4 h', '2026-12-24T11:50:00Z', '2026-12-24T12:20:00Z'),
  ]
  const answer = await fetch(`http://127.0.0.1:${described.value.port}/intake/alertmanager`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ version: '4', status: 'firing', groupKey: '{}', receiver: 'desk', alerts }),
  })
  if (answer.status !== 202) throw new Error(await answer.text())
}

async function takeAll(page: Page): Promise<void> {
  await call(page, '/rpc/preferences.change', { me: 'eng-b', timezone: 'America/New_York', theme: 'dark' })
  await workOnIncident(page)
  await take(page, 'incident-dark')
  await call(page, '/rpc/preferences.change', { theme: 'light' })
  await take(page, 'incident-light')
  await call(page, '/rpc/preferences.change', { theme: 'dark' })
  await page.goto(`${new URL(page.url()).origin}/#/tonight`)
  await sendAlerts(page)
  await take(page, 'tonight')
  await page.goto(`${new URL(page.url()).origin}/#/library`)
  await page.getByLabel('Search runbooks and past incidents').fill('spend late')
  await take(page, 'library')
  await page.goto(`${new URL(page.url()).origin}/#/postmortem/20261125-dem0`)
  await take(page, 'postmortem')
  await page.goto(`${new URL(page.url()).origin}/#/schedule`)
  await take(page, 'schedule')
}

const executablePath = findChromium()
if (executablePath === null) throw new Error(howToGetChromium)
mkdirSync(pictures, { recursive: true })
layOutDemoIncidents()
const door = await openDoor()
const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const browser = await chromium.launch({ executablePath, args })
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
await page.goto(door.address)
await page.getByRole('button', { name: 'Declare incident' }).waitFor()
await takeAll(page)
await browser.close()
await door.close()
rmSync(data, { recursive: true, force: true })
