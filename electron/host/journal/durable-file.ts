import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { closeQuietly, type Disk, readBytes, writeWhole } from './disk.ts'

/** A file that only grows, and only by what is known to be on the disk. */
export type DurableFile = {
  /** One write, one flush; the error is the errno exception, and then nothing of `bytes` counts. */
  readonly append: (bytes: Uint8Array) => Result<void, unknown>
  /** Length of what was acknowledged, in bytes. */
  readonly bytes: () => number
  readonly close: () => void
}

/** The file no longer ends with what was acknowledged: somebody else wrote to it. */
export class ChangedUnderneath extends Error {
  readonly code = 'ECHANGED'
}

/**
 * Opens a file for appending after `acknowledged` bytes; `tail` is what stands just before that place.
 *
 * After any failure the file is cut back and its descriptor given up: after a failed flush the kernel may count lost
 * pages as clean, so a second flush on the same descriptor would lie. The next append opens the file anew, compares its
 * tail, cuts what is left over, and only then writes (J4; see also "Can applications recover from fsync failures?",
 * USENIX ATC 2020).
 */
export function createDurableFile(disk: Disk, path: string, acknowledged: number, tail: Uint8Array): DurableFile {
  let fd: number | null = null
  let size = acknowledged
  let lastBytes = tail

  function reopen(): number {
    const opened = disk.open(path, 'r+')
    try {
      const there = disk.size(opened)
      const found = readBytes(disk, opened, size - lastBytes.length, lastBytes.length)
      if (there < size || !found.equals(lastBytes)) throw new ChangedUnderneath(`${path} changed underneath`)
      if (there > size) cutBack(opened)
      return opened
    } catch (error) {
      closeQuietly(disk, opened)
      throw error
    }
  }

  function cutBack(descriptor: number): void {
    disk.ftruncate(descriptor, size)
    disk.fdatasync(descriptor)
  }

  function giveUp(descriptor: number): void {
    try {
      disk.ftruncate(descriptor, size)
    } catch {
      // Cut back at the next opening, before anything is written.
    }
    closeQuietly(disk, descriptor)
    fd = null
  }

  function append(bytes: Uint8Array): Result<void, unknown> {
    try {
      fd ??= reopen()
    } catch (error) {
      return fail(error)
    }
    try {
      writeWhole(disk, fd, bytes, size)
      disk.fdatasync(fd)
    } catch (error) {
      giveUp(fd)
      return fail(error)
    }
    size += bytes.length
    lastBytes = bytes
    return ok(undefined)
  }

  return {
    append,
    bytes: () => size,
    close: () => {
      if (fd !== null) closeQuietly(disk, fd)
      fd = null
    },
  }
}
