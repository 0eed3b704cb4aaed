import { hash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { Integrity } from '../../../shared/contract/incident-summary.ts'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { damageAt } from '../../../shared/journal/damage.ts'
import { judgeAnchor, type LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { upcast } from '../../../shared/journal/upcast.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { type Disk, systemDisk } from './disk.ts'
import { type Head, readHeadFile } from './head-file.ts'
import { notReadable, type OpenFailure } from './journal-failure.ts'
import { isIncidentId, journalPaths } from './journal-paths.ts'
import { scanLog } from './scan-log.ts'

/** What a journal file holds and whether it holds together. */
export type JournalFile = {
  /** The intact prefix. */
  readonly records: readonly FactRecord[]
  /** Anchored to 0 without a head: a missing end cannot be seen then. */
  readonly integrity: Integrity
  readonly end: LogPosition
}

/** The head of a journal file that stands in a data folder, as the folder itself keeps it (J6); null for a file by itself. */
export function headBeside(path: string, disk: Disk = systemDisk): Head | null {
  const incident = basename(dirname(path))
  const { journal, head } = journalPaths(dirname(dirname(dirname(path))))
  return isIncidentId(incident) && journal(incident) === path ? readHeadFile(disk, head(incident)) : null
}

/** Verifies a journal file by itself: an export, a backup, an import (J3, J5), against a head where there is one. Only reads; a torn end counts as damage here. */
export async function verifyJournalFile(
  path: string,
  head: Head | null = null,
  disk: Disk = systemDisk,
): Promise<Result<JournalFile, OpenFailure>> {
  const records: FactRecord[] = []
  try {
    const scan = await scanLog({
      disk,
      path,
      bytes: null,
      incident: null,
      anchorSeq: head?.seq ?? 0,
      sha256: (text) => hash('sha256', text, 'hex'),
      onRecord: (record) => records.push(upcast(record)),
    })
    const end = scan.last
    if (scan.tornBytes > 0)
      return ok({ records, end, integrity: { kind: 'damaged', ...damageAt(end.seq + 1, 'J5/torn') } })
    return ok({ records, end, integrity: judgeAnchor(scan, head) })
  } catch (error) {
    return fail(notReadable(path, error))
  }
}
