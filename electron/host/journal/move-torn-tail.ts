import { basename, dirname, join } from 'node:path'
import type { Clock } from '../../../shared/ports.ts'
import { type Disk, readBytes, syncFolder, withFile, writeWhole } from './disk.ts'

/** `journal.torn`, or a name with the time when an earlier crash already left one: nothing is ever overwritten. */
function freeName(disk: Disk, folder: string, clock: Clock): string {
  const plain = join(folder, 'journal.torn')
  if (!disk.exists(plain)) return plain
  const stamped = join(folder, `journal.torn-${new Date(clock.nowMs()).toISOString().replaceAll(/[-:.]/g, '')}`)
  let name = stamped
  for (let copy = 2; disk.exists(name); copy += 1) name = `${stamped}-${copy}`
  return name
}

/**
 * Moves an unfinished last write out of the log (J5): first its bytes are durable beside, only then is the log cut.
 * Gives the name of the file they are in. Throws an errno exception; the log is then as it was.
 */
export function moveTornTail(disk: Disk, journal: string, intactBytes: number, clock: Clock): string {
  const folder = dirname(journal)
  const aside = freeName(disk, folder, clock)
  withFile(disk, journal, 'r+', (fd) => {
    const torn = readBytes(disk, fd, intactBytes, disk.size(fd) - intactBytes)
    withFile(disk, aside, 'wx', (copy) => {
      writeWhole(disk, copy, torn, 0)
      disk.fsync(copy)
    })
    syncFolder(disk, folder)
    disk.ftruncate(fd, intactBytes)
    disk.fsync(fd)
  })
  return basename(aside)
}
