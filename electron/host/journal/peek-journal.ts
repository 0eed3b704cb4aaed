import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { readLine } from '../../../shared/journal/check-line.ts'
import { isIncidentId } from '../../../shared/journal/incident-id.ts'
import { upcast } from '../../../shared/journal/upcast.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { type Disk, readBytes, withFile } from './disk.ts'
import { type Head, readHeadFile } from './head-file.ts'
import { notReadable, type OpenFailure } from './journal-failure.ts'
import type { JournalPlace } from './prepare-journal.ts'
import { readLines } from './read-lines.ts'

/** A first look at an incident: the head kept outside, and the end of the log. */
export type JournalPeek = {
  readonly head: Head | null
  readonly journalBytes: number
  /** The last records, oldest first, each checked against its own hash and its neighbour's only. */
  readonly records: readonly FactRecord[]
}

const firstChunkBytes = 64 * 1024
const newline = 10

/** Where the last `tail` whole lines of a file begin and end, read backward in growing steps. */
function tailRange(disk: Disk, fd: number, size: number, tail: number): readonly [from: number, to: number] {
  for (let reach = firstChunkBytes; ; reach *= 4) {
    const from = Math.max(0, size - reach)
    const bytes = readBytes(disk, fd, from, size - from)
    const end = bytes.lastIndexOf(newline)
    let start = end
    for (let line = 0; line < tail && start >= 0; line += 1)
      start = start === 0 ? -1 : bytes.lastIndexOf(newline, start - 1)
    if (start >= 0 || from === 0) return [from + start + 1, from + end + 1]
  }
}

/** Reads head and tail of an incident; damage in the tail is a failure that tells the caller to open it fully. */
export function peekJournal(place: JournalPlace, incident: string, tail: number): Result<JournalPeek, OpenFailure> {
  const { disk, paths, sha256 } = place
  if (!isIncidentId(incident)) return fail(notReadable(incident, Object.assign(new Error(), { code: 'ENOENT' })))
  const head = readHeadFile(disk, paths.head(incident))
  try {
    return withFile(disk, paths.journal(incident), 'r', (fd) => {
      const journalBytes = disk.size(fd)
      const [from, to] = tailRange(disk, fd, journalBytes, tail)
      const records: FactRecord[] = []
      for (const line of readLines(disk, fd, from, to)) {
        const before = records.at(-1)
        const read = readLine((before?.seq ?? 0) + 1, line.text, sha256)
        if (!read.ok || (before && read.value.prev !== before.hash)) return fail(damagedTail(incident))
        records.push(read.value)
      }
      return ok({ head, journalBytes, records: records.map(upcast) })
    })
  } catch (error) {
    return fail(notReadable(incident, error))
  }
}

function damagedTail(incident: string): OpenFailure {
  return {
    code: 'damaged',
    message: `The end of incident ${incident} is damaged.`,
    hint: 'Open it: what is intact can be read, and the damaged line is named.',
  }
}
