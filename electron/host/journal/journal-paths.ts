import { join } from 'node:path'

/** Where things lie in a data folder (J1, J6). */
export function journalPaths(dataFolder: string) {
  const incidents = join(dataFolder, 'incidents')
  const heads = join(dataFolder, 'heads')
  return {
    dataFolder,
    incidents,
    heads,
    folder: (incident: string) => join(incidents, incident),
    journal: (incident: string) => join(incidents, incident, 'journal.ndjson'),
    evidence: (incident: string) => join(incidents, incident, 'evidence'),
    head: (incident: string) => join(heads, `${incident}.json`),
    /** A folder being built; the dot keeps it out of every list until it is renamed. */
    unborn: (incident: string) => join(incidents, `.new-${incident}`),
  }
}

export type JournalPaths = ReturnType<typeof journalPaths>
