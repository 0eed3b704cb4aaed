import { hash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { Integrity } from '../../../shared/contract/incident-summary.ts'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { chainStart } from '../../../shared/journal/check-line.ts'
import { damageAt } from '../../../shared/journal/damage.ts'
import { isIncidentId } from '../../../shared/journal/incident-id.ts'
import { judgeAnchor, type LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { upcast } from '../../../shared/journal/upcast.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { type Disk, systemDisk } from './disk.ts'
import { type Head, readHeadFile } from './head-file.ts'
import { notReadable, type OpenFailure } from './journal-failure.ts'
import { journalPaths } from './journal-paths.ts'
import { scanLog } from './scan-log.ts'

/** What a journal file holds and whether it holds together. */
export type JournalFile = {
  /** The intact prefix. */
  readonly records: readonly FactRecord[]
  /** Anchored to 0 without a head: a missing end cannot be seen then. */
  readonly integrity: Integrity
  readonly end: LogPosition
  /** Bytes behind the last record that are an unfinished write, under way or cut short: nothing that was acknowledged (J5.2). */
  readonly unfinishedBytes: number
}

/** Where a journal stands in a data folder: whose it has to be, and the head kept beside it (J6). */
export type StandingPlace = { readonly incident: string; readonly head: Head | null }

/** The place of a journal file that stands in a data folder; null for a file by itself. */
export function placeOfJournal(path: string, disk: Disk = systemDisk): StandingPlace | null {
  const incident = basename(dirname(path))
  const { journal, head } = journalPaths(dirname(dirname(dirname(path))))
  if (!isIncidentId(incident) || journal(incident) !== path) return null
  return { incident, head: readHeadFile(disk, head(incident)) }
}

/** An incident whose folder is there and whose journal is not: an empty log, which the head then judges. */
function withoutJournal(head: Head | null): JournalFile {
  const end = { ...chainStart, bytes: 0 }
  const integrity = judgeAnchor({ last: end, damage: null, atAnchor: null }, head)
  return { records: [], integrity, end, unfinishedBytes: 0 }
}

/**
 * Verifies a journal file as one that only reads (J3, J5): in its place in a data folder against its incident and its head, and an unfinished end may be a write under
 * way (J5.2). By itself, an export or a backup, nobody writes to it, and such an end is damage.
 */
export async function verifyJournalFile(
  path: string,
  place: StandingPlace | null = null,
  disk: Disk = systemDisk,
): Promise<Result<JournalFile, OpenFailure>> {
  const records: FactRecord[] = []
  const head = place?.head ?? null
  try {
    if (place !== null && disk.exists(dirname(path)) && !disk.exists(path)) return ok(withoutJournal(head))
    const scan = await scanLog({
      disk,
      path,
      bytes: null,
      incident: place?.incident ?? null,
      anchorSeq: head?.seq ?? 0,
      sha256: (text) => hash('sha256', text, 'hex'),
      onRecord: (record) => records.push(upcast(record)),
    })
    const { last: end, tornBytes: unfinishedBytes } = scan
    const isCut = place === null && unfinishedBytes > 0
    const integrity: Integrity = isCut
      ? { kind: 'damaged', ...damageAt(end.seq + 1, 'J5/cut') }
      : judgeAnchor(scan, head)
    return ok({ records, end, integrity, unfinishedBytes })
  } catch (error) {
    return fail(notReadable(place?.incident ?? path, error))
  }
}
