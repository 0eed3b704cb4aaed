import { isIncidentId } from '../../../shared/journal/incident-id.ts'
import { type Disk, systemDisk } from './disk.ts'
import { readHeadFile } from './head-file.ts'
import { journalPaths } from './journal-paths.ts'

/** An incident of which only the head is left; `anchoredSeq` is how far its log was once durable, null where the head says nothing. */
export type LostIncident = { readonly incident: string; readonly anchoredSeq: number | null }

const ENDING = '.json'

/**
 * Incidents whose folder was removed with the log in it, oldest first (J6). Nightdesk itself removes none, and writes a head only when the
 * folder is there, so this is also true beside a console that declares one. Throws an errno exception.
 */
export function lostIncidents(dataFolder: string, disk: Disk = systemDisk): readonly LostIncident[] {
  const paths = journalPaths(dataFolder)
  if (!disk.exists(paths.heads)) return []
  return disk
    .list(paths.heads)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .filter((incident) => isIncidentId(incident) && !disk.exists(paths.folder(incident)))
    .sort()
    .map((incident) => ({ incident, anchoredSeq: readHeadFile(disk, paths.head(incident))?.seq ?? null }))
}
