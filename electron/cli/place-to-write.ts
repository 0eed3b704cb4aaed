import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { isIncidentId } from '../../shared/journal/incident-id.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { type JournalPaths, journalPaths } from '../host/journal/journal-paths.ts'
import { putFile } from '../host/put-file.ts'
import { UsageError } from './terminal.ts'

/** Where the console itself puts copies that can be made again. */
const EXPORTS = 'exports'

/** Whether journals are in a folder of incidents; one that cannot be looked into, or is a file, holds none that are known. */
function holdsJournals({ incidents, journal }: JournalPaths): boolean {
  try {
    return readdirSync(incidents).some((name) => isIncidentId(name) && existsSync(journal(name)))
  } catch {
    return false
  }
}

function isDataFolder(folder: string): boolean {
  const paths = journalPaths(folder)
  if (!existsSync(paths.incidents)) return false
  return existsSync(paths.heads) || existsSync(join(folder, 'locks')) || holdsJournals(paths)
}

function folderAround(path: string): string | null {
  for (let place = path; dirname(place) !== place; place = dirname(place)) {
    if (isDataFolder(dirname(place)) && basename(place) !== EXPORTS) return dirname(place)
  }
  return null
}

/**
 * The data folder in which a path lies, as it is written or through the links on its way; null when in none, and for the exports in it. Its own folder has to be
 * there. Throws what the disk throws.
 */
export function dataFolderAround(path: string): string | null {
  const real = existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path))
  return folderAround(resolve(path)) ?? folderAround(real)
}

/** What stands under a name and is not to be written, and what to do instead; null for an ordinary file. */
function whyKept(file: string, found: Stats): string | null {
  if (found.isDirectory()) return 'is a folder. Nothing was written. Give the name of a file in it'
  if (found.isSymbolicLink()) {
    return `is a link to ${readlinkSync(file)}, and what a link leads to is kept. Nothing was written. Choose another file`
  }
  return found.isFile() ? null : 'is no ordinary file. Nothing was written. Choose another file'
}

function refuseWrongPlace(file: string, isFolder: boolean, option: string): void {
  const folder = isFolder ? file : dirname(file)
  const stands = statSync(folder, { throwIfNoEntry: false })
  if (stands === undefined) {
    const next = `Make it first, or choose another file with ${option}.`
    throw new UsageError(`There is no folder ${folder}. Nothing was written. ${next}`)
  }
  if (!stands.isDirectory()) {
    throw new UsageError(`${folder} is no folder. Nothing was written. Choose another file with ${option}.`)
  }
  const dataFolder = dataFolderAround(file)
  if (dataFolder !== null) {
    throw new UsageError(
      `${file} lies in the data folder ${dataFolder}, where incidents are kept. Nothing was written. Choose a file elsewhere.`,
    )
  }
  const found = lstatSync(file, { throwIfNoEntry: false })
  const why = found === undefined ? null : whyKept(file, found)
  if (why !== null) throw new UsageError(`${file} ${why} with ${option}.`)
}

/**
 * The whole path of a file that a command was told to write by an option such as `--out`. Every command asks this before it writes. Throws a UsageError where
 * journals and evidence are, also through links; for a file that is named like a journal; for a link, a folder and what is no file; and where the folder is not
 * there, since a file in a mistyped one would be missed in the night that needs it.
 */
export function placeToWrite(path: string, option: string): string {
  if (path === '') throw new UsageError(`The path is empty. Nothing was written. Give a file with ${option}.`)
  const file = resolve(path)
  if (/\.ndjson$/i.test(file)) {
    throw new UsageError(`${file} is named like a journal. Nothing was written. Choose another name.`)
  }
  try {
    refuseWrongPlace(file, /[\\/]$/.test(path), option)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const next = `Nothing was written. Choose another file with ${option}.`
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}. ${next}`)
  }
  return file
}

/** Puts a text in a file that `placeToWrite` gave, whole or not at all. Throws a UsageError when the disk refuses; the old file then still stands. */
export function writeInPlace(file: string, text: string, option: string): void {
  try {
    putFile(file, text)
  } catch (error) {
    const next = `What stood there is untouched. Make room, or choose another file with ${option}.`
    throw new UsageError(`${file} was not written: ${reasonOf(error)}. ${next}`)
  }
}
