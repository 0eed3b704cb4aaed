import { dirname } from 'node:path'
import { type Disk, syncFolder, withFile, writeWhole } from './disk.ts'

/**
 * Puts a file in place whole or not at all: written beside, then renamed over the old one. `durable` flushes file and
 * folder too. Throws an errno exception; the old file then still stands.
 */
export function replaceFile(disk: Disk, path: string, bytes: Uint8Array, durable: boolean): void {
  const beside = `${path}.tmp`
  withFile(disk, beside, 'w', (fd) => {
    writeWhole(disk, fd, bytes, 0)
    if (durable) disk.fsync(fd)
  })
  disk.rename(beside, path)
  if (durable) syncFolder(disk, dirname(path))
}
