import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
]

function candidates(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(environment.HOME ?? '', 'Applications')]
    return folders.flatMap((folder) => macApplications.map((name) => join(folder, `${name}.app/Contents/MacOS`, name)))
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? [])
    return folders.flatMap((folder) => windowsPrograms.map((program) => join(folder, program)))
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** The user's Chromium, Chrome or Edge where each system keeps it, or null. */
export const findBrowser = (platform: NodeJS.Platform, environment: Environment): string | null =>
  candidates(platform, environment).find((path) => existsSync(path)) ?? null

/** Whether a window can be shown: always on macOS and Windows, elsewhere when a display server is named. */
export const hasDisplay = (platform: NodeJS.Platform, environment: Environment): boolean =>
  platform === 'darwin' || platform === 'win32' || Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY)
