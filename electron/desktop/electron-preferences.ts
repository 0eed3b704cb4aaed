import type { IpcMain } from 'electron'
import { z } from 'zod'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { fail, ok } from '../../shared/kit/result.ts'
import type { Preferences, PreferencesStore } from '../../shared/ports.ts'
import { readPreferences } from '../../shared/preferences.ts'
import { openPreferencesFile, preferencesFileName } from '../host/open-preferences-file.ts'
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

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
})

/** Preferences over electron-store. */
export function createDesktopPreferences(options: DesktopPreferencesOptions): DesktopPreferences {
  const { folder, open, log } = options
  const where = { cwd: folder, name: preferencesFileName, configFileMode: 0o600 }
  const file = openPreferencesFile(folder, () => open(where), log)
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
        return fail(`The preferences could not be saved: ${reasonOf(error)}`)
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
        log(`the window's place could not be saved: ${reasonOf(error)}`)
      }
    },
  }
}
