import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { IpcMain } from 'electron'
import { z } from 'zod'
import { fail, ok } from '../../shared/kit/result.ts'
import type { Preferences, PreferencesStore } from '../../shared/ports.ts'
import { readPreferences } from '../../shared/preferences.ts'
import type { WindowPlace } from './window-bounds.ts'

/** The part of electron-store that is used; its file holds preferences and where the window was, never facts. */
export type PreferencesFile = { get store(): Record<string, unknown>; set(values: Record<string, unknown>): void }

/** What electron-store is opened with: a file that only its owner reads, the one that the loopback door reads too. */
export type PreferencesFileOptions = { readonly cwd: string; readonly name: string; readonly configFileMode: number }

/** Preferences for the host, and the window's place for the window. */
export type DesktopPreferences = PreferencesStore & {
  readonly readPlace: () => WindowPlace | null
  readonly writePlace: (place: WindowPlace) => void
}

type DesktopPreferencesOptions = {
  readonly folder: string
  readonly open: (options: PreferencesFileOptions) => PreferencesFile
  readonly ipcMain: Pick<IpcMain, 'removeAllListeners'>
  readonly log: (line: string) => void
}

const name = 'preferences'

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
})

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Opens the file; one that cannot be read is moved aside, never overwritten, and the defaults hold. */
function openFile({ folder, open, log }: DesktopPreferencesOptions): PreferencesFile {
  const options = { cwd: folder, name, configFileMode: 0o600 }
  try {
    return open(options)
  } catch (error) {
    const file = join(folder, `${name}.json`)
    if (!existsSync(file)) throw error
    const aside = join(folder, `${name}.unreadable.json`)
    renameSync(file, aside)
    log(`The preferences could not be read; they are kept in ${aside}, and the defaults hold. ${wordsOf(error)}`)
    return open(options)
  }
}

/** Preferences over electron-store. */
export function createDesktopPreferences(options: DesktopPreferencesOptions): DesktopPreferences {
  const file = openFile(options)
  // electron-store answers a channel of its own to any page; the windows have one channel only.
  options.ipcMain.removeAllListeners('electron-store-get-data')
  const read = (): Preferences => readPreferences(file.store)
  return {
    read,
    write: (change) => {
      try {
        file.set(readPreferences({ ...read(), ...change }))
        return ok(read())
      } catch (error) {
        return fail(`The preferences could not be saved: ${wordsOf(error)}`)
      }
    },
    readPlace: () => {
      const place = placeSchema.safeParse(file.store.window)
      return place.success ? place.data : null
    },
    writePlace: (place) => {
      try {
        file.set({ window: place })
      } catch (error) {
        options.log(`the window's place could not be saved: ${wordsOf(error)}`)
      }
    },
  }
}
