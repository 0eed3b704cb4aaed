import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { LibraryDocument, SearchAnswer } from '../../shared/contract/answers.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { rememberedOf } from '../../shared/kit/remembered.ts'
import { digestOfDraft, type IncidentDigest, incidentEntry } from '../../shared/library/incident-digest.ts'
import { profileOf } from '../../shared/library/incident-profile.ts'
import { documentEntry, type LibraryEntry } from '../../shared/library/library-entry.ts'
import { runsOf } from '../../shared/library/run-fold.ts'
import { runsByRunbook } from '../../shared/library/runs-by-runbook.ts'
import type { SearchFilter } from '../../shared/library/search-filter.ts'
import type { Places } from '../../shared/library/share-out.ts'
import { type SimilarIncident, similarIncidents } from '../../shared/library/similar-incidents.ts'
import { type TrustSignals, trustSignals } from '../../shared/library/trust-signals.ts'
import { knownAnchors } from '../../shared/runbook/lint/known-anchors.ts'
import type { HostContext } from './host-context.ts'
import { createIncidentDigests } from './incident-digests.ts'
import type { ListedEntry } from './index-feed.ts'
import { type IndexKeeper, keepIndexThread } from './index-keeper.ts'
import { unreadDocument } from './library-document.ts'
import { createLibraryFinder } from './library-finder.ts'
import { localDay } from './local-day.ts'
import { refuse } from './refuse.ts'
import type { Workspace } from './workspace.ts'
import type { WorkspaceFile } from './workspace-files.ts'

/** The library as the host's calls see it: what is found, what happened before, and how far a runbook can be trusted. */
export type Library = {
  readonly search: (query: string, filter: SearchFilter, places: Places) => Promise<SearchAnswer>
  readonly similar: (incident: string, limit: number) => Promise<Reply<readonly SimilarIncident[]>>
  /** Incidents like one that is still being declared: a title as far as it is typed, and a pipeline's id. */
  readonly resembling: (title: string, pipeline: string | null, limit: number) => Promise<readonly SimilarIncident[]>
  /** Of one runbook, or of all; a path that is no runbook gives nothing. */
  readonly trust: (path: string | null) => Promise<readonly TrustSignals[]>
}

/** The index is opened this long after the start, when the first screen is there, or at once when somebody searches; and told so often of what was read since, until all is. */
const WARM_UP_AFTER_MS = 1_500

/** Runbooks whose signals are read before the host looks at what else is due. */
const TRUSTED_AT_ONCE = 20

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Every file of the workspace, for links between them, and what is in force while its folder is away; hidden folders and node_modules are left alone. */
async function filesOf({ folder, documents }: Workspace): Promise<ReadonlySet<string>> {
  const files = new Set(documents().map(({ path }) => path))
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(below, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = join(below, entry.name)
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      if (entry.isDirectory()) await walk(path)
      else files.add(relative(folder, path).split(sep).join('/'))
    }
  }
  await walk(folder)
  return files
}

/** A value made when first asked for. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function listDocument(document: LibraryDocument, alertnames: readonly string[]): ListedEntry {
  const { kind, path, sha256, title, lastVerified } = document
  return {
    id: path,
    key: JSON.stringify([kind, sha256, title, lastVerified]),
    entry: lazy((): LibraryEntry => documentEntry(document, alertnames)),
  }
}

const listUnread = rememberedOf((file: WorkspaceFile): ListedEntry => listDocument(unreadDocument(file), []))

const listIncident = (digest: IncidentDigest): ListedEntry => ({
  id: `incident:${digest.incident}`,
  key: digest.hash,
  entry: lazy(() => incidentEntry(digest)),
})

/** Lists documents anew only when the workspace was read anew. */
function documentLister(context: HostContext): () => readonly ListedEntry[] {
  let of: readonly LibraryDocument[] | null = null
  let listed: readonly ListedEntry[] = []
  return () => {
    const documents = context.workspace.documents()
    if (documents === of) return listed
    const runbooks = new Map(context.workspace.runbooks().map((runbook) => [runbook.path, runbook]))
    of = documents
    listed = documents.map((document) =>
      listDocument(document, runbooks.get(document.path)?.frontMatter.alertnames ?? []),
    )
    return listed
  }
}

function openIndex({ dataFolder, readOnly, log, closing, beforeFree }: HostContext): IndexKeeper | null {
  if (closing.aborted) return null
  const file = join(dataFolder, 'cache', 'library-index.json')
  const keeper = keepIndexThread({ file, writable: readOnly === null, log })
  beforeFree(keeper.close)
  return keeper
}

/** Opens the library of a host. */
export function openLibrary(context: HostContext): Library {
  const digests = createIncidentDigests(context)
  const listDocuments = documentLister(context)
  const finder = lazy(() => createLibraryFinder(openIndex(context)))
  const listed = new Map<IncidentDigest, ListedEntry>()
  let isWhole = false

  const refresh = async (): Promise<void> => {
    const profiles = await digests.upToDate()
    const incidents = profiles.map(({ digest }) => listed.get(digest) ?? listIncident(digest))
    listed.clear()
    for (const [index, { digest }] of profiles.entries()) {
      const entry = incidents[index]
      if (entry !== undefined) listed.set(digest, entry)
    }
    // A later reading is of an edit: what stands meanwhile is whole.
    isWhole ||= !context.workspace.isReading()
    const unread = isWhole ? null : context.workspace.unread().map(listUnread)
    await finder().replace([...listDocuments(), ...incidents], unread)
  }
  const warmUp = (): void => {
    refresh()
      .catch((error) => context.log(`library: not indexed yet: ${String(error)}`))
      .finally(() => {
        if (isWhole) clearInterval(timer)
      })
  }
  const timer = setInterval(warmUp, WARM_UP_AFTER_MS)
  timer.unref()
  context.closing.addEventListener('abort', () => clearInterval(timer), { once: true })

  return {
    search: (query, filter, places) => {
      const answer = refresh().then(() => finder().search(query, filter, places))
      context.workspace.giveWayTo(answer)
      return answer
    },
    similar: async (incident, limit) => {
      const profiles = await digests.upToDate()
      const target = profiles.find(({ digest }) => digest.incident === incident)
      if (target === undefined) return refuse('notFound', `There is no incident ${incident} in this data folder.`)
      return { ok: true, value: similarIncidents(target, profiles, limit) }
    },
    resembling: async (title, pipeline, limit) => {
      const profiles = await digests.upToDate()
      return similarIncidents(profileOf(digestOfDraft(title, pipeline)), profiles, limit)
    },
    trust: async (path) => {
      const { workspace } = context
      const runs = (await digests.upToDate()).flatMap(({ digest }) => runsOf(digest.runs))
      const byRunbook = runsByRunbook(
        runs,
        workspace.documents().filter(({ kind }) => kind === 'runbook'),
      )
      const files = await filesOf(workspace)
      const anchors = knownAnchors(workspace.pages())
      const trustContext = { team: workspace.team(), files, anchors, today: localDay(context) }
      const signals: TrustSignals[] = []
      for (const runbook of workspace.runbooks()) {
        if (path !== null && runbook.path !== path) continue
        signals.push(trustSignals(runbook, byRunbook.get(runbook.path) ?? [], trustContext))
        if (signals.length % TRUSTED_AT_ONCE === 0) await nextTurn()
      }
      return signals
    },
  }
}
