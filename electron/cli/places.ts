import { existsSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { defaultDataFolder } from '../host/default-data-folder.ts'
import { type Terminal, UsageError } from './terminal.ts'

/** The options that every command takes. */
export type PlaceOptions = { readonly workspace?: string; readonly data?: string; readonly json?: boolean }

/**
 * The data folder that was given, else the one that the console uses, which may not be there yet. Throws a UsageError when the one that was
 * given is no folder: what was mistyped must not look empty.
 */
export function dataFolderOf(options: PlaceOptions): string {
  if (options.data === undefined) return defaultDataFolder(process.platform, process.env, homedir())
  const folder = resolve(options.data)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder
  throw new UsageError(`There is no folder ${folder}. Give the data folder with --data DIR.`)
}

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

/** The workspace that was given, else the console's, else the current folder when it is one; null when none of them is there. */
export function workspaceIfAny(options: PlaceOptions): string | null {
  const known = options.workspace ?? preferredWorkspace(dataFolderOf(options)) ?? '.'
  return existsSync(resolve(known, 'team.yaml')) ? resolve(known) : null
}

/**
 * The workspace that was given, else the console's, else the current folder when it is one. Which was taken without being given is said. Never the demo team's: whoever
 * asks for the person on call must not get a name that nobody answers to. Throws a UsageError when there is none.
 */
export function workspaceOf(options: PlaceOptions, { error }: Pick<Terminal, 'error'>): string {
  const known = options.workspace ?? preferredWorkspace(dataFolderOf(options))
  if (known === null && !existsSync(resolve('team.yaml'))) {
    throw new UsageError(
      'There is no team.yaml here, and the console has no workspace. Give its folder with --workspace DIR.',
    )
  }
  const folder = resolve(known ?? '.')
  if (!existsSync(folder)) {
    throw new UsageError(`There is no workspace at ${folder}. Give its folder with --workspace DIR.`)
  }
  if (options.workspace === undefined) error(`Workspace: ${folder}`)
  return folder
}
