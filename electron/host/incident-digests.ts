import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type IncidentSummary, isDamaged } from '../../shared/contract/incident-summary.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { DIGEST_VERSION, foldDigest, type IncidentDigest } from '../../shared/library/incident-digest.ts'
import { type IncidentProfile, profileOf } from '../../shared/library/incident-profile.ts'
import type { HostContext } from './host-context.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** What the library remembers of every incident, brought up to date when it is asked for. */
export type IncidentDigests = {
  /** All of them, ready for comparing. Reads only what was written since the last time; a log that cannot be read stays as it was known. */
  readonly upToDate: () => Promise<readonly IncidentProfile[]>
}

type Kept = { readonly version: number; readonly digest: IncidentDigest }
type Source = Pick<HostContext, 'dataFolder' | 'store' | 'registry' | 'readOnly' | 'log'>

/** A log longer than this is read piece by piece instead of at once. Records. */
const MOST_AT_ONCE = 2_000

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The digest in the cache; null when there is none, or when it belongs to another version or to a log that was since replaced. */
async function readKept(file: string, { seq }: IncidentSummary, headHash: string | undefined) {
  try {
    const { version, digest } = JSON.parse(await readFile(file, 'utf8')) as Kept
    if (version !== DIGEST_VERSION || digest.seq > seq) return null
    return digest.seq < seq || digest.hash === headHash ? digest : null
  } catch {
    return null
  }
}

/** Reads the records after a position, and gives them lot by lot. Nothing, when they do not follow on the digest. */
async function* recordsAfter(
  { store, registry }: Source,
  { incident, seq, integrity }: IncidentSummary,
  digest: IncidentDigest | null,
): AsyncGenerator<readonly FactRecord[] | 'replaced'> {
  const missing = seq - (digest?.seq ?? 0)
  // Of a damaged log the end is not what its intact prefix ends with.
  if (missing <= MOST_AT_ONCE && !isDamaged(integrity)) {
    const peeked = store.peek(incident, missing)
    const records = peeked.ok ? peeked.value.records : []
    yield digest !== null && records[0]?.prev !== digest.hash ? 'replaced' : records
    return
  }
  for (let from = (digest?.seq ?? 0) + 1; from <= seq; from += MOST_AT_ONCE) {
    const read = await registry.reading(incident, ({ journal }) => journal.read(from, MOST_AT_ONCE))
    if (!read.ok) return
    yield read.value
    await nextTurn()
  }
}

async function bringUpToDate(
  source: Source,
  summary: IncidentSummary,
  before: IncidentDigest | null,
): Promise<IncidentDigest | null> {
  let digest = before
  for await (const records of recordsAfter(source, summary, before)) {
    if (records === 'replaced') return bringUpToDate(source, summary, null)
    digest = foldDigest(digest, records)
  }
  return digest
}

/** Keeps the digests of a data folder in memory and, by the head's hash, under `cache/digests`: deleting them loses only time. */
export function createIncidentDigests(source: Source): IncidentDigests {
  const { store, registry, readOnly, log } = source
  const folder = join(source.dataFolder, 'cache', 'digests')
  const profiles = new Map<string, IncidentProfile>()
  const unread = new Set<string>()

  const keep = async (digest: IncidentDigest): Promise<void> => {
    if (readOnly !== null) return
    const file = join(folder, `${digest.incident}.json`)
    try {
      await mkdir(folder, { recursive: true })
      await writeFile(`${file}.new`, JSON.stringify({ version: DIGEST_VERSION, digest } satisfies Kept))
      await rename(`${file}.new`, file)
    } catch (error) {
      log(`cache: ${file} was not written: ${reasonOf(error)}`)
    }
  }

  const updateOne = async (summary: IncidentSummary): Promise<void> => {
    const { incident, seq } = summary
    const last = profiles.get(incident)?.digest ?? null
    const known = last === null || last.seq > seq ? null : last
    if (known !== null && known.seq === seq) return
    const before = known ?? (await readKept(join(folder, `${incident}.json`), summary, store.readHead(incident)?.hash))
    const digest = before?.seq === seq ? before : await bringUpToDate(source, summary, before)
    if (digest === null) return
    profiles.set(incident, profileOf(digest))
    if (digest !== before) await keep(digest)
  }

  const updateAll = async (): Promise<void> => {
    for (const summary of registry.list()) {
      const { incident } = summary
      try {
        await updateOne(summary)
        unread.delete(incident)
      } catch (error) {
        if (!unread.has(incident)) log(`library: ${incident} could not be read: ${reasonOf(error)}`)
        unread.add(incident)
      }
    }
  }
  // Two readers of one log would fold the same records twice for nothing.
  const update = oneAtATime(updateAll)

  return {
    upToDate: async () => {
      await update()
      return [...profiles.values()]
    },
  }
}
