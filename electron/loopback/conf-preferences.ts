import Conf from 'conf'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { fail, ok } from '../../shared/kit/result.ts'
import type { Preferences, PreferencesStore } from '../../shared/ports.ts'
import { readPreferences } from '../../shared/preferences.ts'
import { openPreferencesFile, preferencesFileName } from '../host/open-preferences-file.ts'

/** Preferences over `conf`, the parent class of the desktop's electron-store: same folder, same file, same format. */
export function createConfPreferences(folder: string, log: (line: string) => void): PreferencesStore {
  const where = { cwd: folder, configName: preferencesFileName, configFileMode: 0o600 }
  const conf = openPreferencesFile(folder, () => new Conf(where), log)
  const read = (): Preferences => readPreferences(conf.store)
  return {
    read,
    write: (change) => {
      try {
        conf.store = { ...conf.store, ...change }
        return ok(read())
      } catch (error) {
        return fail(`The preferences could not be saved: ${reasonOf(error)}`)
      }
    },
  }
}
