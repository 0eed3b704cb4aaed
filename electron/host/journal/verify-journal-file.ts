import { hash } from 'node:crypto'
import type { Integrity } from '../../../shared/contract/incident-summary.ts'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { damageAt } from '../../../shared/journal/damage.ts'
import { judgeAnchor, type LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { upcast } from '../../../shared/journal/upcast.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { type Disk, systemDisk } from './disk.ts'
import { notReadable, type OpenFailure } from './journal-failure.ts'
import { scanLog } from './scan-log.ts'

/** What a journal file holds and whether it holds together. */
export type JournalFile = {
  /** The intact prefix. */
  readonly records: readonly FactRecord[]
  /** Never anchored: a file standing alone has no head beside it, so a missing end cannot be seen. */
  readonly integrity: Integrity
  readonly end: LogPosition
}

/** Verifies a journal file by itself: an export, a backup, an import (J3, J5). Only reads; a torn end counts as damage here. */
export async function verifyJournalFile(
  path: string,
  disk: Disk = systemDisk,
): Promise<Result<JournalFile, OpenFailure>> {
  const records: FactRecord[] = []
  try {
    const scan = await scanLog({
      disk,
      path,
      bytes: null,
      incident: null,
      anchorSeq: 0,
      sha256: (text) => hash('sha256', text, 'hex'),
      onRecord: (record) => records.push(upcast(record)),
    })
    const end = scan.last
    if (scan.tornBytes > 0)
      return ok({ records, end, integrity: { kind: 'damaged', ...damageAt(end.seq + 1, 'J5/torn') } })
    return ok({ records, end, integrity: judgeAnchor(scan, null) })
  } catch (error) {
    return fail(notReadable(path, error))
  }
}
