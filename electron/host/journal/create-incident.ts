import { join } from 'node:path'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { chainStart } from '../../../shared/journal/check-line.ts'
import { isIncidentId } from '../../../shared/journal/incident-id.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { type Batch, type BatchTools, buildBatch } from './build-batch.ts'
import { type Disk, syncFolder, withFile, writeWhole } from './disk.ts'
import { type AppendFailure, notSaved } from './journal-failure.ts'
import type { JournalPaths } from './journal-paths.ts'
import { createLineIndex } from './line-index.ts'
import type { Prepared } from './prepare-journal.ts'

/** The folder is built under another name and renamed when it is durable, so an incident is there whole or not at all. */
function bringIntoBeing(disk: Disk, paths: JournalPaths, incident: string, batch: Batch): void {
  const unborn = paths.unborn(incident)
  disk.remove(unborn)
  disk.makeFolder(unborn)
  disk.makeFolder(paths.heads)
  withFile(disk, join(unborn, 'journal.ndjson'), 'wx', (fd) => {
    writeWhole(disk, fd, batch.bytes, 0)
    disk.fsync(fd)
  })
  syncFolder(disk, unborn)
  disk.rename(unborn, paths.folder(incident))
  syncFolder(disk, paths.incidents)
  syncFolder(disk, paths.dataFolder)
}

/** Takes back what is not acknowledged; what cannot be taken back now is at most one incident more, never one less. */
function takeBack(disk: Disk, paths: JournalPaths, incident: string): void {
  for (const folder of [paths.unborn(incident), paths.folder(incident)]) {
    try {
      disk.remove(folder)
    } catch {
      // The disk is failing; the failure itself is already being reported.
    }
  }
}

function badFact(message: string, hint: string): AppendFailure {
  return { code: 'badFact', message: `Not saved: ${message}`, hint }
}

/** Writes the first facts of a new incident, durable with their folder (J4). */
export function createIncident(
  disk: Disk,
  paths: JournalPaths,
  tools: BatchTools,
  drafts: readonly FactDraft[],
): Result<Prepared, AppendFailure> {
  const { incident } = tools
  if (!isIncidentId(incident)) return fail(badFact(`${incident} is no incident id.`, 'Use one like 20260306-4k7m.'))
  if (disk.exists(paths.folder(incident))) {
    return fail(badFact(`there is already an incident ${incident}.`, 'Open it, or take another id.'))
  }
  if (drafts.length === 0) return fail(badFact('an incident begins with a fact.', 'Declare the incident.'))
  const batch = buildBatch({ ...chainStart, bytes: 0 }, drafts, tools)
  if (!batch.ok) return batch
  try {
    bringIntoBeing(disk, paths, incident, batch.value)
  } catch (error) {
    takeBack(disk, paths, incident)
    return fail(notSaved(error))
  }
  const index = createLineIndex(disk, 0, 0)
  for (const endsAt of batch.value.lineEnds) index.push(endsAt)
  const { end, bytes: tail } = batch.value
  return ok({ end, tail, index, head: null, found: { kind: 'intact', anchoredSeq: 0 } })
}
