import { hash } from 'node:crypto'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { isIncidentId } from '../../../shared/journal/incident-id.ts'
import type { Sha256 } from '../../../shared/journal/record-hash.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Clock, Ids } from '../../../shared/ports.ts'
import { createAnchor } from './anchor.ts'
import { createIncident } from './create-incident.ts'
import { type Disk, systemDisk } from './disk.ts'
import { createDurableFile } from './durable-file.ts'
import { type Head, readHeadFile } from './head-file.ts'
import { type AppendFailure, isClosing, isReadOnly, type OpenFailure } from './journal-failure.ts'
import { journalPaths } from './journal-paths.ts'
import { createOpenJournal, type OpenJournal } from './open-journal.ts'
import { type JournalPeek, peekJournal } from './peek-journal.ts'
import { type Prepared, prepareFully, prepareQuickly } from './prepare-journal.ts'
import type { ScanProgress } from './scan-log.ts'

/** What the store needs. `disk` and `sha256` are for tests; `readOnly` when another Nightdesk holds the data folder (J9). */
export type JournalStoreOptions = {
  readonly dataFolder: string
  readonly clock: Clock
  readonly ids: Ids
  readonly sha256?: Sha256
  readonly disk?: Disk
  readonly readOnly: boolean
}

type OpenOptions = { readonly onProgress?: (progress: ScanProgress) => void }

/** All journals of one data folder. An incident that is already open is given out again, never opened twice. */
export type JournalStore = {
  /** Ids of the incidents present, oldest first. */
  readonly incidents: () => string[]
  /** A free id for an incident detected at `atMs` (J1). */
  readonly newIncidentId: (atMs: number) => string
  /** A new incident whose first facts are durable, folder included, when it returns (J4). */
  readonly create: (incident: string, drafts: readonly FactDraft[]) => Result<OpenJournal, AppendFailure>
  /** The head and the last `tail` records, without reading the rest. */
  readonly peek: (incident: string, tail: number) => Result<JournalPeek, OpenFailure>
  /** The head kept outside the log; null when there is none. */
  readonly readHead: (incident: string) => Head | null
  /** Reads and verifies everything first (J5, J6). */
  readonly open: (incident: string, options?: OpenOptions) => Promise<Result<OpenJournal, OpenFailure>>
  /** Trusts head and tail when they agree, so that work can go on at once; the registry verifies it afterwards. Else opens fully. */
  readonly resume: (incident: string, options?: OpenOptions) => Promise<Result<OpenJournal, OpenFailure>>
  /** Closes every journal. From then on nothing is opened, created or moved aside: the data folder may be another's. */
  readonly close: () => void
}

type Opened = Result<OpenJournal, OpenFailure>

const heldElsewhere = 'another Nightdesk has this data folder open.'

const systemSha256: Sha256 = (text) => hash('sha256', text, 'hex')

/** Incidents being opened and open, so that two callers never get two writers of one file. */
function createOpenOnce() {
  const opened = new Map<string, OpenJournal>()
  const opening = new Map<string, Promise<Opened>>()

  function once(incident: string, open: () => Promise<Opened>): Promise<Opened> {
    const already = opened.get(incident)
    if (already) return Promise.resolve(ok(already))
    const started = opening.get(incident) ?? open().finally(() => opening.delete(incident))
    opening.set(incident, started)
    return started
  }

  return { opened, once }
}

/** Makes journals out of what was prepared for them. */
function createAssembler(options: JournalStoreOptions, disk: Disk, opened: Map<string, OpenJournal>) {
  const { dataFolder, clock, ids, readOnly, sha256 = systemSha256 } = options
  const paths = journalPaths(dataFolder)

  return (incident: string, prepared: Prepared): OpenJournal => {
    const path = paths.journal(incident)
    const anchor = createAnchor(disk, paths.head(incident), prepared.head)
    const journal = createOpenJournal({
      ...prepared,
      disk,
      path,
      anchor,
      tools: { incident, clock, ids, sha256 },
      file: createDurableFile(disk, path, prepared.end.bytes, prepared.tail),
      refusal: readOnly ? heldElsewhere : null,
      onClose: () => void opened.delete(incident),
    })
    opened.set(incident, journal)
    if (!journal.readOnly() && prepared.head?.seq !== prepared.end.seq) anchor.flush(prepared.end)
    return journal
  }
}

/** Opens the store of a data folder; nothing is read or written before it is asked for. */
export function createJournalStore(options: JournalStoreOptions): JournalStore {
  const { dataFolder, clock, ids, readOnly, disk = systemDisk, sha256 = systemSha256 } = options
  const paths = journalPaths(dataFolder)
  let isClosed = false
  const place = { disk, paths, clock, sha256, readOnly: () => readOnly || isClosed }
  const { opened, once } = createOpenOnce()
  const assemble = createAssembler(options, disk, opened)

  function newIncidentId(atMs: number): string {
    const day = new Date(atMs).toISOString().slice(0, 10).replaceAll('-', '')
    const isTaken = (id: string): boolean => disk.exists(paths.folder(id)) || disk.exists(paths.head(id))
    let id = `${day}-${ids.crockford(4)}`
    while (isTaken(id)) id = `${day}-${ids.crockford(4)}`
    return id
  }

  function create(incident: string, drafts: readonly FactDraft[]): Result<OpenJournal, AppendFailure> {
    if (readOnly) return fail(isReadOnly(heldElsewhere))
    if (isClosed) return fail(isReadOnly('this Nightdesk is closing.'))
    const created = createIncident(disk, paths, { incident, clock, ids, sha256 }, drafts)
    return created.ok ? ok(assemble(incident, created.value)) : created
  }

  async function openFrom(incident: string, prepare: () => Promise<Result<Prepared, OpenFailure>>): Promise<Opened> {
    if (isClosed) return fail(isClosing)
    const prepared = await prepare()
    if (isClosed) return fail(isClosing)
    return prepared.ok ? ok(assemble(incident, prepared.value)) : prepared
  }

  return {
    incidents: () => (disk.exists(paths.incidents) ? disk.list(paths.incidents).filter(isIncidentId).sort() : []),
    newIncidentId,
    create,
    peek: (incident, tail) => peekJournal(place, incident, tail),
    readHead: (incident) => readHeadFile(disk, paths.head(incident)),
    open: async (incident, { onProgress } = {}) => {
      const journal = await once(incident, () => openFrom(incident, () => prepareFully(place, incident, onProgress)))
      if (journal.ok && journal.value.integrity().kind === 'unchecked') await journal.value.verify(onProgress)
      return journal
    },
    resume: (incident, { onProgress } = {}) =>
      once(incident, () => openFrom(incident, () => prepareQuickly(place, incident, onProgress))),
    close: () => {
      isClosed = true
      for (const journal of [...opened.values()]) journal.close()
    },
  }
}
