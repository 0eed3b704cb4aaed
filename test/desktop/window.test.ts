import type { Rectangle } from 'electron'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskPage, incidentPage } from '../../electron/desktop/desk-address.ts'
import { backgrounds, createDeskWindow } from '../../electron/desktop/window.ts'
import { fitBounds, smallest, type WindowPlace } from '../../electron/desktop/window-bounds.ts'
import { asElectron, createElectronStandIn } from '../support/electron-stand-in.ts'

const laptop = { x: 0, y: 0, width: 1920, height: 1040 }
const beside = { x: 1920, y: -200, width: 2560, height: 1400 }

type Given = { readonly place?: WindowPlace; readonly isPackaged?: boolean; readonly theme?: 'dark' | 'light' }

function openedWindow({ place, isPackaged = true, theme = 'dark' }: Given = {}) {
  const standIn = createElectronStandIn({ isPackaged, workAreas: [laptop, beside] })
  standIn.app.becomeReady()
  standIn.nativeTheme.themeSource = theme
  const { BrowserWindow, screen, nativeTheme } = asElectron(standIn)
  const places: WindowPlace[] = []
  const desk = createDeskWindow({
    BrowserWindow,
    screen,
    nativeTheme,
    preload: '/program/out/preload/preload.cjs',
    icon: '/program/window.png',
    isPackaged,
    readPlace: () => place ?? null,
    writePlace: (left) => places.push(left),
    onOpen: () => undefined,
    log: () => undefined,
  })
  desk.show()
  const [window] = standIn.BrowserWindow.made
  if (window === undefined) throw new Error('no window was made')
  return { standIn, desk, window, places }
}

describe('S3 the window', () => {
  it('is sandboxed and isolated, without Node, webviews or spelling, with our preload alone', () => {
    expect(openedWindow().window.options.webPreferences).toEqual({
      preload: '/program/out/preload/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false,
    })
  })

  it('has developer tools from a checkout only', () => {
    expect(openedWindow({ isPackaged: false }).window.options.webPreferences?.devTools).toBe(true)
  })

  it.each(['dark', 'light'] as const)(
    'opens on the %s background and unseen, then shows itself painted',
    async (theme) => {
      const { window } = openedWindow({ theme })
      expect(window.options).toMatchObject({
        show: false,
        backgroundColor: backgrounds[theme],
        minWidth: 1024,
        minHeight: 640,
      })
      expect(window.did).toEqual([`load ${deskPage}`])
      await Promise.resolve()
      expect(window.did).toEqual([`load ${deskPage}`, 'show'])
    },
  )

  it('is one: shown again it comes to the front, and goes to the incident that was asked for', () => {
    const { standIn, desk, window } = openedWindow()
    window.minimized = true
    desk.show('20261224-abcd')
    expect(standIn.BrowserWindow.made).toHaveLength(1)
    expect(window.did).toEqual([
      `load ${deskPage}`,
      'restore',
      'show',
      'focus',
      `load ${incidentPage('20261224-abcd')}`,
    ])
  })

  it('keeps its place when it closes, and opens anew when asked', () => {
    const { standIn, desk, window, places } = openedWindow()
    window.bounds = { x: 10, y: 20, width: 1100, height: 700 }
    window.maximize()
    standIn.app.on('window-all-closed', () => undefined)
    window.close()
    expect(places).toEqual([{ x: 10, y: 20, width: 1100, height: 700, isMaximized: true }])
    expect([desk.current(), desk.contents()]).toEqual([null, []])
    desk.show()
    expect(standIn.BrowserWindow.made).toHaveLength(2)
  })

  it('comes back where it was left', () => {
    const place = { x: 2000, y: 100, width: 1300, height: 800, isMaximized: true }
    const { window } = openedWindow({ place })
    expect(window.options).toMatchObject({ x: 2000, y: 100, width: 1300, height: 800 })
    expect(window.isMaximized()).toBe(true)
  })
})

describe('bounds', () => {
  it('a window left on a display that is gone opens in the middle of the first one', () => {
    const left = { x: 2000, y: 100, width: 1300, height: 800 }
    expect(fitBounds(left, [laptop])).toEqual({ x: 310, y: 120, width: 1300, height: 800 })
  })

  const side = fc.integer({ min: 400, max: 8_000 })
  const coordinate = fc.integer({ min: -10_000, max: 10_000 })
  const area: fc.Arbitrary<Rectangle> = fc.record({ x: coordinate, y: coordinate, width: side, height: side })
  const left = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 1, max: 20_000 }),
    height: fc.integer({ min: 1, max: 20_000 }),
  })

  it('whatever was kept, the window is reachable, no larger than a display and no smaller than it works', () => {
    const displays = fc.tuple(area, fc.array(area, { maxLength: 3 }))
    fc.assert(
      fc.property(fc.option(left), displays, (kept, [first, others]) => {
        const bounds = fitBounds(kept, [first, ...others])
        const home = [first, ...others].find(
          (display) =>
            bounds.width <= display.width &&
            bounds.height <= display.height &&
            bounds.width >= Math.min(smallest.width, display.width) &&
            bounds.height >= Math.min(smallest.height, display.height) &&
            bounds.x + bounds.width >= display.x + 100 &&
            bounds.x <= display.x + display.width - 100 &&
            bounds.y >= display.y &&
            bounds.y <= display.y + display.height - 100,
        )
        expect(home).toBeDefined()
      }),
    )
  })
})
