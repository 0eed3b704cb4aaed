import { type Disk, readBytes } from './disk.ts'

const newline = 10
const chunkBytes = 256 * 1024

/** One whole line with where it ends, or the bytes after the last newline (`whole` is false). */
export type RawLine = { readonly text: string; readonly endsAt: number; readonly whole: boolean }

/** The lines of a file between two byte offsets, read in chunks so that no log is ever held whole. */
export function* readLines(disk: Disk, fd: number, from: number, to: number): Generator<RawLine> {
  let carried: Buffer = Buffer.alloc(0)
  let position = from
  while (position < to) {
    const read = readBytes(disk, fd, position, Math.min(chunkBytes, to - position))
    if (read.length === 0) break
    const bytes = carried.length === 0 ? read : Buffer.concat([carried, read])
    const base = position - carried.length
    position += read.length
    let start = 0
    for (let at = bytes.indexOf(newline, carried.length); at >= 0; at = bytes.indexOf(newline, start)) {
      yield { text: bytes.toString('utf8', start, at), endsAt: base + at + 1, whole: true }
      start = at + 1
    }
    carried = bytes.subarray(start)
  }
  if (carried.length > 0) yield { text: carried.toString('utf8'), endsAt: position, whole: false }
}
