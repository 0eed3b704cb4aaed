import { join } from 'node:path'

/** `YYYYMMDD-xxxx`, the date in UTC and four Crockford characters (J1). */
const incidentIdPattern = /^\d{8}-[0-9a-hjkmnp-tv-z]{4}$/

/** Whether a name can be an incident's: also the guard that no id ever leads out of the data folder. */
export const isIncidentId = (name: string): boolean => incidentIdPattern.test(name)

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
