import { dirname, join } from 'node:path'
import { type InboxRecord, inboxRecordSchema } from '../../../shared/alerts/inbox-record.ts'
import { reasonOf } from '../../../shared/kit/reason-of.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { type Disk, readBytes, syncFolder, withFile, writeWhole } from '../journal/disk.ts'
import { createDurableFile, type DurableFile } from '../journal/durable-file.ts'
import { type AppendFailure, isReadOnly, notSaved } from '../journal/journal-failure.ts'
import { readLines } from '../journal/read-lines.ts'
import { replaceFile } from '../journal/replace-file.ts'

/** Where the inbox's log of a data folder lies, and what could not be read of it. */
export const inboxPaths = (dataFolder: string) => {
  const folder = join(dataFolder, 'alerts')
  return { folder, log: join(folder, 'inbox.jsonl'), aside: join(folder, 'inbox.aside') }
}

/** The log of the inbox, opened. */
export type InboxLog = {
  /** What was there at the opening. */
  readonly records: readonly InboxRecord[]
  /** Lines that are no records, and the end of a write that was cut short; they lie in `inbox.aside` now. */
  readonly setAside: readonly string[]
  /** Why the log could not be opened or mended, in words; null when it was. */
  readonly problem: string | null
  /** All that is there by now, when another Nightdesk wrote since it was read last; null when none did. Throws an errno exception. */
  readonly readAgain: () => readonly InboxRecord[] | null
  /** Durable when it returns: one write, one flush. */
  readonly append: (records: readonly InboxRecord[]) => Result<void, AppendFailure>
  /** Puts a new log in the place of the old one, whole or not at all. */
  readonly writeAnew: (records: readonly InboxRecord[]) => Result<void, AppendFailure>
  /** Lines in the log now. */
  readonly lines: () => number
  readonly close: () => void
}

type InboxLogOptions = { readonly dataFolder: string; readonly disk: Disk; readonly readOnly: boolean }

const bytesOf = (records: readonly InboxRecord[]): Buffer =>
  Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''))

function readRecord(line: string): InboxRecord | null {
  try {
    const read = inboxRecordSchema.safeParse(JSON.parse(line))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** So many bytes at its end tell a log from what it was; each record has an instant of its own. */
const MARK_BYTES = 4_096

/** What changes with each write to a log: its size and its end. */
function markOf(disk: Disk, path: string): string {
  if (!disk.exists(path)) return ''
  return withFile(disk, path, 'r', (fd) => {
    const size = disk.size(fd)
    return `${size} ${readBytes(disk, fd, Math.max(0, size - MARK_BYTES), MARK_BYTES).toString('latin1')}`
  })
}

/** Reads a log. Of one that another Nightdesk writes, an end without a newline is a write under way. */
function readAll(disk: Disk, path: string, readOnly: boolean) {
  const records: InboxRecord[] = []
  const setAside: string[] = []
  let tail: Buffer = Buffer.alloc(0)
  let bytes = 0
  if (!disk.exists(path)) return { records, setAside, tail, bytes }
  withFile(disk, path, 'r', (fd) => {
    bytes = disk.size(fd)
    for (const { text, whole } of readLines(disk, fd, 0, bytes)) {
      if (readOnly && !whole) break
      const record = whole ? readRecord(text) : null
      if (record === null) setAside.push(text)
      else records.push(record)
      tail = Buffer.from(`${text}\n`)
    }
  })
  return { records, setAside, tail, bytes }
}

function keepAside(disk: Disk, path: string, lines: readonly string[]): void {
  withFile(disk, path, 'a', (fd) => {
    writeWhole(disk, fd, Buffer.from(lines.map((line) => `${line}\n`).join('')), disk.size(fd))
    disk.fsync(fd)
  })
  syncFolder(disk, dirname(path))
}

/** Stands in for a log that cannot be read: the console goes on without alerts, and each one that comes is refused, so that its sender tries again. */
function closedLog(error: unknown): InboxLog {
  const refuse = (): Result<void, AppendFailure> => fail(notSaved(error))
  return {
    records: [],
    setAside: [],
    problem: reasonOf(error),
    readAgain: () => null,
    append: refuse,
    writeAnew: refuse,
    lines: () => 0,
    close: () => undefined,
  }
}

/** Opens the log. It never throws: whatever is wrong with it, incidents and their clocks go on. */
export function openInboxLog(options: InboxLogOptions): InboxLog {
  try {
    const path = inboxPaths(options.dataFolder).log
    const mark = markOf(options.disk, path)
    return openLog(options, { ...readAll(options.disk, path, options.readOnly), mark })
  } catch (error) {
    return closedLog(error)
  }
}

type Found = ReturnType<typeof readAll> & { readonly mark: string }

/**
 * The log over what was read of it. What cannot be read is set aside first, durably, and only then is the log written anew without it: nothing
 * that was ever in it is thrown away. A disk that refuses that is asked again before the next append. A data folder that another
 * Nightdesk holds is only read.
 */
function openLog({ dataFolder, disk, readOnly }: InboxLogOptions, found: Found): InboxLog {
  const paths = inboxPaths(dataFolder)
  const { records, setAside, tail, bytes } = found
  let { mark } = found
  let lines = records.length
  let isMended = setAside.length === 0
  let file: DurableFile | null = bytes > 0 ? createDurableFile(disk, paths.log, bytes, tail) : null

  const refusal = (): AppendFailure | null =>
    readOnly ? isReadOnly('another Nightdesk has this data folder open.') : null

  function readAgain(): readonly InboxRecord[] | null {
    const now = markOf(disk, paths.log)
    if (now === mark) return null
    const read = readAll(disk, paths.log, readOnly)
    mark = now
    return read.records
  }

  function replace(all: readonly InboxRecord[]): void {
    const written = bytesOf(all)
    disk.makeFolder(paths.folder)
    file?.close()
    replaceFile(disk, paths.log, written, true)
    syncFolder(disk, dataFolder)
    const lastLine = written.subarray(written.lastIndexOf('\n', -2) + 1)
    file = createDurableFile(disk, paths.log, written.length, lastLine)
    lines = all.length
  }

  function mend(): void {
    if (isMended) return
    keepAside(disk, paths.aside, setAside)
    replace(records)
    isMended = true
  }

  function writeAnew(all: readonly InboxRecord[]): Result<void, AppendFailure> {
    const refused = refusal()
    if (refused !== null) return fail(refused)
    try {
      mend()
      replace(all)
      return ok(undefined)
    } catch (error) {
      return fail(notSaved(error))
    }
  }

  function append(more: readonly InboxRecord[]): Result<void, AppendFailure> {
    const refused = refusal()
    if (refused !== null) return fail(refused)
    if (file === null) return writeAnew(more)
    if (!isMended) return writeAnew([...records, ...more])
    const appended = file.append(bytesOf(more))
    if (!appended.ok) return fail(notSaved(appended.error))
    lines += more.length
    return appended
  }

  const mended = isMended || readOnly ? null : writeAnew(records)
  const problem = mended?.ok === false ? mended.error.message : null
  return { records, setAside, problem, readAgain, append, writeAnew, lines: () => lines, close: () => file?.close() }
}
