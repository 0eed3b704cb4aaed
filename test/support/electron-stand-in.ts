import { EventEmitter } from 'node:events'
import type { Rectangle } from 'electron'
import type { ElectronMain } from '../../electron/desktop/electron-main.ts'
import { StandInApp } from './electron/stand-in-app.ts'
import { StandInIpcMain } from './electron/stand-in-ipc.ts'
import { StandInSession } from './electron/stand-in-session.ts'
import {
  createDialog,
  createMenu,
  createNotificationClass,
  createProtocol,
  createScreen,
  createTrayClass,
} from './electron/stand-in-system.ts'
import { createWindowClass } from './electron/stand-in-window.ts'

type StandInOptions = {
  readonly isPackaged?: boolean
  readonly workAreas?: readonly Rectangle[]
  readonly systemIsDark?: boolean
  /** Shared by stand-ins that stand for processes on one machine. */
  readonly locks?: Map<string, StandInApp>
}

/**
 * Stands in for Electron where its binary cannot be had: real emitters, real Requests, structured clone on the wire, and
 * Electron's own refusals (before ready, twice on one channel, a missing picture). It draws nothing and starts no process.
 */
export function createElectronStandIn(options: StandInOptions = {}) {
  const { isPackaged = true, workAreas = [{ x: 0, y: 0, width: 1920, height: 1040 }], systemIsDark = true } = options
  const app = new StandInApp(isPackaged, options.locks ?? new Map())
  const defaultSession = new StandInSession()
  const opened: string[] = []
  const nativeTheme = {
    themeSource: 'system',
    get shouldUseDarkColors(): boolean {
      return this.themeSource === 'system' ? systemIsDark : this.themeSource === 'dark'
    },
  }
  return {
    app,
    BrowserWindow: createWindowClass(app),
    dialog: createDialog(),
    ipcMain: new StandInIpcMain(),
    Menu: createMenu(),
    nativeTheme,
    Notification: createNotificationClass(),
    powerMonitor: new EventEmitter(),
    protocol: createProtocol(app),
    screen: createScreen(app, workAreas),
    session: {
      get defaultSession(): StandInSession {
        if (!app.isReady()) throw new Error('Session can only be received when app is ready')
        return defaultSession
      },
    },
    shell: {
      opened,
      openExternal: async (url: string): Promise<void> => {
        opened.push(url)
      },
    },
    Tray: createTrayClass(),
  }
}

/** The stand-in with what it recorded. */
export type ElectronStandIn = ReturnType<typeof createElectronStandIn>

/** The stand-in under Electron's own type, for code that takes Electron. */
export const asElectron = (standIn: ElectronStandIn): ElectronMain => standIn as unknown as ElectronMain
