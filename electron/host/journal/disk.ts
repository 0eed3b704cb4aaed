import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'

/**
 * The file calls of the journal, all of them: a test hands in one that fails at the nth call.
 * Each throws an errno exception, as node:fs does.
 */
export type Disk = {
  readonly open: (path: string, flags: string) => number
  readonly close: (fd: number) => void
  /** Bytes read; fewer than `length` at the end of the file. */
  readonly read: (fd: number, buffer: Uint8Array, offset: number, length: number, position: number) => number
  /** Bytes written, which may be fewer than asked for. */
  readonly write: (fd: number, bytes: Uint8Array, position: number) => number
  readonly fdatasync: (fd: number) => void
  readonly fsync: (fd: number) => void
  readonly ftruncate: (fd: number, bytes: number) => void
  readonly size: (fd: number) => number
  readonly rename: (from: string, to: string) => void
  readonly makeFolder: (path: string) => void
  readonly remove: (path: string) => void
  readonly exists: (path: string) => boolean
  readonly list: (folder: string) => string[]
}

/** The real disk. */
export const systemDisk: Disk = {
  open: (path, flags) => openSync(path, flags),
  close: (fd) => closeSync(fd),
  read: (fd, buffer, offset, length, position) => readSync(fd, buffer, offset, length, position),
  write: (fd, bytes, position) => writeSync(fd, bytes, 0, bytes.length, position),
  fdatasync: (fd) => fdatasyncSync(fd),
  fsync: (fd) => fsyncSync(fd),
  ftruncate: (fd, bytes) => ftruncateSync(fd, bytes),
  size: (fd) => fstatSync(fd).size,
  rename: (from, to) => renameSync(from, to),
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true })
  },
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  exists: (path) => existsSync(path),
  list: (folder) => readdirSync(folder),
}

/** Runs `use` on an open file and closes it, whatever happens. */
export function withFile<T>(disk: Disk, path: string, flags: string, use: (fd: number) => T): T {
  const fd = disk.open(path, flags)
  try {
    return use(fd)
  } finally {
    disk.close(fd)
  }
}

/** Gives a descriptor up; what closing says no longer matters. */
export function closeQuietly(disk: Disk, fd: number): void {
  try {
    disk.close(fd)
  } catch {
    // Nothing depends on this descriptor any more.
  }
}

/** Makes a new name in a folder survive power loss (J4). Windows has no such call and needs none. */
export function syncFolder(disk: Disk, folder: string): void {
  if (process.platform === 'win32') return
  withFile(disk, folder, 'r', (fd) => disk.fsync(fd))
}

/** Writes all bytes or throws: a short write is a full disk that has not said so yet. */
export function writeWhole(disk: Disk, fd: number, bytes: Uint8Array, position: number): void {
  const written = disk.write(fd, bytes, position)
  if (written !== bytes.length) throw shortWrite(written, bytes.length)
}

function shortWrite(written: number, asked: number): NodeJS.ErrnoException {
  return Object.assign(new Error(`only ${written} of ${asked} bytes were written`), { code: 'ESHORT' })
}

/** Reads `length` bytes from `position`, fewer only at the end of the file. */
export function readBytes(disk: Disk, fd: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const count = disk.read(fd, buffer, filled, length - filled, position + filled)
    if (count === 0) break
    filled += count
  }
  return buffer.subarray(0, filled)
}
