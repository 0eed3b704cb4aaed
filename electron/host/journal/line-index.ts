import { type Disk, readBytes } from './disk.ts'

const newline = 10
const chunkBytes = 64 * 1024

/**
 * Finds lines by number without reading the whole file: starts are learnt forward while records are appended or verified,
 * and backward from a known place only as far as somebody asks. Offsets are bytes; line n holds record n.
 */
export type LineIndex = {
  /** Learns the line that follows the last known one, by where it ends. */
  readonly push: (endsAt: number) => void
  /** Where line `seq` starts; reads backward through `fd` when it lies before what is known. -1 when the file has no such line. */
  readonly startOf: (seq: number, fd: number) => number
}

/** An index that knows only that line `seq` ends at byte `bytes` (0 and 0 for the beginning of the file). */
export function createLineIndex(disk: Disk, seq: number, bytes: number): LineIndex {
  /** forward[i] is the start of line seq + 1 + i; backward[i] is the start of line seq - i. */
  const forward: number[] = [bytes]
  const backward: number[] = []
  let unread = Math.max(0, bytes - 1)

  /** Every newline before the known region ends a line, so the next byte starts one; byte 0 starts the first. */
  function learnBackward(fd: number): void {
    const from = Math.max(0, unread - chunkBytes)
    const chunk = readBytes(disk, fd, from, unread - from)
    for (let at = chunk.lastIndexOf(newline); at >= 0; at = at === 0 ? -1 : chunk.lastIndexOf(newline, at - 1)) {
      backward.push(from + at + 1)
    }
    unread = from
    if (from === 0 && bytes > 0) backward.push(0)
  }

  function startOf(wanted: number, fd: number): number {
    if (wanted > seq) return forward[wanted - seq - 1] ?? -1
    while (backward.length <= seq - wanted && unread > 0) learnBackward(fd)
    return backward[seq - wanted] ?? -1
  }

  return { push: (endsAt) => void forward.push(endsAt), startOf }
}
