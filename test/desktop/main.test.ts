import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callChannel } from '../../electron/desktop/channels.ts'
import { deskPage } from '../../electron/desktop/desk-address.ts'
import { exposeWire } from '../../electron/desktop/expose-wire.ts'
import { contentSecurityPolicy } from '../../electron/host/content-security-policy.ts'
import { createClient, type Wire } from '../../shared/contract/client.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { StandInApp } from '../support/electron/stand-in-app.ts'
import { openPage } from '../support/electron/stand-in-ipc.ts'
import { createElectronStandIn, type ElectronStandIn } from '../support/electron-stand-in.ts'
import { postAlert, testToken } from '../support/post-alert.ts'

const workspace = join(import.meta.dirname, '../../fixtures/workspace')
/** Loading the host may take seconds on a busy machine; what is waited for comes by itself. */
const patient = { timeout: 20_000 }
const realArguments = process.argv
let folder = ''
let running: ElectronStandIn[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-main-'))
})
afterEach(async () => {
  for (const { app } of running) app.quit()
  await vi.waitFor(() => expect(running.every(({ app }) => app.exitCode !== null)).toBe(true), patient)
  running = []
  process.argv = realArguments
  rmSync(folder, { recursive: true })
})

/** Loads main.ts itself over a stand-in, with the real host; `electron-store` gets its folder from us, the rest of it is `conf`. */
async function startMain(
  data: string,
  locks = new Map<string, StandInApp>(),
  words: readonly string[] = [],
): Promise<ElectronStandIn> {
  const standIn = createElectronStandIn({ isPackaged: false, locks })
  running.push(standIn)
  process.argv = ['electron', '.', '--data', data, '--workspace', workspace, ...words]
  vi.resetModules()
  vi.doMock('electron', () => ({ ...standIn, default: standIn }))
  vi.doMock('electron-store', async () => {
    const { default: Conf } = await import('conf')
    return {
      default: class extends Conf {
        constructor({ name, ...options }: { readonly name: string; readonly cwd: string }) {
          super({ ...options, configName: name })
        }
      },
    }
  })
  await import('../../electron/desktop/main.ts')
  return standIn
}

async function openDesk(data = folder, locks?: Map<string, StandInApp>, words?: readonly string[]) {
  const standIn = await startMain(data, locks, words)
  standIn.app.becomeReady()
  await vi.waitFor(() => expect(standIn.Tray.made).toHaveLength(1), patient)
  return { standIn, ...pageOf(standIn) }
}

function pageOf(standIn: ElectronStandIn) {
  const window = standIn.BrowserWindow.made.at(-1)
  if (window === undefined) throw new Error('no window was made')
  const page = openPage(standIn.ipcMain, window.webContents)
  exposeWire(page as never)
  const client = createClient(page.exposed.get('nightdesk') as Wire)
  return { window, client }
}

const lateProfit = {
  title: 'Aggregate profit is late',
  pipeline: 'aggregate-profit-investors',
  severity: 2,
  impactStartedAt: null,
  slaAt: null,
  runbook: null,
} as const

async function declare({ client }: Pick<ReturnType<typeof pageOf>, 'client'>): Promise<string> {
  const declared = await client.call('incidents.declare', { ...lateProfit, detectedAt: new Date().toISOString() })
  if (!declared.ok) throw new Error(declared.error.message)
  return declared.value.incident
}

