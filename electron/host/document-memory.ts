import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type FoundFile,
  findDocuments,
  findDocumentsLater,
  readFound,
  type Standing,
  standingOf,
} from './workspace-files.ts'

/** Writing waits until nothing was edited for so long: a start, or a `git pull`, has better things to do with the disk. Milliseconds. */
const REST_MS = 2_000

/** Where the last good texts of a workspace's runbooks and pages outlive a restart. */
export type DocumentMemory = {
  /** All that is remembered, as files of the data folder with the paths that they have in the workspace. */
  readonly all: () => readonly FoundFile[]
  /** Whether it is this version that was remembered of a file before the start. */
  readonly holds: (path: string, standing: Standing) => boolean
  /** The text that was remembered of a file before the start, or null. */
  readonly textOf: (path: string) => string | null
  /** Remembers a text that is in force now, some seconds later. */
  readonly keep: (path: string, standing: Standing, text: string) => void
  /** Forgets, some seconds later, the files that are not present any more. */
  readonly keepOnly: (isPresent: (path: string) => boolean) => void
  /** Ends the writing. What was not written yet is at the next start. */
  readonly close: () => Promise<void>
}

/** Remembers nothing: for what reads a workspace once. */
export const NO_DOCUMENT_MEMORY: DocumentMemory = {
  all: () => [],
  holds: () => false,
  textOf: () => null,
  keep: () => undefined,
  keepOnly: () => undefined,
  close: async () => undefined,
}

type Kept = { readonly text: string; readonly editedAt: Date }

/** One folder for each workspace, so that no runbook of another one is ever shown. */
const nameOf = (workspace: string): string => createHash('sha256').update(workspace).digest('hex').slice(0, 16)

/**
 * Keeps the last good runbooks and pages in the data folder (W1): a file that was cut off, or a workspace on a share that is away, must not leave a console
 * that was started again without its runbooks. A copy has the time of the file that it is of, which tells whether that was edited since. One that cannot be
 * kept costs that, and never the start. Writing waits for `restMs` without an edit.
 */
export function createDocumentMemory(
  dataFolder: string,
  workspace: string,
  mayWrite: boolean,
  log: (line: string) => void,
  restMs = REST_MS,
): DocumentMemory {
  const root = join(dataFolder, 'last-good-documents')
  const own = join(root, nameOf(workspace))
  const waiting = new Map<string, Kept>()
  const isRemembered = existsSync(own)
  let present: ((path: string) => boolean) | null = null
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  async function write(path: string, { text, editedAt }: Kept): Promise<void> {
    const file = join(own, path)
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(`${file}.new`, text, { mode: 0o600 })
    await utimes(`${file}.new`, editedAt, editedAt)
    await rename(`${file}.new`, file)
  }

  async function forgetOthers(isPresent: (path: string) => boolean): Promise<void> {
    for (const name of await readdir(root).catch(() => []))
      if (join(root, name) !== own) await rm(join(root, name), { recursive: true, force: true })
    const { files } = await findDocumentsLater(own)
    for (const { file, path } of files) if (!isPresent(path)) await rm(file, { force: true })
  }

  async function writeAll(): Promise<void> {
    if (present !== null) {
      const isPresent = present
      present = null
      await forgetOthers(isPresent)
    }
    for (const [path, kept] of waiting) {
      if (isClosed) return
      waiting.delete(path)
      await write(path, kept)
    }
  }

  function writeSoon(): void {
    if (!mayWrite || isClosed) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      writing = writing.then(writeAll).catch((error: unknown) => {
        log(`the last good runbooks were not all remembered: ${String(error)}`)
      })
    }, restMs)
    timer.unref()
  }

  return {
    all: () => findDocuments(own).files,
    holds: (path, { editedMs }) => isRemembered && standingOf(join(own, path))?.editedMs === editedMs,
    textOf: (path) => {
      if (!isRemembered) return null
      const read = readFound({ file: join(own, path), path })
      return 'text' in read ? read.text : null
    },
    keep: (path, { editedMs }, text) => {
      waiting.set(path, { text, editedAt: new Date(editedMs) })
      writeSoon()
    },
    keepOnly: (isPresent) => {
      present = isPresent
      for (const path of waiting.keys()) if (!isPresent(path)) waiting.delete(path)
      writeSoon()
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await writing
    },
  }
}
