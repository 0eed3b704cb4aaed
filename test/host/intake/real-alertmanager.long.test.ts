import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { alertmanagerSnippet } from '../../../renderer/features/settings/intake/intake-words.ts'
import { declareOn, openTestDesk, type TestDesk } from '../../support/open-host.ts'
import { freePort } from '../../support/open-intake.ts'
import { testToken } from '../../support/post-alert.ts'

/** An Alertmanager on this machine, or null. `ALERTMANAGER` names one that is not on the path. */
function findAlertmanager(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['prometheus-alertmanager', 'alertmanager']
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.ALERTMANAGER ?? '', ...places].find((place) => place !== '' && existsSync(place)) ?? null
}

const program = findAlertmanager()
if (program === null)
  console.warn('NOT RUN: the intake against a real Alertmanager, because there is none on this machine.')

const patient = { timeout: 30_000, interval: 100 }
let desk: TestDesk | undefined
let alertmanager: ChildProcess | undefined
const folder = mkdtempSync(join(tmpdir(), 'nightdesk-alertmanager-'))
afterEach(async () => {
  alertmanager?.kill('SIGKILL')
  await desk?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts it with the receiver that Settings shows, and with no patience. */
async function start(intakePort: number): Promise<string> {
  const port = await freePort()
  const config = join(folder, 'alertmanager.yml')
  const route =
    'route: {receiver: nightdesk, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: 1s}'
  writeFileSync(config, `${route}\n${alertmanagerSnippet(intakePort, testToken)}\n`)
  const address = `127.0.0.1:${port}`
  const words = [`--config.file=${config}`, `--storage.path=${join(folder, 'data')}`, `--web.listen-address=${address}`]
  alertmanager = spawn(program ?? '', [...words, '--cluster.listen-address='], { stdio: 'ignore' })
  const ended = new Promise<never>((_, reject) => {
    alertmanager?.once('exit', (code) => reject(new Error(`Alertmanager ended with ${code}`)))
  })
  ended.catch(() => undefined)
  const isReady = vi.waitFor(async () => expect((await fetch(`http://${address}/-/ready`)).status).toBe(200), patient)
  await Promise.race([isReady, ended])
  return `http://${address}/api/v2/alerts`
}

describe('a real Alertmanager', () => {
  it.skipIf(program === null)('A1 A13 A26 fires, repeats and resolves into the inbox and the incident', async () => {
    desk = await openTestDesk({ intake: { port: 0, token: testToken }, startAt: new Date().toISOString() })
    const { call } = desk
    const to = await start((await call('intake.describe', {})).port)
    const labels = { alertname: 'PipelineFreshnessLate', severity: 'critical', pipeline: 'aggregate-profit-investors' }
    const send = async (change: object) => {
      const alert = { labels, annotations: { summary: 'profit is late' }, ...change }
      const body = JSON.stringify([alert])
      const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      expect(answer.status).toBe(200)
    }
    const rows = async () => (await call('alerts.list', {})).rows
    await send({ startsAt: new Date(Date.now() - 60_000).toISOString() })
    await vi.waitFor(
      async () => expect(await rows()).toMatchObject([{ status: 'firing', severity: 2, source: 'alertmanager' }]),
      patient,
    )
    await vi.waitFor(async () => expect((await rows())[0]?.reports).toBeGreaterThan(1), patient)
    const [row] = await rows()
    const incident = await declareOn(desk, { alert: { alert: row?.id ?? '', episode: row?.episode ?? '' } })
    await send({ endsAt: new Date().toISOString() })
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ status: 'resolved' }]), patient)
    expect(await desk.typesOf(incident)).toEqual(['incident.declared', 'alert.attached', 'alert.resolved'])
    expect(await call('intake.describe', {})).toMatchObject({ lastRefusal: null })
  })
})
