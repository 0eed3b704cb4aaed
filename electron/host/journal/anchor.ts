import type { LogPosition } from '../../../shared/journal/judge-anchor.ts'
import type { Disk } from './disk.ts'
import { type Head, writeHeadFile } from './head-file.ts'

/** Keeps one head file up with its log (J6). */
export type Anchor = {
  /** How far the head on disk vouches for the log. */
  readonly anchoredSeq: () => number
  /** Has the head written at the end of this turn of the event loop: a burst costs one write. */
  readonly later: (position: LogPosition, cache?: unknown) => void
  /** Writes the head now; `durable` flushes it too. */
  readonly now: (position: LogPosition, durable: boolean, cache?: unknown) => void
  /** Writes what is still waiting; `durable` flushes it, or the head written last when that was not flushed yet. */
  readonly settle: (durable: boolean) => void
}

/**
 * The head is written only after the records it vouches for are durable, so it can lag but never lead. A head that could
 * not be written stays due and is tried again with the next one: being behind is normal, and no fact is lost by it.
 */
export function createAnchor(disk: Disk, path: string, onDisk: Head | null): Anchor {
  let current = onDisk
  let flushed = true
  let due: Head | null = null
  let timer: NodeJS.Immediate | null = null

  function settle(durable: boolean): void {
    if (timer !== null) clearImmediate(timer)
    timer = null
    const head = due ?? (durable && !flushed ? current : null)
    if (head === null || !writeHeadFile(disk, path, head, durable)) return
    current = head
    flushed = durable
    due = null
  }

  function later(position: LogPosition, cache?: unknown): void {
    due = {
      v: 1,
      seq: position.seq,
      hash: position.hash,
      bytes: position.bytes,
      ...(cache === undefined ? {} : { cache }),
    }
    timer ??= setImmediate(() => settle(false))
  }

  function now(position: LogPosition, durable: boolean, cache?: unknown): void {
    later(position, cache)
    settle(durable)
  }

  return { anchoredSeq: () => current?.seq ?? 0, later, now, settle }
}
