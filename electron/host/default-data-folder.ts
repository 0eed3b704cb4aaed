import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where this system keeps a program's data: XDG on Linux, Application Support on macOS, APPDATA on Windows. */
export function defaultDataFolder(platform: NodeJS.Platform, environment: Environment, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'nightdesk')
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'nightdesk')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'nightdesk')
}
