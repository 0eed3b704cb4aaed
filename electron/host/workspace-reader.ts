import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Problem } from '../../shared/kit/problem.ts'
import type { DocumentMemory } from './document-memory.ts'
import {
  type FoundFile,
  findDocuments,
  findDocumentsLater,
  isBareFolder,
  isBareFolderLater,
  readFound,
  readFoundLater,
  type Standing,
  standingLater,
  standingOf,
  type WorkspaceFile,
} from './workspace-files.ts'
import type { Shelf } from './workspace-shelf.ts'

/** What is read before the window opens: more than any small team has, less than a person notices. Bytes of Markdown. */
const AT_ONCE_BYTES = 256_000

/** No more files than so many: over a bad line each takes its time, however small it is. */
const AT_ONCE_FILES = 100

/** The longest stretch of reading between two turns of the event loop. Milliseconds; a frame of the screen lasts 16. */
const SLICE_MS = 10

/** So many files are asked of the disk at a time. */
const TOGETHER = 32

/** How often what has been read so far is shown while the rest is being read. Milliseconds. */
const SHOW_EVERY_MS = 500

/** Reads the files of a workspace onto the shelf: the first few at once, all else in slices that let clicks and deadlines through. */
export type WorkspaceReader = {
  /** Reads for the first time: the first files before this returns. */
  readonly readFirst: () => void
  /** Reads one file before this returns. */
  readonly readNow: (path: string) => void
  /** Looks for what was edited since, among the `named` files and those never read, or among all. A look that another one cuts short is made up for by it. */
  readonly lookAgain: (named: ReadonlySet<string> | null) => void
  /** Whether files are still being looked for or read. */
  readonly isReading: () => boolean
  /** Whether the folder is away or empty, while its files stand on the shelf as they were last read (W1). */
  readonly isAway: () => boolean
  readonly stop: () => void
}

type Read = { readonly path: string; readonly standing: Standing; readonly read: WorkspaceFile | Problem }

/** Reads all of a workspace onto the shelf before it returns. */
export function readAll(folder: string, shelf: Shelf): void {
  for (const found of findDocuments(folder)) takeNow(shelf, found)
}

/**
 * Makes a reader; `shown` is called when more stands on the shelf than before, or less, at the latest when all that changed is read. While the folder is
 * away from the start on, what `memory` holds is read instead.
 */
export function createWorkspaceReader(
  folder: string,
  shelf: Shelf,
  memory: DocumentMemory,
  shown: () => void,
): WorkspaceReader {
  let round = 0
  let reading = false
  let away = false
  let remembered: readonly FoundFile[] = []

  const begin = async (read: (isCurrent: () => boolean) => Promise<boolean>): Promise<void> => {
    round += 1
    const ofRound = round
    const isCurrent = (): boolean => ofRound === round
    reading = true
    const unseen = await read(isCurrent)
    if (!isCurrent()) return
    reading = false
    if (unseen) shown()
  }

  const lookAgain = (named: ReadonlySet<string> | null): void => {
    const only = reading ? null : named
    void begin(async (isCurrent) => {
      const found = await findDocumentsLater(folder)
      const wasAway = away
      const isAway = found.length === 0 && !shelf.isEmpty() && (await isBareFolderLater(folder))
      if (!isCurrent()) return false
      away = isAway
      if (away)
        return takeEdited(
          shelf,
          remembered.filter(({ path }) => !shelf.has(path)),
          isCurrent,
          !wasAway,
          shown,
        )
      remembered = []
      const paths = found.map(({ path }) => path)
      const isGone = shelf.keepOnly(paths)
      if (isGone || wasAway) memory.keepOnly(paths)
      const asked = only === null ? found : found.filter(({ path }) => only.has(path) || !shelf.has(path))
      return takeEdited(shelf, asked, isCurrent, isGone || wasAway, shown)
    })
  }

  return {
    readFirst: () => {
      const own = findDocuments(folder)
      remembered = own.length === 0 && isBareFolder(folder) ? memory.all() : []
      away = remembered.length > 0
      if (!away) memory.keepOnly(own.map(({ path }) => path))
      let bytes = 0
      const later = (away ? remembered : own).filter((found, index) => {
        if (bytes < AT_ONCE_BYTES && index < AT_ONCE_FILES) bytes += takeNow(shelf, found, AT_ONCE_BYTES)
        return !shelf.has(found.path)
      })
      if (later.length > 0) void begin((isCurrent) => takeEdited(shelf, later, isCurrent, false, shown))
    },
    readNow: (path) => {
      takeNow(shelf, { file: join(folder, path), path })
      if (reading) lookAgain(null)
    },
    lookAgain,
    isReading: () => reading,
    isAway: () => away,
    stop: () => {
      round += 1
      reading = false
    },
  }
}

/** Reads those that were edited onto the shelf, as long as the look is current; tells whether something is left to be shown. */
async function takeEdited(
  shelf: Shelf,
  files: readonly FoundFile[],
  isCurrent: () => boolean,
  isChanged: boolean,
  shown: () => void,
): Promise<boolean> {
  let shownAt = performance.now()
  let sliceAt = shownAt
  let unseen = isChanged
  for (let from = 0; from < files.length; from += TOGETHER) {
    const some = await Promise.all(files.slice(from, from + TOGETHER).map((found) => readIfEdited(shelf, found)))
    for (const each of some) {
      if (performance.now() - sliceAt > SLICE_MS) {
        await nextTurn()
        sliceAt = performance.now()
      }
      if (!isCurrent()) return false
      if (each === null) continue
      shelf.take(each.path, each.standing, each.read)
      unseen = true
    }
    if (unseen && performance.now() - shownAt > SHOW_EVERY_MS) {
      shown()
      shownAt = performance.now()
      unseen = false
    }
  }
  return unseen
}

/** Reads a file onto the shelf unless it is larger than `most`; gives its size. Bytes. */
function takeNow(shelf: Shelf, found: FoundFile, most = Number.POSITIVE_INFINITY): number {
  const standing = standingOf(found.file)
  if (standing === null) return 0
  if (standing.bytes <= most) shelf.take(found.path, standing, readFound(found))
  return standing.bytes
}

/** Null when it is gone, or stands as it did when it was taken. */
async function readIfEdited(shelf: Shelf, found: FoundFile): Promise<Read | null> {
  const standing = await standingLater(found.file)
  if (standing === null || !shelf.isEdited(found.path, standing)) return null
  return { path: found.path, standing, read: await readFoundLater(found) }
}
