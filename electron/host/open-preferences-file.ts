import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from '../../shared/kit/reason-of.ts'

/** The file of preferences in the data folder, without its ending: both doors read the same one. */
export const preferencesFileName = 'preferences'

/** A name under which nothing was kept before. */
function freeName(folder: string): string {
  for (let count = 1; ; count += 1) {
    const file = join(folder, `${preferencesFileName}.unreadable${count === 1 ? '' : `-${count}`}.json`)
    if (!existsSync(file)) return file
  }
}

/** Opens the file of preferences with a door's own library. One that cannot be read is moved aside, never overwritten, and the defaults hold. */
export function openPreferencesFile<File>(folder: string, open: () => File, log: (line: string) => void): File {
  try {
    return open()
  } catch (error) {
    const file = join(folder, `${preferencesFileName}.json`)
    if (!existsSync(file)) throw error
    const aside = freeName(folder)
    renameSync(file, aside)
    log(
      `The preferences could not be read (${reasonOf(error)}). They are kept in ${aside}, and the defaults hold. Incidents are not touched.`,
    )
    return open()
  }
}
