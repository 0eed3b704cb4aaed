import type { LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { closeQuietly, type Disk, withFile, writeWhole } from './disk.ts'
import { type Head, headBytes, headFileBytes } from './head-file.ts'
import { replaceFile } from './replace-file.ts'

/** Keeps one head file up with its log (J6). */
export type Anchor = {
  /** How far the head on disk vouches for the log; what still waits to be written is written first. */
  readonly anchoredSeq: () => number
  /** Brings the head up to a position that is already durable in the log, at the end of this turn of the event loop. */
  readonly follow: (position: LogPosition) => void
  /** The same at once, and flushes the head too. */
  readonly flush: (position: LogPosition) => void
  /** Flushes what was written, or tries once more what could not be, and lets go of the file. */
  readonly close: () => void
}

/**
 * The head is written only after the records it vouches for are durable, so it can lag but never lead. It fills less than
 * one disk sector and is overwritten in place, which a disk does whole or not at all: a rename for each fact would cost
 * more than the fact. A head that could not be written is no failure of the append: being behind is normal. So the one
 * who waits for a fact does not wait for the head, and many facts in one turn cost one head.
 */
export function createAnchor(disk: Disk, path: string, onDisk: Head | null): Anchor {
  let fd: number | null = null
  let written = onDisk?.seq ?? 0
  let wanted: LogPosition | null = null
  let isFlushed = true
  let soon: NodeJS.Immediate | null = null

  /** Opens the head; where there is none of the right length, one is put in place first. */
  function open(position: LogPosition): number {
    const isThere = disk.exists(path) && withFile(disk, path, 'r', (opened) => disk.size(opened)) === headBytes
    if (!isThere) replaceFile(disk, path, headFileBytes(position), true)
    return disk.open(path, 'r+')
  }

  function write(position: LogPosition, durable: boolean): void {
    wanted = position
    try {
      fd ??= open(position)
      writeWhole(disk, fd, headFileBytes(position), 0)
      isFlushed = false
      if (durable) disk.fdatasync(fd)
      isFlushed = durable
      written = position.seq
      wanted = null
    } catch {
      letGo()
    }
  }

  function follow(position: LogPosition): void {
    wanted = position
    soon ??= setImmediate(catchUp)
  }

  function catchUp(): void {
    forgetSoon()
    if (wanted !== null) write(wanted, false)
  }

  function forgetSoon(): void {
    if (soon !== null) clearImmediate(soon)
    soon = null
  }

  function letGo(): void {
    if (fd !== null) closeQuietly(disk, fd)
    fd = null
  }

  function close(): void {
    forgetSoon()
    if (wanted !== null) write(wanted, true)
    else if (fd !== null && !isFlushed) flushQuietly(fd)
    letGo()
  }

  function flushQuietly(descriptor: number): void {
    try {
      disk.fdatasync(descriptor)
    } catch {
      // The head in the page cache is right, and one that is lost is only behind.
    }
  }

  return {
    anchoredSeq: () => {
      catchUp()
      return written
    },
    follow,
    flush: (position) => {
      forgetSoon()
      write(position, true)
    },
    close,
  }
}
