import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import * as electron from 'electron'
import ElectronStore from 'electron-store'
import packageFile from '../../package.json' with { type: 'json' }
import { createHost } from '../host/create-host.ts'
import { defaultDataFolder } from '../host/default-data-folder.ts'
import { systemClock } from '../host/system-clock.ts'
import { createIds } from '../host/ulid-ids.ts'
import { deskSchemePrivileges } from './app-protocol.ts'
import { readCommandLine } from './command-line.ts'
import { deskFolders } from './desk-folders.ts'
import { openDesk } from './open-desk.ts'
import { guardContents } from './security.ts'
import { holdSingleInstance } from './single-instance.ts'

/** The same as `appId` in electron-builder.yml: Windows shows notifications under it. */
const applicationId = 'org.nightdesk.desk'

const { app, dialog, protocol } = electron
const log = (line: string): void => console.error(line)
const given = readCommandLine(process.argv.slice(1), process.cwd())
const dataFolder = given.data ?? defaultDataFolder(process.platform, process.env, homedir())
const shellFolder = join(dataFolder, 'shell')
const place = { mainFolder: import.meta.dirname, isPackaged: app.isPackaged, resources: process.resourcesPath }

// All of this must be said before the app is ready; the lock and Chromium's own files go with the data folder.
app.enableSandbox()
app.setAppUserModelId(applicationId)
protocol.registerSchemesAsPrivileged([deskSchemePrivileges])
guardContents(app, log)
mkdirSync(shellFolder, { recursive: true, mode: 0o700 })
app.setPath('userData', shellFolder)

const open = () =>
  openDesk(electron, {
    dataFolder,
    workspaceFolder: given.workspace,
    folders: deskFolders(place),
    isMac: process.platform === 'darwin',
    clock: systemClock,
    openPreferences: (options) => new ElectronStore(options),
    startHost: (parts) =>
      createHost({ ...parts, clock: systemClock, ids: createIds(), version: packageFile.version, log }),
    log,
  })

const giveUp = (error: unknown): void => {
  const words = error instanceof Error ? error.message : String(error)
  log(`Nightdesk could not start: ${words}`)
  dialog.showErrorBox('Nightdesk could not start', `${words}\n\nNothing that was saved is lost.`)
  app.exit(1)
}

const show = (): void => {
  void opening.then((desk) => desk?.show())
}
app.on('activate', show)
const isFirst = holdSingleInstance(app, show)
if (!isFirst) app.quit()
const opening = isFirst ? app.whenReady().then(open).catch(giveUp) : Promise.resolve()
