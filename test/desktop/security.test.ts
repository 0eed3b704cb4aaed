import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeEach, describe, expect, it } from 'vitest'
import { deskOrigin, deskPage } from '../../electron/desktop/desk-address.ts'
import { guardContents, secureSession } from '../../electron/desktop/security.ts'
import { StandInContents } from '../support/electron/stand-in-contents.ts'
import { StandInSession } from '../support/electron/stand-in-session.ts'
import { asElectron, createElectronStandIn } from '../support/electron-stand-in.ts'

/** A page that came up after the guards were set, as every page does. */
function guardedPage(): { readonly page: StandInContents; readonly log: string[] } {
  const standIn = createElectronStandIn()
  const log: string[] = []
  guardContents(asElectron(standIn).app, (line) => log.push(line))
  const page = new StandInContents()
  standIn.app.emit('web-contents-created', {}, page)
  page.mainFrame.url = deskPage
  return { page, log }
}

const elsewhere = [
  'https://elsewhere.example/',
  'http://127.0.0.1:9222/json',
  'http://nightdesk/',
  'file:///etc/passwd',
  'file://server/share/x.html',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://elsewhere.example/1',
  'about:blank',
  'app://other/index.html',
  'app://nightdesk/other.html',
  'app://nightdesk.elsewhere.example/index.html',
  'app://nightdesk/index.html?q=1',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://nightdesk/index.html',
  'ms-settings:',
  'smb://server/share',
]

describe('S5 navigation', () => {
  it.each(elsewhere)('a location, a form, a refresh, a dropped file or a frame goes not to %s', (url) => {
    const { page, log } = guardedPage()
    const went = { main: page.navigate(url), frame: page.navigateFrame(url), redirected: page.redirect(url) }
    expect(went).toEqual({ main: false, frame: false, redirected: false })
    expect(page.mainFrame.url).toBe(deskPage)
    expect(log).toHaveLength(3)
  })

  it('the page may load itself again, and no frame may', () => {
    const { page } = guardedPage()
    expect(page.navigate(`${deskPage}#/incident/20261224-abcd`)).toBe(true)
    expect(page.navigateFrame(deskPage)).toBe(false)
  })

  it.each([...elsewhere, deskPage])('window.open, a new tab and a new window of %s are refused', (url) => {
    const { page } = guardedPage()
    const dispositions = ['default', 'foreground-tab', 'background-tab', 'new-window', 'other'] as const
    const answers = dispositions.map((disposition) => page.openWindow(url, disposition))
    expect(answers).toEqual(dispositions.map(() => 'deny'))
  })

  it('nothing is embedded, and no address of this machine leaks over WebRTC', () => {
    const { page } = guardedPage()
    expect(page.attachWebview()).toBe(false)
    expect(page.webRtcPolicy).toBe('disable_non_proxied_udp')
  })
})

/** Every permission that Electron knows, from its own types, so that a new one is tested the day it is known. */
function allPermissions(): string[] {
  const types = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8')
  const declared = types.split('\n').filter((line) => /setPermission(Check|Request)Handler\(handler/.test(line))
  const names = declared.flatMap((line) => [...line.matchAll(/'([A-Za-z-]+)'/g)].map(([, name = '']) => name))
  return [...new Set(names)]
}

describe('S6 permissions', () => {
  let session: StandInSession
  const own = { isMainFrame: true, requestingUrl: deskPage }
  beforeEach(() => {
    session = new StandInSession()
    secureSession(session as never)
  })

  it('all types are refused to our own page, but copying', () => {
    const permissions = allPermissions()
    expect(permissions).toContain('geolocation')
    expect(permissions.length).toBeGreaterThan(20)
    const granted = permissions.filter((permission) => {
      const { asked, checked } = session.grants(permission, own)
      return asked || checked
    })
    expect(granted).toEqual(['clipboard-sanitized-write'])
    expect(session.grants('clipboard-sanitized-write', own)).toEqual({ asked: true, checked: true })
  })

  it('copying is refused to everybody else', () => {
    const others = [
      { isMainFrame: false, requestingUrl: deskPage },
      { isMainFrame: true, requestingUrl: 'https://elsewhere.example/' },
      { isMainFrame: true, requestingUrl: 'app://other/' },
      { isMainFrame: true, requestingUrl: 'about:blank' },
    ]
    for (const details of others) {
      expect(session.grants('clipboard-sanitized-write', details)).toEqual({ asked: false, checked: false })
    }
  })

  it('no device is handed over and no screen shared', () => {
    expect([session.grantsDevice(), session.sharesDisplay()]).toEqual([false, false])
  })
})

describe('S17 the network', () => {
  it.each([
    [deskPage, true],
    [`blob:${deskOrigin}/1b4e`, true],
    ['data:image/png;base64,AA==', true],
    ['https://elsewhere.example/pixel.png', false],
    ['http://127.0.0.1:1/', false],
    ['ws://elsewhere.example/', false],
    ['ftp://elsewhere.example/', false],
    ['file:///etc/passwd', false],
    ['app://other/', false],
    ['', false],
  ])('a request for %s passes: %s', (url, passes) => {
    const session = new StandInSession()
    secureSession(session as never)
    expect(session.lets(url)).toBe(passes)
    expect(session.spellChecker).toBe(false)
  })

  it.each([
    [`blob:${deskOrigin}/1b4e`, false],
    ['https://elsewhere.example/setup.exe', true],
    ['blob:https://elsewhere.example/1b4e', true],
    ['data:text/html,x', true],
    [deskPage, true],
  ])('a download of %s is stopped: %s', (url, stopped) => {
    const session = new StandInSession()
    secureSession(session as never)
    let wasStopped = false
    const event = {
      preventDefault: () => {
        wasStopped = true
      },
    }
    session.emit('will-download', event, { getURL: () => url })
    expect(wasStopped).toBe(stopped)
  })
})
