import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { fail, ok } from '../../shared/kit/result.ts'
import type { Preferences, PreferencesStore } from '../../shared/ports.ts'
import { readPreferences } from '../../shared/preferences.ts'

const FILE_NAME = 'preferences'

/** Opens the file, readable by its owner only. One that is no JSON is moved aside, never overwritten. */
function openConf(folder: string, log: (line: string) => void): Conf {
  const options = { cwd: folder, configName: FILE_NAME, configFileMode: 0o600 }
  try {
    return new Conf(options)
  } catch (error) {
    const file = join(folder, `${FILE_NAME}.json`)
    if (!existsSync(file)) throw error
    const aside = join(folder, `${FILE_NAME}.unreadable.json`)
    renameSync(file, aside)
    log(
      `The preferences could not be read; they are kept in ${aside}, and the defaults hold. Incidents are not touched.`,
    )
    return new Conf(options)
  }
}

/** Preferences over `conf`, the parent class of the desktop's electron-store: same folder, same file, same format. */
export function createConfPreferences(folder: string, log: (line: string) => void): PreferencesStore {
  const conf = openConf(folder, log)
  const read = (): Preferences => readPreferences(conf.store)
  return {
    read,
    write: (change) => {
      try {
        conf.store = { ...conf.store, ...change }
        return ok(read())
      } catch (error) {
        return fail(`The preferences could not be saved: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  }
}
