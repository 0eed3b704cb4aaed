import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const FETCH_PATIENCE_MS = 60_000

const programs: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** The Electron program on this machine, or null; looks, never fetches. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  const program = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8').trim()
    : (programs[process.platform] ?? 'electron')
  const found = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), program)
  return existsSync(found) ? found : null
}

/** Fetches Electron's program with its own installer, for at most a minute; says whether it is there now. */
export function fetchElectron(root: string): string | null {
  const installer = join(root, 'node_modules/electron/install.js')
  if (!existsSync(installer)) return null
  console.error('Fetching Electron (about 110 MB, a minute at most). --shell loopback starts without it.')
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: FETCH_PATIENCE_MS })
  return findElectron(root)
}
