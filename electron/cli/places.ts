import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { defaultDataFolder } from '../host/default-data-folder.ts'
import { UsageError } from './terminal.ts'

/** The options that every command takes. */
export type PlaceOptions = { readonly workspace?: string; readonly data?: string; readonly json?: boolean }

const demoWorkspace = join(import.meta.dirname, '../../fixtures/workspace')

/** The data folder that was given, else the one that the console uses. */
export const dataFolderOf = (options: PlaceOptions): string =>
  options.data === undefined ? defaultDataFolder(process.platform, process.env, homedir()) : resolve(options.data)

/** The workspace that the console was told to use, if it was; preferences that cannot be read count as none. */
function preferredWorkspace(dataFolder: string): string | null {
  try {
    const read: unknown = JSON.parse(readFileSync(join(dataFolder, 'preferences.json'), 'utf8'))
    const workspace = typeof read === 'object' && read !== null && 'workspace' in read ? read.workspace : null
    return typeof workspace === 'string' && workspace !== '' ? workspace : null
  } catch {
    return null
  }
}

/** The workspace that was given, else the console's, else the demo one. Throws a UsageError when it is not there. */
export function workspaceOf(options: PlaceOptions): string {
  const folder = resolve(options.workspace ?? preferredWorkspace(dataFolderOf(options)) ?? demoWorkspace)
  if (!existsSync(folder)) {
    throw new UsageError(`There is no workspace at ${folder}. Give its folder with --workspace DIR.`)
  }
  return folder
}
