import { join } from 'node:path'
import type { MessageBoxOptions } from 'electron'
import { serve } from '../../shared/contract/serve.ts'
import type { Clock } from '../../shared/ports.ts'
import type { Host } from '../host/create-host.ts'
import type { HostOptions } from '../host/host-context.ts'
import { serveDeskFiles } from './app-protocol.ts'
import { createCrashRecovery } from './crash-recovery.ts'
import type { DeskFolders } from './desk-folders.ts'
import type { ElectronMain } from './electron-main.ts'
import { createDesktopPreferences, type PreferencesFile, type PreferencesFileOptions } from './electron-preferences.ts'
import { createIpcTransport } from './ipc-transport.ts'
import { keepWatch } from './keep-watch.ts'
import { createLinkOpener } from './link-opener.ts'
import { addContextMenu, applicationMenu } from './menu.ts'
import { createNotifier } from './notifier.ts'
import { secureSession } from './security.ts'
import { createDeskWindow, type DeskWindow } from './window.ts'

/** What the shell knows and the host is told. */
export type ShellParts = Pick<
  HostOptions,
  'dataFolder' | 'workspaceFolder' | 'notifier' | 'preferences' | 'capabilities' | 'openLink'
>

export type DeskOptions = {
  readonly dataFolder: string
  /** Null takes the workspace chosen in Settings, else the demo one. */
  readonly workspaceFolder: string | null
  readonly folders: DeskFolders
  readonly isMac: boolean
  readonly clock: Clock
  readonly openPreferences: (options: PreferencesFileOptions) => PreferencesFile
  readonly startHost: (parts: ShellParts) => Promise<Host>
  readonly log: (line: string) => void
}

/** Opens the window and the host side by side; calls that come before the host is there wait for it. */
export async function openDesk(electron: ElectronMain, options: DeskOptions): Promise<DeskWindow> {
  const { app, dialog, ipcMain, Menu, nativeTheme, Notification } = electron
  const { dataFolder, folders, clock, log } = options
  const { isPackaged } = app
  const preferences = createDesktopPreferences({ folder: dataFolder, open: options.openPreferences, ipcMain, log })
  nativeTheme.themeSource = preferences.read().theme
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu({ isMac: options.isMac, isPackaged })))
  secureSession(electron.session.defaultSession)
  serveDeskFiles(electron.protocol, folders.renderer)

  const ask = (question: MessageBoxOptions) => {
    const window = desk.current()
    return window === null ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question)
  }
  const recover = createCrashRecovery({ ask, quit: () => app.quit(), monotonicMs: clock.monotonicMs, log })
  const desk = createDeskWindow({
    BrowserWindow: electron.BrowserWindow,
    screen: electron.screen,
    nativeTheme,
    preload: folders.preload,
    icon: join(folders.icons, 'window.png'),
    isPackaged,
    readPlace: preferences.readPlace,
    writePlace: preferences.writePlace,
    onOpen: ({ webContents }) => {
      recover(webContents)
      addContextMenu(webContents, Menu)
    },
    log,
  })
  const notifier = createNotifier({ Notification, show: desk.show })
  desk.show()
  const starting = options.startHost({
    dataFolder,
    workspaceFolder: options.workspaceFolder ?? preferences.read().workspace ?? folders.demoWorkspace,
    notifier,
    preferences,
    capabilities: {
      shell: 'desktop',
      nativeNotifications: Notification.isSupported(),
      openLinks: 'shell',
      testClock: false,
    },
    openLink: createLinkOpener({ shell: electron.shell, ask }),
  })
  const onError = (name: string, error: unknown): void =>
    log(`"${name}" failed: ${error instanceof Error ? error.stack : String(error)}`)
  const transport = createIpcTransport({
    ipcMain,
    serve: async (name, input) => serve((await starting).handlers, onError)(name, input),
    ownContents: desk.contents,
    log,
  })
  const host = await starting
  host.listen((event) => {
    transport.tell(event)
    if (event.type === 'desk') nativeTheme.themeSource = event.desk.preferences.theme
  })
  keepWatch(electron, { host, desk, notifier, clock, icons: folders.icons, isMac: options.isMac, log })
  return desk
}