describe('main', () => {
  it('says before the app is ready what must be said then, and opens nothing yet', async () => {
    const { app, protocol, BrowserWindow } = await startMain(folder)
    expect([app.sandboxEnabled, app.userModelId, app.getPath('userData')]).toEqual([
      true,
      'org.nightdesk.desk',
      join(folder, 'shell'),
    ])
    expect(protocol.privileged.map(({ scheme }) => scheme)).toEqual(['app'])
    expect(BrowserWindow.made).toEqual([])
  })

  it('S3 opens one guarded window on its own page, with one channel and the session shut', async () => {
    const { standIn, window } = await openDesk()
    expect(standIn.BrowserWindow.made).toHaveLength(1)
    expect(window.webContents.mainFrame.url).toBe(deskPage)
    expect(window.webContents.navigate('https://elsewhere.example/')).toBe(false)
    expect(window.webContents.openWindow('https://elsewhere.example/', 'new-window')).toBe('deny')
    expect(standIn.ipcMain.channels()).toEqual([callChannel])
    expect(standIn.ipcMain.eventNames()).toEqual([])
    expect(standIn.session.defaultSession.lets('https://elsewhere.example/')).toBe(false)
    const answer = await standIn.protocol.answer('app://nightdesk/../../package.json')
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([404, contentSecurityPolicy])
  })

  it('serves the real host to its page, and tells it what happens', async () => {
    const { standIn, client } = await openDesk()
    const heard: HostEvent[] = []
    client.listen((event) => heard.push(event))
    const desk = await client.call('desk.describe', {})
    expect(desk).toMatchObject({
      ok: true,
      value: {
        dataFolder: folder,
        readOnly: null,
        capabilities: { shell: 'desktop', openLinks: 'shell', testClock: false },
      },
    })
    const incident = await declare({ client })
    expect(heard).toContainEqual(expect.objectContaining({ type: 'facts', incident }))
    await client.call('preferences.change', { theme: 'light' })
    expect(standIn.nativeTheme.themeSource).toBe('light')
  })

  it('R7 a link is asked about natively before it leaves', async () => {
    const { standIn, client } = await openDesk()
    standIn.dialog.answers.push(1, 0)
    await client.call('link.open', { url: 'https://wiki.example/' })
    const reply = await client.call('link.open', { url: 'https://wiki.example/' })
    expect(reply).toEqual({ ok: true, value: { opened: true } })
    expect([standIn.dialog.asked.length, standIn.shell.opened]).toEqual([2, ['https://wiki.example/']])
  })

  it('counts down in the tray, and stays there when its window is closed while a rung is due', async () => {
    const { standIn, client, window } = await openDesk()
    const incident = await declare({ client })
    await vi.waitFor(() => expect(standIn.Tray.made[0]?.toolTip).toContain(lateProfit.title), patient)
    window.close()
    expect(standIn.app.exitCode).toBeNull()
    await vi.waitFor(
      () => expect(standIn.Notification.made.at(-1)?.options.title).toBe('Nightdesk keeps watch'),
      patient,
    )
    standIn.Notification.made.at(-1)?.emit('click', {})
    expect(pageOf(standIn).window.webContents.mainFrame.url).toBe(`${deskPage}#/incident/${incident}`)
  })

  it('looks after its page: the menu under the right button, and a page that died is loaded again', async () => {
    const { standIn, window } = await openDesk()
    window.webContents.emit(
      'context-menu',
      {},
      { isEditable: false, selectionText: 'kubectl', editFlags: { canCopy: true } },
    )
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    expect([standIn.Menu.popped.length, window.webContents.reloads]).toEqual([1, 1])
  })

  it('takes alerts in where the command line says so, and tells its page', async () => {
    const { client } = await openDesk(folder, undefined, ['--intake-port', '0', '--intake-token', testToken])
    const heard: HostEvent[] = []
    client.listen((event) => heard.push(event))
    const intake = await client.call('intake.describe', {})
    if (!intake.ok) throw new Error(intake.error.message)
    const answer = await postAlert({ port: intake.value.port, to: 'generic', body: '{"title":"Loader stuck"}' })
    expect(answer.status).toBe(202)
    expect(heard).toContainEqual(
      expect.objectContaining({ type: 'alerts', rows: [expect.objectContaining({ name: 'Loader stuck' })] }),
    )
  })

  it('leaves in order at the shutdown of the machine, and comes back in the theme that was chosen', async () => {
    const { standIn, client } = await openDesk()
    await client.call('preferences.change', { theme: 'light' })
    standIn.powerMonitor.emit('shutdown')
    await vi.waitFor(() => expect(standIn.app.exitCode).toBe(0), patient)
    const again = await openDesk()
    expect(again.standIn.nativeTheme.themeSource).toBe('light')
    expect(again.window.options.backgroundColor).toBe('#f4f6f8')
  })

  it('leaves when its window is closed and no rung is due', async () => {
    const { standIn, window } = await openDesk()
    window.close()
    await vi.waitFor(() => expect(standIn.app.exitCode).toBe(0), patient)
  })

  it('L10 a second start on the same data shows the first window; after quitting the folder is free again', async () => {
    const locks = new Map<string, StandInApp>()
    const { standIn, window } = await openDesk(folder, locks)
    const second = await startMain(folder, locks)
    expect([second.app.exitCode, second.BrowserWindow.made]).toEqual([0, []])
    await vi.waitFor(() => expect(window.did).toContain('focus'), patient)
    standIn.app.quit()
    await vi.waitFor(() => expect(standIn.app.exitCode).toBe(0), patient)
    const { client } = await openDesk(folder, new Map())
    expect(await client.call('desk.describe', {})).toMatchObject({ ok: true, value: { readOnly: null } })
  })

  it('says why it cannot start, and leaves', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { app, dialog } = await startMain(file)
    expect(app.exitCode).toBe(1)
    expect(dialog.errors).toEqual([
      expect.stringMatching(/^Nightdesk could not start: .+Nothing that was saved is lost\.$/s),
    ])
  })
})
