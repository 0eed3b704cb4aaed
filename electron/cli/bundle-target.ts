import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { freeFile, isOfflineCopy, writeOfflineCopy } from '../host/write-offline-copy.ts'
import { UsageError } from './terminal.ts'

/**
 * The file that `--out` means: the file itself, or in a folder one with the usual name that is not there yet. An older copy is replaced,
 * because the command is run again and again; any other file is not. The folder has to be there: a copy in a mistyped one would be missed in the night that
 * needs it. Throws a UsageError.
 */
export function bundleTarget(out: string, usualName: string): string {
  const file = resolve(out)
  const folder = /[\\/]$/.test(out) ? file : dirname(file)
  if (!existsSync(folder)) {
    throw new UsageError(
      `There is no folder ${folder}, so nothing was made. Make it first, or choose another file with --out.`,
    )
  }
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() || /[\\/]$/.test(out)) return freeFile(file, usualName)
    if (!existsSync(file) || isOfflineCopy(file)) return file
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}. Choose another file with --out.`)
  }
  throw new UsageError(`${file} is there and is no offline copy, so it is kept. Choose another file with --out.`)
}

/** Writes the copy. Throws a UsageError when the disk refuses; nothing is left behind then. */
export function writeBundle(file: string, text: string): void {
  try {
    writeOfflineCopy(file, text)
  } catch (error) {
    throw new UsageError(`${file} was not written: ${reasonOf(error)}. Choose another file with --out, or make room.`)
  }
}
