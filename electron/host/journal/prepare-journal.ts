import type { Integrity } from '../../../shared/contract/incident-summary.ts'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { chainStart, readLine } from '../../../shared/journal/check-line.ts'
import { damageAt } from '../../../shared/journal/damage.ts'
import { isIncidentId } from '../../../shared/journal/incident-id.ts'
import { judgeAnchor, type LogPosition } from '../../../shared/journal/judge-anchor.ts'
import type { Sha256 } from '../../../shared/journal/record-hash.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Clock } from '../../../shared/ports.ts'
import { type Disk, readBytes, withFile } from './disk.ts'
import { type Head, readHeadFile } from './head-file.ts'
import { notReadable, type OpenFailure } from './journal-failure.ts'
import type { JournalPaths } from './journal-paths.ts'
import { createLineIndex, type LineIndex } from './line-index.ts'
import { moveTornTail } from './move-torn-tail.ts'
import { type LogFindings, type ScanProgress, scanLog } from './scan-log.ts'

/** A journal that was looked at and can be opened. */
export type Prepared = {
  readonly end: LogPosition
  /** The last bytes before `end`, by which a later opening recognises the file. */
  readonly tail: Uint8Array
  readonly index: LineIndex
  readonly head: Head | null
  readonly found: Integrity
}

/** Where to look. */
export type JournalPlace = {
  readonly disk: Disk
  readonly paths: JournalPaths
  readonly clock: Clock
  readonly sha256: Sha256
  /** Whether nothing may be written there, as it is at the time of the call. */
  readonly readOnly: () => boolean
}

type OnProgress = ((progress: ScanProgress) => void) | undefined

/** Reads and verifies the whole log, moves a torn end aside and compares with the anchor (J5, J6). */
export async function prepareFully(
  place: JournalPlace,
  incident: string,
  onProgress: OnProgress,
): Promise<Result<Prepared, OpenFailure>> {
  const { disk, paths, sha256 } = place
  if (!isIncidentId(incident) || !disk.exists(paths.folder(incident))) return fail(notReadable(incident, missing))
  const path = paths.journal(incident)
  const head = readHeadFile(disk, paths.head(incident))
  const index = createLineIndex(disk, 0, 0)
  try {
    if (!disk.exists(path)) return ok(withoutJournal(disk, head))
    const scan = await scanLog({
      disk,
      path,
      bytes: null,
      incident,
      anchorSeq: head?.seq ?? 0,
      sha256,
      onRecord: (_record: FactRecord, endsAt) => index.push(endsAt),
      ...(onProgress && { onProgress }),
    })
    const found = settleTail(place, path, scan, judgeAnchor(scan, head))
    const tail = withFile(disk, path, 'r', (fd) => lastLine(disk, fd, index, scan.last))
    return ok({ end: scan.last, tail, index, head, found })
  } catch (error) {
    return fail(notReadable(incident, error))
  }
}

/** The folder is there and its journal is not: an empty log, which the anchor then judges. */
function withoutJournal(disk: Disk, head: Head | null): Prepared {
  const end = { ...chainStart, bytes: 0 }
  const found = judgeAnchor({ last: end, damage: null, atAnchor: null }, head)
  return { end, tail: Buffer.alloc(0), index: createLineIndex(disk, 0, 0), head, found }
}

const missing = Object.assign(new Error('no such incident'), { code: 'ENOENT' })

/** Only an otherwise sound log is cut, and only by the process that may write: to a reader it is a write under way. */
function settleTail(place: JournalPlace, path: string, scan: LogFindings, judged: Integrity): Integrity {
  if (judged.kind !== 'intact' || scan.tornBytes === 0 || place.readOnly()) return judged
  try {
    const movedTo = moveTornTail(place.disk, path, scan.last.bytes, place.clock)
    return { kind: 'tornTailMovedAside', bytes: scan.tornBytes, movedTo, anchoredSeq: judged.anchoredSeq }
  } catch {
    return { kind: 'damaged', ...damageAt(scan.last.seq + 1, 'J5/torn') }
  }
}

/**
 * Trusts the log when its size is the head's and its last record carries the head's hash; anything else is opened fully.
 * Records before the last are taken on trust until `verify()`.
 */
export async function prepareQuickly(
  place: JournalPlace,
  incident: string,
  onProgress: OnProgress,
): Promise<Result<Prepared, OpenFailure>> {
  const quick = isIncidentId(incident) ? trustHead(place, incident) : null
  return quick === null ? prepareFully(place, incident, onProgress) : ok(quick)
}

function trustHead(place: JournalPlace, incident: string): Prepared | null {
  const { disk, paths, sha256 } = place
  const head = readHeadFile(disk, paths.head(incident))
  if (head === null || head.seq === 0) return null
  try {
    return withFile(disk, paths.journal(incident), 'r', (fd) => {
      if (disk.size(fd) !== head.bytes) return null
      const index = createLineIndex(disk, head.seq, head.bytes)
      const tail = lastLine(disk, fd, index, head)
      const last = readLine(head.seq, tail.toString('utf8', 0, tail.length - 1), sha256)
      if (!last.ok || last.value.seq !== head.seq || last.value.hash !== head.hash) return null
      const end = { seq: head.seq, hash: head.hash, bytes: head.bytes }
      return { end, tail, index, head, found: { kind: 'unchecked' } }
    })
  } catch {
    return null
  }
}

function lastLine(disk: Disk, fd: number, index: LineIndex, end: LogPosition): Buffer {
  if (end.seq === 0) return Buffer.alloc(0)
  const start = index.startOf(end.seq, fd)
  return readBytes(disk, fd, start, end.bytes - start)
}
