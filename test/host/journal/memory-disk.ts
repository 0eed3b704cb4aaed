import type { Disk } from '../../../electron/host/journal/disk.ts'

const sectorBytes = 512

/** A file: what the programs see, and what would still be there after the power went. */
type Inode = { current: Buffer; durable: Buffer }
type Names = Map<string, Inode>

/** A choice among `below` possibilities, made by a test's seed. */
export type Choose = (below: number) => number

/** A disk in memory that can lose its power. */
export type MemoryDisk = Disk & {
  /** The disk after a power loss: each unsynced sector kept, dropped or garbled, unsynced names kept or lost. */
  readonly afterPowerLoss: (choose: Choose) => MemoryDisk
  readonly bytesOf: (path: string) => Buffer
  readonly put: (path: string, bytes: Uint8Array) => void
}

const errno = (code: string): Error => Object.assign(new Error(code), { code })
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/** Sectors that differ between what is durable and what was written reach the disk or not, each by itself. */
function survivingBytes({ current, durable }: Inode, choose: Choose): Buffer {
  const length =
    choose(2) === 0 ? current.length : Math.min(current.length, Math.max(durable.length, choose(current.length + 1)))
  const surviving = Buffer.alloc(length)
  for (let from = 0; from < length; from += sectorBytes) {
    const old = durable.subarray(from, from + sectorBytes)
    const written = current.subarray(from, Math.min(from + sectorBytes, length))
    const isClean = written.equals(old)
    const fate = isClean ? 0 : choose(3)
    if (fate === 0) written.copy(surviving, from)
    else if (fate === 1) old.copy(surviving, from, 0, length - from)
    else garble(old, written).copy(surviving, from)
  }
  return surviving
}

/** What was durable in a sector stays; what was being written is half there and NUL after that. */
function garble(old: Buffer, written: Buffer): Buffer {
  const half = Math.floor((old.length + written.length) / 2)
  return Buffer.concat([written.subarray(0, half), Buffer.alloc(written.length - half)])
}

/** A change of names that its folder's sync has not made durable, with the names as they were before it. */
type Unsynced = { readonly folder: string; readonly before: Names }

type State = {
  readonly names: Names
  unsynced: Unsynced[]
  readonly places: Set<string>
  readonly open: Map<number, Inode | string>
}

const remember = (state: State, path: string): void =>
  void state.unsynced.push({ folder: folderOf(path), before: new Map(state.names) })

function inodeOf(state: State, fd: number): Inode {
  const inode = state.open.get(fd)
  if (inode === undefined || typeof inode === 'string') throw errno('EBADF')
  return inode
}

function openFile(state: State, path: string, flags: string): Inode | string {
  if (state.places.has(path)) return path
  const there = state.names.get(path)
  if (there === undefined && !flags.startsWith('w')) throw errno('ENOENT')
  if (there !== undefined && flags === 'wx') throw errno('EEXIST')
  const inode = there ?? { current: Buffer.alloc(0), durable: Buffer.alloc(0) }
  if (flags.startsWith('w')) inode.current = Buffer.alloc(0)
  if (there === undefined) remember(state, path)
  state.names.set(path, inode)
  return inode
}

function sync(state: State, fd: number): void {
  const target = state.open.get(fd)
  if (target === undefined) throw errno('EBADF')
  if (typeof target === 'string') state.unsynced = state.unsynced.filter(({ folder }) => folder !== target)
  else target.durable = Buffer.from(target.current)
}

function fileCalls(state: State) {
  return {
    open: (path, flags) => {
      const fd = 3 + state.open.size
      state.open.set(fd, openFile(state, path, flags))
      return fd
    },
    close: () => {},
    read: (fd, buffer, offset, length, position) => {
      const part = inodeOf(state, fd).current.subarray(position, position + length)
      buffer.set(part, offset)
      return part.length
    },
    write: (fd, bytes, position) => {
      const inode = inodeOf(state, fd)
      const grown = Buffer.alloc(Math.max(inode.current.length, position + bytes.length))
      inode.current.copy(grown)
      grown.set(bytes, position)
      inode.current = grown
      return bytes.length
    },
    fdatasync: (fd) => sync(state, fd),
    fsync: (fd) => sync(state, fd),
    ftruncate: (fd, bytes) => {
      const inode = inodeOf(state, fd)
      inode.current = Buffer.from(inode.current.subarray(0, bytes))
    },
    size: (fd) => inodeOf(state, fd).current.length,
  } satisfies Partial<Disk>
}

function nameCalls(state: State) {
  const { places } = state
  const under = (path: string): string[] => [...state.names.keys()].filter((name) => name.startsWith(`${path}/`))
  return {
    rename: (from, to) => {
      remember(state, to)
      if (places.delete(from)) places.add(to)
      for (const name of [from, ...under(from)]) {
        const inode = state.names.get(name)
        if (inode === undefined) continue
        state.names.delete(name)
        state.names.set(to + name.slice(from.length), inode)
      }
    },
    makeFolder: (path) => {
      for (let folder = path; folder !== ''; folder = folderOf(folder)) places.add(folder)
    },
    remove: (path) => {
      if (state.names.has(path) || under(path).length > 0) remember(state, path)
      for (const name of [path, ...under(path)]) state.names.delete(name)
      places.delete(path)
    },
    exists: (path) => state.names.has(path) || places.has(path),
    list: (folder) => {
      const all = [...state.names.keys(), ...places].filter((name) => name.startsWith(`${folder}/`))
      return [...new Set(all.map((name) => name.slice(folder.length + 1).split('/')[0] ?? ''))]
    },
  } satisfies Partial<Disk>
}

/** Makes a disk; what it is given counts as synced. */
export function createMemoryDisk(files: Names = new Map(), folders: readonly string[] = []): MemoryDisk {
  const names: Names = new Map(files)
  const state: State = { names, unsynced: [], places: new Set(['/', ...folders]), open: new Map() }

  function afterPowerLoss(choose: Choose): MemoryDisk {
    const picture = state.unsynced[choose(state.unsynced.length + 1)]?.before ?? state.names
    const survivors: Names = new Map()
    for (const [path, inode] of picture) {
      const bytes = survivingBytes(inode, choose)
      survivors.set(path, { current: bytes, durable: Buffer.from(bytes) })
    }
    const places = [...survivors.keys()].flatMap((path) => [folderOf(path), folderOf(folderOf(path))])
    return createMemoryDisk(survivors, places)
  }

  return {
    ...fileCalls(state),
    ...nameCalls(state),
    afterPowerLoss,
    bytesOf: (path) => Buffer.from(state.names.get(path)?.current ?? []),
    put: (path, bytes) => void state.names.set(path, { current: Buffer.from(bytes), durable: Buffer.from(bytes) }),
  }
}
