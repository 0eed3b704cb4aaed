import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Problem } from '../../shared/kit/problem.ts'
import { awayFolders, PLACES, WHOLE } from './away-folders.ts'
import type { DocumentMemory } from './document-memory.ts'
import {
  type FoundFile,
  findDocuments,
  findDocumentsLater,
  isBareFolder,
  isBareFolderLater,
  type Listing,
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

/** Understanding begins when all is read, or after this long: a disk gives a thousand files in it, and a bad line goes on meanwhile. Milliseconds. */
const HEAD_START_MS = 400

/** A search is given way to for so long. Milliseconds. */
const LONGEST_WAY_MS = 500

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
  /** Holds the understanding of files back while a search goes on, half a second at most: who types waits for it. */
  readonly giveWayTo: (search: Promise<unknown>) => void
  /** The texts that were read since the look that goes on began, understood or not; none when none does. */
  readonly ahead: () => Iterable<WorkspaceFile>
  /** The folders in it that could not be looked into when it was last looked at. */
  readonly problems: () => readonly Problem[]
  /** The folders that are away or empty, while their files stand on the shelf as they were last read (W1); the workspace itself is `.`. */
  readonly away: () => readonly string[]
  readonly stop: () => void
}

type Read = { readonly path: string; readonly standing: Standing; readonly read: WorkspaceFile | Problem }

/** Reads all of a workspace onto the shelf before it returns; gives what could not be looked into. */
export function readAll(folder: string, shelf: Shelf): readonly Problem[] {
  const { files, problems } = findDocuments(folder)
  for (const found of files) takeNow(shelf, found)
  return problems
}

/** Whether a file may still be there: it was found, or stands where nothing could be looked into, or in a folder that is away. */
function presentIn({ files, problems }: Listing, away: readonly string[]): (path: string) => boolean {
  const paths = new Set(files.map(({ path }) => path))
  const unknown = [...away, ...problems.map(({ file }) => file)]
  return (path) => paths.has(path) || unknown.some((folder) => path.startsWith(`${folder}/`))
}

/** The places of a workspace that hold nothing. */
async function isBareLater(folder: string): Promise<readonly string[]> {
  const each = await Promise.all(
    PLACES.map(async (name) => ((await isBareFolderLater(join(folder, name))) ? [name] : [])),
  )
  return each.flat()
}

type Round = (isCurrent: () => boolean) => Promise<boolean>

/** Rounds of reading, of which only the last counts: one that another cuts short shows nothing. A round tells whether something is left to be shown. */
function createRounds(shown: () => void) {
  let last = 0
  let isGoingOn = false
  return {
    begin: async (round: Round): Promise<void> => {
      last += 1
      const own = last
      isGoingOn = true
      const unseen = await round(() => own === last)
      if (own !== last) return
      isGoingOn = false
      if (unseen) shown()
    },
    isGoingOn: (): boolean => isGoingOn,
    stop: (): void => {
      last += 1
      isGoingOn = false
    },
  }
}

/**
 * Makes a reader; `shown` is called when more stands on the shelf than before, or less, at the latest when all that changed is read. While the folder,
 * or one in it, is away from the start on, what `memory` holds of it is read instead.
 */
