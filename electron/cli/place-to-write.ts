import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from './terminal.ts'

/** Where the console itself puts copies that can be made again. */
const EXPORTS = 'exports'

const isDataFolder = (folder: string): boolean =>
  existsSync(join(folder, 'incidents')) && ['heads', 'locks'].some((name) => existsSync(join(folder, name)))

/** The real place of a path, of which the last folders need not be there yet. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const above = dirname(path)
  return above === path ? path : join(realPlace(above), basename(path))
}

/**
 * The whole path of a file that a command was told to write. Throws a UsageError where journals and evidence are, and for a file that is named like a
 * journal: nothing that a command makes may stand in their place.
 */
export function placeToWrite(path: string): string {
  const file = resolve(path)
  if (/\.ndjson$/i.test(file)) {
    throw new UsageError(`${file} is named like a journal. Nothing was written. Choose another name.`)
  }
  for (let place = realPlace(file); dirname(place) !== place; place = dirname(place)) {
    const folder = dirname(place)
    if (isDataFolder(folder) && basename(place) !== EXPORTS) {
      throw new UsageError(
        `${file} lies in the data folder ${folder}, where incidents are kept. Nothing was written. Choose a file elsewhere.`,
      )
    }
  }
  return file
}
