import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import type { Wire } from '../../../shared/contract/client.ts'
import { createElectronStandIn } from '../electron-stand-in.ts'
import { openPage } from './stand-in-ipc.ts'

/** What a packaged desk did, as this program prints it. */
export type BuiltDeskReport = {
  readonly loaded: string
  readonly preload: string
  readonly required: readonly string[]
  readonly exposed: readonly string[]
  readonly wire: readonly string[]
  readonly desk: unknown
  readonly tray: string | undefined
  readonly answers: readonly { readonly path: string; readonly status: number; readonly type: string | null }[]
  readonly exitCode: number | null
}

// Runs a packaged desk's own bundles over the stand-in: node run-built-desk.ts RESOURCES DATA PATH...
const [, , resources = '', data = '', ...paths] = process.argv
const electron = createElectronStandIn({ isPackaged: true })
Object.assign(globalThis, { electronStandIn: electron })
const names = Object.keys(electron).join(', ')
const source = `const electron = globalThis.electronStandIn; export const { ${names} } = electron; export default electron`
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: 'stand-in:electron', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === 'stand-in:electron' ? { format: 'module', source, shortCircuit: true } : next(url, context),
})
Object.assign(process, { resourcesPath: resources })
process.argv = [process.execPath, '--data', data]
await import(pathToFileURL(join(resources, 'app', 'out/main/main.js')).href)
electron.app.becomeReady()
while (electron.BrowserWindow.made.length === 0) await nextTurn()

const window = electron.BrowserWindow.made[0]
if (window === undefined) throw new Error('no window was made')
const preload = window.options.webPreferences?.preload ?? ''
const page = openPage(electron.ipcMain, window.webContents)
const required: string[] = []
const require = (name: string): unknown => {
  required.push(name)
  if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
  return page
}
runInContext(readFileSync(preload, 'utf8'), createContext({ require, module: { exports: {} }, exports: {} }))
const wire = page.exposed.get('nightdesk') as Wire
const desk = await wire.send('desk.describe', {})
await nextTurn()
const answers = await Promise.all(
  paths.map(async (path) => {
    const { status, headers } = await electron.protocol.answer(`app://nightdesk${path}`)
    return { path, status, type: headers.get('content-type') }
  }),
)
const tray = electron.Tray.made[0]
electron.app.quit()
while (electron.app.exitCode === null) await nextTurn()
const report: BuiltDeskReport = {
  loaded: window.webContents.mainFrame.url,
  preload,
  required,
  exposed: [...page.exposed.keys()],
  wire: Object.keys(wire),
  desk,
  tray: tray === undefined ? undefined : 'made',
  answers,
  exitCode: electron.app.exitCode,
}
console.log(JSON.stringify(report))
process.exit(0)
