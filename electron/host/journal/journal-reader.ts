import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { isEnvelope } from '../../../shared/journal/is-envelope.ts'
import type { LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { upcast } from '../../../shared/journal/upcast.ts'
import { type Disk, withFile } from './disk.ts'
import type { LineIndex } from './line-index.ts'
import { readLines } from './read-lines.ts'

/** Reads records of the intact prefix from disk; nothing is kept in memory. Both throw `UnreadableLine` in a log that was not verified. */
export type JournalReader = {
  /** All records in order. The file is open only while the loop runs. */
  readonly records: () => Iterable<FactRecord>
  /** At most `limit` records from `fromSeq` on. */
  readonly read: (fromSeq: number, limit: number) => FactRecord[]
}

/** A line that holds no record, or not the one that belongs there: the log was taken on trust (J6.1), and wrongly. */
export class UnreadableLine extends Error {
  readonly code = 'EDAMAGED'
}

function recordIn(text: string, seq: number): FactRecord {
  const parsed = parse(text)
  if (!isEnvelope(parsed) || parsed.seq !== seq) throw new UnreadableLine(`line ${seq} is damaged`)
  return upcast(parsed)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is to be read: the lines that are known, and the position up to which they count, each as it is at the time of a call. */
export type ReadableLog = { readonly index: () => LineIndex; readonly end: () => LogPosition }

/** Reads up to the position that `end` names at the time of the call. Records come upcast (J7). */
export function createJournalReader(disk: Disk, path: string, { index, end }: ReadableLog): JournalReader {
  function* lines(fd: number, firstSeq: number, from: number, to: number): Generator<FactRecord> {
    let seq = firstSeq
    for (const { text } of readLines(disk, fd, from, to)) {
      yield recordIn(text, seq)
      seq += 1
    }
  }

  function* records(): Generator<FactRecord> {
    const { bytes } = end()
    if (bytes === 0) return
    const fd = disk.open(path, 'r')
    try {
      yield* lines(fd, 1, 0, bytes)
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
      const from = index().startOf(first, fd)
      const to = stop === last.seq ? last.bytes : index().startOf(stop + 1, fd)
      if (from < 0) throw new UnreadableLine(`line ${first} is not where it should be`)
      return [...lines(fd, first, from, to)]
    })
  }

  return { records, read }
}
