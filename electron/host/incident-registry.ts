import type { IncidentSummary, Integrity } from '../../shared/contract/incident-summary.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { foldIncident } from '../../shared/incident/incident-state.ts'
import { createIncidentSession, type IncidentSession, type SessionNews } from './incident-session.ts'
import type { AppendFailure } from './journal/journal-failure.ts'
import type { JournalStore } from './journal/journal-store.ts'
import type { OpenJournal } from './journal/open-journal.ts'
import { refuse } from './refuse.ts'
import type { StateCache } from './state-cache.ts'

/** Every incident of the data folder: a summary of each, and a session of those that are open in this host. */
export type IncidentRegistry = {
  readonly list: () => readonly IncidentSummary[]
  /** Sessions that may have something due, a rung or a promised update: the alarm looks at these. */
  readonly running: () => readonly IncidentSession[]
  readonly session: (incident: string) => Promise<Reply<IncidentSession>>
  /** Calls for every session that is open now and for each that is opened later. */
  readonly eachSession: (see: (session: IncidentSession) => void) => void
  readonly add: (journal: OpenJournal) => Reply<IncidentSession>
  /** Checks an incident's whole chain in the background; damage turns its session read-only and is told. */
  readonly verify: (incident: string) => Promise<Reply<Integrity>>
  readonly close: () => void
}

export type RegistryOptions = {
  readonly store: JournalStore
  readonly cache: StateCache
  readonly hear: (news: SessionNews) => void
  readonly hearFailure: (incident: string, failure: AppendFailure) => void
  readonly hearSummary: (summary: IncidentSummary) => void
  readonly log: (line: string) => void
}

const isOver = (summary: IncidentSummary): boolean =>
  summary.lifecycle === 'resolved' || summary.lifecycle === 'reviewed' || summary.lifecycle === 'closed'

/** A state is cached after this many facts too, so that a host that was killed need not fold a long log again. */
const CACHE_EVERY = 500

/** Folds an open journal, from the cache as far as that goes. */
function stateOf(journal: OpenJournal, cache: StateCache) {
  const cached = cache.state(journal.incident, journal.head())
  if (cached === null || journal.read(cached.seq, 1)[0]?.hash !== cached.hash) {
    return foldIncident(null, journal.records())
  }
  return cached.seq === journal.head().seq
    ? cached
    : foldIncident(cached, journal.read(cached.seq + 1, journal.head().seq - cached.seq))
}

/** Reads what is there: summaries from the cache where it still fits, the rest from the journals. */
export async function openRegistry(options: RegistryOptions): Promise<IncidentRegistry> {
  const { store, cache, log } = options
  const sessions = new Map<string, IncidentSession>()
  const summaries = new Map<string, IncidentSummary>()
  let see = (_: IncidentSession): void => undefined
  const opening = new Map<string, Promise<Reply<IncidentSession>>>()

  const remember = (session: IncidentSession): void => {
    summaries.set(session.incident, session.summary())
    cache.rememberSummary(session.summary(), session.journal.head())
  }

  const add = (journal: OpenJournal): Reply<IncidentSession> => {
    const state = stateOf(journal, cache)
    if (state === null) {
      journal.close()
      const message = `The journal of ${journal.incident} does not begin with a declaration, so there is nothing to show.`
      return refuse('notFound', message, 'The file is untouched. Look at it with: nightdesk verify')
    }
    const hear = (news: SessionNews): void => {
      remember(news.session)
      if (news.session.state().seq % CACHE_EVERY === 0) cache.rememberState(news.session.state(), journal.head())
      options.hear(news)
    }
    const session = createIncidentSession(journal, state, hear, options.hearFailure)
    sessions.set(journal.incident, session)
    remember(session)
    see(session)
    return { ok: true, value: session }
  }

  const openSession = async (incident: string): Promise<Reply<IncidentSession>> => {
    const opened = await store.resume(incident)
    return opened.ok ? add(opened.value) : refuse('notFound', opened.error.message, opened.error.hint)
  }

  const session = (incident: string): Promise<Reply<IncidentSession>> => {
    const known = sessions.get(incident)
    if (known !== undefined) return Promise.resolve({ ok: true, value: known })
    const pending = opening.get(incident) ?? openSession(incident).finally(() => opening.delete(incident))
    opening.set(incident, pending)
    return pending
  }

  for (const incident of store.incidents()) {
    const head = store.readHead(incident)
    const cached = head === null ? null : cache.summary(incident, head)
    if (cached !== null) summaries.set(incident, { ...cached, integrity: { kind: 'unchecked' } })
    if (cached !== null && isOver(cached)) continue
    const opened = await session(incident)
    if (!opened.ok) log(`${incident}: ${opened.error.message}`)
  }

  return {
    list: () => [...summaries.values()],
    running: () => [...sessions.values()].filter((each) => each.state().ladder.context.resolvedAt === null),
    session,
    eachSession: (seeSession) => {
      see = seeSession
      for (const each of sessions.values()) see(each)
    },
    add,
    verify: async (incident) => {
      const opened = await session(incident)
      if (!opened.ok) return opened
      const integrity = await opened.value.journal.verify()
      remember(opened.value)
      options.hearSummary(opened.value.summary())
      return { ok: true, value: integrity }
    },
    close: () => {
      for (const each of sessions.values()) {
        cache.rememberState(each.state(), each.journal.head())
        each.journal.close()
      }
      cache.save()
      sessions.clear()
    },
  }
}
