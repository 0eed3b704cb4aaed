import { createHash } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import { evidenceEnding } from '../../../shared/incident/evidence-ending.ts'
import { isIncidentId } from '../../../shared/journal/incident-id.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { type Disk, readBytes, syncFolder, systemDisk, withFile } from './disk.ts'
import { type AppendFailure, notReadable, notSaved, type OpenFailure } from './journal-failure.ts'
import { journalPaths } from './journal-paths.ts'
import { replaceFile } from './replace-file.ts'

/** Files attached to incidents, named by what is in them: the name is the proof (J1). */
export type EvidenceStore = {
  /** Durable when it returns. The same bytes are kept once, under the ending they first came with. */
  readonly put: (incident: string, bytes: Uint8Array, name: string) => Result<StoredEvidence, AppendFailure>
  /** The bytes, hashed again on the way; a file that no longer matches its name is refused. */
  readonly get: (incident: string, sha256: string) => Result<Buffer, OpenFailure>
}

/** Where evidence went: `<sha256>.<ext>`. */
export type StoredEvidence = { readonly sha256: string; readonly ext: string }

/** The file name of a piece of evidence, here and in an export (J1). */
export const evidenceFileName = (sha256: string, name: string): string => `${sha256}.${evidenceEnding(name)}`

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The file with these bytes in a folder of evidence, whatever its ending, or null. */
function find(disk: Disk, folder: string, sha256: string): string | null {
  const name = disk.exists(folder) ? disk.list(folder).find((each) => isEvidenceOf(each, sha256)) : undefined
  return name === undefined ? null : join(folder, name)
}

function readSound(disk: Disk, file: string, sha256: string): Buffer | null {
  const bytes = withFile(disk, file, 'r', (fd) => readBytes(disk, fd, 0, disk.size(fd)))
  return sha256Of(bytes) === sha256 ? bytes : null
}

/** The bytes of a piece of evidence in a folder of it, also of one that stands outside a data folder: beside a journal file. As `get` of the store. */
export function readEvidence(folder: string, sha256: string, disk: Disk = systemDisk): Result<Buffer, OpenFailure> {
  try {
    const file = find(disk, folder, sha256)
    if (file === null) return fail(notFound(sha256))
    const bytes = readSound(disk, file, sha256)
    return bytes === null ? fail(damaged(sha256)) : ok(bytes)
  } catch (error) {
    return fail(notReadable(basename(dirname(folder)), error))
  }
}

/** Opens the evidence of a data folder. `disk` is for tests. */
export function createEvidenceStore(options: { readonly dataFolder: string; readonly disk?: Disk }): EvidenceStore {
  const { dataFolder, disk = systemDisk } = options
  const paths = journalPaths(dataFolder)

  function put(incident: string, bytes: Uint8Array, name: string): Result<StoredEvidence, AppendFailure> {
    if (!isIncidentId(incident)) return fail(notSaved(missing))
    const sha256 = sha256Of(bytes)
    const folder = paths.evidence(incident)
    try {
      const there = find(disk, folder, sha256)
      if (there !== null && readSound(disk, there, sha256) !== null) return ok({ sha256, ext: extname(there).slice(1) })
      const file = there ?? join(folder, evidenceFileName(sha256, name))
      disk.makeFolder(folder)
      syncFolder(disk, paths.folder(incident))
      replaceFile(disk, file, bytes, true)
      return ok({ sha256, ext: extname(file).slice(1) })
    } catch (error) {
      return fail(notSaved(error))
    }
  }

  function get(incident: string, sha256: string): Result<Buffer, OpenFailure> {
    return isIncidentId(incident)
      ? readEvidence(paths.evidence(incident), sha256, disk)
      : fail(notReadable(incident, missing))
  }

  return { put, get }
}

const isEvidenceOf = (name: string, sha256: string): boolean => name.startsWith(`${sha256}.`) && !name.endsWith('.tmp')

const missing = Object.assign(new Error('no such incident'), { code: 'ENOENT' })

const notFound = (sha256: string): OpenFailure => ({
  code: 'notFound',
  message: `The evidence ${sha256.slice(0, 8)} is not in this data folder.`,
  hint: 'The log still names it. Look for it in a backup or an export.',
})

const damaged = (sha256: string): OpenFailure => ({
  code: 'damaged',
  message: `The evidence ${sha256.slice(0, 8)} was changed after it was attached, so it is not shown.`,
  hint: 'The file is untouched. Look for the original in a backup or an export.',
})