export function createWorkspaceReader(
  folder: string,
  shelf: Shelf,
  memory: DocumentMemory,
  shown: () => void,
): WorkspaceReader {
  let away: readonly string[] = []
  let isWhole = false
  let remembered: readonly FoundFile[] = []
  let problems: readonly Problem[] = []

  const ahead = new Map<string, WorkspaceFile>()
  let search: Promise<unknown> = Promise.resolve()
  const way = (): Promise<unknown> => search
  const isUnread = ({ path }: FoundFile): boolean => !shelf.has(path)

  /** Takes in what a look found, and tells which files may still be there. */
  const settle = (found: Listing, bare: ReadonlySet<string>, known: readonly string[]): ((path: string) => boolean) => {
    away = awayFolders(found, known, bare)
    isWhole = bare.has(WHOLE)
    problems = found.problems
    return presentIn(found, away)
  }

  const rounds = createRounds(shown)
  const lookAgain = (named: ReadonlySet<string> | null): void => {
    const only = rounds.isGoingOn() ? null : named
    void rounds.begin(async (isCurrent) => {
      const found = await findDocumentsLater(folder)
      const bare = new Set(await isBareLater(folder))
      if (!isCurrent()) return false
      const before = [isWhole, ...away, ...problems.map(({ file }) => file)].join()
      const known = new Set([...shelf.paths(), ...remembered.map(({ path }) => path)])
      const isPresent = settle(found, bare, [...known])
      const isTold = before !== [isWhole, ...away, ...problems.map(({ file }) => file)].join()
      remembered = remembered.filter(({ path }) => isPresent(path))
      const isGone = shelf.keepOnly(isPresent)
      if (isGone || isTold) memory.keepOnly(isPresent)
      const asked = only === null ? found.files : found.files.filter((each) => only.has(each.path) || isUnread(each))
      const files = [...asked, ...remembered.filter(isUnread)]
      return takeEdited({ shelf, files, ahead, way, isCurrent, shown }, isTold || isGone)
    })
  }

  return {
    readFirst: () => {
      const own = findDocuments(folder)
      const kept = memory.all()
      const bare = new Set(PLACES.filter((name) => isBareFolder(join(folder, name))))
      const isPresent = settle(
        own,
        bare,
        kept.map(({ path }) => path),
      )
      const found = new Set(own.files.map(({ path }) => path))
      remembered = kept.filter(({ path }) => isPresent(path) && !found.has(path))
      memory.keepOnly(isPresent)
      let bytes = 0
      const later = [...own.files, ...remembered].filter((found, index) => {
        if (bytes < AT_ONCE_BYTES && index < AT_ONCE_FILES) bytes += takeNow(shelf, found, AT_ONCE_BYTES)
        return !shelf.has(found.path)
      })
      if (later.length > 0)
        void rounds.begin((isCurrent) => takeEdited({ shelf, files: later, ahead, way, isCurrent, shown }, false))
    },
    readNow: (path) => {
      takeNow(shelf, { file: join(folder, path), path })
      if (rounds.isGoingOn()) lookAgain(null)
    },
    lookAgain,
    isReading: rounds.isGoingOn,
    giveWayTo: (next) => {
      search = Promise.race([next.catch(() => null), wait(LONGEST_WAY_MS, undefined, { ref: false })])
    },
    ahead: () => (rounds.isGoingOn() ? ahead.values() : []),
    problems: () => problems,
    away: () => (isWhole && away.length > 0 ? [WHOLE] : away),
    stop: rounds.stop,
  }
}

/** Files to be taken onto a shelf, as long as the look is current; `ahead` gets their texts as they are read. */
type Taking = {
  readonly shelf: Shelf
  readonly files: readonly FoundFile[]
  readonly ahead: Map<string, WorkspaceFile>
  /** What is waited for between two slices. */
  readonly way: () => Promise<unknown>
  readonly isCurrent: () => boolean
  readonly shown: () => void
}

/** Reads those that were edited, some together and one lot after the other. */
function readAhead({ shelf, files, ahead, isCurrent }: Taking): readonly Promise<readonly (Read | null)[]>[] {
  const one = async (found: FoundFile): Promise<Read | null> => {
    const edited = isCurrent() ? await readIfEdited(shelf, found) : null
    if (edited !== null && 'text' in edited.read && isCurrent()) ahead.set(edited.path, edited.read)
    return edited
  }
  let before: Promise<unknown> = Promise.resolve()
  return Array.from({ length: Math.ceil(files.length / TOGETHER) }, (_, at) => {
    const lot = before.then(() => Promise.all(files.slice(at * TOGETHER, (at + 1) * TOGETHER).map(one)))
    before = lot
    return lot
  })
}

/** Reads those that were edited onto the shelf; tells whether something is left to be shown. Texts come first, for reading is quick and understanding is not. */
async function takeEdited(taking: Taking, isChanged: boolean): Promise<boolean> {
  const { shelf, ahead, way, isCurrent, shown } = taking
  ahead.clear()
  const lots = readAhead(taking)
  await Promise.race([Promise.all(lots), wait(HEAD_START_MS, undefined, { ref: false })])
  let shownAt = performance.now()
  let sliceAt = shownAt
  let unseen = isChanged
  for (const lot of lots) {
    for (const each of await lot) {
      if (performance.now() - sliceAt > SLICE_MS) {
        await nextTurn()
        await way()
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
