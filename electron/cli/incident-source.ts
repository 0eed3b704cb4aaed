import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Integrity } from '../../shared/contract/incident-summary.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { journalPaths } from '../host/journal/journal-paths.ts'
import { createJournalStore, type JournalStore } from '../host/journal/journal-store.ts'
import {
  type JournalFile,
  placeOfJournal,
  type StandingPlace,
  verifyJournalFile,
} from '../host/journal/verify-journal-file.ts'
import { systemClock } from '../host/system-clock.ts'
import { createIds } from '../host/ulid-ids.ts'
import { dataFolderOf, type PlaceOptions } from './places.ts'
import { UsageError } from './terminal.ts'

/** A journal as a command reads it: an incident of the data folder, or a file by itself. */
export type IncidentSource = {
  readonly incident: string
  readonly records: readonly FactRecord[]
  readonly integrity: Integrity
  /** Bytes of an unfinished write behind the last record (J5.2). */
  readonly unfinishedBytes: number
  /** The folder of its evidence, which need not be there: in the data folder, or beside a file by itself. */
  readonly from: string
}

/** The journals of a data folder, for reading only: a running console keeps its lock. */
export const readOnlyStore = (dataFolder: string): JournalStore =>
  createJournalStore({ dataFolder, clock: systemClock, ids: createIds(), readOnly: true })

const JOURNAL = 'journal.ndjson'
/** Beside a journal, as in a data folder (J1). */
const EVIDENCE = 'evidence'

/** The journal that a path means: the file itself, or the one in the folder of an incident. Throws a UsageError for any other folder. */
function journalAt(path: string, named: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return path
  const journal = join(path, JOURNAL)
  if (existsSync(journal)) return journal
  throw new UsageError(
    `${named} is a folder and holds no ${JOURNAL}. Give an incident, its folder or a journal file; a data folder with --data DIR.`,
  )
}

/** Reads and verifies an incident by id, or a journal file by path, with its head where it stands in a data folder. Throws a UsageError when there is neither. */
export async function readIncident(named: string, options: PlaceOptions): Promise<IncidentSource> {
  const file = resolve(named)
  if (/\.ndjson$/i.test(named) || existsSync(file)) {
    const journal = journalAt(file, named)
    const source = await verified(named, journal, placeOfJournal(journal))
    return { ...source, incident: source.records[0]?.incident ?? '', from: join(dirname(journal), EVIDENCE) }
  }
  const dataFolder = dataFolderOf(options)
  const store = readOnlyStore(dataFolder)
  if (!store.incidents().includes(named)) {
    throw new UsageError(`There is no incident ${named} in ${dataFolder}. See them with: nightdesk list`)
  }
  const place = { incident: named, head: store.readHead(named) }
  const paths = journalPaths(dataFolder)
  return { ...(await verified(named, paths.journal(named), place)), incident: named, from: paths.evidence(named) }
}

async function verified(named: string, journal: string, place: StandingPlace | null): Promise<JournalFile> {
  const read = await verifyJournalFile(journal, place)
  if (!read.ok) throw new UsageError(`${named}: ${read.error.message}`)
  return read.value
}
