import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  NativeTheme,
  Rectangle,
  Screen,
  WebContents,
} from 'electron'
import { deskPage, incidentPage } from './desk-address.ts'
import { fitBounds, smallest, type WindowPlace } from './window-bounds.ts'

type DeskWindowOptions = {
  readonly BrowserWindow: typeof BrowserWindow
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>
  readonly nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>
  readonly preload: string
  readonly icon: string
  readonly isPackaged: boolean
  readonly readPlace: () => WindowPlace | null
  readonly writePlace: (place: WindowPlace) => void
  readonly onOpen: (window: BrowserWindow) => void
  readonly log: (line: string) => void
}

/** The one window of the desk: opened when needed, brought to the front when asked for. */
export type DeskWindow = {
  /** Brings the window to the front, opening it first if need be; with an incident, shows that one. */
  readonly show: (incident?: string) => void
  readonly current: () => BrowserWindow | null
  readonly contents: () => readonly WebContents[]
}

/** The page's own background in both themes, so that opening never flashes white into a dark room. */
export const backgrounds = { dark: '#0e1116', light: '#f4f6f8' } as const

/** The one set of options with which a window is made: isolated, sandboxed, without Node, unseen until it has painted. */
export function windowOptions(
  {
    preload,
    icon,
    isPackaged,
    nativeTheme,
  }: Pick<DeskWindowOptions, 'preload' | 'icon' | 'isPackaged' | 'nativeTheme'>,
  bounds: Rectangle,
): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: Math.min(smallest.width, bounds.width),
    minHeight: Math.min(smallest.height, bounds.height),
    show: false,
    title: 'Nightdesk',
    icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload,
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
      devTools: !isPackaged,
    },
  }
}

/** Makes the desk's window as it is needed. */
export function createDeskWindow(options: DeskWindowOptions): DeskWindow {
  const { BrowserWindow, screen, readPlace, writePlace, onOpen, log } = options
  let window: BrowserWindow | null = null

  const load = (opened: BrowserWindow, address: string): void => {
    opened.loadURL(address).catch((error: unknown) => log(`the window did not load ${address}: ${String(error)}`))
  }

  const open = (address: string): void => {
    const place = readPlace()
    const areas = screen.getAllDisplays().map((display) => display.workArea)
    const bounds = fitBounds(place, [screen.getPrimaryDisplay().workArea, ...areas])
    const opened = new BrowserWindow(windowOptions(options, bounds))
    window = opened
    if (place?.isMaximized) opened.maximize()
    opened.once('ready-to-show', () => opened.show())
    opened.on('close', () => writePlace({ ...opened.getNormalBounds(), isMaximized: opened.isMaximized() }))
    opened.on('closed', () => {
      window = null
    })
    onOpen(opened)
    load(opened, address)
  }

  const bringToFront = (opened: BrowserWindow): void => {
    if (opened.isMinimized()) opened.restore()
    opened.show()
    opened.focus()
  }

  return {
    show: (incident) => {
      const address = incident === undefined ? deskPage : incidentPage(incident)
      if (window === null) {
        open(address)
        return
      }
      bringToFront(window)
      if (incident !== undefined) load(window, address)
    },
    current: () => window,
    contents: () => (window === null ? [] : [window.webContents]),
  }
}
