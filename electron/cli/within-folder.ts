import { join, relative, resolve, sep } from 'node:path'
import process from 'node:process'

/** Whether a path is a folder or lies in it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path)
}

/** A file of a folder as somebody who reads the terminal can open it: from where they stand, or with its whole path when it lies elsewhere. */
export function shownPath(folder: string, file: string): string {
  const path = join(folder, file)
  const here = process.cwd()
  return isWithin(path, here) ? relative(here, path) : path
}
