import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { freeFile, isOfflineCopy, writeOfflineCopy } from '../host/write-offline-copy.ts'
import { placeToWrite } from './place-to-write.ts'
import { UsageError } from './terminal.ts'

/** Whether a path that was given is a folder; what cannot be looked at is none, and is refused when it is to be written. */
function isFolder(path: string): boolean {
  try {
    return path !== '' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    return false
  }
}

/**
 * The file that `--out` means: the file itself, or in a folder one with the usual name that is not there yet. An older copy is replaced,
 * because the command is run again and again; any other file is not. Throws a UsageError.
 */
export function bundleTarget(out: string, usualName: string): string {
  const file = placeToWrite(isFolder(out) ? freeFile(resolve(out), usualName) : out, '--out')
  try {
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
