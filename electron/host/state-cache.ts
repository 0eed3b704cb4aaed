import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type IncidentSummary, isDamaged } from '../../shared/contract/incident-summary.ts'
import { fromJson, type IncidentState, type IncidentStateJson, toJson } from '../../shared/incident/incident-state.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { putFile } from './put-file.ts'

/**
 * Raised whenever the fold or the machine changes what it makes of the same facts, so that an old cache is not believed;
 * test/host/state-cache.test.ts asks for it.
 */
export const FOLD_VERSION = 18

type Head = { readonly seq: number; readonly hash: string }
type CachedSummary = { readonly seq: number; readonly hash: string; readonly summary: IncidentSummary }
type SummariesFile = { readonly version: number; readonly summaries: Record<string, CachedSummary> }
type StateFile = { readonly version: number; readonly state: IncidentStateJson }

/**
 * Folded states and summaries kept beside the journals, so that a start with 1,000 incidents and the opening of a long
 * one need not read every record. Derived from facts, keyed by the head's hash: deleting it loses nothing but time.
 */
export type StateCache = {
  readonly summary: (incident: string, head: Head) => IncidentSummary | null
  /** Whether the log was found damaged when it was last looked at, so that its head and tail are not to be trusted. */
  readonly isDamaged: (incident: string) => boolean
  /** The last state cached for an incident that is no further than its head; later records are folded on top. */
  readonly state: (incident: string, head: Head) => IncidentState | null
  readonly rememberSummary: (summary: IncidentSummary, head: Head) => void
  readonly rememberState: (state: IncidentState, head: Head) => void
  /** Writes the summaries, if any changed. */
  readonly save: () => void
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}

/** Opens the cache of a data folder; `writable` is false when another Nightdesk holds it (J9). */
export function openStateCache(dataFolder: string, writable: boolean, log: (line: string) => void): StateCache {
  const folder = join(dataFolder, 'cache')
  const summariesFile = join(folder, 'summaries.json')
  const stateFile = (incident: string): string => join(folder, `${incident}.json`)
  if (writable) mkdirSync(folder, { recursive: true })
  const read = readJson<SummariesFile>(summariesFile)
  const summaries = new Map(Object.entries(read?.version === FOLD_VERSION ? read.summaries : {}))
  let isChanged = false

  const write = (file: string, value: unknown): void => {
    if (!writable) return
    try {
      putFile(file, JSON.stringify(value))
    } catch (error) {
      log(`cache: ${file} was not written: ${reasonOf(error)}`)
    }
  }

  return {
    summary: (incident, head) => {
      const cached = summaries.get(incident)
      if (cached === undefined || isDamaged(cached.summary.integrity)) return null
      return cached.seq === head.seq && cached.hash === head.hash ? cached.summary : null
    },
    isDamaged: (incident) => {
      const cached = summaries.get(incident)
      return cached !== undefined && isDamaged(cached.summary.integrity)
    },
    state: (incident, head) => {
      const cached = readJson<StateFile>(stateFile(incident))
      if (cached?.version !== FOLD_VERSION || cached.state.seq > head.seq) return null
      if (cached.state.seq === head.seq && cached.state.hash !== head.hash) return null
      return fromJson(cached.state)
    },
    rememberSummary: (summary, head) => {
      summaries.set(summary.incident, { seq: head.seq, hash: head.hash, summary })
      isChanged = true
    },
    rememberState: (state, head) => {
      if (state.seq === head.seq && state.hash === head.hash) {
        write(stateFile(state.incident), { version: FOLD_VERSION, state: toJson(state) } satisfies StateFile)
      }
    },
    save: () => {
      if (!isChanged) return
      isChanged = false
      write(summariesFile, { version: FOLD_VERSION, summaries: Object.fromEntries(summaries) } satisfies SummariesFile)
    },
  }
}
