import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import type { LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { upcast } from '../../../shared/journal/upcast.ts'
import { type Disk, withFile } from './disk.ts'
import type { LineIndex } from './line-index.ts'
import { readLines } from './read-lines.ts'

/** Reads records of the intact prefix from disk; nothing is kept in memory. */
export type JournalReader = {
  /** All records in order. The file is open only while the loop runs. */
  readonly records: () => Iterable<FactRecord>
  /** At most `limit` records from `fromSeq` on. */
  readonly read: (fromSeq: number, limit: number) => FactRecord[]
}

/** Reads up to the position that `end` names at the time of the call. Records come upcast (J7). */
export function createJournalReader(disk: Disk, path: string, index: LineIndex, end: () => LogPosition): JournalReader {
  function* records(): Generator<FactRecord> {
    const { bytes } = end()
    if (bytes === 0) return
    const fd = disk.open(path, 'r')
    try {
      for (const line of readLines(disk, fd, 0, bytes)) yield upcast(JSON.parse(line.text) as FactRecord)
    } finally {
      disk.close(fd)
    }
  }

  function read(fromSeq: number, limit: number): FactRecord[] {
    const last = end()
    const first = Math.max(1, fromSeq)
    const stop = Math.min(last.seq, first + limit - 1)
    if (stop < first) return []
    return withFile(disk, path, 'r', (fd) => {
      const from = index.startOf(first, fd)
      const to = stop === last.seq ? last.bytes : index.startOf(stop + 1, fd)
      return Array.from(readLines(disk, fd, from, to), (line) => upcast(JSON.parse(line.text) as FactRecord))
    })
  }

  return { records, read }
}
