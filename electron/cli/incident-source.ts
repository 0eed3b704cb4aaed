import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Integrity } from '../../shared/contract/incident-summary.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { createJournalStore, type JournalStore } from '../host/journal/journal-store.ts'
import { verifyJournalFile } from '../host/journal/verify-journal-file.ts'
import { systemClock } from '../host/system-clock.ts'
import { createIds } from '../host/ulid-ids.ts'
import { dataFolderOf, type PlaceOptions } from './places.ts'
import { UsageError } from './terminal.ts'

/** A journal as a command reads it: an incident of the data folder, or a file by itself. */
export type IncidentSource = {
  readonly incident: string
  readonly records: readonly FactRecord[]
  readonly integrity: Integrity
  /** The data folder that holds its evidence; null for a file by itself. */
  readonly dataFolder: string | null
}

/** The journals of a data folder, for reading only: a running console keeps its lock. */
export const readOnlyStore = (dataFolder: string): JournalStore =>
  createJournalStore({ dataFolder, clock: systemClock, ids: createIds(), readOnly: true })

/** Reads and verifies an incident by id, or a journal file by path. Throws a UsageError when there is neither. */
export async function readIncident(named: string, options: PlaceOptions): Promise<IncidentSource> {
  const file = resolve(named)
  if (/\.ndjson$/i.test(named) || existsSync(file)) {
    const verified = await verifyJournalFile(file)
    if (!verified.ok) throw new UsageError(`${named}: ${verified.error.message}`)
    const { records, integrity } = verified.value
    return { incident: records[0]?.incident ?? '', records, integrity, dataFolder: null }
  }
  const dataFolder = dataFolderOf(options)
  const store = readOnlyStore(dataFolder)
  if (!store.incidents().includes(named)) {
    throw new UsageError(`There is no incident ${named} in ${dataFolder}. See them with: nightdesk list`)
  }
  const opened = await store.open(named)
  if (!opened.ok) throw new UsageError(`${named}: ${opened.error.message}`)
  const records = [...opened.value.records()]
  const integrity = opened.value.integrity()
  opened.value.close()
  return { incident: named, records, integrity, dataFolder }
}
