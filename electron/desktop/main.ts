import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import * as electron from 'electron'
import ElectronStore from 'electron-store'
import packageFile from '../../package.json' with { type: 'json' }
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { defaultDataFolder } from '../host/default-data-folder.ts'
import { systemClock } from '../host/system-clock.ts'
import { createIds } from '../host/ulid-ids.ts'
import { deskSchemePrivileges } from './app-protocol.ts'
import { readCommandLine } from './command-line.ts'
import { deskFolders } from './desk-folders.ts'
import { openDesk } from './open-desk.ts'
import { guardContents } from './security.ts'
import { holdSingleInstance } from './single-instance.ts'
import type { DeskWindow } from './window.ts'

/** The same as `appId` in electron-builder.yml: Windows shows notifications under it. */
const applicationId = 'org.nightdesk.desk'

const { app, dialog, protocol } = electron
const log = (line: string): void => console.error(line)
const given = readCommandLine(process.argv.slice(1), process.cwd())
if (!given.intake.ok) log(given.intake.error)
const dataFolder = given.data ?? defaultDataFolder(process.platform, process.env, homedir())
const shellFolder = join(dataFolder, 'shell')
const place = { mainFolder: import.meta.dirname, isPackaged: app.isPackaged, resources: process.resourcesPath }

// All of this must be said before the app is ready.
app.enableSandbox()
app.setAppUserModelId(applicationId)
protocol.registerSchemesAsPrivileged([deskSchemePrivileges])
guardContents(app, log)

const open = () =>
  openDesk(electron, {
    dataFolder,
    workspaceFolder: given.workspace,
    folders: deskFolders(place),
    isMac: process.platform === 'darwin',
    clock: systemClock,
    openPreferences: (options) => new ElectronStore(options),
    // The host is the larger part of the program: it is evaluated only once the window is on its way.
    startHost: async (parts) => {
      const { createHost } = await import('../host/create-host.ts')
      const intake = given.intake.ok ? { intake: given.intake.value } : {}
      return createHost({
        ...parts,
        ...intake,
        clock: systemClock,
        ids: createIds(),
        version: packageFile.version,
        log,
      })
    },
    log,
  })

const giveUp = (error: unknown): null => {
  const words = reasonOf(error)
  log(`Nightdesk could not start: ${words}`)
  dialog.showErrorBox('Nightdesk could not start', `${words}\n\nNothing that was saved is lost.`)
  app.exit(1)
  return null
}

/** Takes the data folder for this process; Chromium's own files and the single-instance lock go with it. */
function start(): void {
  mkdirSync(shellFolder, { recursive: true, mode: 0o700 })
  app.setPath('userData', shellFolder)
  const show = (): void => void opening.then((desk) => desk?.show())
  if (!holdSingleInstance(app, show)) {
    app.quit()
    return
  }
  app.on('activate', show)
  const opening: Promise<DeskWindow | null> = app.whenReady().then(open).catch(giveUp)
}

try {
  start()
} catch (error) {
  giveUp(error)
}
