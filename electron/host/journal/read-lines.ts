import { type Disk, readBytes } from './disk.ts'

const newline = 10
const chunkBytes = 256 * 1024

/** One whole line with where it ends, or the bytes after the last newline (`whole` is false). */
export type RawLine = { readonly text: string; readonly endsAt: number; readonly whole: boolean }

/** Pieces are put together once: a line as long as the whole file costs as much as many short ones. */
function textOf(begun: readonly Buffer[], rest?: Buffer): string {
  const pieces = rest === undefined ? begun : [...begun, rest]
  const [only, ...others] = pieces
  return (others.length === 0 && only !== undefined ? only : Buffer.concat(pieces)).toString('utf8')
}

/** The lines of a file between two byte offsets, read in chunks so that no log is ever held whole. */
export function* readLines(disk: Disk, fd: number, from: number, to: number): Generator<RawLine> {
  let begun: Buffer[] = []
  let position = from
  while (position < to) {
    const read = readBytes(disk, fd, position, Math.min(chunkBytes, to - position))
    if (read.length === 0) break
    let start = 0
    for (let at = read.indexOf(newline); at >= 0; at = read.indexOf(newline, start)) {
      yield { text: textOf(begun, read.subarray(start, at)), endsAt: position + at + 1, whole: true }
      begun = []
      start = at + 1
    }
    if (start < read.length) begun.push(read.subarray(start))
    position += read.length
  }
  if (begun.length > 0) yield { text: textOf(begun), endsAt: position, whole: false }
}
